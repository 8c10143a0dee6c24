import { parseId, type KjoringId } from '#lib/core/id.ts';
import { hentFremdrift } from '#lib/toppfinansiering/ressurspost-import-service.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';

/** What is done of what, of a file that is read or taken in. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const okt = await hentOkt();
  const id = parseId<KjoringId>((await params).id);
  if (!okt || !harTilgang(okt, 'SE_RESSURSKREVENDE_MOTTAKER') || id === null) return new Response(null, { status: 404 });
  const svar = await hentFremdrift(okt, id);
  return svar ? Response.json(svar, { headers: { 'cache-control': 'no-store' } }) : new Response(null, { status: 404 });
}
