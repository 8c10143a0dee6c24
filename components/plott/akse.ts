import { formatHeltall } from '#lib/core/format.ts';

/** Short names of the months, the same in bokmål and nynorsk. */
export const MANEDER_KORT = ['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'des'] as const;

/** One decimal is enough for the screen, and keeps the markup small. */
export function px(tall: number): number {
  return Math.round(tall * 10) / 10;
}

/** Round steps (1, 2, 2.5, 5 × 10ⁿ) covering min to max with at most four intervals; whole steps where `hele` are counted. */
export function trinn(min: number, maks: number, hele = false): number[] {
  const spenn = maks - min || Math.abs(maks) || 1;
  const grovt = spenn / 4;
  const tier = 10 ** Math.floor(Math.log10(grovt));
  const runde = ([1, 2, 2.5, 5, 10].find((faktor) => faktor * tier >= grovt * 0.999) ?? 10) * tier;
  const steg = hele ? Math.max(1, Math.ceil(runde)) : runde;
  const ut: number[] = [];
  for (let i = Math.ceil(min / steg - 1e-9); i * steg <= maks + steg * 1e-9; i += 1) ut.push(Number((i * steg).toPrecision(12)));
  return ut;
}

/** Words of the grid lines: whole numbers without decimals where all of them are whole, else the plot's own format. */
export function trinnformat(verdier: readonly number[], format: (verdi: number) => string): (verdi: number) => string {
  return verdier.every(Number.isInteger) ? formatHeltall : format;
}

/** Room left of the axis for its words, about seven pixels a letter, at least `minst`. */
export function venstremarg(ord: readonly string[], minst: number): number {
  return Math.max(minst, 8 + 7 * Math.max(0, ...ord.map((et) => et.length)));
}

/** Value → position, linear. */
export function skala(fra: readonly [number, number], til: readonly [number, number]): (verdi: number) => number {
  const [a, b] = fra;
  const [c, d] = til;
  const faktor = b === a ? 0 : (d - c) / (b - a);
  return (verdi) => px(c + (verdi - a) * faktor);
}

/** Moves labels apart so that no two are closer than `avstand`, and none lower than `bunn`; returns new positions in the order given. */
export function spre(posisjoner: readonly number[], avstand: number, bunn = Infinity): number[] {
  const rekke = posisjoner.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  let forrige = -Infinity;
  for (const ett of rekke) {
    ett.y = Math.max(ett.y, forrige + avstand);
    forrige = ett.y;
  }
  let neste = bunn + avstand;
  for (const ett of rekke.toReversed()) {
    ett.y = Math.min(ett.y, neste - avstand);
    neste = ett.y;
  }
  const ut = [...posisjoner];
  for (const ett of rekke) ut[ett.i] = px(ett.y);
  return ut;
}

/** Where a broken axis starts: null when bars can start at zero without hiding the changes. */
export function bruddstart(nivaer: readonly number[]): number | null {
  const [lav, hoy] = [Math.min(...nivaer), Math.max(...nivaer)];
  const spenn = hoy - lav;
  if (lav <= 0 || spenn === 0 || spenn > hoy * 0.35) return null;
  const onsket = lav - spenn * 0.5;
  const tier = 10 ** Math.floor(Math.log10(spenn));
  const start = Math.floor(onsket / tier) * tier;
  return start > 0 ? Number(start.toPrecision(12)) : null;
}
