import { getLocale, getTranslations } from 'next-intl/server';
import { tilCsv } from '#lib/core/csv.ts';
import { hentRammeliste } from '#lib/oversikt/bestillerramme-service.ts';
import { lesRammevalg } from '#lib/oversikt/bestillerramme-view.ts';
import { hentRammesimulering } from '#lib/oversikt/rammesimulering-service.ts';
import { loggfor } from '#lib/server/logg.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { type Arkcelle, type Arkkolonne, skrivXlsx, XLSX_TYPE } from '#lib/server/regneark/skriv-xlsx.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { type Tx, withKommune } from '#lib/server/transaksjon.ts';

type Tabell = { readonly navn: string; readonly kolonner: readonly Arkkolonne[]; readonly rader: readonly (readonly Arkcelle[])[] };

/** The vedtak that commit the rest of the year; a missing price is an empty cell, and named beside. */
async function bundet(tx: Tx, sok: URLSearchParams): Promise<Tabell | null> {
  const [t, sprak] = [await getTranslations('ramme'), tolkSprak(await getLocale())];
  const liste = await hentRammeliste(tx, sok.get('gruppe'), sprak);
  if (liste === null) return null;
  const tekst = (tittel: string): Arkkolonne => ({ tittel, type: 'tekst' });
  const kolonner: Arkkolonne[] = [tekst(t('vedtak')), tekst(t('mottaker')), tekst(t('tjeneste')), { tittel: t('fra'), type: 'dato' }, { tittel: t('til'), type: 'dato' }, { tittel: t('bundetKr'), type: 'ore' }, tekst(t('merknad'))];
  return { navn: 'ramme', kolonner, rader: liste.map((r) => [r.nummer, r.pseudonym, r.tjeneste, r.fom, r.tom, r.ore, r.ore === null ? t('manglerPris') : null]) };
}

/** The rows of the simulation: they sum to the figure of the page. */
async function simulering(tx: Tx, sok: URLSearchParams): Promise<Tabell | null> {
  const [t, sprak] = [await getTranslations('ramme.sim'), tolkSprak(await getLocale())];
  const svar = await hentRammesimulering(tx, lesRammevalg(Object.fromEntries(sok)), t('nyMottaker'), sprak);
  if (svar === null) return null;
  const kolonner = (['vedtak', 'mottaker', 'tjeneste', 'aret', 'tolv'] as const).map((nokkel, i): Arkkolonne => ({ tittel: t(nokkel), type: i < 3 ? 'tekst' : 'ore' }));
  return { navn: 'ramme-hva-om', kolonner, rader: svar.rader.map((r) => [r.nummer, r.pseudonym, r.tjeneste, r.aretOre, r.tolvOre]) };
}

/** The lists behind the purchaser's frame as CSV or XLSX, by pseudonym. The download is logged. */
export async function GET(request: Request): Promise<Response> {
  const okt = await hentOkt();
  if (!okt || !harTilgang(okt, 'SE_BESTILLERRAMME')) return new Response(null, { status: 404 });
  const sok = new URL(request.url).searchParams;
  const tabell = await withKommune(okt, async (tx) => {
    const svar = await (sok.get('hva') === 'simulering' ? simulering(tx, sok) : bundet(tx, sok));
    if (svar !== null) await loggfor(tx, { handling: 'LAST_NED_RAMME', objektType: 'ramme', objektId: svar.navn });
    return svar;
  });
  if (tabell === null) return new Response(null, { status: 404 });
  const { navn, kolonner, rader } = tabell;
  const xlsx = sok.get('format') === 'xlsx';
  const hoder = { 'content-disposition': `attachment; filename="${navn}.${xlsx ? 'xlsx' : 'csv'}"`, 'cache-control': 'no-store' };
  if (xlsx) return new Response(new Uint8Array(await skrivXlsx({ navn, kolonner, rader })), { headers: { 'content-type': XLSX_TYPE, ...hoder } });
  const celler = rader.map((rad) => rad.map((celle, i) => (typeof celle === 'number' && kolonner[i]?.type === 'ore' ? { ore: celle } : celle)));
  return new Response(tilCsv([kolonner.map((k) => k.tittel), ...celler]), { headers: { 'content-type': 'text/csv; charset=utf-8', ...hoder } });
}
