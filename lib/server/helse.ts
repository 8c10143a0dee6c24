import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pool } from '#lib/server/db.ts';
import { KOSKJEMA } from '#lib/server/jobb/ko.ts';
import { logger } from '#lib/server/logger.ts';

export type Delstatus = 'klar' | 'ikke-klar';

/** What must work before people are let in. Says which part, never why: that is in the log. */
export type Klarhet = {
  readonly status: Delstatus;
  readonly deler: { readonly database: Delstatus; readonly migreringer: Delstatus; readonly jobber: Delstatus };
};

async function databaseSvarer(): Promise<boolean> {
  await pool().query('SELECT 1');
  return true;
}

/** Every migration that came with this version is applied. */
async function erMigrert(): Promise<boolean> {
  const mappe = join(/* turbopackIgnore: true */ process.cwd(), 'prisma', 'migrations');
  const navn = (await readdir(mappe, { withFileTypes: true })).filter((fil) => fil.isDirectory()).map((fil) => fil.name);
  const svar = await pool().query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const gjort = new Set(svar.rows.map((rad) => rad.migration_name));
  return navn.every((en) => gjort.has(en));
}

/** The worker looks over its queues every few seconds, and writes when; older than two minutes, it is gone. */
async function arbeiderLever(): Promise<boolean> {
  const finnes = await pool().query<{ ja: boolean }>(`SELECT to_regclass('${KOSKJEMA}.queue') IS NOT NULL AS ja`);
  if (finnes.rows[0]?.ja !== true) return false;
  const svar = await pool().query<{ lever: boolean | null }>(
    `SELECT greatest((SELECT max(cron_on) FROM ${KOSKJEMA}.version),
                     (SELECT max(greatest(monitor_claim_on, monitor_on)) FROM ${KOSKJEMA}.queue)) > now() - interval '2 minutes' AS lever`,
  );
  return svar.rows[0]?.lever === true;
}

async function provDel(del: string, prove: () => Promise<boolean>): Promise<Delstatus> {
  try {
    if (await prove()) return 'klar';
    logger('helse').warn({ delAvHelsen: del }, 'ikke klar');
  } catch (feil) {
    logger('helse').warn({ delAvHelsen: del, err: feil }, 'ikke klar');
  }
  return 'ikke-klar';
}

/** Asks every part now. Nothing is remembered: when a part is back, so is the answer. */
export async function klarhet(): Promise<Klarhet> {
  const database = await provDel('database', databaseSvarer);
  const [migreringer, jobber]: Delstatus[] =
    database === 'klar'
      ? await Promise.all([provDel('migreringer', erMigrert), provDel('jobber', arbeiderLever)])
      : ['ikke-klar', 'ikke-klar'];
  const deler = { database, migreringer: migreringer ?? 'ikke-klar', jobber: jobber ?? 'ikke-klar' };
  return { status: Object.values(deler).every((del) => del === 'klar') ? 'klar' : 'ikke-klar', deler };
}
