import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leggTilDager } from '#lib/core/dato.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import type { Utforende } from '#lib/server/transaksjon.ts';
import { forkast, mottaAlle } from '#lib/utfort-tid/felt-mottak-service.ts';
import { hentFeltliste, hentFeltoppsett, lagreFeltoppsett } from '#lib/utfort-tid/felt-service.ts';
import type { Feltpost } from '#lib/utfort-tid/felt-view.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

let [k, fremmed] = [{}, {}] as [LitenKommune, LitenKommune];
let [kari, ola] = [{}, {}] as [Utforende, Utforende];
let teller = 0;
const MIN = 60_000;
const na = (): number => naa().getTime();

async function nyttOppdrag(valg: { enhet?: number; kommune?: LitenKommune; skjermet?: boolean; tom?: string } = {}): Promise<number> {
  const kommune = valg.kommune ?? k;
  teller += 1;
  const [id, n] = [7000 + teller, kommune.kommuneId];
  await withClient(testDatabase().superuserUrl, (klient) =>
    klient.query(`
      insert into mottaker (id, kommune_id, pseudonym, fodselsar, skjermet) values (${id}, ${n}, 'M-F${id}', 1940, ${valg.skjermet ?? false});
      insert into mottaker_identitet (mottaker_id, kommune_id, fornavn, etternavn, fodselsdato, fodselsnummer) values (${id}, ${n}, 'Fornavn${id}', 'Etternavn', '1940-01-01', '${String(21_900_000_000 + id)}');
      insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato)
        values (${id}, ${n}, 'V-F-${id}', ${id}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 210, 7, 'x', 'x', now(), current_date);
      insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert) values (${n}, ${id}, ${id}, 'HJEMMESYKEPLEIE', 'f${id}', '2025-01-01', null, 'FATTET', now());
      insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt) values (${id}, ${n}, ${id}, ${id}, ${valg.enhet ?? kommune.nord}, '2025-01-01', ${valg.tom ? `'${valg.tom}'` : 'null'}, '{}', now());`),
  );
  return id;
}

function post(oppdragId: number, resten: Partial<Feltpost> = {}): Feltpost {
  return {
    klientId: crypto.randomUUID(), oppdragId, foring: 'MALT', startMs: na() - 40 * MIN, dato: null, start: null, minutter: 30, kategori: 'BRUKERRETTET', grunn: null,
    opprettet: na() - 10 * MIN, merke: null, ansattId: null, viErTo: false, sammen: null, ...resten,
  };
}

async function send(hvem: Utforende, poster: readonly unknown[], telefonMs = na()): Promise<unknown[]> {
  return (await mottaAlle(hvem, telefonMs, poster)).map(({ svar }) => (svar.ok ? { nytt: svar.verdi.nytt, sa: svar.verdi.beskjeder.map((b) => b.grunn) } : svar.feil.map((f) => f.grunn)));
}
type Rad = { id: number; ansatt_id: number; kilde: string; grunn: string | null; minutter: number; startMs: number };
const besok = (oppdragId: number) => lesKommune(k.controller, (tx) => tx.alle<Rad>(sql`select id, ansatt_id, kilde, grunn, minutter, (extract(epoch from start) * 1000)::bigint "startMs" from besok where oppdrag_id = ${oppdragId} order by id`));
const felt = (klientId: string) =>
  lesKommune(kari, (tx) => tx.en<{ flagg: string[]; avvik: number; telefonMs: number }>(sql`select flagg, klokkeavvik avvik, (extract(epoch from telefon_start) * 1000)::bigint "telefonMs" from felt_besok where klient_id = ${klientId}`));

beforeAll(async () => {
  k = await lagLitenKommune(1);
  fremmed = await lagLitenKommune(2);
  await withClient(testDatabase().superuserUrl, (klient) =>
    klient.query(`insert into konto (id, kommune_id, navn) values (111, 1, 'Kari Ansatt'), (112, 1, 'Ola Ansatt');
      insert into konto_rolle (kommune_id, konto_id, rolle, enhet_id, fom) values (1, 111, 'utforeransatt', ${k.nord}, '2020-01-01'), (1, 112, 'utforeransatt', ${k.nord}, '2020-01-01');`),
  );
  kari = { kommuneId: 1, kontoId: 111, rolle: 'utforeransatt', enheter: [k.nord] };
  ola = { ...kari, kontoId: 112 };
});
afterAll(lukkPool);

describe('a queue from a phone', () => {
  test('sent any number of times, also at once, is each visit once, and every sending gets the same answer', async () => {
    const o = await nyttOppdrag();
    const en = post(o);
    const svar = await Promise.all([send(kari, [en]), send(kari, [en]), send(kari, [en])]);
    expect(svar.flat().filter((s) => (s as { nytt?: boolean }).nytt)).toHaveLength(1);
    expect(await send(kari, [en], na() + 3 * MIN)).toEqual([{ nytt: false, sa: [] }]);
    expect(await besok(o)).toHaveLength(1);
  });

  test('one that is refused or cannot be read holds no other up, and leaves no trace: mended, it goes in with the same id', async () => {
    const o = await nyttOppdrag();
    const gal = post(o, { minutter: 0 });
    expect(await send(kari, [gal, { klientId: 'rot' }, post(o)])).toEqual([['nullMinutter'], ['uleselig'], { nytt: true, sa: [] }]);
    expect(await send(kari, [{ ...gal, minutter: 5, startMs: na() - 200 * MIN }])).toEqual([{ nytt: true, sa: [] }]);
  });

  test('the same id with other content, or from another person, is refused without a word of the visit', async () => {
    const en = post(await nyttOppdrag());
    await send(kari, [en]);
    expect(await send(kari, [{ ...en, minutter: 31 }])).toEqual([['klientIdBrukt']]);
    expect(await send(ola, [en])).toEqual([['klientIdBrukt']]);
  });

  test('what was started and stopped asks for no reason; what is entered afterwards has one, and a source of its own', async () => {
    const o = await nyttOppdrag();
    // not the day of the one that was measured, whatever the hour is now
    const forleden = leggTilDager(iDag(), -4);
    const etterpa = post(o, { foring: 'ETTERPA', startMs: null, dato: forleden, start: '08:00' });
    expect(await send(kari, [post(o, { startMs: na() - 26 * 60 * MIN }), etterpa, { ...etterpa, grunn: 'Telefonen var tom' }])).toEqual([{ nytt: true, sa: [] }, ['grunnMangler'], { nytt: true, sa: [] }]);
    expect((await besok(o)).map((b) => [b.kilde, b.grunn])).toEqual([['FELT', null], ['ETTERREGISTRERT', 'Telefonen var tom']]);
  });

  test('a trip in vain says why', async () => {
    const o = await nyttOppdrag();
    expect(await send(kari, [post(o, { kategori: 'BOMTUR' }), post(o, { kategori: 'BOMTUR', grunn: 'Ikke hjemme' })])).toEqual([['bomturUtenGrunn'], { nytt: true, sa: [] }]);
  });
});

describe('one the database cannot take', () => {
  test('gets no answer, and those behind it in the queue are stored', async () => {
    const o = await nyttOppdrag();
    const [umulig, bak] = [post(o, { kategori: 'BOMTUR', grunn: 'Ikke \u0000 hjemme' }), post(o)];
    expect((await mottaAlle(kari, na(), [umulig, bak])).map(({ klientId, svar }) => [klientId, svar.ok])).toEqual([[bak.klientId, true]]);
    expect(await besok(o)).toHaveLength(1);
  });
});

describe('two phones on the same visit', () => {
  test('both are kept, the second is told whose the first was, and the leader gets a mark', async () => {
    const o = await nyttOppdrag();
    const [en, to] = [post(o), post(o)];
    expect(await send(kari, [en])).toEqual([{ nytt: true, sa: [] }]);
    const [svar] = await mottaAlle(ola, na(), [to]);
    expect(svar?.svar).toEqual({ ok: true, verdi: { nytt: true, beskjeder: [{ grunn: 'TO_TELEFONER', verdier: { navn: 'Kari Ansatt' } }] } });
    expect((await felt(to.klientId))?.flagg).toEqual(['TO_TELEFONER']);
    expect(await besok(o)).toHaveLength(2);
  });

  test('sent at the same moment, just one of them is told', async () => {
    const o = await nyttOppdrag();
    const svar = await Promise.all([send(kari, [post(o)]), send(ola, [post(o)])]);
    expect(svar.flat().map((s) => (s as { sa: string[] }).sa.length).sort()).toEqual([0, 1]);
  });

  test('who said that they were two gets no mark; the colleague’s minutes are their own; registered by both, it is told', async () => {
    const o = await nyttOppdrag();
    const sammen = crypto.randomUUID();
    const felles = { viErTo: true, sammen };
    expect(await send(kari, [post(o, felles), post(o, { ...felles, ansattId: 112, minutter: 20 })])).toEqual([{ nytt: true, sa: [] }, { nytt: true, sa: [] }]);
    expect((await besok(o)).map((b) => [b.ansatt_id, b.minutter])).toEqual([[111, 30], [112, 20]]);
    expect(await send(ola, [post(o, { viErTo: true })])).toEqual([{ nytt: true, sa: ['SAMME_ANSATT'] }]);
  });

  test('nobody writes time for one they were not with', async () => {
    expect(await send(kari, [post(await nyttOppdrag(), { ansattId: 112 })])).toEqual([['ikkeAnsatt']]);
  });
});

describe('the phone’s clock', () => {
  test('two hours ahead: the visit stands at the server’s time, both times are kept, and it is marked', async () => {
    const o = await nyttOppdrag();
    const foran = 120 * MIN;
    const start = na() - 40 * MIN;
    const en = post(o, { startMs: start + foran, opprettet: na() - 10 * MIN + foran });
    expect(await send(kari, [en], na() + foran)).toEqual([{ nytt: true, sa: ['KLOKKE'] }]);
    const lagret = await felt(en.klientId);
    expect(lagret?.flagg).toEqual(['KLOKKE']);
    expect(Math.abs((lagret?.avvik ?? 0) - 7200)).toBeLessThan(5);
    expect(lagret?.telefonMs).toBe(start + foran);
    expect(Math.abs(((await besok(o))[0]?.startMs ?? 0) - start)).toBeLessThanOrEqual(MIN + 5000);
    expect(await send(kari, [en], na() + foran + 30_000)).toEqual([{ nytt: false, sa: [] }]);
  });
});

describe('who may', () => {
  test('another unit’s and another municipality’s orders do not exist', async () => {
    expect(await send(kari, [post(await nyttOppdrag({ enhet: k.sor })), post(await nyttOppdrag({ kommune: fremmed }))])).toEqual([['oppdragFinnesIkke'], ['oppdragFinnesIkke']]);
  });

  test('one with address protection is there for named staff only, by pseudonym, on the list and in the queue', async () => {
    const o = await nyttOppdrag({ skjermet: true });
    const listen = (hvem: Utforende) => withKommune(hvem, (tx) => hentFeltliste(tx, { navn: 'x', enhetNavn: 'Nord', kommuneNavn: 'K' }, 'nb'));
    await withClient(testDatabase().superuserUrl, (klient) => klient.query(`insert into mottaker_tilgang (kommune_id, mottaker_id, konto_id, fom, gitt_av, grunn) values (1, ${o}, 112, '2020-01-01', 101, 'Primærkontakt')`));
    expect((await listen(kari)).oppdrag.map((en) => en.oppdragId)).not.toContain(o);
    expect(await send(kari, [post(o)])).toEqual([['oppdragFinnesIkke']]);
    expect((await listen(ola)).oppdrag.find((en) => en.oppdragId === o)?.navn).toBe(`M-F${o}`);
    expect(await send(ola, [post(o)])).toEqual([{ nytt: true, sa: [] }]);
  });

  test('the list says no more than a first name and a letter, and what is left of the week', async () => {
    const o = await nyttOppdrag();
    await send(kari, [post(o, { startMs: na() - 2 * MIN, minutter: 1 })]);
    const liste = await withKommune(kari, (tx) => hentFeltliste(tx, { navn: 'Kari', enhetNavn: 'Nord', kommuneNavn: 'K' }, 'nn'));
    expect(liste.oppdrag.find((en) => en.oppdragId === o)).toMatchObject({ navn: `Fornavn${o} E.`, tjeneste: 'Heimesjukepleie', planlagtMinutter: 30, vedtattMinutter: 210, igjenMinutter: 209 });
    expect(liste.konto).toBe('1/111');
    expect(JSON.stringify(liste)).not.toContain('Etternavn');
  });
});

describe('late, and thrown away', () => {
  test('a year that is locked says until when; a visit outside the order is kept and told of', async () => {
    const o = await nyttOppdrag({ tom: '2025-01-31' });
    const svar = await mottaAlle(kari, na(), [post(o, { foring: 'ETTERPA', startMs: null, dato: '2024-03-01', start: '08:00', grunn: 'Glemte å starte' })]);
    expect(svar[0]?.svar).toMatchObject({ ok: false, feil: [{ grunn: 'fristUte', verdier: { frist: '31.01.2025' } }] });
    expect(await send(kari, [post(o)])).toEqual([{ nytt: true, sa: ['UTENFOR'] }]);
  });

  test('a closed month takes it all the same: it is settled as a correction until the year is locked', async () => {
    const o = await nyttOppdrag();
    const forrige = leggTilDager(iDag(), -20);
    await withClient(testDatabase().superuserUrl, (klient) => klient.query(`insert into maned_status (kommune_id, maned, status, endret) values (1, '${forrige.slice(0, 7)}', 'LUKKET', now()) on conflict (kommune_id, maned) do update set status = 'LUKKET'`));
    expect(await send(kari, [post(o, { foring: 'ETTERPA', startMs: null, dato: forrige, start: '08:00', grunn: 'Glemte å starte' })])).toEqual([{ nytt: true, sa: [] }]);
    expect(await besok(o)).toHaveLength(1);
  });

  test('a refused one is thrown away once, with its reason and content kept; a stored one is not', async () => {
    const o = await nyttOppdrag();
    const [gal, lagret] = [post(o, { minutter: 0 }), post(o)];
    await send(kari, [lagret]);
    const forkasting = (p: Feltpost) => ({ konto: '1/111', klientId: p.klientId, oppdragId: o, innhold: { ...p }, avslag: 'Null minutter', grunn: 'Ført på papir' });
    expect(await withKommune(kari, (tx) => forkast(tx, forkasting(gal)))).toEqual({ ok: true, verdi: { nytt: true } });
    expect(await withKommune(kari, (tx) => forkast(tx, forkasting(gal)))).toEqual({ ok: true, verdi: { nytt: false } });
    expect(await withKommune(kari, (tx) => forkast(tx, forkasting(lagret)))).toMatchObject({ ok: false, feil: [{ grunn: 'alleredeLagret' }] });
    const rad = await lesKommune(k.utforerleder, (tx) => tx.en<{ grunn: string }>(sql`select grunn from felt_forkastet where klient_id = ${gal.klientId}`));
    expect(rad?.grunn).toBe('Ført på papir');
  });
});

test('a municipality that turns the app off says where one registers instead', async () => {
  const sett = (o: Parameters<typeof lagreFeltoppsett>[1]) => withKommune({ ...k.controller, rolle: 'systemansvarlig' }, (tx) => lagreFeltoppsett(tx, o));
  expect((await lesKommune(kari, hentFeltoppsett)).paa).toBe(true);
  expect(await sett({ paa: 'nei', parregel: 'LIKT', sted: '' })).toMatchObject({ ok: false, feil: [{ grunn: 'stedMangler' }] });
  await sett({ paa: 'nei', parregel: 'ETTER_VEDTAK', sted: 'Gerica' });
  expect(await lesKommune(kari, hentFeltoppsett)).toEqual({ paa: false, parregel: 'ETTER_VEDTAK', sted: 'Gerica' });
  expect((await lesKommune(fremmed.controller, hentFeltoppsett)).paa).toBe(true);
});
