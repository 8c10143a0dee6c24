import type { Merket } from '#lib/core/merke.ts';

/** Money in whole øre, always a safe integer. */
export type Ore = Merket<number, 'Ore'>;

/** @throws RangeError when the amount is not a safe integer: money is never approximated. */
export function ore(belop: number): Ore {
  if (!Number.isSafeInteger(belop)) throw new RangeError(`Beløpet ${belop} er ikke et helt antall øre`);
  return (belop === 0 ? 0 : belop) as Ore;
}

/** From exact arithmetic or a BIGINT column. @throws RangeError beyond the safe integers. */
export function oreFraBigint(belop: bigint): Ore {
  return ore(Number(belop));
}

export const INGEN_ORE: Ore = ore(0);

export function leggSammen(a: Ore, b: Ore): Ore {
  return ore(a + b);
}

export function trekkFra(a: Ore, b: Ore): Ore {
  return ore(a - b);
}

/** Exact sum; 0 for an empty list. */
export function sumOre(belop: Iterable<Ore>): Ore {
  let sum: number = 0;
  for (const b of belop) sum = ore(sum + b);
  return sum as Ore;
}

/** `fra` less each of `ledd`, exact also where a partial sum would pass the safe integers; only the answer must be one. */
export function restOre(fra: Ore, ...ledd: readonly Ore[]): Ore {
  return oreFraBigint(ledd.reduce((rest, del) => rest - BigInt(del), BigInt(fra)));
}
