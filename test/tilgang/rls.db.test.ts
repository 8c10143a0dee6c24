import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../oppsett/database.ts';
import { POLICYER } from './policyer.ts';
import { avvik, bli, PROFILER } from './profiler.ts';
import { ANNEN_KOMMUNE, innsetting, kommunetabeller, plantRader, type Rader, SOR, type Trad } from './verden.ts';

let klient: pg.Client;
let rader: Rader;
const TABELLER = Object.keys(POLICYER);

beforeAll(async () => {
  klient = new pg.Client({ connectionString: testDatabase().superuserUrl });
  await klient.connect();
  rader = await plantRader(klient);
});
afterAll(() => klient.end());

/** Does the work in a transaction that never was. */
async function angret<T>(arbeid: () => Promise<T>): Promise<T> {
  await klient.query('BEGIN');
  try {
    return await arbeid();
  } finally {
    await klient.query('ROLLBACK');
  }
}

async function liste<T extends object>(tekst: string): Promise<T[]> {
  return (await klient.query<T>(tekst)).rows;
}

describe('which tables are guarded, and by what', () => {
  test('every table with a kommune is in the list', async () => {
    expect(await kommunetabeller(klient)).toEqual([...TABELLER].sort());
  });

  test('the database has the policies of the list, no more and no fewer', async () => {
    const svar = await liste<{ tabell: string; slag: string }>(
      `SELECT tablename AS tabell, policyname AS slag FROM pg_policies WHERE schemaname = 'public'`,
    );
    const har = svar.map(({ tabell, slag }) => `${tabell}.${slag}`).sort();
    expect(har).toEqual(TABELLER.flatMap((tabell) => (POLICYER[tabell] ?? []).map((slag) => `${tabell}.${slag}`)).sort());
  });

  test('what takes access away is restrictive, so that no other policy can give it back', async () => {
    const svar = await liste<{ policyname: string; permissive: string }>(
      `SELECT DISTINCT policyname, permissive FROM pg_policies WHERE schemaname = 'public'`,
    );
    for (const { policyname, permissive } of svar) {
      expect(`${policyname} ${permissive}`).toBe(
        `${policyname} ${['kommune', 'eier'].includes(policyname) ? 'PERMISSIVE' : 'RESTRICTIVE'}`,
      );
    }
  });

  test('row-level security is on, also for the owner, and the app role is nobody special', async () => {
    expect(
      await liste(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
        AND relname NOT IN ('_prisma_migrations', 'demo_status') AND NOT (relrowsecurity AND relforcerowsecurity)`),
    ).toEqual([]);
    expect(
      await liste(`SELECT rolname FROM pg_roles WHERE rolname LIKE 'stykkpris%' AND (rolsuper OR rolbypassrls)`),
    ).toEqual([]);
    expect(
      await liste(`SELECT relname FROM pg_class WHERE relowner = 'stykkpris_app'::regrole AND relnamespace = 'public'::regnamespace`),
    ).toEqual([]);
  });

  test('there is no way around: no views of the owner, no rights on partitions or on the login’s tables', async () => {
    expect(
      await liste(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
        AND NOT coalesce(reloptions @> ARRAY['security_invoker=true'], false)`),
    ).toEqual([]);
    expect(
      await liste(`SELECT relname FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
        AND (relispartition OR relname IN ('identitet', 'okt', 'logg_kjede'))
        AND has_table_privilege('stykkpris_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')`),
    ).toEqual([]);
  });

  test('functions with the owner’s rights are few, named, and fix their search path', async () => {
    const svar = await liste<{ navn: string; sti: boolean; alle: boolean }>(`
      SELECT p.proname AS navn, coalesce(p.proconfig::text LIKE '%search_path=public, pg_temp%', false) AS sti,
        EXISTS (SELECT 1 FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0) AS alle
      FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef ORDER BY 1`);
    expect(svar.map(({ navn }) => navn)).toEqual(
      ['demo_kontoer', 'kommune_ider', 'logg_kjed', 'okt_avslutt', 'okt_avslutt_konto', 'okt_bytt', 'okt_hent', 'okt_kontoer', 'okt_levende', 'okt_start'],
    );
    expect(svar.filter(({ sti }) => !sti)).toEqual([]);
    // A trigger function cannot be called.
    expect(svar.filter(({ alle, navn }) => alle && navn !== 'logg_kjed')).toEqual([]);
  });
});

describe('what a question without a condition shows', () => {
  test.each(TABELLER)('%s: each profile sees its own and nothing else', async (tabell) => {
    expect(rader.get(tabell)?.size, 'the table has rows of both kommuner').toBeGreaterThanOrEqual(2);
    expect(await angret(() => avvik(klient, tabell, rader))).toEqual([]);
  });
});

describe('what may be written', () => {
  async function settInn(tabell: string, navn: string, trad: Trad): Promise<string> {
    const { tekst, verdier } = await innsetting(klient, tabell, trad);
    const hvem = PROFILER.find((p) => p.navn === navn);
    if (!hvem) throw new Error(navn);
    return angret(async () => {
      await bli(klient, hvem);
      return klient.query(tekst, verdier).then(
        () => 'satt inn',
        (feil: pg.DatabaseError) => feil.code ?? 'ukjent',
      );
    });
  }

  test.each(TABELLER)('%s: no row for another kommune', async (tabell) => {
    // 42501: refused by policy, or by having no right at all.
    expect(await settInn(tabell, 'system', ANNEN_KOMMUNE)).toBe('42501');
  });

  test.each(TABELLER.filter((tabell) => POLICYER[tabell]?.includes('enhet')))('%s: no row for another’s unit', async (tabell) => {
    expect(await settInn(tabell, 'utforerleder 1', SOR)).toBe('42501');
  });

  test('the tables that can be written are many, so the two above say something', async () => {
    const skrivbare = await liste(
      `SELECT 1 FROM unnest(ARRAY['${TABELLER.join("','")}']) t WHERE has_table_privilege('stykkpris_app', t, 'INSERT')`,
    );
    expect(skrivbare.length).toBeGreaterThan(35);
  });
});

describe('taking a lock away is seen', () => {
  const alle = TABELLER.flatMap((tabell) => (POLICYER[tabell] ?? []).map((slag) => [tabell, slag] as const));

  test.each(alle)('%s without its policy «%s»', async (tabell, slag) => {
    const funn = await angret(async () => {
      await klient.query(`DROP POLICY ${slag} ON ${tabell}`);
      return avvik(klient, tabell, rader);
    });
    expect(funn).not.toEqual([]);
  });

  test.each(alle.filter(([, slag]) => slag !== 'eier'))('%s with «%s» opened for all', async (tabell, slag) => {
    const funn = await angret(async () => {
      await klient.query(`ALTER POLICY ${slag} ON ${tabell} USING (true)`);
      return avvik(klient, tabell, rader);
    });
    expect(funn).not.toEqual([]);
  });

  test.each(TABELLER)('%s with row-level security off', async (tabell) => {
    const funn = await angret(async () => {
      await klient.query(`ALTER TABLE ${tabell} DISABLE ROW LEVEL SECURITY`);
      return avvik(klient, tabell, rader);
    });
    expect(funn).not.toEqual([]);
  });
});
