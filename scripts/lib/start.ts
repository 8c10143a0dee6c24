import { join, resolve } from 'node:path';
import { lesOppsett, MiljoFeil, type Oppsett } from '#lib/server/env.ts';
import { startEmbedded, type Embedded } from '#lib/server/database/embedded.ts';
import { freePortFrom } from '#lib/server/database/free-port.ts';
import { migrer } from '#lib/server/database/migrate.ts';
import { buildApp } from './build.ts';
import { generateClient } from './generate.ts';
import { Processes } from './processes.ts';
import { ROOT } from './root.ts';
import { RunLock } from './run-lock.ts';
import { launch, type Service } from './services.ts';
import { stopSignal } from './stop-signal.ts';

/** One run of everything, and what there is of it to take down. */
export interface Run {
  readonly settings: Oppsett;
  readonly dev: boolean;
  /** a database that need not outlive the run; tests only */
  readonly fast: boolean;
  readonly processes: Processes;
  lock: RunLock | null;
  database: Promise<Embedded> | null;
  /** it is being taken down on purpose: what ends now has not failed */
  stopping: boolean;
}

/** A run that has not begun. */
export function newRun(
  settings: Oppsett,
  options: { readonly dev?: boolean; readonly fast?: boolean; readonly processes?: Processes } = {},
): Run {
  return {
    settings,
    dev: options.dev ?? false,
    fast: options.fast ?? false,
    processes: options.processes ?? new Processes(),
    lock: null,
    database: null,
    stopping: false,
  };
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Brings everything up, stays until it is told to stop (or a part of it dies), and takes everything down again. */
export async function start(options: { readonly dev: boolean }): Promise<never> {
  const stop = stopSignal();
  const run = newRun(readSettings(), options);
  let code = 0;
  try {
    const outcome = await Promise.race([stop, up(run)]);
    if (typeof outcome !== 'string') {
      process.stdout.write(`Stykkpris er klar: ${outcome.address}\n`);
      const end = await Promise.race([stop, outcome.ended, keepDatabase(run)]);
      if (end.startsWith('!')) {
        say(`Stykkpris stoppet: ${end.slice(1)} avsluttet uventet. Se meldingene over.`);
        code = 1;
      }
    }
  } catch (error) {
    say(`\nStykkpris startet ikke: ${error instanceof Error ? error.message : String(error)}`);
    code = 1;
  }
  await down(run);
  process.exit(code);
}

const REVIVALS = 5;

/**
 * A database that dies is brought up again under the server, which meanwhile says so on its pages: nobody has to restart
 * anything. Resolves with `!databasen` when it keeps dying, and never where the database is not ours.
 */
async function keepDatabase(run: Run): Promise<string> {
  if (run.database === null) return new Promise<never>(() => undefined);
  const { port } = await run.database;
  for (let revived = 0; revived < REVIVALS; revived += 1) {
    await (await run.database).ended;
    if (run.stopping) return new Promise<never>(() => undefined);
    say('Databasen avsluttet uventet. Starter den igjen.');
    run.database = startEmbedded(dataFolder(run.settings), { fast: run.fast });
    const again = await run.database.catch((error: unknown) => (say(error instanceof Error ? error.message : String(error)), null));
    if (again?.port !== port) return '!databasen';
    say('Databasen er oppe igjen.');
  }
  return '!databasen';
}

const dataFolder = (settings: Oppsett): string => resolve(ROOT, settings.dataMappe ?? '.data');

function readSettings(): Oppsett {
  try {
    if (process.env['STYKKPRIS_INNEBYGD'] !== undefined) {
      throw new MiljoFeil(['STYKKPRIS_INNEBYGD settes av Stykkpris selv. Fjern den.']);
    }
    return lesOppsett(process.env);
  } catch (error) {
    if (!(error instanceof MiljoFeil)) throw error;
    say(error.message);
    process.exit(1);
  }
}

/**
 * Brings up database, server and worker of a run, loading and building what is missing.
 *
 * @throws Error with what went wrong, in Norwegian; `down` clears up after it
 */
export async function up(
  run: Run,
): Promise<Service & { readonly address: string; readonly env: Readonly<Record<string, string>> }> {
  const { settings, processes } = run;
  const folder = dataFolder(settings);
  if (settings.innebygd) {
    const lock = await RunLock.take(folder);
    if (!(lock instanceof RunLock)) {
      throw new Error(
        `den kjører allerede${lock.address === null ? '' : ` på ${lock.address}`} (prosess ${lock.takenBy}).`,
      );
    }
    run.lock = lock;
  }
  await generateClient(processes);
  const [environment] = await Promise.all([prepareDatabase(run, folder), run.dev ? undefined : buildApp(processes)]);
  const port = await freePortFrom(settings.port, settings.host);
  if (port === null) throw new Error(`fant ingen ledig port fra ${settings.port} og oppover. Velg en annen med PORT.`);
  if (port !== settings.port) say(`Port ${settings.port} er opptatt av et annet program. Bruker ${port} i stedet.`);
  const address = settings.authUrl ?? `http://localhost:${port}`;
  const service = await launch({
    processes,
    address,
    port,
    host: settings.host,
    dev: run.dev,
    env: { ...environment, PORT: String(port), HOST: settings.host, NEXTAUTH_URL: address },
    onChild: (pid) => run.lock?.addChild(pid),
  });
  run.lock?.served(address);
  return { ...service, address, env: environment };
}

/** Database up, migrated and with the demo where it belongs. @returns what the server and worker need to know */
async function prepareDatabase(run: Run, folder: string): Promise<Record<string, string>> {
  const { settings } = run;
  const urls = settings.innebygd ? await embedded(run, folder) : external(settings);
  const applied = await migrer(urls.DATABASE_OWNER_URL, join(ROOT, 'prisma', 'migrations'));
  if (applied.length > 0) say(`Databasen er oppdatert (migreringer: ${applied.length}).`);
  const environment = {
    ...urls,
    NEXTAUTH_SECRET: urls.AUTH_SECRET,
    ...(settings.oidc === null
      ? {}
      : {
          OIDC_ISSUER: settings.oidc.issuer,
          OIDC_CLIENT_ID: settings.oidc.clientId,
          OIDC_CLIENT_SECRET: settings.oidc.clientSecret,
          OIDC_NAVN: settings.oidc.navn,
        }),
    ...(settings.smtp === null ? {} : { SMTP_URL: settings.smtp.url, SMTP_FRA: settings.smtp.fra }),
    STYKKPRIS_DEMO: settings.demo ? 'på' : 'av',
    STYKKPRIS_INNEBYGD: settings.innebygd ? 'på' : 'av',
    LOGG_NIVA: settings.loggNiva,
    TZ: 'UTC',
  };
  if (settings.demo) await loadDemo(run.processes, environment);
  return environment;
}

interface Urls {
  readonly DATABASE_URL: string;
  readonly DATABASE_OWNER_URL: string;
  readonly AUTH_SECRET: string;
}

async function embedded(run: Run, folder: string): Promise<Urls> {
  run.database = startEmbedded(folder, { fast: run.fast });
  // The failure is told where it is awaited below; this keeps it from being unhandled while we stop.
  run.database.catch(() => undefined);
  const { appUrl, ownerUrl, secrets } = await run.database;
  return { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, AUTH_SECRET: run.settings.authSecret ?? secrets.auth };
}

function external({ databaseUrl, databaseOwnerUrl, authSecret }: Oppsett): Urls {
  if (databaseUrl === null || databaseOwnerUrl === null || authSecret === null) {
    throw new Error('DATABASE_URL, DATABASE_OWNER_URL og AUTH_SECRET må være satt.');
  }
  return { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: databaseOwnerUrl, AUTH_SECRET: authSecret };
}

/** Loads the demo municipality unless it is there; the script marks it in the same transaction as its last rows. */
async function loadDemo(processes: Processes, environment: Readonly<Record<string, string>>): Promise<void> {
  const script = join(ROOT, 'scripts', 'demo.ts');
  const code = await processes.run('demo', [script], { flags: ['--conditions=react-server'], env: environment });
  if (code !== 0) throw new Error('demokommunen lot seg ikke laste. Se meldingene over.');
}

/** Stops server and worker, then the database. */
export async function down(run: Run): Promise<void> {
  run.stopping = true;
  run.lock?.stopping();
  await run.processes.stopAll();
  const database = await run.database?.catch(() => null);
  await database?.stop();
  run.lock?.release();
}
