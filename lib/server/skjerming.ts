import { sql } from '#lib/server/sql.ts';
import type { Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/**
 * The purchaser's office finds a shielded recipient only when named, also through their vedtak, orders and pauses; units
 * see their own orders, and the economy's roles follow the money under a pseudonym (docs/saker.md).
 * @param mottaker the column with the recipient's id
 * @returns a condition for a `where`
 */
export function synligForBestiller(tx: Tx, mottaker: Sql): Sql {
  if (tx.hvem.rolle !== 'saksbehandler' && tx.hvem.rolle !== 'bestillerleder') return sql`true`;
  const k = tx.hvem.kommuneId;
  return sql`not exists (select 1 from mottaker sm where sm.kommune_id = ${k} and sm.id = ${mottaker} and sm.skjermet
    and not exists (select 1 from mottaker_identitet si where si.kommune_id = ${k} and si.mottaker_id = sm.id))`;
}
