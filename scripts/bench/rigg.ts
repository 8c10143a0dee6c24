import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startEmbedded, type Embedded } from '#lib/server/database/embedded.ts';
import { SETTING_NAMES } from '#lib/server/env.ts';
import { freePort } from '#lib/server/database/free-port.ts';
import { migrer } from '#lib/server/database/migrate.ts';
import { generateClient } from '../lib/generate.ts';
import { Processes } from '../lib/processes.ts';
import { ROOT } from '../lib/root.ts';
import { stopSignal } from '../lib/stop-signal.ts';
import { byggKopi, KOPI, NEXT } from './bygg.ts';

/** A database with the demo, and the app in production mode in front of it. */
export interface Rigg {
  readonly adresse: string;
  readonly superuserUrl: string;
  /** the environment of the server */
  readonly env: Readonly<Record<string, string>>;
}

export const si = (linje: string): void => void process.stderr.write(`${linje}\n`);

/** Makes database, data, build and server, does the work and takes everything down again, also when it is stopped. */
export async function medRigg<T>(arbeid: (rigg: Rigg) => Promise<T>): Promise<T> {
  // Settings of the shell do not reach what is measured.
  for (const name of SETTING_NAMES) delete process.env[name];
  const processes = new Processes();
  const mappe = mkdtempSync(join(tmpdir(), 'stykkpris-bench-'));
  // Root hands databases to a system user, who must be able to enter.
  chmodSync(mappe, 0o711);
  let database: Promise<Embedded> | null = null;
  const rydd = async () => {
    // The database's process does not keep ours alive; its end has to be waited for all the same.
    const vak = setInterval(() => undefined, 1000);
    await processes.stopAll();
    const oppe = await database?.catch(() => null);
    await oppe?.stop();
    rmSync(mappe, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    clearInterval(vak);
  };
  void stopSignal().then(rydd).finally(() => process.exit(130));
  try {
    await generateClient(processes);
    database = startEmbedded(mappe, { fast: true });
    database.catch(() => undefined);
    const base = await database;
    const port = await freePort();
    const adresse = `http://127.0.0.1:${port}`;
    const env = miljo(base, adresse, port);
    await Promise.all([lastDemo(processes, base, env), byggKopi(processes)]);
    processes.start('webtjener', [NEXT, 'start', KOPI, '-H', '127.0.0.1', '-p', String(port)], { env });
    await svarer(adresse);
    return await arbeid({ adresse, superuserUrl: base.superuserUrl(), env });
  } finally {
    await rydd();
  }
}

function miljo(base: Embedded, adresse: string, port: number): Record<string, string> {
  return {
    DATABASE_URL: base.appUrl,
    DATABASE_OWNER_URL: base.ownerUrl,
    AUTH_SECRET: base.secrets.auth,
    NEXTAUTH_SECRET: base.secrets.auth,
    NEXTAUTH_URL: adresse,
    HOST: '127.0.0.1',
    PORT: String(port),
    STYKKPRIS_DEMO: 'på',
    STYKKPRIS_INNEBYGD: 'på',
    LOGG_NIVA: 'warn',
    NODE_ENV: 'production',
    TZ: 'UTC',
  };
}

async function lastDemo(processes: Processes, base: Embedded, env: Record<string, string>): Promise<void> {
  await migrer(base.ownerUrl);
  const code = await processes.run('demo', [join(ROOT, 'scripts', 'demo.ts')], {
    flags: ['--conditions=react-server'],
    env,
  });
  if (code !== 0) throw new Error('Demoen lot seg ikke laste. Se meldingene over.');
}

const VENT_SEKUNDER = 60;

async function svarer(adresse: string): Promise<void> {
  for (let forsok = 0; forsok < VENT_SEKUNDER * 10; forsok += 1) {
    try {
      await fetch(`${adresse}/api/helse/klar`, { signal: AbortSignal.timeout(10_000) });
      return;
    } catch {
      await wait(100);
    }
  }
  throw new Error(`Serveren svarte ikke innen ${VENT_SEKUNDER} sekunder.`);
}

const okter = new Map<string, Promise<string>>();

/** A demo account's session, one for the whole run. @returns its Cookie header */
export function loggInn(adresse: string, subjekt: string): Promise<string> {
  const okt = okter.get(subjekt) ?? nyOkt(adresse, subjekt);
  okter.set(subjekt, okt);
  return okt;
}

/** The two requests of the login page. */
async function nyOkt(adresse: string, subjekt: string): Promise<string> {
  const krukke = new Map<string, string>();
  const ta = (svar: Response): void => {
    for (const linje of svar.headers.getSetCookie()) {
      const [par = ''] = linje.split(';');
      krukke.set(par.slice(0, par.indexOf('=')), par.slice(par.indexOf('=') + 1));
    }
  };
  const cookie = () => [...krukke].map(([navn, verdi]) => `${navn}=${verdi}`).join('; ');
  const csrf = await fetch(`${adresse}/api/auth/csrf`);
  ta(csrf);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const svar = await fetch(`${adresse}/api/auth/callback/demo`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookie(), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, subjekt, callbackUrl: '/bytt', json: 'true' }),
  });
  ta(svar);
  if (svar.status !== 200) throw new Error(`Innlogging som ${subjekt} svarte ${svar.status}.`);
  return cookie();
}
