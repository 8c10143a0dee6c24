import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbedded } from '#lib/server/database/embedded.ts';
import { migrer } from '#lib/server/database/migrate.ts';
import { DATABASE, recreateDatabase, withClient } from '#lib/server/database/roles.ts';
import { stopSignal } from './stop-signal.ts';

/** Starts the development database of a folder and stays until told to stop; joins the one that is up already. */
export async function runDevDatabase(folder: string, renew: boolean): Promise<void> {
  const file = join(folder, 'urls.env');
  const running = await runningUrls(file);
  if (running !== null) {
    if (renew) await recreateDatabase(running.superuser);
    await migrate(running.owner);
    process.stdout.write(`Databasen er oppe fra før. Adressene står i ${file}\n`);
    process.exit(0);
  }
  const stop = stopSignal();
  const database = await startEmbedded(folder);
  if (renew) await recreateDatabase(database.superuserUrl);
  await migrate(database.ownerUrl);
  const lines = [
    `DATABASE_URL=${database.appUrl}`,
    `DATABASE_OWNER_URL=${database.ownerUrl}`,
    `DATABASE_SUPERUSER_URL=${database.superuserUrl()}`,
    `AUTH_SECRET=${database.secrets.auth}`,
    'STYKKPRIS_INNEBYGD=på',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  process.stdout.write(`Databasen er oppe. Adressene står i ${file}\n`);
  await Promise.race([stop, database.ended]);
  await database.stop();
  process.exit(0);
}

async function migrate(ownerUrl: string): Promise<void> {
  try {
    const applied = await migrer(ownerUrl);
    if (applied.length > 0) process.stderr.write(`Migrert: ${applied.join(', ')}\n`);
  } catch (error) {
    process.stderr.write(`Migreringen stoppet: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

async function runningUrls(file: string): Promise<{ owner: string; superuser(database?: string): string } | null> {
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  const owner = /^DATABASE_OWNER_URL=(.+)$/m.exec(text)?.[1];
  const superuser = /^DATABASE_SUPERUSER_URL=(.+)$/m.exec(text)?.[1];
  if (owner === undefined || superuser === undefined) return null;
  try {
    await withClient(superuser, (client) => client.query('SELECT 1'));
  } catch {
    return null;
  }
  return { owner, superuser: (database = DATABASE) => superuser.replace(/[^/]+$/, database) };
}
