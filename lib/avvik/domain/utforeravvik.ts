import { avrund, brok, ganger, minus } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { sammenlignKodepunkt } from '#lib/core/kodepunkt.ts';
import { ore, oreFraBigint, restOre, sumOre, trekkFra } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';

export type Utforertall = {
  readonly id: string;
  /** Delivered and paid. */
  readonly volum: Brok;
  readonly normtimerPerVolum: Brok;
  readonly budsjettsatsOre: Ore;
  readonly budsjettAnnetOre: Ore;
  /** Paid hours. */
  readonly timer: Brok;
  /** Net of sick-pay and parental refunds. */
  readonly lonnOre: Ore;
  readonly annetOre: Ore;
  /** By the settlement. */
  readonly inntektOre: Ore;
};

/** Positive: the unit spends more than it earns. The four parts sum to `avvikOre`, always. */
export type Utforeravvikstall = {
  readonly avvikOre: Ore;
  /** Dearer hours than budgeted. */
  readonly lonnOre: Ore;
  /** More hours than the norm for what was delivered. */
  readonly effektivitetOre: Ore;
  readonly annetOre: Ore;
  /** What the price does not cover of the norm cost. */
  readonly prisdekningOre: Ore;
};
export type Utforeravvik = { readonly enhet: string } & Utforeravvikstall;
export type UtforeravvikUt = { readonly enheter: readonly Utforeravvik[]; readonly sum: Utforeravvikstall };

/** One provider's deviation, by cause. */
export function delUtforeravvik(e: Utforertall): Utforeravvik {
  const sats = brok(e.budsjettsatsOre);
  const avvikOre = restOre(e.lonnOre, e.inntektOre, ore(-e.annetOre));
  const lonnOre = oreFraBigint(avrund(minus(brok(e.lonnOre), ganger(e.timer, sats))));
  const normtimer = ganger(e.volum, e.normtimerPerVolum);
  const effektivitetOre = oreFraBigint(avrund(ganger(minus(e.timer, normtimer), sats)));
  const annetOre = trekkFra(e.annetOre, e.budsjettAnnetOre);
  const prisdekningOre = restOre(avvikOre, lonnOre, effektivitetOre, annetOre);
  return { enhet: e.id, avvikOre, lonnOre, effektivitetOre, annetOre, prisdekningOre };
}

/** The provider's side of the deviation, all units by name, with their sum. */
export function beregnUtforeravvik(inn: readonly Utforertall[]): UtforeravvikUt {
  const enheter = inn.map(delUtforeravvik).toSorted((a, b) => sammenlignKodepunkt(a.enhet, b.enhet));
  const sum = (velg: (e: Utforeravvik) => Ore) => sumOre(enheter.map(velg));
  return {
    enheter,
    sum: {
      avvikOre: sum((e) => e.avvikOre),
      lonnOre: sum((e) => e.lonnOre),
      effektivitetOre: sum((e) => e.effektivitetOre),
      annetOre: sum((e) => e.annetOre),
      prisdekningOre: sum((e) => e.prisdekningOre),
    },
  };
}
