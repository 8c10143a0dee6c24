import { loggfor } from '#lib/server/logg.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { hentSimuleringssak } from '#lib/toppfinansiering/simulering-service.ts';
import { lesValg } from '#lib/toppfinansiering/simulering-view.ts';

/** The control case of the designs in the address, for `npm run kontroll -- toppfinansiering-simulering`. Every download is logged. */
export async function GET(request: Request): Promise<Response> {
  const okt = await hentOkt();
  if (!okt || !harTilgang(okt, 'SE_SIMULERING')) return new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const valg = lesValg({ grunnlag: searchParams.get('grunnlag') ?? undefined, u: searchParams.has('u') ? searchParams.getAll('u') : undefined });
  const sak = await withKommune(okt, async (tx) => {
    const ut = await hentSimuleringssak(tx, valg);
    if (ut) await loggfor(tx, { handling: 'LAST_NED_KONTROLLGRUNNLAG', objektType: 'simulering', objektId: valg.grunnlag });
    return ut;
  });
  if (!sak) return new Response(null, { status: 404 });
  return new Response(JSON.stringify(sak), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="simulering-${valg.grunnlag}.json"`, 'cache-control': 'no-store' },
  });
}
