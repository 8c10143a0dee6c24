import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceHash } from '../lib/build.ts';
import type { Processes } from '../lib/processes.ts';
import { ROOT } from '../lib/root.ts';

/** Inside the project, where packages and package imports are found as in the app itself. */
export const KOPI = join(ROOT, '.test', 'bench-app');
export const NEXT = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next');

const KILDER =
  'app components lib messages public proxy.ts package.json tsconfig.json postcss.config.mjs next.config.js next-env.d.ts';
const FONT = 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';
const STEMPEL = join(KOPI, '.next', 'stykkpris-kilder');

/** What every page is measured by: one query, one element, nobody logged in, no shell. Not part of the product. */
const BAR_SIDE = `import { pool } from '#lib/server/db.ts';

export const dynamic = 'force-dynamic';

export default async function Bar() {
  const { rows } = await pool().query('SELECT 1 AS en');
  return <p>{rows[0].en}</p>;
}
`;

export const BAR_STI = '/bench-bar';

/**
 * Builds a copy of the app with the bare page added, unless the copy is of these sources already. The app's own build
 * is left alone.
 *
 * @throws Error when the build fails; its output goes to stderr
 */
export async function byggKopi(processes: Processes): Promise<void> {
  const kilder = sourceHash() + BAR_SIDE;
  if (existsSync(STEMPEL) && readFileSync(STEMPEL, 'utf8') === kilder) return;
  process.stderr.write('Bygger appen med den nakne siden …\n');
  rmSync(STEMPEL, { force: true });
  for (const navn of KILDER.split(' ')) {
    rmSync(join(KOPI, navn), { recursive: true, force: true });
    if (existsSync(join(ROOT, navn))) cpSync(join(ROOT, navn), join(KOPI, navn), { recursive: true });
  }
  // The one file the app names by its place among the packages.
  cpSync(join(ROOT, FONT), join(KOPI, FONT));
  mkdirSync(join(KOPI, 'app', BAR_STI), { recursive: true });
  writeFileSync(join(KOPI, 'app', BAR_STI, 'page.tsx'), BAR_SIDE);
  tilpassOppsett(join(KOPI, 'next.config.js'));
  const code = await processes.run('bygg', [NEXT, 'build', KOPI], {
    quiet: true,
    env: { DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined, AUTH_SECRET: undefined, NODE_ENV: 'production' },
  });
  if (code !== 0) throw new Error('Appen lot seg ikke bygge. Se meldingene over.');
  writeFileSync(STEMPEL, kilder);
}

/** Packages are found in the folder above the copy; types are checked where the sources belong. */
function tilpassOppsett(fil: string): void {
  const rot = 'turbopack: { root: import.meta.dirname }';
  const tekst = readFileSync(fil, 'utf8');
  if (!tekst.includes(rot)) throw new Error('next.config.js har endret seg: finner ikke turbopack.root.');
  const ny = `turbopack: { root: ${JSON.stringify(ROOT)} }, typescript: { ignoreBuildErrors: true }`;
  writeFileSync(fil, tekst.replace(rot, ny));
}
