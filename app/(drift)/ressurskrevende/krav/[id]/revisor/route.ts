import { getLocale, getTranslations } from 'next-intl/server';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { hentRevisorpakke } from '#lib/toppfinansiering/revisorpakke-service.ts';

/** The auditor's package of a claim; only for the named, and logged with every recipient. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const okt = await hentOkt();
  const { id } = await params;
  if (!okt || !harTilgang(okt, 'SE_RESSURSKREVENDE_MOTTAKER') || !/^[1-9]\d{0,8}$/.test(id)) return new Response(null, { status: 404 });
  const [t, r, sprak] = await Promise.all([getTranslations('ressurskrevende'), getTranslations('ressursregning'), getLocale()]);
  const fil = await withKommune(okt, (tx) => hentRevisorpakke(tx, Number(id), (nokkel, verdier) => t(nokkel as never, verdier as never), (nokkel, verdier) => r(nokkel as never, verdier as never), tolkSprak(sprak)));
  if (!fil) return new Response(null, { status: 404 });
  return new Response(Buffer.from(fil.innhold), { headers: { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${fil.navn}"`, 'cache-control': 'no-store' } });
}
