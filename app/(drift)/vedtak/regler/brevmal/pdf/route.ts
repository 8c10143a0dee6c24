import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { malutkastPdf } from '#lib/vedtak/brevmalutkast-service.ts';
import { EKSEMPLER } from '#lib/vedtak/domain/brev/eksempelbrev.ts';

/** A letter of the draft as it would be sent. */
export async function GET(request: Request): Promise<Response> {
  const okt = await hentOkt();
  if (!okt || !harTilgang(okt, 'SETT_VEDTAKSREGLER')) return new Response(null, { status: 404 });
  const q = new URL(request.url).searchParams;
  const eksempel = EKSEMPLER.find((e) => e === q.get('brev')) ?? 'INNVILGET';
  const sprak = q.get('sprak') === 'nn' ? 'nn' : 'nb';
  const pdf = await lesKommune(okt, (tx) => malutkastPdf(tx, { eksempel, sprak }));
  return new Response(new Uint8Array(pdf), { headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${eksempel.toLowerCase()}-${sprak}.pdf"`, 'cache-control': 'no-store' } });
}
