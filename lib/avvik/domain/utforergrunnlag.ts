import { avrund, type Brok, brok, delt, erNull, ganger } from '#lib/core/brok.ts';
import { type Ore, ore, oreFraBigint } from '#lib/core/ore.ts';
import type { Utforertall } from '#lib/avvik/domain/utforeravvik.ts';

/** A unit's wage (net of refunds), other cost and paid minutes of some months. */
export type Enhetskostnad = { readonly lonnOre: number; readonly annetOre: number; readonly minutter: number };

export type Enhetsgrunnlag = {
  readonly id: string;
  /** what was budgeted and what was delivered, both at the budget's prices: hours and visits in one measure */
  readonly budsjettertVolumOre: Brok;
  readonly levertVolumOre: Brok;
  readonly kostnadsbudsjettOre: number;
  readonly inntektOre: Ore;
  readonly naa: Enhetskostnad;
  /** the same months of the year before */
  readonly fjor: Enhetskostnad;
};

/**
 * The provider's figures from what the municipality has: the unit's cost budget is split into wage and other as the accounts of the
 * year before were, the budgeted rate is that year's cost of a paid hour, and the norm is the hours the wage budget buys for what
 * was budgeted delivered. Null where one of them is missing: there is then nothing to hold the unit against.
 */
export function utforertall(e: Enhetsgrunnlag): Utforertall | null {
  const { fjor, naa } = e;
  if (e.kostnadsbudsjettOre <= 0 || fjor.minutter <= 0 || fjor.lonnOre <= 0 || naa.minutter <= 0 || erNull(e.budsjettertVolumOre)) return null;
  const sats = oreFraBigint(avrund(delt(brok(fjor.lonnOre), brok(fjor.minutter, 60))));
  if (sats <= 0) return null;
  const budsjettAnnetOre = oreFraBigint(avrund(ganger(brok(e.kostnadsbudsjettOre), brok(fjor.annetOre, fjor.lonnOre + fjor.annetOre))));
  const normtimer = delt(brok(e.kostnadsbudsjettOre - budsjettAnnetOre), brok(sats));
  return {
    id: e.id,
    volum: e.levertVolumOre,
    normtimerPerVolum: delt(normtimer, e.budsjettertVolumOre),
    budsjettsatsOre: sats,
    budsjettAnnetOre,
    timer: brok(naa.minutter, 60),
    lonnOre: ore(naa.lonnOre),
    annetOre: ore(naa.annetOre),
    inntektOre: e.inntektOre,
  };
}
