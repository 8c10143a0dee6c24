import { hentFremdrift } from '#lib/avregning/fremdrift-service.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

/** What is done of what, for the one who may see the settlement. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const okt = await hentOkt();
  if (!okt) return new Response(null, { status: 401 });
  const id = Number((await params).id);
  if (!harTilgang(okt, 'SE_AVREGNING') || !Number.isSafeInteger(id)) return new Response(null, { status: 404 });
  const svar = await lesKommune(okt, (tx) => hentFremdrift(tx, id));
  return svar ? Response.json(svar, { headers: { 'cache-control': 'no-store' } }) : new Response(null, { status: 404 });
}
