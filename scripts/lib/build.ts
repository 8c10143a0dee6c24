import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Processes } from './processes.ts';
import { ROOT } from './root.ts';

const STAMP = join(ROOT, '.next', 'stykkpris-kilder');

/** What never reaches the built app. Everything else counts, so that a new folder is not forgotten. */
const LEFT_OUT = new Set(
  (
    '/.git /.ci /.data /.test /docs /e2e /test /scripts /bench /prisma/migrations ' +
    '/lib/server/prisma/generated /next-env.d.ts /vitest.config.ts /prisma.config.ts'
  ).split(' '),
);

function isLeftOut(path: string, name: string): boolean {
  return (
    LEFT_OUT.has(path) ||
    name === 'node_modules' ||
    name.startsWith('.next') ||
    /\.(test\.tsx?|md|tsbuildinfo|log)$/.test(name)
  );
}

/** A fingerprint of all that the build reads. */
export function sourceHash(): string {
  const hash = createHash('sha256').update(process.version);
  const visit = (folder: string, inside: string): void => {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      const name = `${inside}/${entry.name}`;
      if (isLeftOut(name, entry.name)) continue;
      if (entry.isDirectory()) visit(path, name);
      else if (entry.isFile()) hash.update(name).update('\0').update(readFileSync(path)).update('\0');
    }
  };
  visit(ROOT, '');
  return hash.digest('hex');
}

/**
 * Builds the app when its sources have changed since the last build that was finished.
 *
 * @throws Error when the build fails; its output goes to stderr
 */
export async function buildApp(processes: Processes): Promise<void> {
  const hash = sourceHash();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  process.stderr.write('Bygger appen …\n');
  rmSync(STAMP, { force: true });
  const code = await processes.run('bygg', [join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
    quiet: true,
    // The built app must hold nothing of where it was built.
    env: { DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined, AUTH_SECRET: undefined, NODE_ENV: 'production' },
  });
  if (code !== 0) throw new Error('Appen lot seg ikke bygge. Se meldingene over.');
  mkdirSync(join(ROOT, '.next'), { recursive: true });
  writeFileSync(STAMP, hash);
}
