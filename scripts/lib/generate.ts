import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Processes } from './processes.ts';
import { ROOT } from './root.ts';

const OUTPUT = join(ROOT, 'lib', 'server', 'prisma', 'generated');
const STAMP = join(OUTPUT, '.skjema');

/**
 * Writes Prisma's client when it is missing or the schema has changed.
 *
 * @throws Error when the schema is not valid; Prisma's own words go to stderr
 */
export async function generateClient(processes: Processes): Promise<void> {
  const schema = schemaHash();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === schema) return;
  rmSync(STAMP, { force: true });
  const code = await processes.run('prisma', [join(ROOT, 'node_modules', 'prisma', 'build', 'index.js'), 'generate'], {
    quiet: true,
    // `generate` needs no engine, but the command line would download one first unless it is given any program.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
  });
  if (code !== 0) throw new Error('Prisma-klienten lot seg ikke lage (prisma generate).');
  writeFileSync(STAMP, schema);
}

function schemaHash(): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(ROOT, 'node_modules', 'prisma', 'package.json')));
  const folder = join(ROOT, 'prisma', 'schema');
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}
