import { getTranslations } from 'next-intl/server';
import { type Brok, brok, brokFraDesimal } from '#lib/core/brok.ts';
import { tilCsv } from '#lib/core/csv.ts';
import { type Maned, manederMellom, parseManed } from '#lib/core/maned.ts';
import { hentAltHoldt } from '#lib/grunnlag/regnskap-service.ts';
import { erSlag, type Slag, type Vistrad } from '#lib/grunnlag/regnskap-view.ts';
import { loggfor } from '#lib/server/logg.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { type Arkkolonnetype, skrivXlsx } from '#lib/server/regneark/skriv-xlsx.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

const MAKS_MANEDER = 120;

type Kolonne = { readonly nokkel: string; readonly type: Arkkolonnetype; readonly verdi: (r: Vistrad) => string | number | null };
const BELOP: Kolonne = { nokkel: 'belop', type: 'ore', verdi: (r) => r.verdi };
const VERSJON: Kolonne = { nokkel: 'versjon', type: 'heltall', verdi: (r) => Number(r.b) };

/** The same columns and headings as the import reads, so that a file out can be taken in again. */
const KOLONNER: Readonly<Record<Slag, readonly Kolonne[]>> = {
  REGNSKAP: [{ nokkel: 'funksjon', type: 'tekst', verdi: (r) => r.a }, { nokkel: 'art', type: 'tekst', verdi: (r) => r.b }, BELOP],
  TIMEVERK: [{ nokkel: 'type', type: 'tekst', verdi: (r) => r.a }, { nokkel: 'timer', type: 'desimal', verdi: (r) => r.verdi }],
  SYKEFRAVAR: [{ nokkel: 'fravarsperiode', type: 'tekst', verdi: (r) => r.a }, { nokkel: 'timer', type: 'desimal', verdi: (r) => r.verdi }],
  BUDSJETT: [
    { nokkel: 'komponent', type: 'tekst', verdi: (r) => r.a },
    { nokkel: 'volum', type: 'desimal', verdi: (r) => r.volum },
    { nokkel: 'pris', type: 'ore', verdi: (r) => r.prisOre },
    { nokkel: 'vedtatt', type: 'dato', verdi: (r) => r.kilde },
    VERSJON,
  ],
  ENHETSBUDSJETT: [BELOP, VERSJON],
};

/** Amounts as whole øre become fractions of kroner, minutes hours. */
function eksakt(verdi: string | number | null, { type, nokkel }: Kolonne): string | number | Brok | null {
  if (verdi === null) return null;
  if (type === 'ore') return brok(Number(verdi), 100);
  if (nokkel === 'timer') return brok(Number(verdi), 60);
  return type === 'desimal' ? brokFraDesimal(String(verdi)) : verdi;
}

function filnavn(slag: Slag, fra: Maned, til: Maned, ende: string): string {
  return `attachment; filename="${slag.toLowerCase()}-${fra}-${til}.${ende}"`;
}

/** What is held of a kind in a period, as CSV or a workbook. The download is logged. */
export async function GET(request: Request): Promise<Response> {
  const okt = await hentOkt();
  const sok = new URL(request.url).searchParams;
  const [slag, fra, til] = [sok.get('slag'), parseManed(sok.get('fra') ?? ''), parseManed(sok.get('til') ?? '')];
  if (!okt || !harTilgang(okt, 'SE_REGNSKAP') || !erSlag(slag) || !fra || !til || manederMellom(fra, til) >= MAKS_MANEDER) return new Response(null, { status: 404 });
  const rader = await withKommune(okt, async (tx) => {
    await loggfor(tx, { handling: 'LAST_NED_REGNSKAP', objektType: slag.toLowerCase(), objektId: `${fra}–${til}` });
    return hentAltHoldt(tx, slag, fra, til);
  });
  const t = await getTranslations('regnskap');
  const kolonner = KOLONNER[slag];
  const hode = [t('kolonne.enhet'), t('eksport.navn'), t('kolonne.maned'), ...kolonner.map((k) => t(`kolonne.${k.nokkel}`))];
  if (sok.get('format') === 'xlsx') {
    const typer: Arkkolonnetype[] = ['tekst', 'tekst', 'tekst', ...kolonner.map((k) => k.type)];
    const celler = rader.map((r) => [r.kode, r.navn, r.maned, ...kolonner.map((k) => (k.type === 'desimal' ? eksakt(k.verdi(r), k) : k.verdi(r)))]);
    const bok = await skrivXlsx({ navn: t(`slag.${slag}`), kolonner: hode.map((tittel, i) => ({ tittel, type: typer[i] ?? 'tekst' })), rader: celler });
    return new Response(new Uint8Array(bok), {
      headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'content-disposition': filnavn(slag, fra, til, 'xlsx'), 'cache-control': 'no-store' },
    });
  }
  return new Response(tilCsv([hode, ...rader.map((r) => [r.kode, r.navn, r.maned, ...kolonner.map((k) => eksakt(k.verdi(r), k))])]), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': filnavn(slag, fra, til, 'csv'), 'cache-control': 'no-store' },
  });
}
