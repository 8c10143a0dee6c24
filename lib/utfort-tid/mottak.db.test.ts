import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Dato, dato, leggTilDager } from '#lib/core/dato.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { bekreftImport, fullforOpplasting, kartlegg, opprettImport, taImotDel } from '#lib/server/filimport/filimport.ts';
import { TOM_KARTLEGGING } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import { finnFeil } from '#lib/server/filimport/feil-repo.ts';
import { finnImport, type Import } from '#lib/server/filimport/import-repo.ts';
import type { Importor } from '#lib/server/filimport/importor.ts';
import { importjobb } from '#lib/server/filimport/importjobb.ts';
import { lesInnpasset, taInnInnpasset } from '#lib/server/filimport/innpass.ts';
import { forskjellsmerke } from '#lib/server/filimport/ta-inn.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import { leggBort } from '#lib/utfort-tid/besok-service.ts';
import { BESOKSIMPORTER } from '#lib/utfort-tid/mottak-import-service.ts';
import { angre, visMottakForFil } from '#lib/utfort-tid/mottak-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

const BESOK = BESOKSIMPORTER['BESOK'] as Importor;
const dag = leggTilDager(iDag(), -10);
let k: LitenKommune;

beforeAll(async () => {
  k = await lagLitenKommune(1);
  await withClient(testDatabase().superuserUrl, (klient) =>
    klient.query([1, 2, 3].map((n) => `
      insert into mottaker (id, kommune_id, pseudonym, fodselsar) values (${9000 + n}, 1, 'M-${n}', 1940);
      insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato)
        values (${n}, 1, 'V-${n}', ${9000 + n}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 210, 7, 'x', 'x', now(), current_date);
      insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, grunn, registrert) values (1, ${n}, ${9000 + n}, 'HJEMMESYKEPLEIE', 'u${n}', '2020-01-01', 'FATTET', now());
      insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tidsband, mottatt) values (${n}, 1, ${n}, ${9000 + n}, ${n === 2 ? k.sor : k.nord}, '${n === 3 ? leggTilDager(dag, 1) : '2020-01-01'}', '{}', now());`).join('')),
  );
});
beforeEach(() => withClient(testDatabase().superuserUrl, (klient) => klient.query('truncate besok, besok_mottak_rad, besok_mottak, besok_kildeid, endring cascade')));
afterAll(lukkPool);

type Linje = readonly [id: string, oppdrag: string, dag: Dato, start: string, minutter: number];
const tekst = (linjer: readonly Linje[]): string => `Id;Oppdrag;Dato;Start;Minutter;System\n${linjer.map((l) => [...l, 'GERICA'].join(';')).join('\n')}\n`;
const hent = (id: number): Promise<Import> => lesKommune(k.controller, async (tx) => (await finnImport(tx, id)) as Import);

/** Sends a file and reads it. */
const les = (linjer: readonly Linje[]): Promise<number> => lesTekst(tekst(linjer));
async function lesTekst(innhold: string): Promise<number> {
  const bytes = Buffer.from(innhold);
  const id = await withKommune(k.controller, async (tx) => {
    const svar = await opprettImport(tx, BESOK, { filnavn: 'b.csv', storrelse: bytes.length });
    if (!svar.ok) throw new Error('avvist');
    await taImotDel(tx, { importId: svar.verdi.importId, nummer: 0, innhold: bytes });
    await fullforOpplasting(tx, BESOK, svar.verdi.importId);
    const imp = await finnImport(tx, svar.verdi.importId);
    if (imp?.status === 'LASTET' && imp.kartlegging) await kartlegg(tx, BESOK, imp.id, imp.kartlegging);
    return svar.verdi.importId;
  });
  await lesInnpasset(system(1), BESOK, id);
  return id;
}

async function bekreft(id: number): Promise<void> {
  const imp = await hent(id);
  await withKommune(k.controller, (tx) => bekreftImport(tx, BESOK, id, forskjellsmerke([], imp)));
}

async function taInn(linjer: readonly Linje[]): Promise<number> {
  const id = await les(linjer);
  await bekreft(id);
  await taInnInnpasset(system(1), BESOK, id);
  expect((await hent(id)).status).toBe('TATT_INN');
  return id;
}

type Rad = { id: number; versjon: number; minutter: number; erstattet: boolean; kilde: string; kvittert: boolean; oppdrag: number };
const besokene = (): Promise<Rad[]> => lesKommune(k.controller, (tx) => tx.alle<Rad>(sql`select id, versjon, minutter, erstattet, kilde, kvittert, oppdrag_id oppdrag from besok order by id, versjon`));
const bilde = (id: number) => lesKommune(k.controller, (tx) => visMottakForFil(tx, id));
const angreNa = async (id: number): Promise<void> => {
  await withKommune(k.controller, (tx) => angre(tx, { importId: id }));
  await importjobb(BESOKSIMPORTER)({ id: 1, kommuneId: 1, type: 'FILIMPORT', nokkel: '', innhold: { importId: id, steg: 'ANGRE' }, status: 'KJORER', forsok: 1, feil: null }, false);
};

describe('who did it', () => {
  const medAnsatt = (linjer: readonly (readonly [...Linje, string])[]): string => `Id;Oppdrag;Dato;Start;Minutter;System;Ansattnummer\n${linjer.map((l) => `${l.slice(0, 5).join(';')};GERICA;${l[5]}`).join('\n')}\n`;
  const ansatte = () => lesKommune(k.controller, (tx) => tx.alle(sql`select kilde_id id, versjon, minutter, ansatt_id ansatt from besok where not erstattet order by kilde_id, id`));
  beforeAll(() => withClient(testDatabase().superuserUrl, (klient) => klient.query(`
    insert into konto (id, kommune_id, navn, epost) values (801, 1, 'A En', 'a.en@demo.invalid'), (802, 1, 'B To', null);
    insert into konto_rolle (kommune_id, konto_id, rolle, enhet_id, fom) values (1, 801, 'utforeransatt', ${k.nord}, '2020-01-01'), (1, 802, 'utforeransatt', ${k.nord}, '2020-01-01');
    insert into ansattnummer (kommune_id, nummer, konto_id, sett) values (1, 'r-2', 802, now())`)));

  test('is told by a known number or the e-mail address; an unknown one is a fault until somebody says who it is, and is then known for the next file', async () => {
    const id = await lesTekst(medAnsatt([['a', '1', dag, '08:00', 30, 'A.EN@demo.invalid'], ['b', '1', dag, '09:00', 20, 'R-2'], ['c', '1', dag, '10:00', 20, 'R-3'], ['d', '1', dag, '11:00', 20, '']]));
    expect((await lesKommune(k.controller, (tx) => finnFeil(tx, id, null))).map((f) => [f.rad, f.hode, f.grunn])).toEqual([[4, 'Ansattnummer', 'UKJENT_VERDI']]);
    const imp = await hent(id);
    await withKommune(k.controller, (tx) => kartlegg(tx, BESOK, id, { ...(imp.kartlegging ?? TOM_KARTLEGGING), verdier: { ansatt: { 'r-3': '801' } } }));
    await lesInnpasset(system(1), BESOK, id);
    await bekreft(id);
    await taInnInnpasset(system(1), BESOK, id);
    expect(await ansatte()).toMatchObject([{ id: 'a', ansatt: 801 }, { id: 'b', ansatt: 802 }, { id: 'c', ansatt: 801 }, { id: 'd', ansatt: null }]);
    expect(await lesKommune(k.controller, (tx) => tx.alle(sql`select nummer, konto_id from ansattnummer order by 1`))).toEqual([{ nummer: 'r-2', konto_id: 802 }, { nummer: 'r-3', konto_id: 801 }]);
    // A file that does not say keeps who did it; one that says another, is a change.
    expect(await bilde(await les([['a', '1', dag, '08:00', 30]]))).toMatchObject({ like: 1 });
    expect(await bilde(await lesTekst(medAnsatt([['a', '1', dag, '08:00', 30, 'R-2']])))).toMatchObject({ endret: 1 });
  });

  test('two on a visit is the same id for each, with their own minutes, in any order, and sent again does nothing', async () => {
    const to: (readonly [...Linje, string])[] = [['a', '1', dag, '08:00', 30, 'R-3'], ['a', '1', dag, '08:00', 20, 'R-2']];
    const forste = await lesTekst(medAnsatt(to));
    await bekreft(forste);
    await taInnInnpasset(system(1), BESOK, forste);
    expect(await ansatte()).toMatchObject([{ id: 'a', minutter: 30, ansatt: 801 }, { id: 'a#802', minutter: 20, ansatt: 802 }]);
    expect(await bilde(await lesTekst(medAnsatt(to.toReversed())))).toMatchObject({ nye: 0, like: 2, endret: 0 });
    expect(await bilde(await lesTekst(medAnsatt([['a', '1', dag, '08:00', 25, 'R-2']])))).toMatchObject({ endret: 1, nye: 0 });
    // The same employee twice, or one row that does not say, is the same visit twice.
    expect((await hent(await lesTekst(medAnsatt([['b', '1', dag, '08:00', 25, 'R-2'], ['b', '1', dag, '08:00', 20, 'R-2']])))).antallFeil).toBe(2);
    expect((await hent(await lesTekst(medAnsatt([['b', '1', dag, '08:00', 25, 'R-2'], ['b', '1', dag, '08:00', 20, '']])))).antallFeil).toBe(2);
  });
});

describe('a file of visits', () => {
  test('becomes visits that wait for approval, by order or vedtak, with a change mark for each vedtak and month', async () => {
    const id = await taInn([['a', '1', dag, '08:00', 30], ['b', 'V-2', dag, '09:00', 20], ['c', '3', dag, '10:00', 15]]);
    expect(await besokene()).toMatchObject([{ versjon: 1, minutter: 30, kilde: 'IMPORT', kvittert: false, oppdrag: 1 }, { oppdrag: 2 }, { oppdrag: 3 }]);
    expect(await bilde(id)).toMatchObject({ nye: 3, endret: 0, like: 0, avvist: 0, utenfor: 1, minutter: 65, linjer: [{ enhet: 'Nord', nye: 2, minutter: 45 }, { enhet: 'Sør', nye: 1 }] });
    expect(await lesKommune(k.controller, (tx) => tx.alle(sql`select distinct vedtak_id from endring where maned is not null order by 1`))).toEqual([{ vedtak_id: 1 }, { vedtak_id: 2 }, { vedtak_id: 3 }]);
    expect(await lesKommune(k.controller, (tx) => tx.alle(sql`select id, iverksatt from oppdrag order by id`))).toEqual([{ id: 1, iverksatt: dag }, { id: 2, iverksatt: dag }, { id: 3, iverksatt: null }]);
  });

  test('sent again does nothing, changed gives new versions that wait for approval, and the old are kept', async () => {
    await taInn([['a', '1', dag, '08:00', 30], ['b', '2', dag, '09:00', 20]]);
    const igjen = await les([['a', '1', dag, '08:00', 30], ['b', '2', dag, '09:00', 20]]);
    expect(await bilde(igjen)).toMatchObject({ nye: 0, like: 2 });
    await taInn([['a', '1', dag, '08:00', 45], ['b', '2', dag, '09:00', 20], ['c', '1', dag, '12:00', 5]]);
    expect(await besokene()).toMatchObject([{ versjon: 1, minutter: 30, erstattet: true }, { versjon: 2, minutter: 45, erstattet: false, kvittert: false }, { versjon: 1, minutter: 20 }, { versjon: 1, minutter: 5 }]);
    expect(await bilde(await les([['a', '1', dag, '08:00', 45]]))).toMatchObject({ like: 1 });
  });

  test('does not undo what a leader has done, nor time whose deadline is out, and names the rule', async () => {
    await taInn([['a', '1', dag, '08:00', 30], ['b', '1', dag, '09:00', 20], ['d', '1', dag, '11:00', 20]]);
    const [a] = await besokene();
    await withKommune(k.utforerleder, (tx) => leggBort(tx, { dag, besokId: a?.id ?? 0, versjon: 1, grunn: 'Ikke utført' }));
    const id = await les([['a', '1', dag, '08:00', 35], ['b', '2', dag, '09:00', 20], ['c', '1', dato('2020-05-05'), '08:00', 10], ['d', '1', leggTilDager(dag, -40), '11:00', 20]]);
    expect((await bilde(id))?.avvistPer.toSorted((x, y) => (x.grunn < y.grunn ? -1 : 1))).toEqual([{ grunn: 'ANNET_OPPDRAG', antall: 1 }, { grunn: 'FOR_LANGT_UNNA', antall: 1 }, { grunn: 'FRIST_UTE', antall: 1 }, { grunn: 'RETTET_HER', antall: 1 }]);
    // The same as the source said last is no news, whatever was done to it here.
    expect(await bilde(await les([['a', '1', dag, '08:00', 30]]))).toMatchObject({ like: 1, avvist: 0 });
  });

  test('tells every fault by row and column, also those that only all rows together show, and keeps nothing', async () => {
    const id = await les([['a', '1', dag, '08:00', 30], ['a', '2', dag, '09:00', 30], ['x', '99', dag, '25:00', 30], ['y', '1', leggTilDager(iDag(), 1), '08:00', 30]]);
    expect((await hent(id)).antallFeil).toBe(5);
    expect((await lesKommune(k.controller, (tx) => finnFeil(tx, id, null))).map((f) => [f.rad, f.hode, f.grunn]).toSorted()).toEqual([
      [2, 'Id', 'DUPLIKAT_ID'], [3, 'Id', 'DUPLIKAT_ID'], [4, 'Oppdrag', 'UKJENT_VERDI'], [4, 'Start', 'IKKE_KLOKKESLETT'], [5, 'Start', 'IKKE_FERDIG'],
    ]);
    expect(await bilde(id)).toBeNull();
    expect(await besokene()).toEqual([]);
  });

  test('cut off while it is read or taken in leaves nothing, and is done once when it is tried again', async () => {
    const rader = Array.from({ length: 3000 }, (_, i): Linje => [`k${i}`, '1', dag, '08:00', 5]);
    const id = await les(rader);
    await lesInnpasset(system(1), BESOK, id);
    await bekreft(id);
    const dor: Importor = { ...BESOK, innpass: { les: async () => 0, angre: async () => undefined, ...BESOK.innpass, skriv: async (tx, imp, meld) => {
      await BESOK.innpass?.skriv(tx, imp, meld);
      throw new Error('strømmen gikk');
    } } };
    await expect(taInnInnpasset(system(1), dor, id)).rejects.toThrow('strømmen gikk');
    expect(await besokene()).toEqual([]);
    expect((await hent(id)).status).toBe('TAR_INN');
    await taInnInnpasset(system(1), BESOK, id);
    await taInnInnpasset(system(1), BESOK, id);
    expect(await besokene()).toHaveLength(3000);
  });

  test('killed in the middle of taking in, by a signal nobody can catch, leaves nothing, and the next worker does it once', { timeout: 60_000 }, async () => {
    const id = await les(Array.from({ length: 2000 }, (_, i): Linje => [`d${i}`, '1', dag, '08:00', 5]));
    await bekreft(id);
    await withClient(testDatabase().superuserUrl, async (las) => {
      // The change marks wait for this lock: the visits are inserted, and nothing is committed.
      await las.query('begin; lock table endring in access exclusive mode');
      const kode = `import { taInnInnpasset } from '#lib/server/filimport/innpass.ts';
        import { BESOKSIMPORTER } from '#lib/utfort-tid/mottak-import-service.ts';
        await taInnInnpasset({ kommuneId: 1, kontoId: null, rolle: 'system', enheter: null }, BESOKSIMPORTER.BESOK, ${id});`;
      const barn = spawn(process.execPath, ['--conditions=react-server', '--input-type=module', '-e', kode], { cwd: join(import.meta.dirname, '../..'), stdio: 'ignore' });
      const slutt = new Promise<NodeJS.Signals | null>((ferdig) => barn.once('close', (_, signal) => ferdig(signal)));
      // A connection of its own: within a transaction the activity is the one first seen.
      await withClient(testDatabase().superuserUrl, async (ser) => {
        const venter = async (): Promise<number> => (await ser.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into besok (id%'`)).rowCount ?? 0;
        await expect.poll(venter, { timeout: 30_000, interval: 50 }).toBe(1);
      }).finally(() => barn.kill('SIGKILL'));
      expect(await slutt).toBe('SIGKILL');
      await las.query('rollback');
    });
    expect(await besokene()).toEqual([]);
    expect(await hent(id)).toMatchObject({ status: 'TAR_INN' });
    await taInnInnpasset(system(1), BESOK, id);
    expect(await besokene()).toHaveLength(2000);
    expect(await lesKommune(k.controller, (tx) => tx.en(sql`select count(*)::int antall, count(distinct besok_id)::int ulike from besok_kildeid`))).toEqual({ antall: 2000, ulike: 2000 });
  });

  test('two of the same file at once is one: the second is read again and has nothing left to do', async () => {
    const linjer: Linje[] = [['a', '1', dag, '08:00', 30]];
    const [forste, andre] = [await les(linjer), await les(linjer)];
    await bekreft(forste);
    await bekreft(andre);
    await Promise.all([taInnInnpasset(system(1), BESOK, forste), taInnInnpasset(system(1), BESOK, andre)]);
    expect(await besokene()).toHaveLength(1);
    const taper = (await hent(forste)).status === 'TATT_INN' ? andre : forste;
    expect(await hent(taper)).toMatchObject({ status: 'LESER', grunn: 'ENDRET_SIDEN' });
    await lesInnpasset(system(1), BESOK, taper);
    expect(await hent(taper)).toMatchObject({ status: 'LEST', grunn: 'ENDRET_SIDEN' });
    expect(await bilde(taper)).toMatchObject({ nye: 0, like: 1 });
  });

  test('is taken back: new visits are put aside, changed get what they had, and what is approved stands', async () => {
    await taInn([['a', '1', dag, '08:00', 30]]);
    const id = await taInn([['a', '1', dag, '08:00', 50], ['b', '1', dag, '09:00', 20], ['c', '1', dag, '10:00', 25]]);
    await withClient(testDatabase().superuserUrl, (klient) => klient.query("update besok set kvittert = true where kilde_id = 'c'"));
    await angreNa(id);
    expect(await bilde(id)).toMatchObject({ status: 'ANGRET', angret: { av: 'Con Troller', resultat: { lagtBort: 1, satt: 1, kvittert: 1, rettet: 0, fristUte: 0 } } });
    expect((await besokene()).filter((b) => !b.erstattet).map((b) => [b.versjon, b.minutter])).toEqual([[3, 30], [1, 25]]);
    await angreNa(id);
    expect(await besokene()).toHaveLength(6);
    // The way is open for the same file again.
    expect(await bilde(await les([['a', '1', dag, '08:00', 30], ['b', '1', dag, '09:00', 20]]))).toMatchObject({ nye: 1, like: 1 });
  });
});
