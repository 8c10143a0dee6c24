import { type Sql, sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { naa } from '#lib/server/clock.ts';

export type Hendelse = {
  /** What was done, e.g. `SE_MOTTAKER`, `FATT_VEDTAK`. */
  handling: string;
  objektType: string;
  objektId: number | string;
  /** The recipient whose record was looked at or changed, so that the access list can be printed. */
  mottakerId?: number | null;
  grunn?: string | null;
};

const KOLONNER = sql`(kommune_id, lopenr, tid, konto_id, rolle, enheter, handling, objekt_type, objekt_id, mottaker_id, grunn, forrige_hash, hash)`;

/** One row in the append-only, hash-chained log, in the transaction of what it tells of. Never the data itself. */
export async function loggfor(tx: Tx, hendelse: Hendelse): Promise<void> {
  const { kommuneId, kontoId, rolle, enheter } = tx.hvem;
  await tx.kjor(sql`insert into logg ${KOLONNER}
    values (${kommuneId}, 0, ${naa()}, ${kontoId}, ${rolle}, ${enheter?.join(',') ?? null}, ${hendelse.handling}, ${hendelse.objektType},
            ${String(hendelse.objektId)}, ${hendelse.mottakerId ?? null}, ${hendelse.grunn ?? null}, '', '')`);
}

/** The same as a part of a statement (`with …`) that does what it tells of: `objektId` and `grunn` are texts of `fra`, a row each. */
export function loggledd({ hvem }: Tx, { handling, objektType, objektId, grunn }: { handling: string; objektType: string; objektId: Sql; grunn: Sql }, fra: Sql): Sql {
  return sql`insert into logg ${KOLONNER}
    select ${hvem.kommuneId}, 0, ${naa()}, ${hvem.kontoId}, ${hvem.rolle}, ${hvem.enheter?.join(',') ?? null}, ${handling}, ${objektType}, ${objektId}, null, ${grunn}, '', '' from ${fra}`;
}
