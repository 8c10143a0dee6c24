import { rapportord } from '#components/rapport/rapportord.ts';
import { parseId } from '#lib/core/id.ts';
import { rapportadresse } from '#lib/oversikt/domain/rapport.ts';
import { hentFrosset } from '#lib/oversikt/rapport-service.ts';
import { lagRapportXlsx } from '#lib/oversikt/rapportfil-service.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import { XLSX_TYPE } from '#lib/server/regneark/skriv-xlsx.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

/** The report's tables as a workbook, of what is frozen; a draft has none. The download is logged. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const okt = await hentOkt();
  const id = parseId((await params).id);
  if (!okt || !harTilgang(okt, 'SE_RAPPORTER') || id === null) return new Response(null, { status: 404 });
  const innhold = await withKommune(okt, (tx) => hentFrosset(tx, id));
  if (!innhold) return new Response(null, { status: 404 });
  const fil = await lagRapportXlsx(innhold, rapportadresse(innhold.slag, innhold.til), await rapportord(innhold.sprak));
  return new Response(new Uint8Array(fil.innhold), { headers: { 'content-type': XLSX_TYPE, 'content-disposition': `attachment; filename="${fil.navn}"`, 'cache-control': 'no-store' } });
}
