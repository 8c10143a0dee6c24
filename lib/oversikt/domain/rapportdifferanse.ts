import { type Celle, type Celleform, finnSeksjon, type Seksjon, type Seksjonskode } from '#lib/oversikt/domain/rapport.ts';
import { MINSTE_ANTALL } from '#lib/oversikt/domain/undertrykk.ts';

/** A figure as it was reported, as it is known now, and the change. */
export type Differanse = { readonly seksjon: Seksjonskode; readonly nokkel: string; readonly kolonne: string; readonly form: Celleform; readonly da: Celle; readonly na: Celle; readonly endring: number | null };

/** Only figures of the whole municipality: a change in a unit's or a service's sum can be one recipient's late correction. */
const HELE: Readonly<Partial<Record<Seksjonskode, readonly string[]>>> = {
  perioden: ['ramme', 'kostnad', 'volum', 'miks', 'pris', 'avvik'],
  hittil: ['ramme', 'kostnad', 'avvik'],
  prognose: ['ventet'],
  parametre: ['verdi'],
};

const PERSONER: readonly Celleform[] = ['antall'];

/** What is known now of what was reported; rows that are the same in both are not differences, and are left out. */
export function differanser(da: readonly Seksjon[], na: readonly Seksjon[]): Differanse[] {
  return da.flatMap((s) => {
    const kolonner = HELE[s.kode];
    const motpart = finnSeksjon(na, s.kode);
    if (!kolonner || !motpart) return [];
    return s.rader.flatMap((rad) =>
      s.kolonner.flatMap((kolonne, i): Differanse[] => {
        if (!kolonner.includes(kolonne.kode)) return [];
        const plass = motpart.kolonner.findIndex((k) => k.kode === kolonne.kode);
        const [for_, etter] = [rad.celler[i] ?? null, motpart.rader.find((r) => r.nokkel === rad.nokkel)?.celler[plass] ?? null];
        const form = rad.form ?? kolonne.form;
        if (for_ === etter || (for_ === 'MANGLER' && etter === null)) return [];
        const endring = typeof for_ === 'number' && typeof etter === 'number' ? etter - for_ : null;
        const felles = { seksjon: s.kode, nokkel: rad.nokkel, kolonne: kolonne.kode, form, da: for_ };
        // Two counts with few between them say what the few are.
        if (PERSONER.includes(form) && (endring === null || Math.abs(endring) < MINSTE_ANTALL)) return [{ ...felles, na: 'SKJULT', endring: null }];
        return [{ ...felles, na: etter, endring }];
      }),
    );
  });
}
