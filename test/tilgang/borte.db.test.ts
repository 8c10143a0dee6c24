import { afterAll, expect, test } from 'vitest';
import { DatabaseBorte, erTilkoblingsfeil } from '#lib/server/database-borte.ts';
import { lukkPool, pool } from '#lib/server/db.ts';
import { finnOkt } from '#lib/server/finn-okt.ts';
import { klarhet } from '#lib/server/helse.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { testDatabase } from '../oppsett/database.ts';

const superuser = (tekst: string) => withClient(testDatabase().superuserUrl.replace(/[^/]+$/, 'postgres'), (klient) => klient.query(tekst));
const { name } = testDatabase();

afterAll(async () => {
  await superuser(`ALTER DATABASE "${name}" WITH ALLOW_CONNECTIONS true`);
  await lukkPool();
});

test('a database that goes away is told apart from a fault of ours, and is back without a restart', async () => {
  expect(await finnOkt('ingen')).toBeNull();
  expect((await klarhet()).deler).toMatchObject({ database: 'klar', migreringer: 'klar', jobber: 'ikke-klar' });

  await superuser(`ALTER DATABASE "${name}" WITH ALLOW_CONNECTIONS false`);
  await superuser(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
  await expect(finnOkt('ingen')).rejects.toBeInstanceOf(DatabaseBorte);
  expect(await klarhet()).toEqual({ status: 'ikke-klar', deler: { database: 'ikke-klar', migreringer: 'ikke-klar', jobber: 'ikke-klar' } });

  await superuser(`ALTER DATABASE "${name}" WITH ALLOW_CONNECTIONS true`);
  expect(await finnOkt('ingen')).toBeNull();
  expect((await klarhet()).deler.database).toBe('klar');
});

test('a fault in a query is not taken for a database that is away', async () => {
  const feil: unknown = await pool().query('SELECT finnes_ikke').catch((e: unknown) => e);
  expect(feil).toBeInstanceOf(Error);
  expect(erTilkoblingsfeil(feil)).toBe(false);
});
