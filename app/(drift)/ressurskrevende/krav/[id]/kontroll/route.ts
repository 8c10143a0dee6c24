import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { hentKravsak } from '#lib/toppfinansiering/kravfil-service.ts';

/** The claim's control case, for `npm run kontroll -- toppfinansiering`; only for the named, and logged. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const okt = await hentOkt();
  const { id } = await params;
  if (!okt || !harTilgang(okt, 'SE_RESSURSKREVENDE_MOTTAKER') || !/^[1-9]\d{0,8}$/.test(id)) return new Response(null, { status: 404 });
  const fil = await withKommune(okt, (tx) => hentKravsak(tx, Number(id)));
  if (!fil) return new Response(null, { status: 404 });
  return new Response(fil.innhold, { headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="${fil.navn}"`, 'cache-control': 'no-store' } });
}
