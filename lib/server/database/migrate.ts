import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { EXTENSIONS } from '#lib/server/database/roles.ts';
import { openEngine } from '#lib/server/database/schema-engine.ts';

/** No entities are managed outside the migrations. */
export const NO_FILTER = { externalTables: [], externalEnums: [] };

/** Serialises two starts that migrate the same database at once. */
const LOCK_KEY = 727074;

/** Thrown when a migration cannot be applied; nothing of the run is kept. */
export class MigrationError extends Error {}

/** The migrations of a folder in the order they are applied (by name). */
export async function readMigrations(baseDir: string): Promise<MigrationList> {
  const entries = await readdir(baseDir, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const migrationDirectories = await Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  );
  const lock = await readFile(join(baseDir, 'migration_lock.toml'), 'utf8').catch(() => null);
  return {
    baseDir,
    lockfile: { path: './migration_lock.toml', content: lock },
    shadowDbInitScript: '',
    migrationDirectories,
  };
}

/**
 * Applies the migrations that the database has not seen, recorded in
 * `_prisma_migrations` as Prisma does it. All of them and their records are one
 * transaction, so a start that is killed half-way leaves nothing behind.
 *
 * @param ownerUrl connection of the owner role (`DATABASE_OWNER_URL`)
 * @param folder the folder of migrations
 * @returns names of the migrations that were applied now
 * @throws MigrationError with the database's own words
 */
export async function migrer(
  ownerUrl: string,
  folder: string = join(process.cwd(), 'prisma', 'migrations'),
): Promise<readonly string[]> {
  const migrationsList = await readMigrations(folder);
  // One connection that is never given back: the engine's statements share our transaction.
  const pool = new pg.Pool({
    connectionString: ownerUrl,
    max: 1,
    idleTimeoutMillis: 0,
    options: '-c timezone=UTC -c client_min_messages=warning',
    application_name: 'stykkpris-migrering',
  });
  pool.on('error', () => undefined);
  try {
    await pool.query('BEGIN');
    await pool.query('SELECT pg_advisory_xact_lock($1)', [LOCK_KEY]);
    await ensureExtensions(pool);
    const { engine, firstError } = await openEngine(pool);
    try {
      const result = await engine.applyMigrations({ migrationsList, filters: NO_FILTER });
      await pool.query('COMMIT');
      return result.appliedMigrationNames;
    } catch (error) {
      await pool.query('ROLLBACK').catch(() => undefined);
      throw new MigrationError(describe(firstError() ?? error), { cause: error });
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

/** The extensions are trusted ones: the owner of the database may create them without being superuser. */
async function ensureExtensions(pool: pg.Pool): Promise<void> {
  for (const extension of EXTENSIONS) {
    await pool.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`).catch((error: unknown) => {
      throw new MigrationError(
        `Utvidelsen ${extension} mangler i databasen og lot seg ikke opprette: ${describe(error)}. Be den som drifter PostgreSQL, kjøre «CREATE EXTENSION ${extension}».`,
      );
    });
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const details = error as Error & { detail?: string; hint?: string; where?: string; position?: string };
  return [details.message, details.detail, details.hint, details.where]
    .concat(details.position === undefined ? [] : [`tegn ${details.position} i filen`])
    .filter(Boolean)
    .join(' · ');
}
