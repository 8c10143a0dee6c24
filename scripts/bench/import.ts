import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { forrige, type Maned, manedFor } from '#lib/core/maned.ts';
import { DELSTORRELSE } from '#lib/grunnlag/domain/filimport/importstatus.ts';
import { iDag } from '#lib/server/clock.ts';
import { type Embedded, startEmbedded } from '#lib/server/database/embedded.ts';
import { migrer } from '#lib/server/database/migrate.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { SETTING_NAMES } from '#lib/server/env.ts';
import { bekreftImport, fullforOpplasting, kartlegg, opprettImport, taImotDel } from '#lib/server/filimport/filimport.ts';
import { finnImport, type Import } from '#lib/server/filimport/import-repo.ts';
import type { Importor } from '#lib/server/filimport/importor.ts';
import { lesInnpasset, taInnInnpasset } from '#lib/server/filimport/innpass.ts';
import { forskjellsmerke } from '#lib/server/filimport/ta-inn.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import { lesKommune, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { BESOKSIMPORTER } from '#lib/utfort-tid/mottak-import-service.ts';
import { stopSignal } from '../lib/stop-signal.ts';
import { si } from './rigg.ts';
import { iTur, median, type Resultat, resultat, type Tall } from './tall.ts';

const BAR: Tall = { motCopy: 3 };
const OMGANGER = 3;
const OPPDRAG = 5_000;
const KONTROLLER: Utforende = { kommuneId: 1, kontoId: 1, rolle: 'controller', enheter: null };
const BESOK = BESOKSIMPORTER['BESOK'] as Importor;

type Rigg = { readonly superuserUrl: string; readonly maned: Maned; readonly rader: number };

/** A file of a million visits read, mapped, judged and taken in, against bare COPY of the same visits into the same table with its indexes. */
export async function importer(liten: boolean): Promise<Resultat> {
  const rader = liten ? 100_000 : 1_000_000;
  return medDatabase(async (base) => {
    const rigg = { superuserUrl: base.superuserUrl(), maned: forrige(manedFor(iDag())), rader };
    await lagKommune(rigg);
    const tider = { mot: [] as number[], les: [] as number[], taInn: [] as number[], forhold: [] as number[] };
    for (let runde = 0; runde < OMGANGER; runde += 1) {
      let deler = { les: 0, taInn: 0 };
      const id = await lastOpp(rigg);
      await tom(rigg, id);
      const tur = async (navn: 'mot' | 'kjoring'): Promise<number> => {
        const svar = await iTur({ [navn]: navn === 'mot' ? () => bareCopy(rigg) : async () => (deler = await lesOgTaInn(id)) }, 1);
        await kontroller(rigg);
        await tom(rigg, id);
        return median(svar[navn] ?? []);
      };
      const rekke = runde % 2 === 0 ? (['mot', 'kjoring'] as const) : (['kjoring', 'mot'] as const);
      const malt: Record<string, number> = {};
      for (const navn of rekke) malt[navn] = await tur(navn);
      const [mot, kjoring] = [malt['mot'] ?? Number.NaN, malt['kjoring'] ?? Number.NaN];
      tider.mot.push(mot);
      tider.les.push(deler.les);
      tider.taInn.push(deler.taInn);
      tider.forhold.push(kjoring / mot);
      si(`  ${(kjoring / 1000).toFixed(1)} s (lese ${(deler.les / 1000).toFixed(1)}, ta inn ${(deler.taInn / 1000).toFixed(1)}), COPY ${(mot / 1000).toFixed(1)} s`);
    }
    await lukkPool();
    const sekunder = (median(tider.les) + median(tider.taInn)) / 1000;
    const tall = { motCopy: median(tider.forhold), sekunder, lesSekunder: median(tider.les) / 1000, taInnSekunder: median(tider.taInn) / 1000, copySekunder: median(tider.mot) / 1000, raderPerSekund: rader / sekunder, minneMb: process.resourceUsage().maxRSS / 1024 };
    return resultat('import', tall, BAR);
  });
}

async function lagKommune({ superuserUrl, maned, rader }: Rigg): Promise<void> {
  si(`Lager en kommune med ${OPPDRAG} oppdrag og en fil med ${rader} besøk i ${maned} og måneden før …`);
  await withClient(superuserUrl, async (klient) => {
    await klient.query("SET session_replication_role = 'replica'");
    await klient.query(`
      INSERT INTO kommune (id, navn, malform, innbyggere) VALUES (1, 'Kommune 1', 'nb', 90000);
      INSERT INTO konto (id, kommune_id, navn) VALUES (1, 1, 'Måling');
      -- In February the month before last is last year's, and open only by this.
      INSERT INTO innstilling (kommune_id, nokkel, fom, verdi) VALUES (1, 'korreksjonsfrist', '2020-01-01', '{"manederEtterArsslutt": 2}');
      INSERT INTO enhet (id, kommune_id, kode, navn, type, art, eierform, fom) SELECT 10 + u, 1, 'U' || u, 'Enhet ' || u, 'UTFORER', 'HJEMMETJENESTE', 'KOMMUNAL', '2020-01-01' FROM generate_series(0, 9) u;
      INSERT INTO mottaker (id, kommune_id, pseudonym, fodselsar) SELECT n, 1, 'M-' || n, 1940 FROM generate_series(1, ${OPPDRAG}) n;
      INSERT INTO vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato)
        SELECT n, 1, 'V-' || n, n, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 420, 14, 'x', 'x', now(), current_date FROM generate_series(1, ${OPPDRAG}) n;
      INSERT INTO oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tidsband, mottatt, iverksatt) SELECT n, 1, n, n, 10 + n % 10, '2020-01-01', '{}', now(), '2020-01-01' FROM generate_series(1, ${OPPDRAG}) n;`);
  });
  await withClient(superuserUrl, (klient) => klient.query('VACUUM ANALYZE'));
}

type Besok = { readonly id: string; readonly oppdrag: number; readonly dag: string; readonly minutt: number; readonly minutter: number; readonly bomtur: boolean };

/** Visit number `i`: by day, as a system exports them. */
function besok({ maned, rader }: Rigg, i: number): Besok {
  const perDag = Math.ceil(rader / 56);
  const dagnr = Math.floor(i / perDag);
  const dag = `${dagnr < 28 ? forrige(maned) : maned}-${String((dagnr % 28) + 1).padStart(2, '0')}`;
  return { id: `GER-${String(200_000_000 + i * 7)}`, oppdrag: ((i * 7919) % OPPDRAG) + 1, dag, minutt: 420 + ((i * 31) % 840), minutter: 5 + ((i * 13) % 55), bomtur: i % 50 === 0 };
}

const kl = (minutt: number): string => `${String(Math.floor(minutt / 60)).padStart(2, '0')}:${String(minutt % 60).padStart(2, '0')}`;

async function lastOpp(rigg: Rigg): Promise<number> {
  const linjer = ['Id;Vedtaksnummer;Dato;Start;Minutter;Kategori;Fagsystem'];
  for (let i = 0; i < rigg.rader; i += 1) {
    const b = besok(rigg, i);
    linjer.push(`${b.id};V-${b.oppdrag};${b.dag.slice(8)}.${b.dag.slice(5, 7)}.${b.dag.slice(0, 4)};${kl(b.minutt)};${b.minutter};${b.bomtur ? 'Bomtur' : 'Besøk'};GERICA`);
  }
  const bytes = Buffer.from(`${linjer.join('\r\n')}\r\n`);
  return withKommune(KONTROLLER, async (tx) => {
    const svar = await opprettImport(tx, BESOK, { filnavn: 'besok.csv', storrelse: bytes.length });
    if (!svar.ok) throw new Error('filen ble avvist');
    const { importId } = svar.verdi;
    for (let i = 0; i * DELSTORRELSE < bytes.length; i += 1) await taImotDel(tx, { importId, nummer: i, innhold: bytes.subarray(i * DELSTORRELSE, (i + 1) * DELSTORRELSE) });
    await fullforOpplasting(tx, BESOK, importId);
    const imp = await finnImport(tx, importId);
    if (imp?.status === 'LASTET' && imp.kartlegging) await kartlegg(tx, BESOK, importId, imp.kartlegging);
    return importId;
  });
}

const hent = (id: number): Promise<Import> => lesKommune(KONTROLLER, async (tx) => (await finnImport(tx, id)) as Import);

/** What the worker does with a file, and the confirmation between. */
async function lesOgTaInn(id: number): Promise<{ les: number; taInn: number }> {
  const start = performance.now();
  await lesInnpasset(system(1), BESOK, id);
  const lest = await hent(id);
  if (lest.status !== 'LEST' || lest.antallFeil > 0) throw new Error(`filen ble ${lest.status} med ${lest.antallFeil} feil`);
  const svar = await withKommune(KONTROLLER, (tx) => bekreftImport(tx, BESOK, id, forskjellsmerke([], lest)));
  if (!svar.ok) throw new Error('bekreftelsen ble avvist');
  const midt = performance.now();
  await taInnInnpasset(system(1), BESOK, id);
  return { les: midt - start, taInn: performance.now() - midt };
}

/** The denominator: rows that need no reading, no mapping and no judging, in a superuser's COPY without triggers. */
async function bareCopy(rigg: Rigg): Promise<void> {
  await withClient(rigg.superuserUrl, async (klient) => {
    await klient.query("SET session_replication_role = 'replica'");
    function* biter(): Generator<string> {
      let bit = '';
      for (let i = 0; i < rigg.rader; i += 1) {
        const b = besok(rigg, i);
        bit += `${i + 1}\t1\t1\t${b.dag}\t${b.dag} ${kl(b.minutt)} Europe/Oslo\t${b.minutter}\t30\t${b.bomtur ? 'BOMTUR' : 'BRUKERRETTET'}\t${b.oppdrag}\t${b.oppdrag}\t${10 + (b.oppdrag % 10)}\t${b.dag} 23:00+01\tIMPORT\t${b.id}\n`;
        if (bit.length > 262_144) {
          yield bit;
          bit = '';
        }
      }
      yield bit;
    }
    await pipeline(Readable.from(biter()), klient.query(copyFrom('COPY besok (id, kommune_id, versjon, dato, start, minutter, planlagt_minutter, kategori, oppdrag_id, vedtak_id, enhet_id, registrert, kilde, kilde_id) FROM STDIN')));
  });
}

async function kontroller({ superuserUrl, rader }: Rigg): Promise<void> {
  await withClient(superuserUrl, async (klient) => {
    const { rows } = await klient.query<{ antall: number }>('SELECT count(*)::int antall FROM besok WHERE NOT erstattet');
    if (rows[0]?.antall !== rader) throw new Error(`${rows[0]?.antall} besøk, ikke ${rader}`);
  });
}

/** As before: no visits, and the file waits to be read. */
async function tom({ superuserUrl }: Rigg, id: number): Promise<void> {
  await withClient(superuserUrl, async (klient) => {
    await klient.query('TRUNCATE besok, besok_mottak_rad, besok_mottak, besok_kildeid, endring, jobb CASCADE');
    await klient.query("UPDATE filimport SET status = 'LESER', tatt_inn = NULL, tatt_inn_av = NULL, bekreftet = NULL, antall_rader = 0 WHERE id = $1", [id]);
    await klient.query('CHECKPOINT');
  });
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
    Object.assign(process.env, { DATABASE_URL: base.appUrl, DATABASE_OWNER_URL: base.ownerUrl, AUTH_SECRET: base.secrets.auth, STYKKPRIS_INNEBYGD: 'på', LOGG_NIVA: 'warn', NODE_ENV: 'production', TZ: 'UTC' });
    return await arbeid(base);
  } finally {
    await rydd();
  }
}
