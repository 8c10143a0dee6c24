import { getTranslations } from 'next-intl/server';
import { hentAlleLinjer } from '#lib/avregning/enhet-service.ts';
import { brok, brokFraDesimal } from '#lib/core/brok.ts';
import { tilCsv } from '#lib/core/csv.ts';
import { parseId, type EnhetId } from '#lib/core/id.ts';
import { parseManed } from '#lib/core/maned.ts';
import { loggfor } from '#lib/server/logg.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

/** A unit's lines of a month as a file. Recipients are not in it; the download is logged. */
export async function GET(_request: Request, { params }: { params: Promise<{ maned: string; enhetId: string }> }): Promise<Response> {
  const okt = await hentOkt();
  const felt = await params;
  const maned = parseManed(felt.maned);
  const enhetId = parseId<EnhetId>(felt.enhetId);
  if (!okt || !harTilgang(okt, 'SPOR_BELOP') || !maned || enhetId === null) return new Response(null, { status: 404 });
  // Row-level security would give another's unit an empty file; it does not exist.
  if (okt.enheter !== null && !okt.enheter.includes(enhetId)) return new Response(null, { status: 404 });
  const svar = await withKommune(okt, async (tx) => {
    const funnet = await hentAlleLinjer(tx, maned, enhetId);
    if (funnet) await loggfor(tx, { handling: 'LAST_NED_LINJER', objektType: 'enhet', objektId: enhetId, grunn: maned });
    return funnet;
  });
  if (!svar) return new Response(null, { status: 404 });
  const t = await getTranslations('avregning.enhet');
  const hode = [t('gjelder'), t('komponent'), t('vedtak'), t('tjeneste'), t('volum'), t('pris'), t('belop')];
  const rader = svar.linjer.map((l) => [l.gjelderManed, l.komponent, l.nummer ?? '', l.tjeneste ?? '', brokFraDesimal(l.volum), brok(l.prisOre, 100), brok(l.belopOre, 100)]);
  return new Response(tilCsv([hode, ...rader]), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="avregning-${maned}-${svar.enhet.replaceAll(/[^\w-]/g, '')}.csv"`, 'cache-control': 'no-store' },
  });
}
