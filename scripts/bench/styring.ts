import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { maned } from '#lib/core/maned.ts';
import { type Embedded, startEmbedded } from '#lib/server/database/embedded.ts';
import { migrer } from '#lib/server/database/migrate.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool, pool } from '#lib/server/db.ts';
import { SETTING_NAMES } from '#lib/server/env.ts';
import { lesKommune, type Utforende } from '#lib/server/transaksjon.ts';
import { hentBudsjett } from '#lib/grunnlag/budsjett-service.ts';
import { hentAvvik } from '#lib/oversikt/avvik-service.ts';
import { hentOversikt } from '#lib/oversikt/oversikt-service.ts';
import { stopSignal } from '../lib/stop-signal.ts';
import { si } from './rigg.ts';
import { lagKommuner, lagManeder } from './styring-data.ts';
import { iTur, median, type Resultat, resultat, type Tall } from './tall.ts';

const BAR: Tall = { tavler: 1.3 };
const RUNDER = 25;
const RADMANN: Utforende = { kommuneId: 1, kontoId: null, rolle: 'radmann', enheter: null };
const TIL = maned('2026-10');
const LINJER_FRA = '2025-10';
const HITTIL = { maned: TIL, periode: 'hittil', enhetId: null, gruppe: null } as const;

/** The boards of one kommune: the overview, the deviation of the year so far and of the month, and the budget. */
const tavler = (): Promise<unknown> =>
  lesKommune(RADMANN, async (tx) => {
    const svar = [await hentOversikt(tx, TIL), await hentAvvik(tx, HITTIL), await hentAvvik(tx, { ...HITTIL, periode: 'maned' }), await hentBudsjett(tx, 2026)];
    if (svar.some((en) => en === null)) throw new Error('En tavle var tom.');
  });

type Holder = { stykkprisPool?: pg.Pool; stykkprisHuskede?: unknown };

/** What each side remembers is its own, as on a server of its own. */
const husket = new Map<pg.Pool, unknown>();

/** The data layer's pool for a while: the same code against one database, then the other. */
async function mot(egen: pg.Pool): Promise<void> {
  const holder = globalThis as Holder;
  holder.stykkprisPool = egen;
  holder.stykkprisHuskede = husket.get(egen);
  await tavler();
  husket.set(egen, holder.stykkprisHuskede);
}

/** The boards among 357 kommuner with ten years of sums and thirteen months of lines, against one kommune with one year. */
export async function styring(liten: boolean): Promise<Resultat> {
  const kommuner = liten ? 36 : 357;
  return medDatabase(async (base) => {
    await withClient(base.superuserUrl(), async (db) => {
      await db.query("SET session_replication_role = 'replica'");
      si('Lager én kommune med ett år …');
      await lagKommuner(db, { kommuneFra: 1, kommuneTil: 1, fra: '2026-01', til: TIL, linjerFra: null });
      await lagManeder(db, { kommuneFra: 1, kommuneTil: 1, fra: LINJER_FRA, til: TIL, linjerFra: LINJER_FRA });
      await db.query('ANALYZE');
    });
    const navn = new URL(base.appUrl).pathname.slice(1);
    await withClient(base.superuserUrl('postgres'), (db) => db.query(`CREATE DATABASE en_kommune TEMPLATE ${navn}`));
    await withClient(base.superuserUrl(), async (db) => {
      await db.query("SET session_replication_role = 'replica'");
      si(`Legger til ${kommuner - 1} kommuner og ni år …`);
      await lagManeder(db, { kommuneFra: 1, kommuneTil: 1, fra: '2016-11', til: '2025-09', linjerFra: null });
      for (let fra = 2; fra <= kommuner; fra += 20) {
        const o = { kommuneFra: fra, kommuneTil: Math.min(kommuner, fra + 19), fra: '2016-11', til: TIL, linjerFra: LINJER_FRA };
        await lagKommuner(db, o);
        await lagManeder(db, o);
        si(`  ${o.kommuneTil} av ${kommuner}`);
      }
      await db.query('VACUUM ANALYZE');
    });
    const stor = pool();
    const enUrl = new URL(base.appUrl);
    enUrl.pathname = '/en_kommune';
    const en = new pg.Pool({ connectionString: enUrl.href, max: 2, options: '-c timezone=UTC' });
    try {
      await mot(stor);
      await mot(en);
      const tider = await iTur({ alle: () => mot(stor), en: () => mot(en) }, RUNDER);
      const [alle, ene] = [median(tider.alle), median(tider.en)];
      return resultat('styring', { tavler: alle / ene, alleMs: alle, enMs: ene, kommuner, minneMb: process.resourceUsage().maxRSS / 1024 }, BAR);
    } finally {
      (globalThis as Holder).stykkprisPool = stor;
      await en.end();
      await lukkPool();
    }
  });
}

/** A database of its own, in a folder that is thrown away, also when it is stopped. */
async function medDatabase<T>(arbeid: (base: Embedded) => Promise<T>): Promise<T> {
  for (const navn of SETTING_NAMES) delete process.env[navn];
  const mappe = mkdtempSync(join(tmpdir(), 'stykkpris-bench-'));
  // Root hands databases to a system user, who must be able to enter.
  chmodSync(mappe, 0o711);
  const database = startEmbedded(mappe, { fast: true });
  const rydd = async () => {
    const vak = setInterval(() => undefined, 1000);
    await (await database.catch(() => null))?.stop();
    rmSync(mappe, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    clearInterval(vak);
  };
  void stopSignal().then(rydd).finally(() => process.exit(130));
  try {
    const base = await database;
    await migrer(base.ownerUrl);
    Object.assign(process.env, { DATABASE_URL: base.appUrl, DATABASE_OWNER_URL: base.ownerUrl, AUTH_SECRET: base.secrets.auth, STYKKPRIS_INNEBYGD: 'på', LOGG_NIVA: 'warn', NODE_ENV: 'production', TZ: 'UTC' });
    return await arbeid(base);
  } finally {
    await rydd();
  }
}
