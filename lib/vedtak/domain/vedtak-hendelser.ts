import type { Dato } from '#lib/core/dato.ts';

/** A vedtak was issued with a provider: it becomes an order. */
export type VedtakFattet = {
  readonly type: 'VedtakFattet';
  readonly vedtakId: number;
  readonly mottakerId: number;
  readonly enhetId: number;
  readonly fom: Dato;
  readonly tom: Dato | null;
};

/** A vedtak's validity was cut short (replaced or ended): its orders end with it. `tom` before an order's start voids the order. */
export type VedtakAvkortet = {
  readonly type: 'VedtakAvkortet';
  readonly vedtakId: number;
  readonly tom: Dato;
};

/** What happens to a vedtak that rooms to the right must answer to. */
export type VedtakHendelse = VedtakFattet | VedtakAvkortet;
