import { getTranslations } from 'next-intl/server';
import { tilCsv } from '#lib/core/csv.ts';
import { parseId, type KjoringId } from '#lib/core/id.ts';
import { hentFeil } from '#lib/toppfinansiering/ressurspost-import-service.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';

/** Every fault of a file as a file, for the one who mends it where it came from. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const okt = await hentOkt();
  const id = parseId<KjoringId>((await params).id);
  if (!okt || !harTilgang(okt, 'SE_RESSURSKREVENDE_MOTTAKER') || id === null) return new Response(null, { status: 404 });
  const svar = await hentFeil(okt, id, null);
  if (!svar) return new Response(null, { status: 404 });
  const t = await getTranslations('filimport.feil');
  const rader = svar.feil.map((f) => [f.rad, f.hode ?? t('heleRaden'), f.verdi, t(`grunn.${f.grunn}`)]);
  return new Response(tilCsv([[t('radnr'), t('kolonne'), t('verdi'), t('hva')], ...rader]), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="feil-${id}.csv"`, 'cache-control': 'no-store' },
  });
}
