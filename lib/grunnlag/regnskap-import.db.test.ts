import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DELSTORRELSE } from '#lib/grunnlag/domain/filimport/importstatus.ts';
import type { Kartlegging } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import { GRUNNLAGSIMPORTER } from '#lib/grunnlag/regnskap-import-service.ts';
import { finnFravarsmaneder } from '#lib/grunnlag/regnskap-repo.ts';
import type { Maned } from '#lib/core/maned.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { finnFeil, finnUkjente } from '#lib/server/filimport/feil-repo.ts';
import { bekreftImport, fullforOpplasting, gjentaImport, kartlegg, opprettImport, taImotDel, velgOmfang } from '#lib/server/filimport/filimport.ts';
import { finnImport, finnLik, type Import } from '#lib/server/filimport/import-repo.ts';
import type { Importor } from '#lib/server/filimport/importor.ts';
import { lesImport } from '#lib/server/filimport/les-import.ts';
import { forskjellFor, forskjellsmerke, taInnImport } from '#lib/server/filimport/ta-inn.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { skrivXlsx } from '#lib/server/regneark/skriv-xlsx.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

let k: LitenKommune;
let annen: LitenKommune;
const REGNSKAP = GRUNNLAGSIMPORTER['REGNSKAP'] as Importor;
const TIMEVERK = GRUNNLAGSIMPORTER['TIMEVERK'] as Importor;
const SYKEFRAVAR = GRUNNLAGSIMPORTER['SYKEFRAVAR'] as Importor;
const HODE = 'Ansvar;Periode;Funksjon;Art;Beløp';

beforeAll(async () => {
  k = await lagLitenKommune(1);
  annen = await lagLitenKommune(2);
});
afterAll(lukkPool);

async function lastOpp(hvem: Utforende, importor: Importor, innhold: string | Buffer, filnavn = 'regnskap.csv'): Promise<number> {
  const bytes = Buffer.from(innhold);
  return withKommune(hvem, async (tx) => {
    const svar = await opprettImport(tx, importor, { filnavn, storrelse: bytes.length });
    if (!svar.ok) throw new Error(JSON.stringify(svar.feil));
    const { importId } = svar.verdi;
    for (let i = 0; i * DELSTORRELSE < bytes.length; i += 1) await taImotDel(tx, { importId, nummer: i, innhold: bytes.subarray(i * DELSTORRELSE, (i + 1) * DELSTORRELSE) });
    expect(await fullforOpplasting(tx, importor, importId)).toMatchObject({ ok: true });
    return importId;
  });
}

const hent = async (hvem: Utforende, id: number): Promise<Import> => (await lesKommune(hvem, (tx) => finnImport(tx, id))) as Import;

/** Uploads, accepts the proposed mapping (with changes), and reads. */
async function les(hvem: Utforende, importor: Importor, innhold: string | Buffer, endring: Partial<Kartlegging> = {}): Promise<Import> {
  const id = await lastOpp(hvem, importor, innhold);
  const lastet = await hent(hvem, id);
  if (lastet.status === 'LASTET' && lastet.kartlegging) {
    const kartlegging = { ...lastet.kartlegging, ...endring };
    expect(await withKommune(hvem, (tx) => kartlegg(tx, importor, id, kartlegging))).toMatchObject({ ok: true });
  }
  await lesImport(system(hvem.kommuneId), importor, id);
  return hent(hvem, id);
}

async function bekreft(hvem: Utforende, importor: Importor, imp: Import) {
  return withKommune(hvem, async (tx) => bekreftImport(tx, importor, imp.id, forskjellsmerke(await forskjellFor(tx, importor, imp), imp)));
}

async function taInn(hvem: Utforende, importor: Importor, imp: Import): Promise<Import> {
  expect(await bekreft(hvem, importor, imp)).toMatchObject({ ok: true });
  await taInnImport(system(hvem.kommuneId), importor, imp.id);
  return hent(hvem, imp.id);
}

type Rad = { enhet: number; maned: string; ore: number };
const regnskap = (hvem: Utforende): Promise<Rad[]> =>
  lesKommune(hvem, (tx) => tx.alle<Rad>(sql`select enhet_id as enhet, maned, sum(ore)::bigint as ore from regnskap group by 1, 2 order by 2, 1`));

describe('a file of accounts', () => {
  test('changes nothing before it is confirmed, is taken in whole, and marks the units that it touches', async () => {
    const imp = await les(k.controller, REGNSKAP, `${HODE}\nNORD;2026-09;254;010;1 000,50\nSOR;2026-09;2541 Hjemme;090;(200,25)\n`);
    expect(imp).toMatchObject({ status: 'LEST', antallRader: 2, antallFeil: 0 });
    expect(await regnskap(k.controller)).toEqual([]);
    const tatt = await taInn(k.controller, REGNSKAP, imp);
    expect(tatt).toMatchObject({ status: 'TATT_INN', tattInnAv: 'Con Troller' });
    expect(await regnskap(k.controller)).toEqual([{ enhet: k.nord, maned: '2026-09', ore: 100_050 }, { enhet: k.sor, maned: '2026-09', ore: -20_025 }]);
    const merker = await lesKommune(k.controller, (tx) => tx.alle<{ enhet: number }>(sql`select distinct enhet_id as enhet from endring where enhet_id is not null order by 1`));
    expect(merker.map((m) => m.enhet)).toEqual([k.nord, k.sor]);
  });

  test('the next file of the kind needs no mapping, replaces its months, and shows the difference first', async () => {
    const imp = await les(k.controller, REGNSKAP, `${HODE}\nNORD;2026-09;254;010;1 100,50\nNORD;2026-10;254;010;5,00\n`);
    const forskjell = await lesKommune(k.controller, (tx) => forskjellFor(tx, REGNSKAP, imp));
    expect(forskjell).toEqual([
      { del: String(k.nord), serie: '', periode: '2026-09', for: 100_050, etter: 110_050, forskjell: 10_000 },
      { del: String(k.sor), serie: '', periode: '2026-09', for: -20_025, etter: null, forskjell: 20_025 },
      { del: String(k.nord), serie: '', periode: '2026-10', for: null, etter: 500, forskjell: 500 },
    ]);
    await taInn(k.controller, REGNSKAP, imp);
    expect(await regnskap(k.controller)).toEqual([{ enhet: k.nord, maned: '2026-09', ore: 110_050 }, { enhet: k.nord, maned: '2026-10', ore: 500 }]);
  });

  test('only the units in the file, when that is chosen', async () => {
    const lest = await les(k.controller, REGNSKAP, `${HODE}\nSOR;2026-09;254;010;7,00\n`);
    await withKommune(k.controller, (tx) => velgOmfang(tx, REGNSKAP, lest.id, 'ENHET'));
    await taInn(k.controller, REGNSKAP, await hent(k.controller, lest.id));
    expect(await regnskap(k.controller)).toContainEqual({ enhet: k.nord, maned: '2026-09', ore: 110_050 });
    expect(await regnskap(k.controller)).toContainEqual({ enhet: k.sor, maned: '2026-09', ore: 700 });
  });

  test('the same file again is recognised, and an earlier one taken in again brings its figures back', async () => {
    const fil = `${HODE}\nNORD;2026-08;254;010;1,00\n`;
    const forste = await taInn(k.controller, REGNSKAP, await les(k.controller, REGNSKAP, fil));
    const igjen = await les(k.controller, REGNSKAP, fil);
    expect(await lesKommune(k.controller, (tx) => finnLik(tx, igjen))).toMatchObject({ id: forste.id });
    expect((await lesKommune(k.controller, (tx) => forskjellFor(tx, REGNSKAP, igjen))).every((l) => l.forskjell === 0)).toBe(true);
    await taInn(k.controller, REGNSKAP, await les(k.controller, REGNSKAP, `${HODE}\nNORD;2026-08;254;010;9,00\n`));
    const svar = await withKommune(k.controller, (tx) => gjentaImport(tx, REGNSKAP, forste.id));
    if (!svar.ok) throw new Error('kan ikke gjentas');
    await lesImport(system(1), REGNSKAP, svar.verdi.importId);
    await taInn(k.controller, REGNSKAP, await hent(k.controller, svar.verdi.importId));
    expect(await regnskap(k.controller)).toContainEqual({ enhet: k.nord, maned: '2026-08', ore: 100 });
  });

  test('every fault is told by row and column, nothing can be taken in, and a translation of the unknown mends it', async () => {
    const imp = await les(k.controller, REGNSKAP, `${HODE}\n4711;2026-07;254;010;1,00\n4711;2026-13;254;Lønn;x\nNORD;2026-07;254;010;\n`);
    const feil = await lesKommune(k.controller, (tx) => finnFeil(tx, imp.id, null));
    expect(feil.map((f) => `${f.rad} ${f.hode} ${f.grunn} ${f.verdi}`)).toEqual([
      '2 Ansvar UKJENT_VERDI 4711', '3 Ansvar UKJENT_VERDI 4711', '3 Periode PERIODE_13 2026-13', '3 Art UKJENT_VERDI Lønn', '3 Beløp IKKE_TALL x', '4 Beløp MANGLER ',
    ]);
    expect(await bekreft(k.controller, REGNSKAP, imp)).toMatchObject({ ok: false, feil: [{ grunn: 'harFeil' }] });
    expect(await lesKommune(k.controller, (tx) => finnUkjente(tx, imp.id, 10))).toEqual([{ kolonne: 'art', verdi: 'Lønn', antall: 1 }, { kolonne: 'enhet', verdi: '4711', antall: 2 }]);
    const mendet = await les(k.controller, REGNSKAP, `${HODE}\n4711;2026-07;254;010;1,00\n`);
    await withKommune(k.controller, (tx) => kartlegg(tx, REGNSKAP, mendet.id, { ...(mendet.kartlegging as Kartlegging), verdier: { enhet: { '4711': String(k.nord) } } }));
    await lesImport(system(1), REGNSKAP, mendet.id);
    expect(await hent(k.controller, mendet.id)).toMatchObject({ status: 'LEST', antallFeil: 0, antallRader: 1 });
  });

  test('with a person’s number it is refused, the number is kept nowhere and the content is gone', async () => {
    const imp = await les(k.controller, REGNSKAP, `${HODE};Tekst\nNORD;2026-07;254;010;1,00;Vikar 03843821722\n`);
    expect(imp).toMatchObject({ status: 'AVVIST', grunn: 'PERSONNUMMER' });
    const spor = await lesKommune(system(1), (tx) =>
      tx.en<{ deler: number; treff: number }>(sql`select (select count(*)::int from filimport_del where import_id = ${imp.id}) as deler,
        (select count(*)::int from filimport_feil where verdi like '%03843821722%') as treff`),
    );
    expect(spor).toEqual({ deler: 0, treff: 0 });
  });
});

describe('two at once, and others', () => {
  test('two files of the same month: the second is told that what it would replace has changed', async () => {
    const [a, b] = [await les(k.controller, REGNSKAP, `${HODE}\nNORD;2026-06;254;010;1,00\n`), await les(k.controller, REGNSKAP, `${HODE}\nNORD;2026-06;254;010;2,00\n`)];
    await bekreft(k.controller, REGNSKAP, a);
    await bekreft(k.controller, REGNSKAP, b);
    await Promise.all([a, b].map((i) => taInnImport(system(1), REGNSKAP, i.id)));
    const etter = [await hent(k.controller, a.id), await hent(k.controller, b.id)];
    expect(etter.map((i) => i.status).toSorted()).toEqual(['LEST', 'TATT_INN']);
    expect(etter.find((i) => i.status === 'LEST')).toMatchObject({ grunn: 'ENDRET_SIDEN' });
    const rad = (await regnskap(k.controller)).find((r) => r.maned === '2026-06');
    expect(rad?.ore).toBe(etter[0]?.status === 'TATT_INN' ? 100 : 200);
  });

  test('a unit that went away between reading and taking in: nothing is done', async () => {
    const imp = await les(k.controller, REGNSKAP, `${HODE}\nNORD;2026-05;254;010;1,00\nSOR;2026-05;254;010;1,00\n`);
    await bekreft(k.controller, REGNSKAP, imp);
    const uten: Importor = { ...REGNSKAP, kodelister: async (tx) => ({ ...(await REGNSKAP.kodelister(tx)), enhet: { valg: [], finn: (t) => (t === 'NORD' ? String(k.nord) : null) } }) };
    await taInnImport(system(1), uten, imp.id);
    expect(await hent(k.controller, imp.id)).toMatchObject({ status: 'LEST', grunn: 'ENDRET_SIDEN' });
    expect((await regnskap(k.controller)).filter((r) => r.maned === '2026-05')).toEqual([]);
  });

  test('taken in twice by the queue is taken in once', async () => {
    const imp = await taInn(k.controller, REGNSKAP, await les(k.controller, REGNSKAP, `${HODE}\nNORD;2026-04;254;010;1,00\n`));
    await taInnImport(system(1), REGNSKAP, imp.id);
    await lesImport(system(1), REGNSKAP, imp.id);
    expect((await regnskap(k.controller)).filter((r) => r.maned === '2026-04')).toHaveLength(1);
  });

  test('another kommune sees neither the file nor its rows, and a provider’s leader no file at all', async () => {
    const imp = await les(k.controller, REGNSKAP, `${HODE}\nNORD;2026-03;254;010;1,00\n`);
    expect(await lesKommune(annen.controller, (tx) => finnImport(tx, imp.id))).toBeNull();
    expect(await regnskap(annen.controller)).toEqual([]);
    expect(await lesKommune(k.utforerleder, (tx) => finnImport(tx, imp.id))).toBeNull();
    expect(await withKommune(annen.controller, (tx) => kartlegg(tx, REGNSKAP, imp.id, imp.kartlegging as Kartlegging))).toMatchObject({ ok: false });
  });
});

test('a budget replaces its own version only, and a line that stands twice is a fault', async () => {
  const importor = GRUNNLAGSIMPORTER['ENHETSBUDSJETT'] as Importor;
  const hode = 'Enhet;Måned;Budsjett;Versjon';
  await taInn(k.controller, importor, await les(k.controller, importor, `${hode}\nNORD;2027-01;100;1\nNORD;2027-01;200;2\n`));
  const imp = await les(k.controller, importor, `${hode}\nNORD;2027-01;250;2\n`);
  await taInn(k.controller, importor, imp);
  expect(await lesKommune(k.controller, (tx) => tx.alle(sql`select versjon, ore from enhetsbudsjett order by versjon`))).toEqual([{ versjon: 1, ore: 10_000 }, { versjon: 2, ore: 25_000 }]);
  const doble = await les(k.controller, importor, `${hode}\nNORD;2027-01;1;\nNORD;2027-01;2;1\n`);
  expect(await lesKommune(k.controller, (tx) => finnFeil(tx, doble.id, null))).toMatchObject([{ rad: 3, grunn: 'DUPLIKAT' }]);
});

test('an upload that never ended is given up the day after, and its content goes', async () => {
  const halv = await withKommune(k.controller, async (tx) => {
    const svar = await opprettImport(tx, REGNSKAP, { filnavn: 'halv.csv', storrelse: 1_000_000 });
    if (!svar.ok) throw new Error('avvist');
    await taImotDel(tx, { importId: svar.verdi.importId, nummer: 0, innhold: Buffer.alloc(1000, 'x') });
    expect(await fullforOpplasting(tx, REGNSKAP, svar.verdi.importId)).toMatchObject({ ok: false, feil: [{ grunn: 'ufullstendig' }] });
    return svar.verdi.importId;
  });
  await withClient(testDatabase().superuserUrl, (klient) => klient.query(`update filimport set opprettet = now() - interval '2 days' where id = ${halv}`));
  await withKommune(k.controller, (tx) => opprettImport(tx, REGNSKAP, { filnavn: 'ny.csv', storrelse: 10 }));
  expect(await hent(k.controller, halv)).toMatchObject({ status: 'FORKASTET' });
  expect(await lesKommune(system(1), (tx) => tx.alle(sql`select nummer from filimport_del where import_id = ${halv}`))).toEqual([]);
});

test('files that cannot be used are refused with the reason', async () => {
  for (const [innhold, grunn] of [['%PDF-1.7', 'PDF'], ['a\0b', 'BINAR'], ['PK\u0003\u0004tull', 'SKADET_REGNEARK'], [' \n \n', 'INGEN_RADER']] as const) {
    const id = await lastOpp(k.controller, REGNSKAP, innhold);
    expect(await hent(k.controller, id)).toMatchObject({ status: 'AVVIST', grunn });
  }
  const bareHode = await les(k.controller, REGNSKAP, `${HODE}\n`);
  expect(bareHode).toMatchObject({ status: 'LEST', grunn: 'INGEN_RADER', antallRader: 0 });
  expect(await bekreft(k.controller, REGNSKAP, bareHode)).toMatchObject({ ok: false, feil: [{ grunn: 'ingenRader' }] });
});

test('rows left out by choice are counted by value', async () => {
  const imp = await les(k.controller, REGNSKAP, `${HODE}\n999;2026-02;254;010;1\n999;2026-02;254;010;1\nNORD;2026-02;254;010;1\n`, { hoppOver: ['enhet'] });
  if (imp.antallFeil > 0) await withKommune(k.controller, (tx) => kartlegg(tx, REGNSKAP, imp.id, { ...(imp.kartlegging as Kartlegging), hoppOver: ['enhet'] }));
  await lesImport(system(1), REGNSKAP, imp.id);
  expect(await hent(k.controller, imp.id)).toMatchObject({ antallRader: 1, antallHoppet: 2, utelatt: [{ kodeliste: 'enhet', verdi: '999', antall: 2 }] });
});

test('paid hours come from a workbook, with numbers and dates as cells', async () => {
  const kolonner = [{ tittel: 'Enhet', type: 'tekst' }, { tittel: 'Dato', type: 'dato' }, { tittel: 'Type', type: 'tekst' }, { tittel: 'Timer', type: 'ore' }] as const;
  const bok = await skrivXlsx({ navn: 'Timer', kolonner, rader: [['NORD', '2026-09-30', 'Vikar', 3750], ['Sør', '2026-09-01', 'Ordinær', 10_000]] });
  const imp = await les(k.controller, TIMEVERK, bok);
  expect(await lesKommune(k.controller, (tx) => finnFeil(tx, imp.id, null))).toEqual([]);
  await taInn(k.controller, TIMEVERK, imp);
  expect(await lesKommune(k.controller, (tx) => tx.alle(sql`select enhet_id, maned, type, minutter from timeverk order by enhet_id`))).toEqual([
    { enhet_id: k.nord, maned: '2026-09', type: 'VIKAR', minutter: 2250 },
    { enhet_id: k.sor, maned: '2026-09', type: 'ORDINAR', minutter: 6000 },
  ]);
});

test('sick leave comes per unit and month, in hours or days, within the employer’s days and after; a person’s number or both measures stop it', async () => {
  const feilfil = await les(k.controller, SYKEFRAVAR, 'Enhet;Måned;Type;Timer;Dager\nNORD;2026-09;Egenmelding;10;2\nNORD;2026-09;Ferie;10;\nNORD;2026-09;NAV;;\n');
  expect((await lesKommune(k.controller, (tx) => finnFeil(tx, feilfil.id, null))).map((f) => [f.rad, f.kolonne, f.grunn])).toEqual([[2, 'dager', 'TIMER_OG_DAGER'], [3, 'fravarsperiode', 'UKJENT_VERDI'], [4, 'timer', 'MANGLER']]);
  await taInn(k.controller, SYKEFRAVAR, await les(k.controller, SYKEFRAVAR, 'Enhet;Måned;Type;Timer;Dager\nNORD;2026-09;Egenmelding;112,5;\nNORD;2026-09;NAV;;10,5\nSør;2026-08;1-16 dager;7,5;\n'));
  expect(await lesKommune(k.controller, (tx) => tx.alle(sql`select enhet_id, maned, periode, minutter from sykefravar order by enhet_id, periode`))).toEqual([
    { enhet_id: k.nord, maned: '2026-09', periode: 'ARBEIDSGIVER', minutter: 6750 },
    { enhet_id: k.nord, maned: '2026-09', periode: 'ETTER_16', minutter: 4725 },
    { enhet_id: k.sor, maned: '2026-08', periode: 'ARBEIDSGIVER', minutter: 450 },
  ]);
  expect(await lesKommune(k.controller, (tx) => finnFravarsmaneder(tx, k.nord, '2026-10' as Maned, 3))).toMatchObject([{ maned: '2026-09', arbeidsgiver: 6750, etter: 4725, betalt: 2250 }]);
  // The same months again take the place of what was there.
  await taInn(k.controller, SYKEFRAVAR, await les(k.controller, SYKEFRAVAR, 'Enhet;Måned;Type;Timer\nNORD;2026-09;Egenmelding;1\n'));
  expect(await lesKommune(k.controller, (tx) => tx.alle(sql`select maned, minutter from sykefravar where enhet_id = ${k.nord}`))).toEqual([{ maned: '2026-09', minutter: 60 }]);
});

test('a workbook with faults in every column says them all by row and column, and takes nothing in', async () => {
  const kolonner = [{ tittel: 'Enhet', type: 'tekst' }, { tittel: 'Dato', type: 'tekst' }, { tittel: 'Type', type: 'tekst' }, { tittel: 'Timer', type: 'tekst' }] as const;
  const for_ = await lesKommune(k.controller, (tx) => tx.alle(sql`select count(*)::int n from timeverk`));
  const bok = await skrivXlsx({ navn: 'Timer', kolonner, rader: [['UKJENT', '2026-09-30', 'Vikar', '10'], ['NORD', '31.02.2026', 'Vikar', '10'], ['NORD', '2026-09-30', 'Noe', '10'], ['NORD', '2026-09-30', 'Vikar', 'ti'], ['', '', '', '']] });
  const imp = await les(k.controller, TIMEVERK, bok);
  const feil = await lesKommune(k.controller, (tx) => finnFeil(tx, imp.id, null));
  expect(feil.map((f) => [f.rad, f.kolonne])).toEqual([[2, 'enhet'], [3, 'maned'], [4, 'type'], [5, 'timer']]);
  expect(await bekreft(k.controller, TIMEVERK, imp)).toMatchObject({ ok: false });
  expect(await lesKommune(k.controller, (tx) => tx.alle(sql`select count(*)::int n from timeverk`))).toEqual(for_);
});
