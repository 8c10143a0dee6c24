import type { Dato } from '#lib/core/dato.ts';
import { gjelderPa } from '#lib/oppdrag/domain/oppdrag-tilstand.ts';
import type { Kategori } from '#lib/utfort-tid/domain/kategori.ts';

/** Why a visit needs eyes, the first that holds. UTENFOR stops approval; the others are a leader's judgement. */
export const MERKNADER = ['UTENFOR', 'OVERLAPP', 'AVVIKENDE_TID', 'I_PAUSE'] as const;
export type Merknad = (typeof MERKNADER)[number];

export type Avklaringsfakta = {
  readonly dato: Dato;
  readonly minutter: number;
  readonly kategori: Kategori;
  /** the planned length stored with the visit; null: the vedtak's own minutes / visits are used */
  readonly planlagtMinutter: number | null;
  readonly vedtattMinutter: number;
  readonly vedtattBesok: number;
  readonly oppdrag: { readonly fom: Dato; readonly tom: Dato | null; readonly annullert: boolean } | null;
  /** the same employee has another visit at the same time */
  readonly overlapper: boolean;
  readonly iPause: boolean;
};

/** More than half longer or shorter than planned; exact, with no division. Only time at the recipient has a planned length. */
export function avvikerIlengde(f: Pick<Avklaringsfakta, 'minutter' | 'kategori' | 'planlagtMinutter' | 'vedtattMinutter' | 'vedtattBesok'>): boolean {
  if (f.kategori !== 'BRUKERRETTET') return false;
  if (f.planlagtMinutter !== null && f.planlagtMinutter > 0) return 2 * Math.abs(f.minutter - f.planlagtMinutter) > f.planlagtMinutter;
  return f.vedtattBesok > 0 && 2 * Math.abs(f.minutter * f.vedtattBesok - f.vedtattMinutter) > f.vedtattMinutter;
}

/** The week's SQL says the same (tested against this). */
export function merknadFor(f: Avklaringsfakta): Merknad | null {
  if (f.oppdrag === null || !gjelderPa(f.oppdrag, f.dato)) return 'UTENFOR';
  if (f.overlapper) return 'OVERLAPP';
  if (avvikerIlengde(f)) return 'AVVIKENDE_TID';
  return f.iPause ? 'I_PAUSE' : null;
}

/** Outside the vedtak always waits; the rest until the leader has approved. */
export function trengerAvklaring(merknad: Merknad | null, kvittert: boolean): boolean {
  return merknad === 'UTENFOR' || (merknad !== null && !kvittert);
}
