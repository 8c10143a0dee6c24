import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { EmbeddedError, type Place } from '#lib/server/database/embedded-place.ts';

/** Generated once and kept in the data folder, readable by its owner only. */
export interface Secrets {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
  /** signs sessions when AUTH_SECRET is not set */
  readonly auth: string;
}

const SECRETS = 'hemmeligheter.json';

/** The folder's secrets; made on first use, and never again while there is a database. */
export function readSecrets(dataFolder: string, pgdata: string): Secrets {
  const file = join(dataFolder, SECRETS);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  if (existsSync(join(pgdata, 'PG_VERSION'))) {
    throw new EmbeddedError(
      `Passordene til databasen mangler (${file}). Legg filen tilbake fra sikkerhetskopien, eller flytt datamappen bort for å begynne på nytt.`,
    );
  }
  const word = () => randomBytes(24).toString('base64url');
  const secrets: Secrets = {
    superuser: word(),
    owner: word(),
    app: word(),
    auth: randomBytes(48).toString('base64url'),
  };
  const half = `${file}.ny`;
  writeFileSync(half, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(half, file);
  return secrets;
}

/** The environment of PostgreSQL's programs: nothing of ours. */
export function programEnvironment(): NodeJS.ProcessEnv {
  return { NODE_ENV: 'production', PATH: '/usr/bin:/bin', LANG: 'C', LC_ALL: 'C', TZ: 'UTC', PGTZ: 'UTC' };
}

/** How to start a program as the place's user. The folder we stand in may be closed to it. */
export function asUser(place: Place): { uid?: number; gid?: number; cwd: string } {
  return {
    ...(place.user === null ? {} : { uid: place.user.uid, gid: place.user.gid }),
    cwd: place.user === null ? place.home : '/',
  };
}

/**
 * Makes the cluster unless it is there: UTF-8, the builtin C.UTF-8 locale (the same
 * order on every machine; names are sorted with an ICU collation where it matters).
 * Made beside and renamed, so a killed run leaves no half cluster.
 */
export function initialize(place: Place, pgdata: string, secrets: Secrets): boolean {
  if (existsSync(join(pgdata, 'PG_VERSION'))) return false;
  const half = `${pgdata}.ny`;
  const passwordFile = join(place.home, 'initdb-passord');
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(passwordFile, `${secrets.superuser}\n`, { mode: 0o600 });
  if (place.user !== null) {
    chownSync(half, place.user.uid, place.user.gid);
    chownSync(passwordFile, place.user.uid, place.user.gid);
  }
  try {
    const result = spawnSync(
      join(place.binaries, 'bin', 'initdb'),
      [
        '-D',
        half,
        '-U',
        'postgres',
        '--pwfile',
        passwordFile,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--data-checksums',
        '--no-instructions',
      ],
      { ...asUser(place), env: programEnvironment(), encoding: 'utf8' },
    );
    if (result.status !== 0) {
      throw new EmbeddedError(`Fikk ikke laget databasen i ${half}: ${result.error?.message ?? result.stderr.trim()}`);
    }
    renameSync(half, pgdata);
    return true;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Settings of the server. `fast` gives up durability and is for tests only. */
export function settings(port: number, fast: boolean): readonly string[] {
  const chosen: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '100',
    // A statement that reads visits locks every month's partition: so many have room in the backend itself, and none queue for the shared table.
    max_locks_per_transaction: '256',
    shared_buffers: `${fast ? LEAST_BUFFERS : buffers()}MB`,
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    jit: 'off',
    wal_level: 'replica',
    autovacuum_naptime: '15s',
    autovacuum_vacuum_scale_factor: '0.05',
    autovacuum_vacuum_insert_scale_factor: '0.05',
    autovacuum_analyze_scale_factor: '0.02',
    log_min_messages: 'warning',
    // A failed statement can hold personal data; the log must not.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(smallSharedMemory() ? { dynamic_shared_memory_type: 'sysv' } : {}),
    ...(fast
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }
      : { fsync: 'on' }),
  };
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

const LEAST_BUFFERS = 256;
const MOST_BUFFERS = 2048;

/**
 * The database's own memory in MB: an eighth of the machine's, or of what its container may use. With less than what is
 * worked on, whoever reads must first write out what another has changed.
 */
function buffers(): number {
  const limit = process.constrainedMemory();
  const memory = Math.min(totalmem(), limit > 0 ? limit : Infinity) / 1024 / 1024;
  return Math.min(MOST_BUFFERS, Math.max(LEAST_BUFFERS, Math.floor(memory / 8)));
}

/** Containers often have 64 MB of /dev/shm, too little for parallel queries. */
function smallSharedMemory(): boolean {
  try {
    const shm = statfsSync('/dev/shm');
    return shm.bavail * shm.bsize < 256 * 1024 * 1024;
  } catch {
    return false;
  }
}
