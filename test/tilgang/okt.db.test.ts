import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lukkPool } from '#lib/server/db.ts';
import { avsluttOkterFor, hentKontoer } from '#lib/server/administrasjon/kontoer.ts';
import { hentLogg, kontrollerKjede } from '#lib/server/administrasjon/logg.ts';
import { finnOkt } from '#lib/server/finn-okt.ts';
import { avsluttOkt, byttOkt, demoKontoer, kontoerFor, nyOktId, oktHash, startOkt } from '#lib/server/okt-lager.ts';
import { lesKommune, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../oppsett/database.ts';

const KARI = { utsteder: 'https://id.example', subjekt: 'kari' };
const OLA = { utsteder: 'https://id.example', subjekt: 'ola' };
const LEDER: Utforende = { kommuneId: 1, kontoId: 3, rolle: 'systemansvarlig', enheter: null };
const MINUTT = 60_000;
const TIME = 60 * MINUTT;

let eier: pg.Client;
beforeAll(async () => {
  eier = new pg.Client({ connectionString: testDatabase().superuserUrl });
  await eier.connect();
  await eier.query(`
    INSERT INTO kommune (id, navn, innbyggere) VALUES (1, 'Vik', 1000), (2, 'Nes', 2000);
    INSERT INTO enhet (id, kommune_id, kode, navn, type, art, eierform, fom) VALUES
      (11, 1, 'N', 'Nord', 'UTFORER', 'HJEMMETJENESTE', 'KOMMUNAL', '2020-01-01'), (12, 1, 'S', 'Sør', 'UTFORER', 'HJEMMETJENESTE', 'KOMMUNAL', '2020-01-01'),
      (13, 1, 'B', 'Bestillerkontoret', 'BESTILLERKONTOR', 'STAB', 'KOMMUNAL', '2020-01-01');
    INSERT INTO konto (id, kommune_id, navn) VALUES (1, 1, 'Kari'), (2, 1, 'Ola'), (3, 1, 'Per'), (21, 2, 'Kari');
    INSERT INTO konto_rolle (kommune_id, konto_id, rolle, enhet_id, fom, tom) VALUES
      (1, 1, 'utforerleder', 11, '2020-01-01', NULL), (1, 1, 'utforerleder', 12, '2020-01-01', NULL), (1, 1, 'utforeransatt', 11, '2020-01-01', NULL),
      (1, 2, 'saksbehandler', 13, '2020-01-01', NULL), (1, 2, 'controller', NULL, '2020-01-01', '2021-01-01'),
      (1, 3, 'systemansvarlig', NULL, '2020-01-01', NULL), (2, 21, 'controller', NULL, '2020-01-01', NULL);
    INSERT INTO identitet VALUES ('https://id.example', 'kari', 1, 1), ('https://id.example', 'kari', 2, 21), ('https://id.example', 'ola', 1, 2)`);
});
beforeEach(() => eier.query('DELETE FROM okt; UPDATE konto SET stengt = NULL; UPDATE konto_rolle SET tom = NULL WHERE rolle <> \'controller\' OR kommune_id = 2'));
afterAll(async () => {
  await eier.end();
  await lukkPool();
});

async function nyOkt(person = OLA, valg: Parameters<typeof startOkt>[2] = { kommuneId: 1, rolle: 'saksbehandler' }): Promise<string> {
  const hash = oktHash(nyOktId());
  expect(await startOkt(hash, person, valg)).toBe(true);
  return hash;
}

/** Moves the session's own clock back: the same as time passing. */
async function latTidGa(hash: string, sistSett: number, opprettet = sistSett): Promise<void> {
  await eier.query(
    `UPDATE okt SET sist_sett = sist_sett - $2 * interval '1 ms', utloper = utloper - $3 * interval '1 ms' WHERE hash = $1`,
    [hash, sistSett, opprettet],
  );
}

describe('a session lives', () => {
  test('with the account, the role and the units of the person, and only its hash in the database', async () => {
    const id = nyOktId();
    await startOkt(oktHash(id), KARI, { kommuneId: 1, rolle: 'utforerleder' });
    expect(await finnOkt(oktHash(id))).toMatchObject({
      kommuneId: 1, kommuneNavn: 'Vik', kontoId: 1, navn: 'Kari', rolle: 'utforerleder', enheter: [11, 12], enhetNavn: 'Nord, Sør', flate: 'PULT', flere: true,
    });
    expect((await eier.query('SELECT 1 FROM okt WHERE hash = $1', [id])).rowCount).toBe(0);
  });

  test('a purchaser given the role at an office works for the whole kommune', async () => {
    expect(await finnOkt(await nyOkt())).toMatchObject({ rolle: 'saksbehandler', enheter: null, enhetNavn: 'Bestillerkontoret', flere: false });
  });

  test('29 idle minutes at a desk, and being seen starts them again', async () => {
    const hash = await nyOkt();
    await latTidGa(hash, 29 * MINUTT);
    expect(await finnOkt(hash)).not.toBeNull();
    await latTidGa(hash, 29 * MINUTT);
    expect(await finnOkt(hash)).not.toBeNull();
  });

  test('11 idle hours on the phone of one who works between visits', async () => {
    const hash = await nyOkt(KARI, { kommuneId: 1, rolle: 'utforeransatt' });
    await latTidGa(hash, 11 * TIME);
    expect(await finnOkt(hash)).toMatchObject({ flate: 'FELT' });
  });
});

describe('a session has ended', () => {
  test('when nobody began it', async () => {
    expect(await finnOkt(oktHash('gjettet'))).toBeNull();
  });

  test('after 30 idle minutes, and being seen does not bring it back', async () => {
    const hash = await nyOkt();
    await latTidGa(hash, 30 * MINUTT);
    expect(await finnOkt(hash)).toBeNull();
    expect(await finnOkt(hash)).toBeNull();
  });

  test('after 12 hours, however much it is used', async () => {
    const hash = await nyOkt();
    await latTidGa(hash, 0, 12 * TIME);
    expect(await finnOkt(hash)).toBeNull();
  });

  test('when it is logged out', async () => {
    const hash = await nyOkt();
    await avsluttOkt(hash);
    expect(await finnOkt(hash)).toBeNull();
  });

  test('when the account is closed', async () => {
    const hash = await nyOkt();
    await eier.query('UPDATE konto SET stengt = now() WHERE id = 2');
    expect(await finnOkt(hash)).toBeNull();
  });

  test('when the role is withdrawn', async () => {
    const hash = await nyOkt();
    await eier.query(`UPDATE konto_rolle SET tom = '2020-02-01' WHERE konto_id = 2 AND rolle = 'saksbehandler'`);
    expect(await finnOkt(hash)).toBeNull();
  });

  test('when the identity is taken from the account', async () => {
    const hash = await nyOkt();
    await eier.query(`DELETE FROM identitet WHERE subjekt = 'ola'`);
    expect(await finnOkt(hash)).toBeNull();
    await eier.query(`INSERT INTO identitet VALUES ('https://id.example', 'ola', 1, 2)`);
  });
});

describe('who may begin a session', () => {
  test('a person sees their roles of today, in every kommune', async () => {
    expect((await kontoerFor(KARI)).map(({ kommuneNavn, rolle }) => `${kommuneNavn} ${rolle}`)).toEqual([
      'Nes controller', 'Vik utforeransatt', 'Vik utforerleder',
    ]);
    expect((await kontoerFor(OLA)).map(({ rolle }) => rolle)).toEqual(['saksbehandler']);
  });

  test('a stranger, a role of last year and another’s kommune are refused', async () => {
    const hash = oktHash(nyOktId());
    expect(await startOkt(hash, { ...OLA, utsteder: 'https://annen.example' }, { kommuneId: 1, rolle: 'saksbehandler' })).toBe(false);
    expect(await startOkt(hash, OLA, { kommuneId: 1, rolle: 'controller' })).toBe(false);
    expect(await startOkt(hash, OLA, { kommuneId: 2, rolle: 'saksbehandler' })).toBe(false);
    expect(await finnOkt(hash)).toBeNull();
  });

  test('demo accounts are none where no kommune is a demo', async () => {
    expect(await demoKontoer()).toEqual([]);
  });
});

describe('switching', () => {
  test('gives a new session, ends the old one, and does not lengthen the day', async () => {
    const gammel = await nyOkt(KARI, { kommuneId: 1, rolle: 'utforerleder' });
    await latTidGa(gammel, 0, 11 * TIME);
    const ny = oktHash(nyOktId());
    expect(await byttOkt(gammel, ny, { kommuneId: 2, rolle: 'controller' })).toBe(true);
    expect(await finnOkt(gammel)).toBeNull();
    expect(await finnOkt(ny)).toMatchObject({ kommuneId: 2, kontoId: 21, rolle: 'controller' });
    await latTidGa(ny, 0, TIME);
    expect(await finnOkt(ny)).toBeNull();
  });

  test('to a role one does not have changes nothing', async () => {
    const hash = await nyOkt();
    expect(await byttOkt(hash, oktHash(nyOktId()), { kommuneId: 1, rolle: 'controller' })).toBe(false);
    expect(await byttOkt(hash, oktHash(nyOktId()), { kommuneId: 2, rolle: 'controller' })).toBe(false);
    expect(await finnOkt(hash)).toMatchObject({ rolle: 'saksbehandler' });
  });

  test('from a session that has ended is refused', async () => {
    const hash = await nyOkt(KARI, { kommuneId: 1, rolle: 'utforerleder' });
    await avsluttOkt(hash);
    expect(await byttOkt(hash, oktHash(nyOktId()), { kommuneId: 2, rolle: 'controller' })).toBe(false);
  });
});

describe('the systemansvarlig', () => {
  test('sees who is logged in, ends it at once, and leaves a row in the log', async () => {
    const hash = await nyOkt();
    const kontoer = await lesKommune(LEDER, hentKontoer);
    expect(kontoer.map(({ navn, okter }) => [navn, okter.length])).toEqual([['Kari', 0], ['Ola', 1], ['Per', 0]]);
    expect(await withKommune(LEDER, (tx) => avsluttOkterFor(tx, { kontoId: 2 }))).toEqual({ ok: true, verdi: 1 });
    expect(await finnOkt(hash)).toBeNull();
    const logg = await lesKommune(LEDER, (tx) => hentLogg(tx, { handling: 'AVSLUTT_OKTER' }, 1));
    expect(logg.rader).toMatchObject([{ navn: 'Per', rolle: 'systemansvarlig', objektType: 'konto', objektId: '2' }]);
  });

  test('cannot end sessions of another kommune', async () => {
    const hash = await nyOkt(KARI, { kommuneId: 2, rolle: 'controller' });
    expect(await withKommune(LEDER, (tx) => avsluttOkterFor(tx, { kontoId: 21 }))).toMatchObject({ ok: false });
    expect(await finnOkt(hash)).not.toBeNull();
  });

  test('others do not see who is logged in', async () => {
    await nyOkt();
    const kontoer = await lesKommune({ ...LEDER, rolle: 'controller' }, hentKontoer);
    expect(kontoer.every(({ okter }) => okter.length === 0)).toBe(true);
  });

  test('is told of the first row that someone changed behind our back', async () => {
    for (const kontoId of [1, 2, 3]) await withKommune(LEDER, (tx) => avsluttOkterFor(tx, { kontoId }));
    const hel = await lesKommune(LEDER, kontrollerKjede);
    expect(hel.brudd).toBeNull();
    await eier.query(`ALTER TABLE logg DISABLE TRIGGER uforanderlig`);
    await eier.query(`UPDATE logg SET objekt_id = '99' WHERE kommune_id = 1 AND lopenr = $1`, [hel.rader - 1]);
    await eier.query(`ALTER TABLE logg ENABLE TRIGGER uforanderlig`);
    expect(await lesKommune(LEDER, kontrollerKjede)).toEqual({ rader: hel.rader, brudd: hel.rader - 1 });
  });
});
