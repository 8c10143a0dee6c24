import { getTranslations } from 'next-intl/server';
import { tilCsv } from '#lib/core/csv.ts';
import { manedAv } from '#lib/core/maned.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { hentVarselside } from '#lib/toppfinansiering/varsel-service.ts';

/** The accrual month by month as the basis of a voucher; only for the named, and logged as a look. Unconfirmed parameters stand in every row. */
export async function GET(): Promise<Response> {
  const okt = await hentOkt();
  if (!okt || !harTilgang(okt, 'SE_RESSURSKREVENDE_MOTTAKER')) return new Response(null, { status: 404 });
  const side = await hentVarselside(okt, true);
  if (!side.aret || !side.parametre) return new Response(null, { status: 404 });
  const [t, p] = [await getTranslations('varsel.avsetning'), await getTranslations('ressurskrevende.parameter')];
  const { avsetning } = side.aret;
  const status = p(side.parametre.bekreftet ? 'bekreftet' : 'ikkeBekreftet');
  const rader = avsetning.map((belop, m) => [
    manedAv(side.ar, m + 1), { ore: belop }, { ore: avsetning.slice(0, m + 1).reduce((sum, b) => sum + b, 0) }, t(m < side.kjenteManeder ? 'kjentJa' : 'kjentNei'), status,
  ]);
  const csv = tilCsv([[t('maned'), t('ore'), t('hittil'), t('kjent'), t('parametre', { ar: String(side.ar + 1) })], ...rader]);
  return new Response(csv, { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="avsetning-${side.ar}.csv"`, 'cache-control': 'no-store' } });
}
