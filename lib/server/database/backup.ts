import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type pg from 'pg';
import { findPlace, giveTo } from '#lib/server/database/embedded-place.ts';
import { copyTree } from '#lib/server/database/copy-tree.ts';
import { runningPostmaster } from '#lib/server/database/postmaster.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { startEmbedded } from '#lib/server/database/embedded.ts';

const MANIFEST = 'sikkerhetskopi.json';
const SECRETS = 'hemmeligheter.json';

/** What a copy says of itself. Written last, so a folder without it is not a copy. */
interface Manifest {
  readonly format: 1;
  readonly postgres: string;
  readonly tatt: string;
  readonly filer: number;
  /** SHA-256 over the names and contents of all files */
  readonly sha256: string;
}

/** Thrown with what to do, in Norwegian. */
export class BackupError extends Error {}

/** Not part of a copy of a running server: made anew by the one that is restored. */
const RUNTIME_ONLY =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.|pgsql_tmp|^postmaster\.(pid|opts)$|^pg_internal\.init$/;

/**
 * Copies the embedded database of a data folder, running or not, with its passwords.
 * The copy holds personal data and secrets: only its owner may read it.
 *
 * @param target a folder that does not exist, or is empty
 * @param takenAt instant of the copy, for the manifest
 */
export async function backUp(dataFolder: string, target: string, takenAt: Date): Promise<void> {
  const folder = resolve(dataFolder);
  const to = resolve(target);
  const pgdata = join(findPlace(folder).home, 'pgdata');
  if (!existsSync(join(pgdata, 'PG_VERSION'))) throw new BackupError(`Det er ingen database å kopiere i ${folder}.`);
  if (existsSync(to) && readdirSync(to).length > 0) {
    throw new BackupError(`${to} er ikke tom. Velg en ny mappe, for eksempel en med datoen i navnet.`);
  }
  const half = `${to}.delvis`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  cpSync(join(folder, SECRETS), join(half, SECRETS));
  const copy = join(half, 'pgdata');
  if (runningPostmaster(pgdata) === null) copyTree(pgdata, copy, (name) => /^postmaster\.(pid|opts)$/.test(name));
  else await copyRunning(folder, pgdata, copy);
  const fingerprint = fingerprintOf(half);
  const manifest: Manifest = {
    format: 1,
    postgres: readFileSync(join(copy, 'PG_VERSION'), 'utf8').trim(),
    tatt: takenAt.toISOString(),
    ...fingerprint,
  };
  writeFileSync(join(half, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  rmSync(to, { recursive: true, force: true });
  renameSync(half, to);
}

/** PostgreSQL's own way: between start and stop of a backup, files may be copied while they change; the log mends them. */
async function copyRunning(folder: string, pgdata: string, copy: string): Promise<void> {
  const { superuser } = JSON.parse(readFileSync(join(folder, SECRETS), 'utf8')) as { superuser: string };
  const port = readFileSync(join(pgdata, 'postmaster.pid'), 'utf8').split('\n')[3] ?? '';
  await withClient(`postgresql://postgres:${superuser}@127.0.0.1:${port}/postgres`, async (client) => {
    // The slot keeps the server from recycling log that the copy needs; it goes with this connection.
    const slot = `kopi_${process.pid}`;
    await client.query('SELECT pg_create_physical_replication_slot($1, true, true)', [slot]);
    const first = await one(client, "SELECT pg_walfile_name(pg_backup_start('stykkpris', fast => true)) AS value");
    copyTree(pgdata, copy, (name) => RUNTIME_ONLY.test(name));
    const stopped = await client.query<{ last: string; label: string; map: string }>(
      `SELECT pg_walfile_name(lsn) AS last, labelfile AS label, spcmapfile AS map FROM pg_backup_stop(wait_for_archive => false)`,
    );
    const end = stopped.rows[0];
    if (end === undefined) throw new BackupError('PostgreSQL avsluttet ikke kopieringen.');
    await client.query('SELECT pg_switch_wal()');
    writeFileSync(join(copy, 'backup_label'), end.label, { mode: 0o600 });
    if (end.map.trim() !== '') writeFileSync(join(copy, 'tablespace_map'), end.map, { mode: 0o600 });
    for (const name of readdirSync(join(pgdata, 'pg_wal'))) {
      const isSegment = /^[0-9A-F]{24}$/.test(name) && name >= first && name <= end.last;
      if (isSegment || name.endsWith('.history')) cpSync(join(pgdata, 'pg_wal', name), join(copy, 'pg_wal', name));
    }
  });
}

async function one(client: pg.Client, sql: string): Promise<string> {
  const result = await client.query<{ value: string }>(sql);
  const value = result.rows[0]?.value;
  if (value === undefined) throw new BackupError('PostgreSQL svarte ikke på kopieringen.');
  return value;
}

/**
 * Puts a copy in the place of the embedded database, which is moved aside, never deleted. The copy is checked against
 * its own fingerprint first, and the database is started once to see that it works.
 *
 * @param at instant of the restore, for the name of what is moved aside
 * @returns where the former database was moved, or null when there was none
 */
export async function restore(dataFolder: string, source: string, at: Date): Promise<string | null> {
  const folder = resolve(dataFolder);
  const from = resolve(source);
  const manifest = readManifest(from);
  const { filer, sha256 } = fingerprintOf(from);
  if (filer !== manifest.filer || sha256 !== manifest.sha256) {
    throw new BackupError(`Kopien i ${from} er skadet: innholdet stemmer ikke med ${MANIFEST}. Ingenting er endret.`);
  }
  mkdirSync(folder, { recursive: true });
  const place = findPlace(folder);
  const pgdata = join(place.home, 'pgdata');
  if (runningPostmaster(pgdata) !== null) {
    throw new BackupError('Databasen er i bruk. Stopp Stykkpris først, og prøv igjen. Ingenting er endret.');
  }
  const fresh = `${pgdata}.gjenopprettes`;
  rmSync(fresh, { recursive: true, force: true });
  copyTree(join(from, 'pgdata'), fresh, () => false);
  chmodSync(fresh, 0o700);
  if (place.user !== null) giveTo(fresh, place.user);
  const mark = at.toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const aside = existsSync(pgdata) ? `${pgdata}.for-${mark}` : null;
  if (aside !== null) renameSync(pgdata, aside);
  if (existsSync(join(folder, SECRETS))) renameSync(join(folder, SECRETS), join(folder, `${SECRETS}.for-${mark}`));
  cpSync(join(from, SECRETS), join(folder, SECRETS));
  chmodSync(join(folder, SECRETS), 0o600);
  renameSync(fresh, pgdata);
  const database = await startEmbedded(folder);
  await database.stop();
  return aside;
}

function readManifest(from: string): Manifest {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(join(from, MANIFEST), 'utf8')) as Manifest;
  } catch {
    throw new BackupError(`${from} er ikke en fullført sikkerhetskopi (${MANIFEST} mangler).`);
  }
  if (manifest.format !== 1 || manifest.postgres !== '18') {
    throw new BackupError(
      `Kopien er laget av en annen utgave (PostgreSQL ${manifest.postgres}) og kan ikke brukes her.`,
    );
  }
  return manifest;
}

function fingerprintOf(folder: string): { filer: number; sha256: string } {
  const hash = createHash('sha256');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  let filer = 0;
  for (const name of names) {
    const path = join(folder, name);
    if (name === MANIFEST || !statSync(path).isFile()) continue;
    hash
      .update(name)
      .update('\0')
      .update(createHash('sha256').update(readFileSync(path)).digest());
    filer += 1;
  }
  return { filer, sha256: hash.digest('hex') };
}
