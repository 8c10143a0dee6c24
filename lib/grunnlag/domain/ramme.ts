import { avrund, brok, delt, EN_BROK, ganger, minus, NULL_BROK, pluss, sammenlign, sumBrok } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { sammenlignKodepunkt } from '#lib/core/kodepunkt.ts';
import { leggSammen, oreFraBigint, sumOre } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';

/** Weights sum to 1, and every criterion has a sum above 0. */
export type Kriterium = { readonly kode: string; readonly vekt: Brok; readonly verdier: ReadonlyMap<string, Brok> };
export type Rammeenhet = {
  readonly id: string;
  readonly fjoraretOre: Ore;
  readonly avvikOre: Ore;
  readonly andelAvvik: Brok;
  readonly justeringOre: Ore;
};
export type RammeInn =
  | {
      readonly metode: 'KRITERIER';
      readonly potOre: Ore;
      readonly kriterier: readonly Kriterium[];
      readonly enheter: readonly string[];
    }
  | { readonly metode: 'INKREMENTELL'; readonly kostnadsvekst: Brok; readonly enheter: readonly Rammeenhet[] };

export type Ramme = { readonly enhet: string; readonly ore: Ore };
export type RammeUt = { readonly rammer: readonly Ramme[]; readonly sumOre: Ore };

/** A unit's share of the pot: Σ weight × value / the criterion's sum. */
export function kriterieandel(enhet: string, kriterier: readonly Kriterium[]): Brok {
  return sumBrok(
    kriterier.map((k) => {
      const verdi = k.verdier.get(enhet) ?? NULL_BROK;
      return delt(ganger(k.vekt, verdi), sumBrok(k.verdier.values()));
    }),
  );
}

/** Divides a pot on the øre by largest remainder, ties to the first in code-point order, so that the parts sum to it. */
export function fordelPot(potOre: Ore, andeler: ReadonlyMap<string, Brok>): Ramme[] {
  const deler = [...andeler]
    .toSorted(([a], [b]) => sammenlignKodepunkt(a, b))
    .map(([enhet, andel]) => {
      const krav = ganger(brok(potOre), andel);
      const kuttet = krav.t / krav.n;
      const hel = krav.t < 0n && kuttet * krav.n !== krav.t ? kuttet - 1n : kuttet;
      return { enhet, hel, rest: minus(krav, brok(hel)) };
    });
  const igjen = BigInt(potOre) - deler.reduce((sum, d) => sum + d.hel, 0n);
  // a stable sort keeps the code-point order among equal remainders
  const heldige = new Set(
    deler
      .toSorted((a, b) => sammenlign(b.rest, a.rest))
      .slice(0, Number(igjen))
      .map((d) => d.enhet),
  );
  return deler.map((d) => ({ enhet: d.enhet, ore: oreFraBigint(d.hel + (heldige.has(d.enhet) ? 1n : 0n)) }));
}

function inkrementell(kostnadsvekst: Brok, e: Rammeenhet): Ramme {
  const vokst = ganger(brok(e.fjoraretOre), pluss(EN_BROK, kostnadsvekst));
  const medAvvik = pluss(vokst, ganger(brok(e.avvikOre), e.andelAvvik));
  return { enhet: e.id, ore: leggSammen(oreFraBigint(avrund(medAvvik)), e.justeringOre) };
}

/** Frame budgets by criteria or by last year's, all units by name. */
export function beregnRamme(inn: RammeInn): RammeUt {
  const rammer =
    inn.metode === 'KRITERIER'
      ? fordelPot(inn.potOre, new Map(inn.enheter.map((e) => [e, kriterieandel(e, inn.kriterier)])))
      : inn.enheter
          .map((e) => inkrementell(inn.kostnadsvekst, e))
          .toSorted((a, b) => sammenlignKodepunkt(a.enhet, b.enhet));
  return { rammer, sumOre: sumOre(rammer.map((r) => r.ore)) };
}
