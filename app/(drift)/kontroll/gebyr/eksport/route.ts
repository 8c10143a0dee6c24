import { getLocale, getTranslations } from 'next-intl/server';
import { brok } from '#lib/core/brok.ts';
import { tilCsv } from '#lib/core/csv.ts';
import { parseManed } from '#lib/core/maned.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { skrivXlsx } from '#lib/server/regneark/skriv-xlsx.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { visGebyr } from '#lib/utfort-tid/gebyr-service.ts';

/** The month's fee basis for the system that invoices: by pseudonym, in half hours. The download is logged. */
export async function GET(request: Request): Promise<Response> {
  const okt = await hentOkt();
  const sok = new URL(request.url).searchParams;
  const maned = parseManed(sok.get('maned') ?? '');
  if (!okt || !harTilgang(okt, 'SE_GEBYR') || !maned) return new Response(null, { status: 404 });
  const { rader } = await withKommune(okt, (tx) => visGebyr(tx, maned, 'LAST_NED_GEBYR'));
  const [t, sprak] = [await getTranslations('gebyr'), tolkSprak(await getLocale())];
  const med = rader.flatMap((r) => (r.grunnlag ? [{ r, g: r.grunnlag }] : []));
  const hode = ['mottaker', 'tjeneste', 'maned', 'kilde', 'timer', 'fravar', 'sats', 'grunnlag', 'bekreftet'].map((k) => t(`kolonne.${k}`));
  const ja = (bekreftet: boolean): string => t(bekreftet ? 'bekreftet' : 'satser.ikkeBekreftet');
  const filnavn = (ende: string): string => `attachment; filename="gebyrgrunnlag-${maned}.${ende}"`;
  const navn = (r: (typeof med)[number]['r']): string => (sprak === 'nn' ? r.navnNn : r.navnNb);
  if (sok.get('format') === 'xlsx') {
    const typer = ['tekst', 'tekst', 'tekst', 'tekst', 'desimal', 'heltall', 'ore', 'ore', 'tekst'] as const;
    const bok = await skrivXlsx({
      navn: t('tittel'),
      kolonner: hode.map((tittel, i) => ({ tittel, type: typer[i] ?? 'tekst' })),
      rader: med.map(({ r, g }) => [r.pseudonym, navn(r), maned, t(`kilde.${g.kilde}`), brok(g.halvtimer, 2), g.fravarsdager, r.sats, g.ore, ja(r.bekreftet)]),
    });
    return new Response(new Uint8Array(bok), { headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'content-disposition': filnavn('xlsx'), 'cache-control': 'no-store' } });
  }
  const linjer = med.map(({ r, g }) => [r.pseudonym, navn(r), maned, t(`kilde.${g.kilde}`), brok(g.halvtimer, 2), g.fravarsdager, { ore: r.sats ?? 0 }, { ore: g.ore }, ja(r.bekreftet)]);
  return new Response(tilCsv([hode, ...linjer]), { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': filnavn('csv'), 'cache-control': 'no-store' } });
}
