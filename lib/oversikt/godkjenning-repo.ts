import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** Names of accounts, by id. */
export async function finnKontonavn(tx: Tx, ider: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (ider.length === 0) return new Map();
  const rader = await tx.alle<{ id: number; navn: string }>(sql`select id, navn from konto where kommune_id = ${tx.hvem.kommuneId} and id = any(${ider}::int[])`);
  return new Map(rader.map((r) => [r.id, r.navn]));
}
