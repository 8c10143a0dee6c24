import type { Merket } from '#lib/core/merke.ts';

/** Whole minutes of time that really passed. */
export type Minutter = Merket<number, 'Minutter'>;

/** @throws RangeError when it is not a whole number of minutes. */
export function minutter(antall: number): Minutter {
  if (!Number.isSafeInteger(antall)) throw new RangeError(`${antall} er ikke et helt antall minutter`);
  return antall as Minutter;
}

export function sumMinutter(ledd: Iterable<Minutter>): Minutter {
  let sum = 0;
  for (const l of ledd) sum += l;
  return minutter(sum);
}
