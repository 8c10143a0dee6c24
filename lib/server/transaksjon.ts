import type pg from 'pg';
import { pool } from '#lib/server/db.ts';
import { type Sql, sql, tilSporring } from '#lib/server/sql.ts';
import { navngitt } from '#lib/server/forberedt.ts';
import type { Rolle } from '#lib/grunnlag/domain/rolle.ts';

/** Who a transaction runs for. `enheter: null` is every unit of the kommune; a list is only those. `system` is a job, `api` another system. */
export type Utforende = {
  readonly kommuneId: number;
  readonly kontoId: number | null;
  readonly rolle: Rolle | 'system' | 'api';
  readonly enheter: readonly number[] | null;
};

export type Tx = {
  readonly hvem: Utforende;
  /** All rows. */
  alle<T>(bit: Sql): Promise<T[]>;
  /** The first row, or null. */
  en<T>(bit: Sql): Promise<T | null>;
  /** Number of rows touched. */
  kjor(bit: Sql): Promise<number>;
  /** The connection itself, for COPY and cursors. Never kept after the transaction. */
  readonly klient: pg.PoolClient;
};

function heltall(verdi: number): string {
  if (!Number.isInteger(verdi)) throw new TypeError('id må være et heltall');
  return String(verdi);
}

type Modus = 'READ WRITE' | 'READ ONLY' | 'ISOLATION LEVEL REPEATABLE READ READ ONLY';

/**
 * `indeks`: rows are looked up by an index wherever there is one. For work on tables that grow and shrink between one plan
 * and the next: a statement planned while the table was empty would read all of it for ever after.
 */
export type Lesemate = 'indeks' | 'fri';

function innstillinger({ kontoId, rolle, enheter }: Utforende): { konto: string; rolle: string; enheter: string } {
  return {
    konto: kontoId === null ? '' : heltall(kontoId),
    rolle: rolle.replaceAll(/[^a-z]/g, ''),
    enheter: enheter === null ? '' : `{${enheter.map(heltall).join(',')}}`,
  };
}

/** The settings row-level security reads. Local to the transaction: a pooled connection never carries a tenant on. */
function oppstart(hvem: Utforende, modus: Modus, mate: Lesemate): string {
  const { konto, rolle, enheter } = innstillinger(hvem);
  return (
    `BEGIN ${modus}; SELECT set_config('app.kommune', '${heltall(hvem.kommuneId)}', true), ` +
    `set_config('app.konto', '${konto}', true), ` +
    `set_config('app.rolle', '${rolle}', true), set_config('app.enheter', '${enheter}', true)` +
    (mate === 'indeks' ? `, set_config('enable_seqscan', 'off', true)` : '')
  );
}

function lagTx(klient: pg.PoolClient, hvem: Utforende): Tx {
  const alle = async <T>(bit: Sql): Promise<T[]> => (await klient.query(navngitt(tilSporring(bit)))).rows as T[];
  return {
    hvem,
    klient,
    alle,
    en: async <T>(bit: Sql): Promise<T | null> => (await alle<T>(bit))[0] ?? null,
    kjor: async (bit: Sql): Promise<number> => (await klient.query(navngitt(tilSporring(bit)))).rowCount ?? 0,
  };
}

/**
 * One call of a function of the database that is a transaction of its own: one round trip, and the settings that row-level
 * security reads are gone with it. `kall` gets the kommune, which hangs on those settings so that they come first. Rows are
 * looked up by an index, and the function's statements are planned once a connection.
 *
 * @returns its row; null when it gave none
 */
export async function ettKall<T>(hvem: Utforende, kall: (kommune: Sql) => Sql): Promise<T | null> {
  const { konto, rolle, enheter } = innstillinger(hvem);
  const bit = sql`
    with hvem as materialized (
      select set_config('app.konto', ${konto}, true), set_config('app.rolle', ${rolle}, true), set_config('app.enheter', ${enheter}, true),
        set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true), set_config('app.kommune', ${heltall(hvem.kommuneId)}, true) as kommune
    )
    select svar.* from hvem cross join lateral ${kall(sql`hvem.kommune::int`)} svar`;
  const { rows } = await pool().query(navngitt(tilSporring(bit)));
  return (rows[0] as T | undefined) ?? null;
}

/** Thrown inside a transaction to undo it and hand a refusal out: "no" is a value, and leaves no trace. */
export class Angre<T> extends Error {
  readonly verdi: T;
  constructor(verdi: T) {
    super('transaksjonen er angret');
    this.verdi = verdi;
  }
}

async function iTransaksjon<T>(hvem: Utforende, modus: Modus, arbeid: (tx: Tx) => Promise<T>, mate: Lesemate = 'fri'): Promise<T> {
  const klient = await pool().connect();
  let odelagt: Error | undefined;
  try {
    await klient.query(oppstart(hvem, modus, mate));
    const svar = await arbeid(lagTx(klient, hvem));
    await klient.query('COMMIT');
    return svar;
  } catch (feil) {
    // A connection that cannot even roll back is thrown away, never handed to the next tenant.
    await klient.query('ROLLBACK').catch((e: Error) => (odelagt = e));
    throw feil;
  } finally {
    klient.release(odelagt);
  }
}

/** The only transaction for writes, audit and enqueue. Rolls back on any throw. */
export function withKommune<T>(hvem: Utforende, arbeid: (tx: Tx) => Promise<T>, mate?: Lesemate): Promise<T> {
  return iTransaksjon(hvem, 'READ WRITE', arbeid, mate);
}

/** A read-only transaction for views. */
export function lesKommune<T>(hvem: Utforende, arbeid: (tx: Tx) => Promise<T>): Promise<T> {
  return iTransaksjon(hvem, 'READ ONLY', arbeid);
}

/** A read-only transaction that sees one moment from its first query to its last, whatever others write meanwhile. */
export function lesStabilt<T>(hvem: Utforende, arbeid: (tx: Tx) => Promise<T>, mate?: Lesemate): Promise<T> {
  return iTransaksjon(hvem, 'ISOLATION LEVEL REPEATABLE READ READ ONLY', arbeid, mate);
}
