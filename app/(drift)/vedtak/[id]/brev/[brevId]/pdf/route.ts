import { parseId } from '#lib/core/id.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { hentSaksbrevPdf } from '#lib/vedtak/saksbrev-service.ts';

/** A letter beside the vedtak's own, byte for byte; the download is logged. */
export async function GET(_request: Request, { params }: { params: Promise<{ brevId: string }> }): Promise<Response> {
  const okt = await hentOkt();
  const brevId = parseId((await params).brevId);
  if (!okt || !harTilgang(okt, 'SE_MOTTAKER') || brevId === null) return new Response(null, { status: 404 });
  const fil = await withKommune(okt, (tx) => hentSaksbrevPdf(tx, brevId));
  if (fil === null) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(fil.innhold), { headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${fil.navn}"`, 'cache-control': 'no-store' } });
}
