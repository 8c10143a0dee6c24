import { maSkjermes, type Skjermcelle } from '#lib/avvik/domain/skjerming.ts';
import { avrundTilTall, brok } from '#lib/core/brok.ts';
import { sammenlignKodepunkt } from '#lib/core/kodepunkt.ts';

/** What each person has of something, øre. */
export type Perperson = ReadonlyMap<string, number>;

/** Kroner and recipients of a sum, and the largest of them, so that it can be asked whether it may be shown. */
export function celleAv(personer: Perperson): Skjermcelle {
  const belop = [...personer.values()];
  return { ore: belop.reduce((a, b) => a + b, 0), antall: belop.filter((b) => b !== 0).length, storsteOre: belop.reduce((a, b) => Math.max(a, Math.abs(b)), 0) };
}

/** Amounts of one person put together from several sums. */
export function samlet(deler: readonly Perperson[]): Perperson {
  const ut = new Map<string, number>();
  for (const del of deler) for (const [hvem, ore] of del) ut.set(hvem, (ut.get(hvem) ?? 0) + ore);
  return ut;
}

/**
 * The codes as they may be chosen and shown by one who may not see the persons behind them: those of few, and those that one recipient
 * dominates, go together with the next smallest until neither is true. At least two go together, so that none can be found as the
 * whole less the others. Codes in code-point order; when even the whole is few there is one bundle of all.
 */
export function bunter(grunnlag: ReadonlyMap<string, Perperson>): string[][] {
  const celler = new Map([...grunnlag].map(([kode, personer]) => [kode, celleAv(personer)]));
  const etterStorrelse = [...celler].toSorted((a, b) => a[1].antall - b[1].antall || sammenlignKodepunkt(a[0], b[0]));
  const sma = etterStorrelse.filter(([, c]) => maSkjermes(c)).map(([kode]) => kode);
  const resten = etterStorrelse.filter(([kode]) => !sma.includes(kode)).map(([kode]) => kode);
  const celle = (koder: readonly string[]): Skjermcelle => celleAv(samlet(koder.map((k) => grunnlag.get(k) ?? new Map())));
  while (sma.length > 0 && resten.length > 0 && (sma.length === 1 || maSkjermes(celle(sma)))) sma.push(resten.shift() ?? '');
  return [...resten.map((kode) => [kode]), ...(sma.length > 0 ? [sma.toSorted(sammenlignKodepunkt)] : [])].toSorted((a, b) => sammenlignKodepunkt(a[0] ?? '', b[0] ?? ''));
}

/** Øre in steps of ten thousand kroner: what a measure means to one who sees sums only, so that two near choices tell nothing of one person. */
export function omLag(ore: number): number {
  return avrundTilTall(brok(ore, 1_000_000)) * 1_000_000;
}

/** Recipients fewer or more in whole fives, towards zero: the difference between two choices is never one person. */
export function iFemmere(antall: number): number {
  const fem = Math.trunc(antall / 5) * 5;
  return fem === 0 ? 0 : fem;
}
