import { hentKontrollgrunnlag } from '#lib/avregning/kontrollgrunnlag-service.ts';
import { parseManed } from '#lib/core/maned.ts';
import { loggfor } from '#lib/server/logg.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { lesStabilt, withKommune } from '#lib/server/transaksjon.ts';

/** The control case of a month, for `npm run kontroll -- avregning`. Only those who see every unit; the download is logged. */
export async function GET(_request: Request, { params }: { params: Promise<{ maned: string }> }): Promise<Response> {
  const okt = await hentOkt();
  const maned = parseManed((await params).maned);
  if (!okt || !maned || !harTilgang(okt, 'LAST_NED_KONTROLLGRUNNLAG')) return new Response(null, { status: 404 });
  await withKommune(okt, (tx) => loggfor(tx, { handling: 'LAST_NED_KONTROLLGRUNNLAG', objektType: 'avregning', objektId: maned }));
  const sak = await lesStabilt(okt, (tx) => hentKontrollgrunnlag(tx, maned));
  if (!sak) return new Response(null, { status: 404 });
  return new Response(JSON.stringify(sak), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="kontrollgrunnlag-${maned}.json"`, 'cache-control': 'no-store' },
  });
}
