import { parseId } from '#lib/core/id.ts';
import { hentSvarPdf } from '#lib/sak/innboks-service.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

/** The preliminary reply as it was sent, byte for byte; the download is logged. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string; svarId: string }> }): Promise<Response> {
  const okt = await hentOkt();
  const felt = await params;
  const [id, svarId] = [parseId(felt.id), parseId(felt.svarId)];
  if (!okt || !harTilgang(okt, 'SE_INNBOKS') || id === null || svarId === null) return new Response(null, { status: 404 });
  const pdf = await withKommune(okt, (tx) => hentSvarPdf(tx, id, svarId));
  if (pdf === null) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(pdf), { headers: { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="H-${id}-svar-${svarId}.pdf"`, 'cache-control': 'no-store' } });
}
