import type { Maned } from '#lib/core/maned.ts';
import type { Forslagsslag } from '#lib/stykkpris/domain/prisvalg.ts';

/** The accounts and the volume behind a unit's figures in a basis. */
export function enhetsgrunnlagAdresse(ordningId: number, enhetId: number, basis: { fom: Maned; tom: Maned }): string {
  return `/priser/kostnad/${ordningId}/${enhetId}?fom=${basis.fom}&tom=${basis.tom}`;
}

export function verkstedAdresse(ordningId: number, ar: number, slag: Forslagsslag): string {
  return `/priser/verksted/${ordningId}/${ar}?slag=${slag}`;
}

/** `2026-10` → "10.2026". */
export function kortManed(m: Maned): string {
  return `${m.slice(5)}.${m.slice(0, 4)}`;
}
