import { parseId } from '#lib/core/id.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { forhandsvisBrev } from '#lib/vedtak/brev-service.ts';

/** The letter of the account's own draft, for the preview beside the form. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const okt = await hentOkt();
  const mottakerId = parseId((await params).id);
  if (!okt || !harTilgang(okt, 'FATT_VEDTAK') || mottakerId === null) return new Response(null, { status: 404 });
  const brev = await lesKommune(okt, (tx) => forhandsvisBrev(tx, mottakerId));
  if (brev === 'FINNES_IKKE') return new Response(null, { status: 404 });
  return Response.json({ brev }, { headers: { 'cache-control': 'no-store' } });
}
