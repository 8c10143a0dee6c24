import { getTranslations } from 'next-intl/server';
import { hentBilagsfil } from '#lib/bilag/bilagsfil-service.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

/** A voucher as a file in one of the layouts; the download is logged. What does not fit a layout is refused, never cut. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const okt = await hentOkt();
  const { id } = await params;
  const format = new URL(request.url).searchParams.get('format') ?? '';
  if (!okt || !harTilgang(okt, 'LAST_NED_BILAG') || !/^[1-9]\d{0,8}$/.test(id)) return new Response(null, { status: 404 });
  const fil = await withKommune(okt, (tx) => hentBilagsfil(tx, Number(id), format));
  if (fil === null) return new Response(null, { status: 404 });
  if (!fil.ok) {
    const t = await getTranslations('bilag.ett');
    const [forste] = fil.feil;
    return new Response(forste ? t('formatfeil', { navn: format, antall: fil.feil.length, linje: forste.linjenr, kolonne: forste.kolonne, verdi: forste.verdi }) : '', { status: 422, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  }
  const { navn, type, innhold } = fil.verdi;
  return new Response(new Uint8Array(innhold), { headers: { 'content-type': type, 'content-disposition': `attachment; filename="${navn}"`, 'cache-control': 'no-store' } });
}
