/** Figures of a benchmark by name. Lower is better. */
export type Tall = Readonly<Record<string, number>>;

/** The last line of a benchmark on stdout. */
export interface Resultat {
  readonly navn: string;
  readonly tall: Tall;
  /** only the figures that have a bar */
  readonly bar: Tall;
  readonly holder: boolean;
}

/**
 * The middle value; the mean of the two middle ones when their number is even.
 *
 * @throws RangeError without any values
 */
export function median(verdier: readonly number[]): number {
  const sortert = verdier.toSorted((a, b) => a - b);
  const midt = Math.floor(sortert.length / 2);
  const ovre = sortert[midt];
  if (ovre === undefined) throw new RangeError('median av ingenting');
  return sortert.length % 2 === 1 ? ovre : ((sortert[midt - 1] ?? ovre) + ovre) / 2;
}

/** The sum of the parts against as many of the one they are measured by: 1 means "as fast as that". */
export function forhold(deler: readonly number[], mot: number): number {
  return deler.reduce((sum, del) => sum + del, 0) / (deler.length * mot);
}

/** Three significant digits are more than any of these figures deserves; whole numbers stay whole. */
export function avrund(verdi: number): number {
  return Number(verdi.toPrecision(verdi >= 1000 ? 4 : 3));
}

/**
 * Sets the figures beside their bars. A bar is compared with the figure before it is rounded.
 *
 * @throws RangeError when a bar has no figure, or a figure is not a number: what was not measured does not hold
 */
export function resultat(navn: string, tall: Tall, bar: Tall): Resultat {
  for (const [felt, verdi] of Object.entries(tall)) {
    if (!Number.isFinite(verdi)) throw new RangeError(`${navn}: ${felt} ble ikke målt`);
  }
  const holder = Object.entries(bar).every(([felt, grense]) => {
    const verdi = tall[felt];
    if (verdi === undefined) throw new RangeError(`${navn}: ${felt} har en grense, men ble ikke målt`);
    return verdi <= grense;
  });
  const rundet = Object.fromEntries(Object.entries(tall).map(([felt, verdi]) => [felt, avrund(verdi)]));
  return { navn, tall: rundet, bar, holder };
}

/** Runs the works in turn, `ganger` times, so that a slow spell of the machine hits them alike. @returns their times in ms */
export async function iTur<N extends string>(
  arbeid: Readonly<Record<N, () => Promise<unknown>>>,
  ganger: number,
): Promise<Record<N, number[]>> {
  const navn = Object.keys(arbeid) as N[];
  const tider = Object.fromEntries(navn.map((n) => [n, []])) as unknown as Record<N, number[]>;
  for (let gang = 0; gang < ganger; gang += 1) {
    for (const n of gang % 2 === 0 ? navn : navn.toReversed()) {
      const start = performance.now();
      await arbeid[n]();
      tider[n].push(performance.now() - start);
    }
  }
  return tider;
}
