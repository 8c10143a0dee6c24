import { hentGrunnlagForLukking } from '#lib/avregning/lukking-sak-service.ts';
import { parseManed } from '#lib/core/maned.ts';
import { loggfor } from '#lib/server/logg.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

/** A closing's stored case, byte for byte as it was kept, for `npm run kontroll -- avregning`. The download is logged. */
export async function GET(request: Request, { params }: { params: Promise<{ maned: string }> }): Promise<Response> {
  const okt = await hentOkt();
  const maned = parseManed((await params).maned);
  const sok = new URL(request.url).searchParams;
  const [nummer, ordning] = [Number(sok.get('nummer')), sok.get('ordning') ?? ''];
  if (!okt || !maned || !Number.isSafeInteger(nummer) || !harTilgang(okt, 'LAST_NED_KONTROLLGRUNNLAG')) return new Response(null, { status: 404 });
  const sak = await withKommune(okt, async (tx) => {
    const funnet = await hentGrunnlagForLukking(tx, maned, nummer, ordning);
    if (funnet) await loggfor(tx, { handling: 'LAST_NED_KONTROLLGRUNNLAG', objektType: 'lukking', objektId: `${maned}/${nummer}`, grunn: ordning });
    return funnet;
  });
  if (!sak) return new Response(null, { status: 404 });
  return new Response(sak.tekst, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="grunnlag-${maned}-${nummer}-${ordning.replaceAll(/[^\w-]/g, '')}.json"`,
      'cache-control': 'no-store',
      'x-grunnlag-sha256': sak.sha256,
    },
  });
}
