import { getTranslations } from 'next-intl/server';
import { artsnavn } from '#components/sammenligning/enhetsgruppe.tsx';
import { maltekst } from '#components/sammenligning/maltekst.ts';
import { tilCsv } from '#lib/core/csv.ts';
import { parseManed } from '#lib/core/maned.ts';
import { MAL, type Mal } from '#lib/oversikt/domain/sammenligning.ts';
import { hentSammenligning } from '#lib/oversikt/sammenligning-service.ts';
import { loggfor } from '#lib/server/logg.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { skrivXlsx, XLSX_TYPE } from '#lib/server/regneark/skriv-xlsx.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

/** All measures of all units as the page shows them: what is hidden there is empty here. The download is logged. */
export async function GET(request: Request): Promise<Response> {
  const okt = await hentOkt();
  if (!okt || !harTilgang(okt, 'SE_SAMMENLIGNING')) return new Response(null, { status: 404 });
  const sok = new URL(request.url).searchParams;
  const side = await hentSammenligning(okt, { til: parseManed(sok.get('til') ?? ''), antall: Number(sok.get('antall') ?? 12), mal: 'ENHETSKOSTNAD' });
  if (!side) return new Response(null, { status: 404 });
  await withKommune(okt, (tx) => loggfor(tx, { handling: 'LAST_NED_SAMMENLIGNING', objektType: 'sammenligning', objektId: `${side.fra}–${side.til}` }));
  const t = await getTranslations('sammenligning');
  const somIndeks = sok.get('vis') === 'indeks';
  const verdi = (m: Mal, tall: number | null, indeks: number | null): string => (somIndeks ? (indeks === null ? '' : String(indeks)) : tall === null ? '' : maltekst(m, tall));
  const hode = [t('slag'), t('utforer'), t('mottakere'), ...MAL.map((m) => `${t(`mal.${m}`, { dogn: 'false' })}${somIndeks ? '' : ` (${t(`enhet.${m}`, { dogn: 'false' })})`}`)];
  const rader: string[][] = [];
  for (const g of side.grupper) {
    const art = await artsnavn(g.art);
    for (const e of g.enheter) rader.push([art, e.navn, e.mottakere < 5 ? '' : String(e.mottakere), ...MAL.map((m) => verdi(m, e.tall[m], e.indeks[m]))]);
  }
  const navn = (ende: string): string => `attachment; filename="sammenligning-${side.fra}-${side.til}.${ende}"`;
  if (sok.get('format') === 'xlsx') {
    const bok = await skrivXlsx({ navn: t('tittel'), kolonner: hode.map((tittel) => ({ tittel, type: 'tekst' as const })), rader });
    return new Response(new Uint8Array(bok), { headers: { 'content-type': XLSX_TYPE, 'content-disposition': navn('xlsx'), 'cache-control': 'no-store' } });
  }
  return new Response(tilCsv([hode, ...rader]), { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': navn('csv'), 'cache-control': 'no-store' } });
}
