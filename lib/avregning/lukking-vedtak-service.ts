import { finnVedtakUten } from '#lib/avregning/lukking-regler-repo.ts';
import { type Maned, sisteDag } from '#lib/core/maned.ts';
import { finnTjenestenavn } from '#lib/grunnlag/grunnlag-repo.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** The vedtak of a month that no unit is paid for: nobody is to deliver them, or no scheme pays for it there. */
export async function hentVedtakUten(tx: Tx, maned: Maned, regel: 'VEDTAK_UTEN_OPPDRAG' | 'VEDTAK_UTEN_ORDNING', sprak: Sprak) {
  const navn = await finnTjenestenavn(tx, sisteDag(maned));
  return (await finnVedtakUten(tx, maned, regel)).map((r) => ({ ...r, tjeneste: navn.get(r.tjeneste)?.[sprak] ?? r.tjeneste }));
}
