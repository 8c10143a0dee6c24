import type { Dato } from '#lib/core/dato.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { oppdragTilstand } from '#lib/oppdrag/domain/oppdrag-tilstand.ts';
import type { Oppdragsfakta } from '#lib/oppdrag/domain/oppdrag-tilstand.ts';

export type KanIkkeIverksette = { readonly grunn: 'annullert' | 'ikkeBekreftet' | 'forOppdraget' | 'etterOppdraget' | 'startIFremtiden' };

/** The day the delivery started: inside the order's time, not in the future, after the receipt is confirmed. */
export function iverksettOppdrag(o: Oppdragsfakta, start: Dato, iDag: Dato): Result<Dato, KanIkkeIverksette> {
  if (o.annullert) return nei({ grunn: 'annullert' });
  if (!o.bekreftet) return nei({ grunn: 'ikkeBekreftet' });
  if (start < o.fom) return nei({ grunn: 'forOppdraget' });
  if (o.tom !== null && start > o.tom) return nei({ grunn: 'etterOppdraget' });
  if (start > iDag) return nei({ grunn: 'startIFremtiden' });
  return ok(start);
}

export function kanIverksettes(o: Oppdragsfakta, iDag: Dato): boolean {
  return oppdragTilstand(o, iDag) === 'BEKREFTET' && o.iverksatt === null && o.fom <= iDag;
}
