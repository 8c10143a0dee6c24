import { avrund, brok, pluss } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { datoAv, isoUke, leggTilDager, ukedag } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Merket } from '#lib/core/merke.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';

/** An ISO week as the address writes it: `2026-W46`. Compares correctly with `<`. */
export type Uke = Merket<string, 'Uke'>;

export function ukeFor(d: Dato): Uke {
  const { ar, uke } = isoUke(d);
  return `${ar}-W${String(uke).padStart(2, '0')}` as Uke;
}

/** Null when the text is not a week that exists (W53 exists in some years only). */
export function parseUke(tekst: string): Uke | null {
  const treff = /^(\d{4})-W(\d{2})$/.exec(tekst);
  if (!treff || treff[1] === '0000') return null;
  const uke = tekst as Uke;
  const nummer = ukenummer(uke);
  return nummer >= 1 && nummer <= 53 && ukeFor(mandag(uke)) === uke ? uke : null;
}

export function ukenummer(uke: Uke): number {
  return Number(uke.slice(6));
}

/** The week's first day. */
export function mandag(uke: Uke): Dato {
  const fjerde = datoAv(Number(uke.slice(0, 4)), 1, 4);
  return leggTilDager(fjerde, 1 - ukedag(fjerde) + 7 * (ukenummer(uke) - 1));
}

export function sondag(uke: Uke): Dato {
  return leggTilDager(mandag(uke), 6);
}

export function ukensDager(uke: Uke): Dato[] {
  return Array.from({ length: 7 }, (_, i) => leggTilDager(mandag(uke), i));
}

export function nesteUke(uke: Uke): Uke {
  return ukeFor(leggTilDager(mandag(uke), 7));
}

export function forrigeUke(uke: Uke): Uke {
  return ukeFor(leggTilDager(mandag(uke), -7));
}

/** What is granted on a day, of vedtak that repeat over `perUker` weeks: sums of visits and minutes per round. */
export type Vedtattgruppe = { readonly dag: Dato; readonly perUker: number; readonly besok: number; readonly minutter: number };

/**
 * Granted visits a day as whole numbers that add up to the week's own rounded sum. Without a plan a vedtak is spread
 * evenly: visits / (7 × weeks) a day; the running sum is rounded, so that no visit is lost or made between days.
 */
export function vedtatteBesok(grupper: readonly Vedtattgruppe[], dager: readonly Dato[]): number[] {
  let sum: Brok = brok(0);
  let for_ = 0;
  return dager.map((dag) => {
    for (const g of grupper) if (g.dag === dag) sum = pluss(sum, brok(g.besok, 7 * g.perUker));
    const hele = Number(avrund(sum));
    const dagens = hele - for_;
    for_ = hele;
    return dagens;
  });
}

/** Granted minutes of the days together, rounded once. */
export function vedtatteMinutter(grupper: readonly Vedtattgruppe[]): number {
  return Number(avrund(grupper.reduce((sum, g) => pluss(sum, brok(g.minutter, 7 * g.perUker)), brok(0))));
}

/** What one vedtak grants over `perUker` weeks, and the days of a period it is in force. */
type Kraft = { readonly vedtakId: number; readonly besok: number; readonly minutter: number; readonly perUker: number; readonly dager: readonly Dato[] };

/** Granted per day, summed over vedtak that repeat over the same number of weeks: exact, the fraction is taken later. */
export function vedtattgrupper(kraft: readonly Kraft[]): Vedtattgruppe[] {
  const grupper = new Map<string, Vedtattgruppe>();
  for (const { besok, minutter, perUker, dager } of kraft) {
    for (const dag of dager) {
      const for_ = grupper.get(`${dag}/${perUker}`);
      grupper.set(`${dag}/${perUker}`, { dag, perUker, besok: (for_?.besok ?? 0) + besok, minutter: (for_?.minutter ?? 0) + minutter });
    }
  }
  return [...grupper.values()];
}

export type Mangel<K> = { readonly av: K; readonly vedtatt: number; readonly registrert: number; readonly mangler: number };

/** Vedtak with fewer visits than granted: whole visits of the days in force, less those registered. The biggest gaps first. */
export function manglende<K extends Kraft>(kraft: readonly K[], registrert: ReadonlyMap<number, number>): Mangel<K>[] {
  return kraft
    .map((av) => {
      const [vedtatt, gjort] = [Math.floor((av.dager.length * av.besok) / (7 * av.perUker)), registrert.get(av.vedtakId) ?? 0];
      return { av, vedtatt, registrert: gjort, mangler: vedtatt - gjort };
    })
    .filter((m) => m.mangler > 0)
    .sort((a, b) => b.mangler - a.mangler || a.av.vedtakId - b.av.vedtakId);
}

/**
 * Vedtak in force that the plan does not know: what is missing of them cannot be told by name of visit. Those with the most left
 * to register first.
 */
export function utenPlan<K extends Kraft>(kraft: readonly K[], medPlan: ReadonlySet<number>, registrert: ReadonlyMap<number, number>): Mangel<K>[] {
  return kraft
    .filter((av) => !medPlan.has(av.vedtakId) && (av.besok > 0 || av.minutter > 0))
    .map((av) => {
      const [vedtatt, gjort] = [Math.floor((av.dager.length * av.besok) / (7 * av.perUker)), registrert.get(av.vedtakId) ?? 0];
      return { av, vedtatt, registrert: gjort, mangler: Math.max(0, vedtatt - gjort) };
    })
    .sort((a, b) => b.mangler - a.mangler || a.av.vedtakId - b.av.vedtakId);
}

export type KanIkkeErklareUke = { readonly grunn: 'ukenErIkkeOver' | 'utenforGjenstar' | 'ukvittertGjenstar'; readonly verdier?: Readonly<Record<string, number>> };
export type Ukestand = { readonly sondag: Dato; readonly utenfor: number; readonly ukvittert: number };

/** What stands between a week and being complete. Fewer visits than granted does not: absence is a fact, and it is shown. */
export function hindringer(stand: Ukestand, iDag: Dato): KanIkkeErklareUke[] {
  return [
    ...(stand.sondag >= iDag ? [{ grunn: 'ukenErIkkeOver' } as const] : []),
    ...(stand.utenfor > 0 ? [{ grunn: 'utenforGjenstar', verdier: { antall: stand.utenfor } } as const] : []),
    ...(stand.ukvittert > 0 ? [{ grunn: 'ukvittertGjenstar', verdier: { antall: stand.ukvittert } } as const] : []),
  ];
}

export function erklarUke(stand: Ukestand, iDag: Dato): Result<true, readonly KanIkkeErklareUke[]> {
  const finnes = hindringer(stand, iDag);
  return finnes.length === 0 ? ok(true) : nei(finnes);
}
