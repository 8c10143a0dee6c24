import type { Dato } from '#lib/core/dato.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { avkortOppdrag, opprettOppdrag } from '#lib/oppdrag/oppdrag-service.ts';

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

export type Hendelse = VedtakFattet | VedtakAvkortet;

/** What a room to the right does when something happens to the left, in the same transaction. The only place rooms are wired. */
export async function meld(tx: Tx, hendelse: Hendelse): Promise<void> {
  switch (hendelse.type) {
    case 'VedtakFattet':
      return opprettOppdrag(tx, hendelse);
    case 'VedtakAvkortet':
      return avkortOppdrag(tx, hendelse);
  }
}
