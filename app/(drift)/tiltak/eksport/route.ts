import { getLocale, getTranslations } from 'next-intl/server';
import { lesTiltaksvalg } from '#components/tiltak/tiltaksvalg.ts';
import { tilCsv } from '#lib/core/csv.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { hentTiltaksliste, standardstart, tidligste } from '#lib/oversikt/tiltak-service.ts';
import { loggfor } from '#lib/server/logg.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { skrivXlsx, XLSX_TYPE } from '#lib/server/regneark/skriv-xlsx.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

/** The list behind a measure, by pseudonym: its sum is the figure of the page, to the øre. The download is logged. */
export async function GET(request: Request): Promise<Response> {
  const okt = await hentOkt();
  if (!okt || !harTilgang(okt, 'LAST_NED_TILTAK')) return new Response(null, { status: 404 });
  const sok = new URL(request.url).searchParams;
  const [t, sprak] = await Promise.all([getTranslations('tiltak.fil'), getLocale()]);
  const { valg, feil } = lesTiltaksvalg({ ...Object.fromEntries(sok), tj: sok.getAll('tj') }, tidligste(), standardstart());
  if (feil.length > 0) return new Response(null, { status: 400 });
  const liste = await withKommune(okt, async (tx) => {
    const ut = await hentTiltaksliste(tx, valg, tolkSprak(sprak));
    if (ut !== null) await loggfor(tx, { handling: 'LAST_NED_TILTAK', objektType: 'tiltak', objektId: String(ut.rader.length), grunn: sok.toString().slice(0, 200) });
    return ut;
  });
  if (liste === null) return new Response(null, { status: 404 });
  const hode = [t('vedtak'), t('mottaker'), t('tjeneste'), t('enhet'), t('hva'), t('minutter'), ...liste.maneder.map(manedOgAr), t('sum')];
  const rader = liste.rader.map((r) => ({ tekst: [r.nummer, r.mottaker, r.tjeneste, r.enhet, t(r.slag as 'MINDRE'), String(Math.round(r.minutterPerUke * 100) / 100).replace('.', ',')], ore: [...r.maneder, r.ore] }));
  const sum = liste.maneder.map((_, i) => liste.rader.reduce((s, r) => s + (r.maneder[i] ?? 0), 0));
  const alle = [...rader, { tekst: [t('sum'), '', '', '', '', ''], ore: [...sum, sum.reduce((a, b) => a + b, 0)] }];
  const xlsx = sok.get('format') === 'xlsx';
  const navn = { 'content-disposition': `attachment; filename="tiltak.${xlsx ? 'xlsx' : 'csv'}"`, 'cache-control': 'no-store' };
  if (xlsx) {
    const bok = await skrivXlsx({ navn: t('ark'), kolonner: hode.map((tittel, i) => ({ tittel, type: i < 6 ? ('tekst' as const) : ('ore' as const) })), rader: alle.map((r) => [...r.tekst, ...r.ore]) });
    return new Response(new Uint8Array(bok), { headers: { 'content-type': XLSX_TYPE, ...navn } });
  }
  return new Response(tilCsv([hode, ...alle.map((r) => [...r.tekst, ...r.ore.map((ore) => ({ ore }))])]), { headers: { 'content-type': 'text/csv; charset=utf-8', ...navn } });
}
