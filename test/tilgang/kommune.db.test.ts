import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lukkPool } from '#lib/server/db.ts';
import { giRolle, NyKommune, NyRolle, opprettKommune } from '#lib/server/kommune-oppretting.ts';
import { kontoerFor } from '#lib/server/okt-lager.ts';
import { testDatabase } from '../oppsett/database.ts';

const PER = { utsteder: 'https://id.example', subjekt: 'per' };
const NY = NyKommune.parse({ ...PER, navn: 'Utvik', nummer: '1899', innbyggere: '3100', person: 'Per Vik' });

let eier: pg.Client;
beforeAll(async () => {
  eier = new pg.Client({ connectionString: testDatabase().ownerUrl });
  await eier.connect();
});
afterAll(async () => {
  await eier.end();
  await lukkPool();
});

test('a new kommune has a systemansvarlig who can log in', async () => {
  await opprettKommune(eier, NY);
  expect(await kontoerFor(PER)).toMatchObject([{ kommuneId: 1899, kommuneNavn: 'Utvik', navn: 'Per Vik', rolle: 'systemansvarlig' }]);
});

test('the same number twice is refused, and leaves nothing', async () => {
  await expect(opprettKommune(eier, { ...NY, subjekt: 'en-annen' })).rejects.toThrow('finnes fra før');
  expect(await kontoerFor({ ...PER, subjekt: 'en-annen' })).toEqual([]);
});

test('a person gets a role once, however often it is given', async () => {
  const siri = NyRolle.parse({ ...PER, subjekt: 'siri', person: 'Siri Lunde', nummer: 1899, rolle: 'controller' });
  await giRolle(eier, siri);
  await giRolle(eier, siri);
  expect((await kontoerFor(siri)).map(({ rolle }) => rolle)).toEqual(['controller']);
});

test('a provider’s role needs a unit that exists', async () => {
  const rolle = { ...PER, subjekt: 'ny', person: 'Ny', nummer: 1899, rolle: 'utforerleder' };
  await expect(giRolle(eier, NyRolle.parse(rolle))).rejects.toThrow('--enhet');
  await expect(giRolle(eier, NyRolle.parse({ ...rolle, enhet: 'X' }))).rejects.toThrow('ingen enhet');
  expect(await kontoerFor({ ...PER, subjekt: 'ny' })).toEqual([]);
});
