import { avrund, brok, ganger } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { sammenlignKodepunkt } from '#lib/core/kodepunkt.ts';
import { ore, oreFraBigint, sumOre, trekkFra } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';

/** Kristiansand 90/100, Hamar 50/100; Drammen with a cap of 2 % of the budget. */
export type Overforingsregel = {
  readonly andelOverskudd: Brok;
  readonly andelUnderskudd: Brok;
  readonly takAndelAvBudsjett: Brok | null;
};
export type Enhetsresultat = {
  readonly id: string;
  readonly inntektOre: Ore;
  readonly kostnadOre: Ore;
  readonly budsjettOre: Ore;
};
export type Dispensasjon = { readonly enhet: string; readonly maksUnderskuddOre: Ore };
export type OverforingInn = {
  readonly regel: Overforingsregel;
  readonly enheter: readonly Enhetsresultat[];
  readonly dispensasjoner: readonly Dispensasjon[];
};

export type Overforingstall = { readonly resultatOre: Ore; readonly overforesOre: Ore; readonly kommunenDekkerOre: Ore };
export type Overforing = { readonly enhet: string } & Overforingstall;
export type OverforingUt = { readonly enheter: readonly Overforing[]; readonly sum: Overforingstall };

/** What one unit takes with it into next year; `maksUnderskuddOre` is the rådmann's dispensation. */
export function overfor(regel: Overforingsregel, enhet: Enhetsresultat, maksUnderskuddOre: Ore | null): Overforing {
  const resultat = trekkFra(enhet.inntektOre, enhet.kostnadOre);
  const andel = resultat >= 0 ? regel.andelOverskudd : regel.andelUnderskudd;
  let overfores: number = oreFraBigint(avrund(ganger(brok(resultat), andel)));
  if (regel.takAndelAvBudsjett !== null) {
    const tak = Number(avrund(ganger(regel.takAndelAvBudsjett, brok(enhet.budsjettOre))));
    overfores = Math.max(-tak, Math.min(tak, overfores));
  }
  if (maksUnderskuddOre !== null) overfores = Math.max(-maksUnderskuddOre, overfores);
  return {
    enhet: enhet.id,
    resultatOre: resultat,
    overforesOre: ore(overfores),
    kommunenDekkerOre: ore(overfores - resultat),
  };
}

/** The year's carry-over, all units by name, with their sum. */
export function beregnOverforing(inn: OverforingInn): OverforingUt {
  const dispensasjon = new Map(inn.dispensasjoner.map((d) => [d.enhet, d.maksUnderskuddOre]));
  const enheter = inn.enheter
    .map((e) => overfor(inn.regel, e, dispensasjon.get(e.id) ?? null))
    .toSorted((a, b) => sammenlignKodepunkt(a.enhet, b.enhet));
  return {
    enheter,
    sum: {
      resultatOre: sumOre(enheter.map((e) => e.resultatOre)),
      overforesOre: sumOre(enheter.map((e) => e.overforesOre)),
      kommunenDekkerOre: sumOre(enheter.map((e) => e.kommunenDekkerOre)),
    },
  };
}
