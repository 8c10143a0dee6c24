import { avrundTilTall, brok } from '#lib/core/brok.ts';
import type { Omfang } from '#lib/vedtak/domain/omfang.ts';

/**
 * The extent with so many thousandths less, in whole minutes and times as a vedtak is written: each is rounded (half away from zero),
 * and nobody loses the last of it. Visits are as many, and shorter. A level, a place and a contract have no amount to make less.
 */
export function strengere(omfang: Omfang, promille: number): Omfang {
  const igjen = (antall: number): number => (antall === 0 ? 0 : Math.max(1, avrundTilTall(brok(antall * (1000 - promille), 1000))));
  if (omfang.type === 'TIMER') return { ...omfang, minutter: igjen(omfang.minutter), deler: omfang.deler.map((del) => ({ ...del, minutter: igjen(del.minutter) })) };
  return omfang.type === 'ANTALL' ? { ...omfang, antall: igjen(omfang.antall) } : omfang;
}
