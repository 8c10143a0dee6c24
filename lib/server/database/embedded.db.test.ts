import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startEmbedded } from '#lib/server/database/embedded.ts';
import { EmbeddedError, removeData } from '#lib/server/database/embedded-place.ts';
import { isAlive } from '#lib/server/database/postmaster.ts';
import { withClient } from '#lib/server/database/roles.ts';

const base = mkdtempSync(join(tmpdir(), 'stykkpris-innebygd-'));
chmodSync(base, 0o711);
afterAll(() => rmSync(base, { recursive: true, force: true }));

const setting = async (url: string, name: string): Promise<string> =>
  withClient(url, async (client) => {
    const found = await client.query<{ value: string }>('SELECT current_setting($1) AS value', [name]);
    return found.rows[0]?.value ?? '';
  });

test('the server is safe, in UTC and UTF-8, for this machine only, and its passwords are its owner’s', async () => {
  const folder = join(base, 'trygg');
  const server = await startEmbedded(folder);
  try {
    const expected = {
      TimeZone: 'UTC',
      server_encoding: 'UTF8',
      fsync: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      jit: 'off',
    };
    const found = Object.keys(expected).map(
      async (name) => [name, await setting(server.superuserUrl(), name)] as const,
    );
    expect(Object.fromEntries(await Promise.all(found))).toEqual(expected);
    expect(statSync(join(folder, 'hemmeligheter.json')).mode & 0o777).toBe(0o600);
    const roles = await withClient(server.superuserUrl(), (client) =>
      client.query('SELECT rolname, rolsuper, rolbypassrls, rolcreatedb FROM pg_roles WHERE rolname ~ $1 ORDER BY 1', [
        '^stykkpris',
      ]),
    );
    expect(roles.rows).toEqual([
      { rolname: 'stykkpris_app', rolsuper: false, rolbypassrls: false, rolcreatedb: false },
      { rolname: 'stykkpris_eier', rolsuper: false, rolbypassrls: false, rolcreatedb: true },
    ]);
    await expect(
      withClient(server.appUrl, (client) => client.query('CREATE TABLE app_eier_ingenting (id int)')),
    ).rejects.toThrow('permission denied');
  } finally {
    await server.stop();
    removeData(folder);
  }
});

test('an orphan of a killed run is stopped, its lock file removed, and nothing committed is lost', async () => {
  const folder = join(base, 'drept');
  const first = await startEmbedded(folder);
  await withClient(first.ownerUrl, (client) => client.query('CREATE TABLE rad AS SELECT 1 AS n'));
  const lockFile = join(first.pgdata, 'postmaster.pid');
  const orphan = Number(readFileSync(lockFile, 'utf8').split('\n')[0]);

  const second = await startEmbedded(folder);
  await first.ended;
  expect(isAlive(orphan)).toBe(false);
  process.kill(Number(readFileSync(lockFile, 'utf8').split('\n')[0]), 'SIGKILL');
  await second.ended;

  const third = await startEmbedded(folder);
  const rows = await withClient(third.ownerUrl, (client) => client.query('SELECT n FROM rad'));
  expect(rows.rows).toEqual([{ n: 1 }]);
  await third.stop();

  // The id in a stale lock file may belong to any program by now: this one, for example.
  writeFileSync(lockFile, `${process.pid}\n${third.pgdata}\n`);
  const fourth = await startEmbedded(folder);
  await fourth.stop();
  removeData(folder);
});

test('lost passwords are told, and nothing is made anew over the data', async () => {
  const folder = join(base, 'glemt');
  const server = await startEmbedded(folder);
  await server.stop();
  rmSync(join(folder, 'hemmeligheter.json'));
  await expect(startEmbedded(folder)).rejects.toThrow(EmbeddedError);
  removeData(folder);
});

test.runIf(process.getuid?.() === 0)(
  'root in a folder only root may enter: the data lies where PostgreSQL can reach it',
  async () => {
    const closed = mkdtempSync(join(base, 'lukket-'));
    const folder = join(closed, 'data');
    const server = await startEmbedded(folder);
    await withClient(server.ownerUrl, (client) => client.query('CREATE TABLE rad AS SELECT 1 AS n'));
    await server.stop();
    expect(server.pgdata.startsWith(closed)).toBe(false);

    const again = await startEmbedded(folder);
    expect(again.pgdata).toBe(server.pgdata);
    await again.stop();

    // A folder that was thrown away without its note begins anew, and the old data is left alone.
    rmSync(folder, { recursive: true });
    const anew = await startEmbedded(folder);
    expect(anew.pgdata).not.toBe(server.pgdata);
    await anew.stop();
    removeData(folder);
    rmSync(dirname(server.pgdata), { recursive: true });
  },
);
