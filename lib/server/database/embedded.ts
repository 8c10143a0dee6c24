import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, closeSync, openSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findPlace, EmbeddedError, type Place } from '#lib/server/database/embedded-place.ts';
import {
  asUser,
  initialize,
  programEnvironment,
  readSecrets,
  settings,
  type Secrets,
} from '#lib/server/database/embedded-init.ts';
import { freeDataFolder, stopPostmaster } from '#lib/server/database/postmaster.ts';
import { freePort, isFree } from '#lib/server/database/free-port.ts';
import { APP, DATABASE, ensureRolesAndDatabase, OWNER, withClient } from '#lib/server/database/roles.ts';

/** A running embedded server. */
export interface Embedded {
  /** connection of the app role (`DATABASE_URL`) */
  readonly appUrl: string;
  /** connection of the owner role (`DATABASE_OWNER_URL`) */
  readonly ownerUrl: string;
  /** the superuser's connection to a database; for tests, backup and set-up only */
  superuserUrl(database?: string): string;
  readonly port: number;
  readonly pgdata: string;
  readonly secrets: Secrets;
  /** resolves when the server ends, whoever ended it */
  readonly ended: Promise<void>;
  /** fast shutdown; resolves when the last process is gone */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** gives up durability for speed; tests only */
  readonly fast?: boolean;
}

/**
 * Starts the embedded PostgreSQL of a data folder: finds its place, clears up after a
 * killed run, makes the cluster, roles and database where they are missing.
 *
 * @throws EmbeddedError with what to do, in Norwegian
 */
export async function startEmbedded(dataFolder: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const folder = resolve(dataFolder);
  const place = findPlace(folder);
  const pgdata = join(realpathSync(place.home), 'pgdata');
  const secrets = readSecrets(folder, pgdata);
  await freeDataFolder(pgdata);
  initialize(place, pgdata, secrets);
  const { port, child } = await startServer(place, folder, pgdata, options.fast ?? false, secrets);
  const url = (role: string, password: string, database: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
  const superuserUrl = (database = DATABASE) => url('postgres', secrets.superuser, database);
  const ended = new Promise<void>((done) => {
    if (child.exitCode !== null) done();
    child.once('exit', () => done());
  });
  const stop = async () => {
    if (child.pid === undefined || hasExited(child)) return;
    await stopPostmaster(child.pid, () => hasExited(child));
    await ended;
  };
  try {
    await ensureRolesAndDatabase(superuserUrl, secrets);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    appUrl: url(APP, secrets.app, DATABASE),
    ownerUrl: url(OWNER, secrets.owner, DATABASE),
    superuserUrl,
    port,
    pgdata,
    secrets,
    ended,
    stop,
  };
}

function hasExited(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Starts on the port of last time if it is free; the choice can be taken by another in between, so try again. */
async function startServer(
  place: Place,
  folder: string,
  pgdata: string,
  fast: boolean,
  secrets: Secrets,
): Promise<{ port: number; child: ChildProcess }> {
  const portFile = join(folder, 'database-port');
  const logFile = join(folder, 'postgres.log');
  let last = '';
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const port = await choosePort(portFile, attempt);
    const log = openSync(logFile, 'w', 0o600);
    const child = spawn(join(place.binaries, 'bin', 'postgres'), ['-D', pgdata, ...settings(port, fast)], {
      ...asUser(place),
      env: programEnvironment(),
      // A process group of its own: Ctrl-C must not stop it before the server and worker.
      detached: true,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    chmodSync(logFile, 0o600);
    const spawnError = await new Promise<Error | null>((done) => {
      child.once('spawn', () => done(null));
      child.once('error', done);
    });
    if (spawnError !== null) throw new EmbeddedError(`Fikk ikke startet PostgreSQL: ${spawnError.message}`);
    if (await becomesReady(child, `postgresql://postgres:${secrets.superuser}@127.0.0.1:${port}/postgres`)) {
      writeFileSync(portFile, `${port}\n`);
      child.unref();
      return { port, child };
    }
    last = readFileSync(logFile, 'utf8').trim().split('\n').slice(-4).join(' ');
  }
  throw new EmbeddedError(`PostgreSQL ville ikke starte i ${pgdata}. Loggen (${logFile}) sier: ${last}`);
}

async function choosePort(portFile: string, attempt: number): Promise<number> {
  if (attempt === 0) {
    try {
      const kept = Number(readFileSync(portFile, 'utf8'));
      if (Number.isInteger(kept) && kept > 1023 && (await isFree(kept))) return kept;
    } catch {
      // First start: no port is kept yet.
    }
  }
  return freePort();
}

/** Waits for the server to take connections (crash recovery included); false when it ended instead. */
async function becomesReady(child: ChildProcess, url: string): Promise<boolean> {
  for (let waited = 0; waited < 180_000; waited += 50) {
    if (hasExited(child)) return false;
    try {
      await withClient(url, (client) => client.query('SELECT 1'));
      return true;
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code === '28P01') {
        if (child.pid !== undefined) await stopPostmaster(child.pid, () => hasExited(child));
        throw new EmbeddedError(
          'Passordet i datamappen hører ikke til denne databasen. Legg tilbake filen hemmeligheter.json.',
        );
      }
      await wait(50);
    }
  }
  return false;
}
