import type { Maned } from '#lib/core/maned.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** What is posted for a month per unit, whenever it was posted; carry-overs from another year are no revenue of the month. */
export async function finnBokfortPerEnhet(tx: Tx, maned: Maned): Promise<ReadonlyMap<number, number>> {
  const rader = await tx.alle<{ enhetId: number; ore: number }>(sql`
    select enhet_id as "enhetId", sum(belop_ore)::bigint as ore from avregning_linje
    where kommune_id = ${tx.hvem.kommuneId} and gjelder_maned = ${maned} and linjetype <> 'OVERFORING' group by 1`);
  return new Map(rader.map((r) => [r.enhetId, r.ore]));
}
