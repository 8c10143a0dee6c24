import { avkortOppdrag, opprettOppdrag } from '#lib/oppdrag/oppdrag-service.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { VedtakHendelse } from '#lib/vedtak/domain/vedtak-hendelser.ts';

/** What a room to the right does when something happens to the left, in the same transaction. The only place rooms are wired. */
export async function meld(tx: Tx, hendelse: VedtakHendelse): Promise<void> {
  switch (hendelse.type) {
    case 'VedtakFattet':
      return opprettOppdrag(tx, hendelse);
    case 'VedtakAvkortet':
      return avkortOppdrag(tx, hendelse);
  }
}
