import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { hentMalfil } from '#lib/vedtak/regler-service.ts';

/** The template in use as a file, to write the next version from. */
export async function GET(): Promise<Response> {
  const okt = await hentOkt();
  if (!okt || !harTilgang(okt, 'SETT_VEDTAKSREGLER')) return new Response(null, { status: 404 });
  const fil = await lesKommune(okt, hentMalfil);
  return new Response(fil, { headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': 'attachment; filename="brevmal.json"', 'cache-control': 'no-store' } });
}
