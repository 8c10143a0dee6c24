import { avrund, type Brok, brok, ganger } from '#lib/core/brok.ts';
import { ore, type Ore, oreFraBigint, trekkFra } from '#lib/core/ore.ts';

/** A unit's year: its wage accounts (øre), its paid hours and the documented absence in them (minutes). */
export type Enhetsgrunnlag = {
  readonly enhetId: number;
  readonly lonnOre: Ore;
  readonly timeverkMinutter: number;
  readonly fravarMinutter: number;
};

/**
 * Wage cost per worked minute, in øre, exact: wages ÷ (paid time − absence). Worked time holds travel, meetings and
 * training too, so that hours with the recipient carry only their own part of the wages; wages ÷ direct hours would
 * claim the rest as well. Null where wages or hours are missing: an unknown rate is never 0.
 */
export function lonnPerMinutt(g: Enhetsgrunnlag): Brok | null {
  const arbeidet = g.timeverkMinutter - g.fravarMinutter;
  return g.lonnOre <= 0 || arbeidet <= 0 ? null : brok(g.lonnOre, arbeidet);
}

/** The wage cost of worked minutes at a rate, rounded to the øre. */
export function lonnFor(minutter: number, perMinutt: Brok): Ore {
  return oreFraBigint(avrund(ganger(brok(minutter), perMinutt)));
}

/**
 * Divides an amount by weights so that the parts sum to the amount to the øre: each but the last part is the rounded share
 * of what is left.
 *
 * @throws RangeError when the weights do not sum to more than 0
 */
export function delEtterNokkel(belop: Ore, vekter: readonly number[]): Ore[] {
  let rest = belop;
  let restvekt = vekter.reduce((sum, v) => sum + v, 0);
  if (restvekt <= 0) throw new RangeError('En fordelingsnøkkel må ha vekter over 0');
  return vekter.map((vekt) => {
    const del = restvekt === vekt ? rest : oreFraBigint(avrund(ganger(brok(rest), brok(vekt, restvekt))));
    rest = trekkFra(rest, del);
    restvekt -= vekt;
    return ore(del);
  });
}

/** Wages with only the sick pay of the employer's first 16 days: `andelInnen16` (0–1) of the documented sick pay stays, the rest is refunded by the state and leaves. */
export function lonnMedSykelonn(lonnOre: Ore, sykelonnOre: Ore, andelInnen16: Brok): Ore {
  return trekkFra(lonnOre, trekkFra(sykelonnOre, oreFraBigint(avrund(ganger(brok(sykelonnOre), andelInnen16)))));
}
