import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { backUp, BackupError, restore } from '#lib/server/database/backup.ts';
import { startEmbedded, type Embedded } from '#lib/server/database/embedded.ts';
import { removeData } from '#lib/server/database/embedded-place.ts';
import { withClient } from '#lib/server/database/roles.ts';

const AT = new Date('2026-11-22T10:00:00Z');
const base = mkdtempSync(join(tmpdir(), 'stykkpris-kopi-'));
chmodSync(base, 0o711);
const data = join(base, 'data');
let running: Embedded | null = null;

afterEach(async () => {
  await running?.stop();
  running = null;
});
afterAll(() => {
  removeData(data);
  rmSync(base, { recursive: true, force: true });
});

async function open(): Promise<Embedded> {
  running = await startEmbedded(data);
  return running;
}

async function rows(database: Embedded): Promise<number[]> {
  return withClient(database.ownerUrl, async (client) => {
    const found = await client.query<{ n: number }>('SELECT n FROM rad ORDER BY n');
    return found.rows.map((row) => row.n);
  });
}

function write(database: Embedded, from: number, to: number): Promise<unknown> {
  return withClient(database.ownerUrl, (client) =>
    client.query('INSERT INTO rad SELECT generate_series($1::int, $2::int)', [from, to]),
  );
}

test('a copy taken under writing gives back what was committed before it, and nothing later', async () => {
  const database = await open();
  await withClient(database.ownerUrl, (client) => client.query('CREATE TABLE rad (n int PRIMARY KEY)'));
  await write(database, 1, 5000);
  const busy = write(database, 10_001, 60_000);
  const copy = join(base, 'kopi');
  await backUp(data, copy, AT);
  await busy;
  await write(database, 90_001, 95_000);
  expect(statSync(copy).mode & 0o077).toBe(0);
  await expect(restore(data, copy, AT)).rejects.toThrow('Databasen er i bruk');
  await database.stop();

  const aside = await restore(data, copy, AT);
  expect(aside !== null && existsSync(aside)).toBe(true);
  const numbers = await rows(await open());
  expect(numbers.filter((n) => n <= 5000)).toHaveLength(5000);
  // The insert that ran meanwhile is there as a whole or not at all.
  expect([0, 50_000]).toContain(numbers.filter((n) => n > 10_000 && n <= 60_000).length);
  expect(numbers.some((n) => n > 90_000)).toBe(false);
});

test('a copy of a stopped database, restored to another folder, has the same rows', async () => {
  const before = await rows(await open());
  await running?.stop();
  const copy = join(base, 'kopi-stoppet');
  await backUp(data, copy, AT);
  const other = join(base, 'annen');
  expect(await restore(other, copy, AT)).toBeNull();
  running = await startEmbedded(other);
  expect(await rows(running)).toEqual(before);
  await running.stop();
  removeData(other);
});

test('a damaged or half copy is refused before anything is touched', async () => {
  const copy = join(base, 'kopi-stoppet');
  const secrets = readFileSync(join(data, 'hemmeligheter.json'), 'utf8');
  appendFileSync(join(copy, 'pgdata', 'PG_VERSION'), ' ');
  await expect(restore(data, copy, AT)).rejects.toThrow('skadet');
  rmSync(join(copy, 'sikkerhetskopi.json'));
  await expect(restore(data, copy, AT)).rejects.toThrow(BackupError);
  expect(readFileSync(join(data, 'hemmeligheter.json'), 'utf8')).toBe(secrets);
  await expect(backUp(data, copy, AT)).rejects.toThrow('ikke tom');
});
