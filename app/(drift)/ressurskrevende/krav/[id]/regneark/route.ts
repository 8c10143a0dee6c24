import { getTranslations } from 'next-intl/server';
import { XLSX_TYPE } from '#lib/server/regneark/skriv-xlsx.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { hentKravark } from '#lib/toppfinansiering/kravfil-service.ts';

/** The claim's sheet for reporting; only for the named, and the download is logged. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const okt = await hentOkt();
  const { id } = await params;
  if (!okt || !harTilgang(okt, 'SE_RESSURSKREVENDE_MOTTAKER') || !/^[1-9]\d{0,8}$/.test(id)) return new Response(null, { status: 404 });
  const [t, r] = [await getTranslations('ressurskrevende'), await getTranslations('ressursregning')];
  const fil = await withKommune(okt, (tx) => hentKravark(tx, Number(id), (nokkel, verdier) => t(nokkel as never, verdier as never), (nokkel, verdier) => r(nokkel as never, verdier as never)));
  if (!fil) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(fil.innhold), { headers: { 'content-type': XLSX_TYPE, 'content-disposition': `attachment; filename="${fil.navn}"`, 'cache-control': 'no-store' } });
}
