import type { Dato } from '#lib/core/dato.ts';

/** MOTTATT waits on the unit; BEKREFTET has been seen; IVERKSATT is being delivered; the last two are over. */
export const TILSTANDER = ['MOTTATT', 'BEKREFTET', 'IVERKSATT', 'AVSLUTTET', 'ANNULLERT'] as const;
export type Oppdragstilstand = (typeof TILSTANDER)[number];

export type Oppdragsfakta = {
  readonly fom: Dato;
  readonly tom: Dato | null;
  /** the receipt has been confirmed */
  readonly bekreftet: boolean;
  /** the day the delivery started, as the unit has said */
  readonly iverksatt: Dato | null;
  /** the vedtak ended before the order began */
  readonly annullert: boolean;
};

/** Where an order stands on a day. The list's SQL says the same (tested against this). */
export function oppdragTilstand(o: Oppdragsfakta, dag: Dato): Oppdragstilstand {
  if (o.annullert) return 'ANNULLERT';
  if (o.tom !== null && o.tom < dag) return 'AVSLUTTET';
  if (!o.bekreftet) return 'MOTTATT';
  return o.iverksatt !== null && o.iverksatt <= dag ? 'IVERKSATT' : 'BEKREFTET';
}

/** Whether a day lies inside the order's time. A pause does not count against a visit that was made. */
export function gjelderPa(o: Pick<Oppdragsfakta, 'fom' | 'tom' | 'annullert'>, dag: Dato): boolean {
  return !o.annullert && o.fom <= dag && (o.tom === null || dag <= o.tom);
}
