import { avrundOre } from './prognose-serie.ts';

/** A forecast and what came: one of the method's own misses, `frem` months ahead. Amounts in øre. */
export type Bom = { readonly frem: number; readonly prognoseOre: number; readonly faktiskOre: number };

export type Intervalltall = { readonly ore: number; readonly lavOre: number; readonly hoyOre: number };

/** Four of five outcomes of a bell curve lie within so many standard deviations. */
const FIRE_AV_FEM = 1.2816;
/** Fewer misses than this tell too little alone; the spread is then at least `FORSIKTIG`. */
const MINST_BOM = 6;
const FORSIKTIG = 0.05;
const GULV = 0.002;
/** Starting months overlap: misses `frem` months ahead count as `antall / frem` of their own, and few widen the spread. */
const FA_BOM = 1.5;

/** How the spread grows with the number of months ahead: half of it is there from the first month, the rest walks. */
export function vekst(frem: number): number {
  return Math.sqrt((1 + frem) / 2);
}

/**
 * The relative spread one month ahead, from the method's own misses at other starting months: the root of their mean
 * square, each brought to one month ahead, widened the fewer independent misses there are behind it.
 */
export function spredning(bom: readonly Bom[]): number {
  const gyldige = bom.filter((b) => b.prognoseOre !== 0);
  const kvadrater = gyldige.map((b) => ((b.faktiskOre - b.prognoseOre) / b.prognoseOre / vekst(b.frem)) ** 2);
  const malt = kvadrater.length === 0 ? 0 : Math.sqrt(kvadrater.reduce((sum, k) => sum + k, 0) / kvadrater.length);
  const utvidet = malt * (1 + (FA_BOM * gyldige.reduce((sum, b) => sum + b.frem, 0)) / Math.max(1, gyldige.length) ** 2);
  return Math.max(GULV, gyldige.length < MINST_BOM ? Math.max(FORSIKTIG, utvidet) : utvidet);
}

/** The forecast with the interval that holds four of five outcomes, øre. */
export function medIntervall(prognoseOre: number, spredt: number, frem: number): Intervalltall {
  const bredde = avrundOre(Math.abs(prognoseOre) * spredt * vekst(frem) * FIRE_AV_FEM);
  return { ore: prognoseOre, lavOre: prognoseOre - bredde, hoyOre: prognoseOre + bredde };
}
