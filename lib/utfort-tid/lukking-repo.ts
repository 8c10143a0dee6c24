import type { Maned } from '#lib/core/maned.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** Which of the months are closed for the unit now. A month may be closed for some units only, or open again for some. */
export async function finnLukkedeManeder(tx: Tx, enhetId: number, maneder: readonly Maned[]): Promise<Maned[]> {
  const rader = await tx.alle<{ maned: Maned }>(sql`
    select m.maned from unnest(${maneder}::text[]) m (maned)
    where exists (select 1 from lukkede_enheter(${tx.hvem.kommuneId}, m.maned, ${naa()}) l where l.enhet_id = ${enhetId}) order by 1`);
  return rader.map((r) => r.maned);
}
