import { hentOverforingskontroll } from '#lib/avvik/overforing-kontroll-service.ts';
import { loggfor } from '#lib/server/logg.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { lesStabilt, withKommune } from '#lib/server/transaksjon.ts';

/** The control case of a year's carry-over in one scheme, for `npm run kontroll -- overforing`. Logged. */
export async function GET(request: Request, { params }: { params: Promise<{ ar: string }> }): Promise<Response> {
  const okt = await hentOkt();
  const ar = Number((await params).ar);
  const ordningId = Number(new URL(request.url).searchParams.get('ordning'));
  const gyldig = Number.isInteger(ar) && ar > 1999 && ar < 2101 && Number.isSafeInteger(ordningId) && ordningId > 0 && ordningId < 2 ** 31;
  if (!okt || !gyldig || !harTilgang(okt, 'LAST_NED_KONTROLLGRUNNLAG')) return new Response(null, { status: 404 });
  const sak = await lesStabilt(okt, (tx) => hentOverforingskontroll(tx, ar, ordningId));
  if (!sak) return new Response(null, { status: 404 });
  await withKommune(okt, (tx) => loggfor(tx, { handling: 'LAST_NED_KONTROLLGRUNNLAG', objektType: 'overforing', objektId: ar }));
  return new Response(JSON.stringify(sak), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="overforing-${ar}-${ordningId}.json"`, 'cache-control': 'no-store' },
  });
}
