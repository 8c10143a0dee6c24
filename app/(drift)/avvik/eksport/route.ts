import { getLocale, getTranslations } from 'next-intl/server';
import { lesAvviksvalg } from '#components/avvik/avviksvalg.ts';
import { tilCsv } from '#lib/core/csv.ts';
import { hentAvvik } from '#lib/oversikt/avvik-service.ts';
import type { Avviksrad } from '#lib/oversikt/avvik-view.ts';
import { loggfor } from '#lib/server/logg.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { skrivXlsx, XLSX_TYPE } from '#lib/server/regneark/skriv-xlsx.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

/** The board's tables as they are shown to this reader: what is hidden there is empty here. The download is logged. */
export async function GET(request: Request): Promise<Response> {
  const okt = await hentOkt();
  if (!okt || !harTilgang(okt, 'SE_AVVIK')) return new Response(null, { status: 404 });
  const sok = Object.fromEntries(new URL(request.url).searchParams);
  const sprak = tolkSprak(await getLocale());
  const side = await withKommune(okt, async (tx) => {
    const avvik = await hentAvvik(tx, lesAvviksvalg(sok), sprak);
    if (avvik) await loggfor(tx, { handling: 'LAST_NED_AVVIK', objektType: 'avvik', objektId: `${avvik.fra}–${avvik.utvalg.maned}` });
    return avvik;
  });
  if (!side) return new Response(null, { status: 404 });
  const t = await getTranslations('avvik');
  const hode = [t('velg.hvor'), t('enheter.ramme'), t('enheter.avregnet'), t('del.volum'), t('del.miks'), t('del.pris'), t('del.sum')];
  const rad = (r: Pick<Avviksrad, 'navn' | 'budsjettOre' | 'tall'>): (string | number | null)[] => [r.navn, r.budsjettOre, ...(['faktiskOre', 'volumOre', 'miksOre', 'prisOre', 'avvikOre'] as const).map((felt) => r.tall?.[felt] ?? null)];
  const enheter = side.utvalg.enhetId === null && side.utvalg.gruppe === null ? side.enheter : [];
  const ark: { navn: string; hode: string[]; rader: (string | number | null)[][]; antall?: number }[] = [
    { navn: t('ledd.ledd'), hode, rader: [...side.ledd.map(rad), rad({ navn: t('del.sum'), budsjettOre: side.sum.budsjettOre, tall: side.sum })] },
    ...(enheter.length > 0 ? [{ navn: t('enheter.enhet'), hode, rader: enheter.map(rad) }] : []),
    ...(side.arsaker
      ? [{
          // `antall`: the column of counts. What is hidden is empty, and frames have no recipients.
          navn: t('arsaker.arsak'), antall: 2, hode: [t('arsaker.arsak'), t('arsaker.kr'), t('arsaker.mottakere')],
          rader: [...side.arsaker.map((a) => [t(`arsaker.${a.arsak}`), a.tall?.ore ?? null, a.arsak === 'UTEN_VEDTAK' ? null : (a.tall?.antall ?? null)]), [t('arsaker.rest'), side.restOre, null], [t('arsaker.sum'), side.sum.avvikOre, null]],
        }]
      : []),
  ];
  const navn = `attachment; filename="avvik-${side.fra}-${side.utvalg.maned}.${sok['format'] === 'xlsx' ? 'xlsx' : 'csv'}"`;
  if (sok['format'] === 'xlsx') {
    const bok = await skrivXlsx(ark.map((a) => ({ navn: a.navn, kolonner: a.hode.map((tittel, i) => ({ tittel, type: i === 0 ? ('tekst' as const) : i === a.antall ? ('heltall' as const) : ('ore' as const) })), rader: a.rader })));
    return new Response(new Uint8Array(bok), { headers: { 'content-type': XLSX_TYPE, 'content-disposition': navn, 'cache-control': 'no-store' } });
  }
  const celle = (verdi: string | number | null, antall: boolean) => (typeof verdi !== 'number' ? verdi : antall ? String(verdi) : { ore: verdi });
  const csv = tilCsv(ark.flatMap((a, i) => [...(i > 0 ? [['']] : []), a.hode, ...a.rader.map((r) => r.map((verdi, i) => celle(verdi, i === a.antall)))]));
  return new Response(csv, { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': navn, 'cache-control': 'no-store' } });
}
