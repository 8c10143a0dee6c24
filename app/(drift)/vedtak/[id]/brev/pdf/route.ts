import { parseId } from '#lib/core/id.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { hentBrevPdf } from '#lib/vedtak/brev-service.ts';

/** The letter as it was issued, byte for byte; the download is logged. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const okt = await hentOkt();
  const vedtakId = parseId((await params).id);
  if (!okt || !harTilgang(okt, 'SE_MOTTAKER') || vedtakId === null) return new Response(null, { status: 404 });
  const fil = await withKommune(okt, (tx) => hentBrevPdf(tx, vedtakId));
  if (fil === null) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(fil.innhold), { headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${fil.navn}"`, 'cache-control': 'no-store' } });
}
