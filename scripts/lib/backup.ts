import { resolve } from 'node:path';
import { lesOppsett, MiljoFeil } from '#lib/server/env.ts';
import { naa } from '#lib/server/clock.ts';
import { backUp, BackupError, restore } from '#lib/server/database/backup.ts';
import { EmbeddedError } from '#lib/server/database/embedded-place.ts';
import { ROOT } from './root.ts';

/** `npm run backup -- <folder>` */
export async function runBackup(target: string | undefined): Promise<void> {
  await told(async () => {
    const folder = embeddedFolder();
    const to = given(target, 'npm run backup -- <mappe>');
    await backUp(folder, to, naa());
    process.stdout.write(
      `Sikkerhetskopien ligger i ${to}. Den inneholder personopplysninger og passord: oppbevar den deretter.\n`,
    );
  });
}

/** `npm run restore -- <folder>` */
export async function runRestore(source: string | undefined): Promise<void> {
  await told(async () => {
    const folder = embeddedFolder();
    const aside = await restore(folder, given(source, 'npm run restore -- <mappe>'), naa());
    process.stdout.write(
      `Databasen er gjenopprettet.${aside === null ? '' : ` Den forrige er flyttet til ${aside}.`} Start med «npm start».\n`,
    );
  });
}

function given(folder: string | undefined, use: string): string {
  if (folder === undefined || folder === '') throw new BackupError(`Oppgi en mappe: ${use}`);
  return resolve(process.env['INIT_CWD'] ?? '.', folder);
}

function embeddedFolder(): string {
  const { innebygd, dataMappe } = lesOppsett(process.env);
  if (!innebygd) {
    throw new BackupError(
      'DATABASE_URL er satt: ta sikkerhetskopi av den tjeneren med dens egne verktøy (pg_basebackup, pg_dump).',
    );
  }
  return resolve(ROOT, dataMappe ?? '.data');
}

async function told(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const expected = error instanceof BackupError || error instanceof MiljoFeil || error instanceof EmbeddedError;
    process.stderr.write(
      `${expected || !(error instanceof Error) ? String((error as Error).message ?? error) : (error.stack ?? error.message)}\n`,
    );
    process.exitCode = 1;
  }
}
