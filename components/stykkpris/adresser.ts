import type { Maned } from '#lib/core/maned.ts';
import type { Forslagsslag } from '#lib/stykkpris/domain/prisvalg.ts';

/** The accounts and the volume behind a unit's figures in a basis. */
export function enhetsgrunnlagAdresse(ordningId: number, enhetId: number, basis: { fom: Maned; tom: Maned }): string {
  return `/priser/kostnad/${ordningId}/${enhetId}?fom=${basis.fom}&tom=${basis.tom}`;
}

export function verkstedAdresse(ordningId: number, ar: number, slag: Forslagsslag): string {
  return `/priser/verksted/${ordningId}/${ar}?slag=${slag}`;
}
