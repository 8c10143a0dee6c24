/** The fewest people a number is shown for. */
export const MINSTE_ANTALL = 5;

/**
 * Which groups of a table with a sum are hidden: those under five, and where that is only one, also the smallest of the
 * others, so that the one cannot be found by taking the rest from the sum. Empty groups hide nobody.
 */
export function undertrykk(antall: readonly number[], minst = MINSTE_ANTALL): boolean[] {
  const skjult = antall.map((n) => n > 0 && n < minst);
  if (skjult.filter(Boolean).length !== 1) return skjult;
  const minste = antall.reduce((best, n, i) => (n >= minst && (best === -1 || n < (antall[best] as number)) ? i : best), -1);
  if (minste >= 0) skjult[minste] = true;
  return skjult;
}
