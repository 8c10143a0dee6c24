import type { Maned } from '#lib/core/maned.ts';
import { nei, ok } from '#lib/core/result.ts';
import { definerImport } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';
import { ENHETSKOLONNE, lesPeriode, PERIODEKOLONNER, tall } from '#lib/grunnlag/domain/periodekolonner.ts';

export const TIMETYPER = ['ORDINAR', 'VIKAR', 'OVERTID'] as const;
export type Timetype = (typeof TIMETYPER)[number];
export type Timeverkrad = { readonly enhetId: number; readonly maned: Maned; readonly type: Timetype; readonly minutter: number };

function erTimetype(verdi: unknown): verdi is Timetype {
  return (TIMETYPER as readonly unknown[]).includes(verdi);
}

/** Paid hours per unit, month and type. A corrected payroll may take hours back, so a row can be negative. */
export const TIMEVERK_IMPORT = definerImport<Timeverkrad>({
  slag: 'TIMEVERK',
  maleenhet: 'minutter',
  kolonner: [
    ENHETSKOLONNE,
    ...PERIODEKOLONNER,
    { nokkel: 'type', type: 'kode', kodeliste: 'timetype', pakrevd: false, aliaser: ['Type', 'Timetype', 'Lønnsart', 'Lønsart', 'Timeart'] },
    { nokkel: 'timer', type: 'timer', pakrevd: true, aliaser: ['Timer', 'Antall timer', 'Timeverk', 'Betalte timer', 'Antall', 'Timar'] },
  ],
  lag: (v) => {
    const maned = lesPeriode(v);
    if (!maned.ok) return nei([maned.feil]);
    const type = v['type'] ?? 'ORDINAR';
    if (!erTimetype(type)) return nei([{ kolonne: 'type', grunn: 'UKJENT_VERDI', verdi: String(type) }]);
    return ok({ enhetId: Number(v['enhet']), maned: maned.verdi, type, minutter: tall(v['timer']) ?? 0 });
  },
  mal: (rad) => ({ del: String(rad.enhetId), serie: '', periode: rad.maned, sum: rad.minutter }),
  unik: null,
});
