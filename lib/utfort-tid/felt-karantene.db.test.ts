import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { iDag, naa } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { lagFeltbevis, lesFeltbevis } from '#lib/server/felt-bevis.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import type { Utforende } from '#lib/server/transaksjon.ts';
import { FLEST_APNE, leggBortKarantene, settIKarantene, taInn, visKarantene, visKarantenepost } from '#lib/utfort-tid/felt-karantene-service.ts';
import { mottaAlle } from '#lib/utfort-tid/felt-mottak-service.ts';
import type { Feltpost } from '#lib/utfort-tid/felt-view.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

let [k, fremmed] = [{}, {}] as [LitenKommune, LitenKommune];
let [kari, leder] = [{}, {}] as [Utforende, Utforende];
let bevis = '';
let oppdragId = 0;
const MIN = 60_000;
const na = (): number => naa().getTime();

function post(resten: Partial<Feltpost> = {}): Feltpost {
  return {
    klientId: crypto.randomUUID(), oppdragId, foring: 'MALT', startMs: na() - 40 * MIN, dato: null, start: null, minutter: 30, kategori: 'BRUKERRETTET', grunn: null,
    opprettet: na() - 10 * MIN, merke: null, ansattId: null, viErTo: false, sammen: null, ...resten,
  };
}
const inn = (poster: readonly unknown[], med = bevis, telefonMs = na()) => settIKarantene({ bevis: med, telefonMs, poster: [...poster] });
const besokFor = (klientId: string) =>
  lesKommune(k.controller, (tx) => tx.alle<{ ansatt_id: number; minutter: number }>(sql`select b.ansatt_id, b.minutter from besok b join mottatt_registrering r on r.kommune_id = b.kommune_id and r.besok_id = b.id where r.klient_id = ${klientId}`));
const ventende = async (hvem: Utforende): Promise<string[]> => (await lesKommune(hvem, visKarantene)).map((l) => l.klientId);

beforeAll(async () => {
  k = await lagLitenKommune(1);
  fremmed = await lagLitenKommune(2);
  oppdragId = 7900;
  await withClient(testDatabase().superuserUrl, (klient) =>
    klient.query(`
      insert into konto (id, kommune_id, navn) values (111, 1, 'Kari Ansatt');
      insert into konto_rolle (kommune_id, konto_id, rolle, enhet_id, fom) values (1, 111, 'utforeransatt', ${k.nord}, '2020-01-01');
      insert into mottaker (id, kommune_id, pseudonym, fodselsar) values (7900, 1, 'M-Q7900', 1940);
      insert into mottaker_identitet (mottaker_id, kommune_id, fornavn, etternavn, fodselsdato, fodselsnummer) values (7900, 1, 'Fornavn', 'Etternavn', '1940-01-01', '21900007900');
      insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato)
        values (7900, 1, 'V-Q-7900', 7900, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 210, 7, 'x', 'x', now(), dagen());
      insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert) values (1, 7900, 7900, 'HJEMMESYKEPLEIE', 'q7900', '2025-01-01', null, 'FATTET', now());
      insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt) values (7900, 1, 7900, 7900, ${k.nord}, '2025-01-01', null, '{}', now());`),
  );
  kari = { kommuneId: 1, kontoId: 111, rolle: 'utforeransatt', enheter: [k.nord] };
  leder = k.utforerleder;
  bevis = (await lagFeltbevis(kari)) ?? '';
});
afterAll(lukkPool);

describe('the proof', () => {
  test('says whose it is, and nothing made up or altered does', async () => {
    expect(await lesFeltbevis(bevis)).toEqual({ kommuneId: 1, kontoId: 111, enheter: [k.nord] });
    expect(await lesFeltbevis(`${bevis.slice(0, -3)}abc`)).toBeNull();
    expect(await inn([post()], 'x'.repeat(40))).toBeNull();
    expect(await lagFeltbevis({ ...kari, kontoId: null })).toBeNull();
  });
});

describe('a queue whose session has ended', () => {
  test('is kept once, is no visit, and is seen by the unit’s leader alone', async () => {
    const en = post();
    expect(await inn([en])).toEqual([en.klientId]);
    expect(await inn([en])).toEqual([en.klientId]);
    expect(await besokFor(en.klientId)).toEqual([]);
    expect((await ventende(leder)).filter((id) => id === en.klientId)).toHaveLength(1);
    expect(await ventende({ ...leder, enheter: [k.sor] })).not.toContain(en.klientId);
    expect(await ventende(fremmed.utforerleder)).not.toContain(en.klientId);
    expect(await withKommune(fremmed.utforerleder, (tx) => visKarantenepost(tx, en.klientId))).toBeNull();
    expect(await withKommune(leder, (tx) => visKarantenepost(tx, en.klientId))).toMatchObject({ minutter: 30, ansatt: 'Kari Ansatt', malt: true, avgjort: false, dato: iDag() });
  });

  test('taken in, it is the employee’s own visit, once; the phone that comes back gets the first one’s answer', async () => {
    const en = post();
    await inn([en]);
    expect(await withKommune(leder, (tx) => taInn(tx, { klientId: en.klientId }))).toMatchObject({ ok: true });
    expect(await besokFor(en.klientId)).toEqual([{ ansatt_id: 111, minutter: 30 }]);
    expect(await withKommune(leder, (tx) => taInn(tx, { klientId: en.klientId }))).toMatchObject({ ok: false, feil: [{ grunn: 'alleredeAvgjort' }] });
    expect((await mottaAlle(kari, na(), [en]))[0]?.svar).toEqual({ ok: true, verdi: { nytt: false, beskjeder: [] } });
    expect(await besokFor(en.klientId)).toHaveLength(1);
  });

  test('two leaders at the same moment make one visit', async () => {
    const en = post();
    await inn([en]);
    const svar = await Promise.all([1, 2].map(() => withKommune(leder, (tx) => taInn(tx, { klientId: en.klientId }))));
    expect(svar.filter((s) => s.ok)).toHaveLength(1);
    expect(await besokFor(en.klientId)).toHaveLength(1);
  });

  test('sent by the person after all, it is gone from the leader’s list', async () => {
    const en = post();
    await inn([en]);
    expect((await mottaAlle(kari, na(), [en]))[0]?.svar).toMatchObject({ ok: true, verdi: { nytt: true } });
    expect(await ventende(leder)).not.toContain(en.klientId);
    expect(await withKommune(leder, (tx) => leggBortKarantene(tx, { klientId: en.klientId, grunn: 'For sent' }))).toMatchObject({ ok: false, feil: [{ grunn: 'alleredeAvgjort' }] });
  });

  test('put away, the person who sends it is told why, and it makes no visit', async () => {
    const en = post();
    await inn([en]);
    expect(await withKommune(leder, (tx) => leggBortKarantene(tx, { klientId: en.klientId, grunn: 'Ført på papir' }))).toMatchObject({ ok: true });
    expect((await mottaAlle(kari, na(), [en]))[0]?.svar).toEqual({ ok: false, feil: [{ grunn: 'lagtBortAvLeder', verdier: { grunn: 'Ført på papir' } }] });
    expect(await besokFor(en.klientId)).toEqual([]);
  });

  test('a wrong clock is judged by the moment it came, not by when the leader took it in', async () => {
    const foran = 120 * MIN;
    const en = post({ startMs: na() - 40 * MIN + foran, opprettet: na() - 10 * MIN + foran });
    await inn([en], bevis, na() + foran);
    await withKommune(leder, (tx) => taInn(tx, { klientId: en.klientId }));
    const rad = await lesKommune(leder, (tx) => tx.en<{ flagg: string[]; kontoId: number }>(sql`select flagg, konto_id "kontoId" from felt_besok where klient_id = ${en.klientId}`));
    expect(rad).toEqual({ flagg: expect.arrayContaining(['KLOKKE']), kontoId: 111 });
  });

  test('what cannot be read is kept too, and can only be put away; what is no registration is not', async () => {
    const uleselig = { klientId: crypto.randomUUID(), oppdragId, minutter: 'tretti' };
    expect(await inn([uleselig, { noe: 'annet' }, post({ grunn: 'x'.repeat(5_000) })])).toEqual([uleselig.klientId]);
    expect(await withKommune(leder, (tx) => taInn(tx, { klientId: uleselig.klientId }))).toMatchObject({ ok: false, feil: [{ grunn: 'uleselig' }] });
    expect(await withKommune(leder, (tx) => leggBortKarantene(tx, { klientId: uleselig.klientId, grunn: 'Uleselig' }))).toMatchObject({ ok: true });
  });

  test('another municipality’s order is not named: it is kept without', async () => {
    const en = post({ oppdragId: 1 });
    expect(await inn([en])).toEqual([en.klientId]);
    expect(await withKommune(leder, (tx) => visKarantenepost(tx, en.klientId))).toMatchObject({ pseudonym: '–', navn: null });
    expect(await withKommune(leder, (tx) => taInn(tx, { klientId: en.klientId }))).toMatchObject({ ok: false, feil: [{ grunn: 'oppdragFinnesIkke' }] });
  });

  test('a phone gone astray cannot fill the list', async () => {
    const mange = Array.from({ length: FLEST_APNE }, () => post());
    for (let i = 0; i < mange.length; i += 100) await inn(mange.slice(i, i + 100));
    expect(await inn([post()])).toEqual([]);
  });
});
