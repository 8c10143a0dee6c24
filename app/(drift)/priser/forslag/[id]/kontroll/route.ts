import { parseId } from '#lib/core/id.ts';
import { hentPriskontroll } from '#lib/stykkpris/kontrollgrunnlag-service.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

/** The control case of one price group in a proposal, for `npm run kontroll -- stykkpris`. The download is logged. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const okt = await hentOkt();
  const id = parseId((await params).id);
  const sok = new URL(request.url).searchParams;
  const gruppe = sok.get('gruppe') ?? '';
  if (!okt || id === null || !harTilgang(okt, 'LAST_NED_KONTROLLGRUNNLAG')) return new Response(null, { status: 404 });
  const sak = await withKommune(okt, (tx) => hentPriskontroll(tx, id, gruppe, sok.get('nivaer') === 'ja'));
  if (!sak) return new Response(null, { status: 404 });
  const navn = `stykkpris-${id}-${gruppe.replaceAll(/[^\w-]/g, '')}.json`;
  return new Response(JSON.stringify(sak), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="${navn}"`, 'cache-control': 'no-store' },
  });
}
