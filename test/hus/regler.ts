import { posix } from 'node:path';

/** A rule of the house that a file breaks: readable in one line. */
export type Brudd = { readonly fil: string; readonly regel: string };

const ROM = ['grunnlag', 'sak', 'vedtak', 'oppdrag', 'utfort-tid', 'avregning', 'bilag', 'stykkpris', 'avvik', 'toppfinansiering', 'laboratorium', 'oversikt'] as const;

type Lag = 'core' | 'domain' | 'schema' | 'view' | 'repo' | 'service' | 'actions' | 'server' | 'kontroll' | 'demo' | 'komponent' | 'ui' | 'app' | 'skript' | 'ukjent';
type Sted = { lag: Lag; rom: string | null };

/** Where in the house a file stands. */
export function sted(fil: string): Sted {
  const deler = fil.split('/');
  const [topp, nest, tredje] = deler;
  if (topp === 'app') return { lag: deler.at(-1)?.startsWith('actions') ? 'actions' : 'app', rom: null };
  if (topp === 'components') return ['ui', 'form', 'plott', 'skall'].includes(nest ?? '') ? { lag: 'ui', rom: nest ?? null } : { lag: 'komponent', rom: nest ?? null };
  if (topp === 'scripts') return { lag: 'skript', rom: null };
  if (topp !== 'lib') return { lag: 'ukjent', rom: null };
  if (nest === 'core') return { lag: 'core', rom: null };
  if (nest === 'server') return { lag: 'server', rom: null };
  if (nest === 'kontroll' || nest === 'demo') return { lag: nest, rom: null };
  const rom = nest ?? '';
  if (tredje === 'domain') return { lag: 'domain', rom };
  const navn = deler.at(-1) ?? '';
  if (navn.startsWith('actions')) return { lag: 'actions', rom };
  const ende = /-(schema|view|repo|service)(?:\.[a-z]+)?\.tsx?$/.exec(navn)?.[1];
  return { lag: (ende as Lag | undefined) ?? 'ukjent', rom };
}

/** Every module a source names, ours as paths from the root and packages by name. */
export function importer(fil: string, kilde: string): { modul: string; bareTyper: boolean }[] {
  const funn: { modul: string; bareTyper: boolean }[] = [];
  const uttrykk = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;
  for (const treff of kilde.matchAll(uttrykk)) {
    const navn = treff[2] ?? treff[3] ?? '';
    const modul = navn.startsWith('#') ? navn.slice(1) : navn.startsWith('.') ? posix.join(posix.dirname(fil), navn) : navn;
    funn.push({ modul, bareTyper: treff[1] !== undefined });
  }
  return funn;
}

const romNummer = (rom: string | null): number => (ROM as readonly string[]).indexOf(rom ?? '');
const erVar = (modul: string): boolean => /^(lib|components|app|scripts|test|e2e)\//.test(modul);

/** Which layers of ours a layer may import; `venstre` = of its own room or one to the left. */
const LOV: Record<Lag, readonly string[]> = {
  core: ['core'],
  domain: ['core', 'domain:venstre'],
  schema: ['core', 'domain:venstre', 'schema:venstre'],
  view: ['core', 'domain:venstre', 'view:venstre', 'schema:venstre'],
  repo: ['core', 'server', 'domain:venstre', 'repo:egen', 'view:egen', 'schema:egen'],
  // 'kontroll': a service can write a case that the control calculation reads back
  service: ['core', 'server', 'repo:venstre', 'domain:venstre', 'view:egen', 'schema:venstre', 'service:venstre', 'kontroll'],
  actions: ['core', 'server', 'schema:venstre', 'service:venstre', 'view:venstre'],
  server: ['core', 'server', 'domain:alle'],
  kontroll: ['core', 'kontroll', 'domain:alle'],
  demo: ['core', 'demo', 'domain:alle', 'service:alle', 'server'],
  komponent: ['core', 'ui', 'komponent', 'view:alle', 'schema:alle', 'actions', 'domain:alle'],
  ui: ['core', 'ui', 'sprak'],
  app: ['core', 'ui', 'komponent', 'service:alle', 'view:alle', 'schema:alle', 'actions', 'server', 'domain:alle', 'app'],
  skript: ['core', 'server', 'kontroll', 'demo', 'domain:alle', 'service:alle', 'skript', 'repo:alle'],
  ukjent: [],
};

function lovlig(fil: string, fra: Sted, til: Sted, modul: string): boolean {
  // The one file that wires what a room to the right does when something happens to the left.
  if (fil === 'lib/server/hendelser.ts' && til.lag === 'service') return true;
  if (fra.lag === 'ui' && (modul.startsWith('lib/server/sprak/') || modul === 'lib/server/handling-resultat.ts')) return true;
  if (fra.lag === 'komponent' && modul === 'lib/server/handling-resultat.ts') return true;
  return LOV[fra.lag].some((regel) => {
    const [lag, hvor] = regel.split(':');
    if (lag !== til.lag) return false;
    if (hvor === undefined || hvor === 'alle') return true;
    if (hvor === 'egen') return til.rom === fra.rom;
    return romNummer(til.rom) <= romNummer(fra.rom);
  });
}

const SYMBOLREGLER: readonly { uttrykk: RegExp; regel: string; unntatt: (fil: string) => boolean }[] = [
  { uttrykk: /\bnew Date\(|\bDate\.now\(|performance\.timeOrigin/, regel: 'klokken leses bare i lib/server/clock.ts og lib/core/dato.ts', unntatt: (f) => /^(lib\/server\/clock|lib\/core\/(dato|oslo-tid))\.ts$/.test(f) || f.startsWith('scripts/') || f.startsWith('components/form/') },
  { uttrykk: /\bprocess\.env\b/, regel: 'miljøet leses bare i lib/server/env.ts', unntatt: (f) => /^lib\/server\/(env(-rules)?|database\/.*)\.ts$/.test(f) || f.startsWith('scripts/') },
  { uttrykk: /set_config\([^)]*,\s*false\s*\)/, regel: 'set_config er alltid lokal for transaksjonen', unntatt: () => false },
  { uttrykk: /@ts-ignore|@ts-expect-error|@ts-nocheck|eslint-disable|oxlint-disable/, regel: 'ingen flukt fra typer og lint', unntatt: () => false },
  { uttrykk: /\b(?:TODO|FIXME)\b|kommer snart|ikke implementert/i, regel: 'ingen plassholdere', unntatt: () => false },
  { uttrykk: /(?<![\w.])pool\(\)|\.connect\(\)/, regel: 'spørringer går gjennom withKommune eller lesKommune', unntatt: (f) => /^(lib\/server\/|scripts\/|lib\/demo\/)/.test(f) },
];

const RENE: readonly Lag[] = ['domain', 'core'];

/** All breaches in a set of files (path → source). Tests are left out by the caller. */
export function finnBrudd(filer: ReadonlyMap<string, string>): Brudd[] {
  const brudd: Brudd[] = [];
  for (const [fil, kilde] of filer) {
    const fra = sted(fil);
    if (fra.lag === 'ukjent') brudd.push({ fil, regel: 'filen står ikke i noe lag (navn: -schema, -view, -repo, -service, actions eller domain/)' });
    for (const { modul } of importer(fil, kilde)) {
      if (!erVar(modul)) {
        // lib/core/skjema*.ts are zod pieces that forms and actions share; nothing pure imports them.
        if (RENE.includes(fra.lag) && !(/^lib\/core\/skjema[a-z]*\.ts$/.test(fil) && modul === 'zod')) brudd.push({ fil, regel: `ren kode importerer pakken ${modul}` });
        continue;
      }
      if (!lovlig(fil, fra, sted(modul), modul)) brudd.push({ fil, regel: `${fra.lag} kan ikke importere ${modul}` });
    }
    if (fra.lag === 'domain' && /\basync\b|\bawait\b|\bPromise\b/.test(kilde)) brudd.push({ fil, regel: 'domain er uten async' });
    for (const { uttrykk, regel, unntatt } of SYMBOLREGLER) if (!unntatt(fil) && uttrykk.test(kilde)) brudd.push({ fil, regel });
    const navn = fil.split('/').at(-1) ?? '';
    if (/^(utils?|helpers?|index)\.tsx?$/.test(navn)) brudd.push({ fil, regel: 'ingen utils, helpers eller samlefiler' });
    if (!/^[a-z0-9][a-z0-9.-]*\.tsx?$/.test(navn)) brudd.push({ fil, regel: 'filnavn er kebab-case' });
    const linjer = kilde.split('\n').length;
    if (linjer > 400) brudd.push({ fil, regel: `${linjer} linjer, høyst 400` });
  }
  return brudd;
}
