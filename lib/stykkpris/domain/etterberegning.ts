import { avrund, brok, ganger } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import type { Maned } from '#lib/core/maned.ts';
import { INGEN_ORE, leggSammen, oreFraBigint } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';

/** Settled volume of a unit, component and month, with its price today and the new one. */
export type Avregnetvolum = { readonly enhet: string; readonly komponent: string; readonly maned: Maned; readonly volum: Brok; readonly dagensOre: Ore; readonly nyOre: Ore };
export type Etterberegning = {
  /** unit → what the next run posts as lines of their own, about: the ledger rounds each line */
  readonly perEnhet: ReadonlyMap<string, Ore>;
  readonly apne: readonly Maned[];
  /** settled months past the deadline for corrections: nothing is posted for them */
  readonly forbiFristen: readonly Maned[];
  readonly forbiFristenOre: Ore;
};

/** True when no settled month is touched. */
export function erUtenEtterberegning(b: Etterberegning): boolean {
  return b.apne.length === 0 && b.forbiFristen.length === 0;
}

/** The differences of months already settled: in open months the next run posts them, after the deadline it does not. */
export function beregnEtterberegning(volum: readonly Avregnetvolum[], apneManeder: readonly Maned[]): Etterberegning {
  const apne = new Set(apneManeder);
  const perEnhet = new Map<string, Ore>();
  let forbiFristenOre = INGEN_ORE;
  const maneder = [...new Set(volum.map((v) => v.maned))].toSorted();
  for (const v of volum) {
    const forskjell = oreFraBigint(avrund(ganger(v.volum, brok(v.nyOre - v.dagensOre))));
    if (apne.has(v.maned)) perEnhet.set(v.enhet, leggSammen(perEnhet.get(v.enhet) ?? INGEN_ORE, forskjell));
    else forbiFristenOre = leggSammen(forbiFristenOre, forskjell);
  }
  return { perEnhet, apne: maneder.filter((m) => apne.has(m)), forbiFristen: maneder.filter((m) => !apne.has(m)), forbiFristenOre };
}
