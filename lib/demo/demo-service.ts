import pg from 'pg';
import { dato } from '#lib/core/dato.ts';
import { lokalTidVed } from '#lib/core/oslo-tid.ts';
import { manedFor } from '#lib/core/maned.ts';
import type { Maned } from '#lib/core/maned.ts';
import { byggKommune } from '#lib/demo/domain/bygg-demo.ts';
import type { KommuneOppsett } from '#lib/demo/domain/verden.ts';
import { KOMMUNER } from '#lib/demo/domain/oppsett.ts';
import { lagTeller, TABELLER } from '#lib/demo/domain/tabeller.ts';
import type { BesokRad, Rad } from '#lib/demo/domain/tabeller.ts';
import { skrivBesok, skrivRader } from '#lib/demo/last.ts';

export const FRO = 'sorvik-1';

/** What came after its month was settled. */
export type Etterslep = { readonly besok: readonly BesokRad[]; readonly pauser: readonly Rad<'pause'>[] };
export type LastKommune = { readonly id: number; readonly controller: number; readonly maneder: readonly Maned[]; readonly etterslep: ReadonlyMap<Maned, Etterslep> };
export type Lasting = { readonly kommuner: readonly LastKommune[]; readonly rader: number; readonly besok: number };

/** A connection of the owner role. Row-level security is forced on it as on everyone. */
export async function medEier<T>(eierUrl: string, arbeid: (klient: pg.Client) => Promise<T>): Promise<T> {
  const klient = new pg.Client({ connectionString: eierUrl, options: '-c timezone=UTC -c client_min_messages=warning', application_name: 'stykkpris-demo' });
  klient.on('error', () => undefined);
  await klient.connect();
  try {
    return await arbeid(klient);
  } finally {
    await klient.end();
  }
}

/** True when a whole demo is there: the row is written last. */
export async function erLastet(klient: pg.ClientBase): Promise<boolean> {
  const { rowCount } = await klient.query('SELECT 1 FROM demo_status WHERE id = 1');
  return rowCount === 1;
}

/**
 * Empties every table. Only where every kommune is a demo.
 *
 * @throws Error when a kommune is real
 */
export async function tomDatabasen(klient: pg.ClientBase): Promise<void> {
  const ekte = await klient.query('SELECT 1 FROM kommune WHERE NOT demo LIMIT 1');
  if (ekte.rowCount !== 0) throw new Error('Databasen har en kommune som ikke er demo. Den tømmes ikke.');
  const { rows } = await klient.query<{ navn: string }>(
    `SELECT relname AS navn FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition AND relname <> '_prisma_migrations'`,
  );
  await klient.query(`TRUNCATE ${rows.map((rad) => `"${rad.navn}"`).join(', ')} RESTART IDENTITY CASCADE`);
}

async function settKommune(klient: pg.ClientBase, id: number): Promise<void> {
  await klient.query(`SELECT set_config('app.kommune', $1, true), set_config('app.rolle', 'system', true), set_config('app.enheter', '', true), set_config('app.konto', '', true)`, [String(id)]);
}

/** Ids were given by the builders: the sequences go on after them. */
async function settSekvenser(klient: pg.ClientBase, siste: ReadonlyMap<string, number>): Promise<void> {
  const tabeller = Object.entries(TABELLER).filter(([, kolonner]) => kolonner.startsWith('id ')).map(([tabell]) => tabell).filter((t) => t !== 'kommune');
  for (const tabell of [...tabeller, 'besok']) {
    await klient.query(`SELECT setval(pg_get_serial_sequence($1, 'id'), greatest($2::bigint, 1))`, [tabell, siste.get(tabell) ?? 1]);
  }
}

/**
 * Writes both kommuner in one transaction: killed half-way, it leaves nothing. Months are not settled here.
 *
 * @param naa milliseconds since the epoch; every date is counted from it
 * @param oppsett the kommuner to make
 */
export async function lastDemo(klient: pg.ClientBase, naa: number, oppsett: readonly KommuneOppsett[] = KOMMUNER): Promise<Lasting> {
  const { teller, siste } = lagTeller();
  const kommuner: LastKommune[] = [];
  let rader = 0;
  let besok = 0;
  await klient.query('BEGIN');
  try {
    await klient.query('SET LOCAL synchronous_commit = off');
    await klient.query(`SET LOCAL work_mem = '64MB'`);
    await tomDatabasen(klient);
    await klient.query('SELECT sikre_besok_partisjoner()');
    for (const kommune of oppsett) {
      const k = byggKommune(kommune, lokalTidVed(naa), FRO, teller);
      await settKommune(klient, k.id);
      rader += await skrivRader(klient, k.rader);
      const etterslep = new Map<Maned, Etterslep>();
      for (const m of k.maneder) {
        const { besok: denne, etterslep: sene } = k.manedsbesok(m);
        await skrivBesok(klient, denne);
        besok += denne.length;
        etterslep.set(m, { besok: sene, pauser: k.senePauser.filter((p) => manedFor(dato(String(p.tom))) === m) });
      }
      rader += await skrivRader(klient, k.okonomi());
      // What is checked at the end is checked while this is still the kommune that row-level security sees.
      await klient.query('SET CONSTRAINTS ALL IMMEDIATE');
      await klient.query('SET CONSTRAINTS ALL DEFERRED');
      kommuner.push({ id: k.id, controller: k.controller, maneder: k.maneder, etterslep });
    }
    await settSekvenser(klient, siste);
    await klient.query('COMMIT');
  } catch (feil) {
    await klient.query('ROLLBACK').catch(() => undefined);
    throw feil;
  }
  await klient.query('ANALYZE');
  return { kommuner, rader, besok };
}

/** The last thing of a load: from here on it counts. */
export async function merkLastet(klient: pg.ClientBase, naa: Date): Promise<void> {
  await klient.query('INSERT INTO demo_status (id, fro, lastet) VALUES (1, $1, $2)', [FRO, naa]);
}
