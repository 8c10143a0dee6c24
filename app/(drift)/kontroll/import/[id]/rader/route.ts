import { getTranslations } from 'next-intl/server';
import { tilCsv } from '#lib/core/csv.ts';
import { parseId, type KjoringId } from '#lib/core/id.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { visMottaksrader } from '#lib/utfort-tid/mottak-service.ts';
import { erRadvalg } from '#lib/utfort-tid/mottak-view.ts';

/** Rows of a delivery that were not plainly new, or all where `utfall` is one of theirs, as a file. The download is logged. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const okt = await hentOkt();
  const id = parseId<KjoringId>((await params).id);
  const valg = new URL(request.url).searchParams.get('utfall');
  if (!okt || !harTilgang(okt, 'SE_BESOKSIMPORT') || id === null || !erRadvalg(valg)) return new Response(null, { status: 404 });
  const svar = await withKommune(okt, (tx) => visMottaksrader(tx, id, valg, null));
  if (!svar) return new Response(null, { status: 404 });
  const t = await getTranslations('mottak');
  const hode = ['rad', 'utfall', 'grunn', 'system', 'kildeId', 'besok', 'dato', 'start', 'minutter', 'kategori', 'oppdrag', 'enhet', 'ansatt'].map((k) => t(`radkolonne.${k}`));
  const rader = svar.rader.map((r) => [r.rad, t(`utfall.${r.utfall}`), r.grunn ? t(`regel.${r.grunn}`) : null, r.system, r.kildeId, r.besokId, r.dato, r.kl, r.minutter, t(`kategori.${r.kategori}`), r.oppdragId, r.enhet, r.ansatt]);
  return new Response(tilCsv([hode, ...rader]), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="besok-${id}-${valg.toLowerCase()}.csv"`, 'cache-control': 'no-store' },
  });
}
