import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrer, MigrationError } from '#lib/server/database/migrate.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { testDatabase } from '../../../test/oppsett/database.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stykkpris-migrering-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

async function tables(): Promise<string[]> {
  return withClient(testDatabase().ownerUrl, async (client) => {
    const found = await client.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE tablename LIKE 'prove_%' ORDER BY 1",
    );
    return found.rows.map((row) => row.name);
  });
}

test('the whole of a failing run is undone, says why, and can be run again when it is mended', async () => {
  const { ownerUrl } = testDatabase();
  await write('29990101000000_en', 'CREATE TABLE prove_en (id int);');
  await write('29990102000000_to', 'CREATE TABLE prove_to (id int); SELECT 1 / 0;');
  await expect(migrer(ownerUrl, folder)).rejects.toThrow(MigrationError);
  await expect(migrer(ownerUrl, folder)).rejects.toThrow('division by zero');
  expect(await tables()).toEqual([]);

  await write('29990102000000_to', 'CREATE TABLE prove_to (id int);');
  expect(await migrer(ownerUrl, folder)).toEqual(['29990101000000_en', '29990102000000_to']);
  expect(await tables()).toEqual(['prove_en', 'prove_to']);
  expect(await migrer(ownerUrl, folder)).toEqual([]);
});

test('a function body with semicolons is one statement', async () => {
  await write(
    '29990103000000_funksjon',
    'CREATE FUNCTION prove() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END; $$;',
  );
  expect(await migrer(testDatabase().ownerUrl, folder)).toEqual(['29990103000000_funksjon']);
});

test('two starts at once apply each migration once', async () => {
  await write('29990104000000_samtidig', 'CREATE TABLE prove_tre (id int);');
  const { ownerUrl } = testDatabase();
  const both = await Promise.all([migrer(ownerUrl, folder), migrer(ownerUrl, folder)]);
  expect(both.flat()).toEqual(['29990104000000_samtidig']);
});
