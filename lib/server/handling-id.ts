import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/**
 * Claims a submission for this transaction. Null: it is ours to carry out. Otherwise the answer the first one gave.
 * The unique key makes a simultaneous second submission wait until the first commits or rolls back.
 */
export async function claimHandling(tx: Tx, handlingId: string, navn: string): Promise<unknown> {
  const { kommuneId, kontoId } = tx.hvem;
  const nye = await tx.kjor(sql`insert into handling (kommune_id, konto_id, handling_id, navn, tid)
    values (${kommuneId}, ${kontoId}, ${handlingId}, ${navn}, ${naa()}) on conflict do nothing`);
  if (nye === 1) return null;
  const rad = await tx.en<{ resultat: unknown }>(
    sql`select resultat from handling where kommune_id = ${kommuneId} and konto_id = ${kontoId} and handling_id = ${handlingId} and navn = ${navn}`,
  );
  if (!rad) throw new Error('samme innsendings-id er brukt til noe annet');
  return rad.resultat;
}

export async function completeHandling(tx: Tx, handlingId: string, resultat: unknown): Promise<void> {
  const { kommuneId, kontoId } = tx.hvem;
  await tx.kjor(sql`update handling set resultat = ${JSON.stringify(resultat)}::jsonb
    where kommune_id = ${kommuneId} and konto_id = ${kontoId} and handling_id = ${handlingId}`);
}
