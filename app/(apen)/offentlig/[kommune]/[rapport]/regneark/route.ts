import { rapportord } from '#components/rapport/rapportord.ts';
import { parseId } from '#lib/core/id.ts';
import { rapportadresse } from '#lib/oversikt/domain/rapport.ts';
import { hentOffentligRapport } from '#lib/oversikt/rapport-service.ts';
import { lagRapportXlsx } from '#lib/oversikt/rapportfil-service.ts';
import { huskVed } from '#lib/server/kortminne.ts';
import { XLSX_TYPE } from '#lib/server/regneark/skriv-xlsx.ts';

/** A public report as a workbook. It depends on nothing but its address, so any cache may keep it for a while, and it is made once. */
export async function GET(_request: Request, { params }: { params: Promise<{ kommune: string; rapport: string }> }): Promise<Response> {
  const { kommune, rapport: sti } = await params;
  const id = parseId(kommune);
  const rapport = id === null ? null : await hentOffentligRapport(id, sti);
  if (!rapport) return new Response(null, { status: 404 });
  const { innhold } = rapport;
  const fil = await huskVed(id ?? 0, `offentlig/regneark/${sti}`, rapport.avtrykk, async () => lagRapportXlsx(innhold, rapportadresse(innhold.slag, innhold.til), await rapportord(innhold.sprak)));
  return new Response(new Uint8Array(fil.innhold), { headers: { 'content-type': XLSX_TYPE, 'content-disposition': `attachment; filename="${fil.navn}"`, 'cache-control': 'public, max-age=300' } });
}
