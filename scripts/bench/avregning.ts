import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forrige, type Maned, manedFor } from '#lib/core/maned.ts';
import { iDag } from '#lib/server/clock.ts';
import { type Embedded, startEmbedded } from '#lib/server/database/embedded.ts';
import { migrer } from '#lib/server/database/migrate.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { SETTING_NAMES } from '#lib/server/env.ts';
import { stopSignal } from '../lib/stop-signal.ts';
import { Arbeidere } from './avregning-arbeidere.ts';
import { endreBesok, lagHistorie, lagKommuner, leggTilKomponenter, MED_HISTORIE, nullstill, type Omfang } from './avregning-data.ts';
import { maalDuckdb } from './avregning-duckdb.ts';
import { si } from './rigg.ts';
import { iTur, median, type Resultat, resultat, type Tall } from './tall.ts';

const BAR: Tall = { motGroupBy: 4, uendret: 0.05, endret01: 0.1, endret1: 0.4, historikk: 1.15, vekst: 1.1, minneMb: 1000 };
const HEL: Omfang = { kommuner: 357, vedtak: 400_000, besokPerVedtak: 15 };
const LITEN: Omfang = { kommuner: 36, vedtak: 12_000, besokPerVedtak: 15 };
const OMGANGER = 3;
/** After changes: so many that the vacuum after what went before, which takes a core of the four, is over in most of them. */
const OMGANGER_ENDRET = 7;

type Rigg = { readonly superuserUrl: string; readonly arbeidere: Arbeidere; readonly maned: Maned; readonly omfang: Omfang };

/** The settlement of a month for every kommune, against counting its visits once. */
export async function avregning(liten: boolean): Promise<Resultat> {
  const omfang = liten ? LITEN : HEL;
  const maned = forrige(manedFor(iDag()));
  return medDatabase(async (base) => {
    si(`Lager ${omfang.kommuner} kommuner med ${omfang.vedtak} vedtak og ${omfang.vedtak * omfang.besokPerVedtak} besøk i ${maned} …`);
    await lagKommuner(base.superuserUrl(), maned, omfang);
    const arbeidere = await Arbeidere.start(miljo(base));
    try {
      return await maal({ superuserUrl: base.superuserUrl(), arbeidere, maned, omfang });
    } finally {
      await arbeidere.stopp();
    }
  });
}

async function maal(rigg: Rigg): Promise<Resultat> {
  const vekst = await maalVekst(rigg);
  const helt = await maalHelt(rigg);
  const endret = await maalEndret(rigg);
  // Before DuckDB takes the rows into the same process.
  const minneMb = process.resourceUsage().maxRSS / 1024;
  si('DuckDB på de samme radene …');
  const duckdbSekunder = await maalDuckdb(rigg.superuserUrl, rigg.maned, OMGANGER);
  const historikk = await maalHistorikk(rigg);
  await leggTilKomponenter(rigg.superuserUrl);
  const tre = await maalHelt(rigg);
  const tall = { ...helt, ...endret, historikk, vekst, minneMb, duckdbSekunder, treKomponenter: tre.motGroupBy, treSekunder: tre.sekunder };
  return resultat('avregning', tall, BAR);
}

const alle = ({ omfang }: Rigg): number[] => Array.from({ length: omfang.kommuner }, (_, i) => i + 1);

/** What the bars measure by: every visit of the month read once, by order. */
async function groupBy({ superuserUrl, maned }: Rigg): Promise<void> {
  await withClient(superuserUrl, async (klient) => {
    await klient.query(
      `SELECT count(*) FROM (SELECT oppdrag_id, sum(minutter), count(*) FROM besok
         WHERE dato >= '${maned}-01' AND dato < '${maned}-01'::date + interval '1 month' AND kvittert GROUP BY oppdrag_id) t`,
    );
  });
}

async function maalHelt(rigg: Rigg): Promise<{ motGroupBy: number; sekunder: number; groupBySekunder: number }> {
  si('Hele kjøringen: telle, beregne, bokføre, logge …');
  const runder: { readonly kjoring: number; readonly mot: number }[] = [];
  for (let runde = 0; runde < OMGANGER; runde += 1) {
    await nullstill(rigg.superuserUrl);
    const tider = await iTur({ mot: () => groupBy(rigg), kjoring: () => rigg.arbeidere.avregn(alle(rigg), rigg.maned) }, 1);
    runder.push({ kjoring: median(tider.kjoring), mot: median(tider.mot) });
    si(`  ${(median(tider.kjoring) / 1000).toFixed(2)} s, GROUP BY ${(median(tider.mot) / 1000).toFixed(2)} s`);
  }
  const av = (velg: (r: (typeof runder)[number]) => number): number => median(runder.map(velg));
  return { motGroupBy: av((r) => r.kjoring / r.mot), sekunder: av((r) => r.kjoring) / 1000, groupBySekunder: av((r) => r.mot) / 1000 };
}

/** Runs after nothing, a thousandth and a hundredth of the visits changed, the smallest first; each set of visits is one that was not changed before. */
async function maalEndret(rigg: Rigg): Promise<{ uendret: number; endret01: number; endret1: number }> {
  si('Etter endringer …');
  const forhold: Record<'uendret' | 'endret01' | 'endret1', number[]> = { uendret: [], endret01: [], endret1: [] };
  for (const [navn, hver] of [['uendret', 0], ['endret01', 1000], ['endret1', 100]] as const) {
    for (let runde = 0; runde < OMGANGER_ENDRET; runde += 1) {
      const besok = hver === 0 ? 0 : await endreBesok(rigg.superuserUrl, rigg.maned, hver, runde * 7 + 3);
      let sum = { linjer: 0, omregnet: 0 };
      const tider = await iTur({ mot: () => groupBy(rigg), kjoring: async () => (sum = await rigg.arbeidere.avregn(alle(rigg), rigg.maned)) }, 1);
      forhold[navn].push(median(tider.kjoring) / median(tider.mot));
      si(`  ${navn}: ${besok} besøk endret, ${sum.omregnet} vedtak talt om, ${sum.linjer} linjer, ${median(tider.kjoring).toFixed(0)} ms mot ${median(tider.mot).toFixed(0)} ms`);
    }
  }
  return { uendret: median(forhold.uendret), endret01: median(forhold.endret01), endret1: median(forhold.endret1) };
}

/** One kommune's month before and after it gets a history. The scheme begins with the month, so that both count one month. */
async function maalHistorikk(rigg: Rigg): Promise<number> {
  si('Med to års historikk …');
  const kjor = async (): Promise<number> => {
    const tider: number[] = [];
    for (let i = 0; i < OMGANGER * 4; i += 1) {
      await nullstill(rigg.superuserUrl);
      const { kjoring } = await iTur({ kjoring: () => rigg.arbeidere.avregn([MED_HISTORIE], rigg.maned) }, 1);
      tider.push(median(kjoring));
    }
    return median(tider);
  };
  const uten = await kjor();
  await lagHistorie(rigg.superuserUrl, rigg.maned, rigg.omfang);
  const med = await kjor();
  si(`  ${uten.toFixed(0)} ms uten, ${med.toFixed(0)} ms med`);
  return med / uten;
}

/** The exponent of time by vedtak, over one, ten and a hundred kommuner, each from the start of the row of sizes. */
async function maalVekst(rigg: Rigg): Promise<number> {
  si('1, 10 og 100 kommuner …');
  const antall = [1, 10, Math.min(100, rigg.omfang.kommuner)];
  await rigg.arbeidere.avregn(alle(rigg).slice(-8), rigg.maned);
  const punkter: { readonly x: number; readonly y: number }[] = [];
  for (const n of antall) {
    // Spread over the sizes, so that one is like the others.
    const kommuner = Array.from({ length: n }, (_, i) => 1 + Math.floor(((i + 0.5) * rigg.omfang.kommuner) / n));
    const tider: number[] = [];
    for (let i = 0; i < OMGANGER; i += 1) {
      await nullstill(rigg.superuserUrl);
      const { kjoring } = await iTur({ kjoring: () => rigg.arbeidere.avregn(kommuner, rigg.maned) }, 1);
      tider.push(median(kjoring));
    }
    const vedtak = await tellVedtak(rigg, kommuner);
    punkter.push({ x: Math.log(vedtak), y: Math.log(median(tider)) });
    si(`  ${n}: ${vedtak} vedtak, ${median(tider).toFixed(0)} ms`);
  }
  return stigning(punkter);
}

async function tellVedtak({ superuserUrl }: Rigg, kommuner: readonly number[]): Promise<number> {
  return withClient(superuserUrl, async (klient) => {
    const { rows } = await klient.query<{ antall: number }>('SELECT count(*)::int antall FROM vedtak WHERE kommune_id = ANY($1)', [kommuner]);
    return rows[0]?.antall ?? 0;
  });
}

/** Least squares. */
export function stigning(punkter: readonly { readonly x: number; readonly y: number }[]): number {
  const snitt = (velg: (p: { x: number; y: number }) => number): number => punkter.reduce((sum, p) => sum + velg(p), 0) / punkter.length;
  const [mx, my] = [snitt((p) => p.x), snitt((p) => p.y)];
  return snitt((p) => (p.x - mx) * (p.y - my)) / snitt((p) => (p.x - mx) ** 2);
}

function miljo(base: Embedded): Record<string, string> {
  return { DATABASE_URL: base.appUrl, DATABASE_OWNER_URL: base.ownerUrl, AUTH_SECRET: base.secrets.auth, STYKKPRIS_INNEBYGD: 'på', LOGG_NIVA: 'warn', NODE_ENV: 'production', TZ: 'UTC' };
}

/** A database of its own, in a folder that is thrown away, also when it is stopped. It syncs to disk as in use. */
async function medDatabase<T>(arbeid: (base: Embedded) => Promise<T>): Promise<T> {
  // Settings of the shell do not reach what is measured.
  for (const navn of SETTING_NAMES) delete process.env[navn];
  const mappe = mkdtempSync(join(tmpdir(), 'stykkpris-bench-'));
  // Root hands databases to a system user, who must be able to enter.
  chmodSync(mappe, 0o711);
  const database = startEmbedded(mappe);
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
    return await arbeid(base);
  } finally {
    await rydd();
  }
}
