import type { Maned } from '#lib/core/maned.ts';

/** The address of an amount's trace, seen from a posting month. */
export function sporAdresse(maned: Maned, linje: { ordningId: number; enhetId: number; komponent: string; vedtakId: number | null; gjelder: Maned }): string {
  const felt = new URLSearchParams({ enhet: String(linje.enhetId), ordning: String(linje.ordningId), komponent: linje.komponent, gjelder: linje.gjelder });
  if (linje.vedtakId !== null) felt.set('vedtak', String(linje.vedtakId));
  return `/avregning/${maned}/spor?${felt}`;
}
