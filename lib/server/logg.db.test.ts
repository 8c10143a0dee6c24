import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';
import { hentLogg } from './administrasjon/logg.ts';
import { withClient } from './database/roles.ts';
import { lukkPool } from './db.ts';
import { loggfor } from './logg.ts';
import { sql } from './sql.ts';
import { lesKommune, withKommune } from './transaksjon.ts';

let en: LitenKommune;
let to: LitenKommune;
beforeAll(async () => {
  en = await lagLitenKommune(1);
  to = await lagLitenKommune(2);
});
afterAll(lukkPool);

const se = (k: LitenKommune, grunn: string) =>
  withKommune(k.saksbehandler, (tx) =>
    loggfor(tx, {
      handling: 'SE_MOTTAKER',
      objektType: 'mottaker',
      objektId: k.mottaker,
      mottakerId: k.mottaker,
      grunn,
    }),
  );
const brudd = (k: LitenKommune) =>
  withKommune(
    k.saksbehandler,
    async (tx) =>
      (await tx.en<{ brudd: number | null }>(sql`select logg_brudd(${k.kommuneId}) as brudd`))?.brudd ?? null,
  );

describe('the log', () => {
  test('rows written at once stand in one unbroken chain per kommune', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => se(i % 2 ? en : to, `oppslag ${i}`)));
    expect(await brudd(en)).toBeNull();
    expect(await brudd(to)).toBeNull();
    const numre = await withKommune(en.saksbehandler, (tx) =>
      tx.alle<{ lopenr: number }>(sql`select lopenr from logg order by lopenr`),
    );
    expect(numre.map((r) => r.lopenr)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('shows why a person was looked up to the auditor, and what a case says to nobody who may not open it', async () => {
    const tre = await lagLitenKommune(3);
    const skriv = (handling: string, mottakerId: number | null, grunn: string) =>
      withKommune(tre.saksbehandler, (tx) => loggfor(tx, { handling, objektType: 'vedtak', objektId: 1, mottakerId, grunn }));
    await skriv('OPPHOR_VEDTAK', tre.mottaker, 'DOD: døde på sykehuset');
    await skriv('OPPGI_GRUNN', tre.mottaker, 'vikar');
    await skriv('BESTILL_AVREGNING', null, '2026-10');
    const grunner = async (rolle: 'revisor' | 'systemansvarlig') =>
      (await lesKommune({ ...tre.controller, rolle }, (tx) => hentLogg(tx, {}, 1))).rader.map((r) => r.grunn);
    expect(await grunner('revisor')).toEqual(['2026-10', 'vikar', null]);
    expect(await grunner('systemansvarlig')).toEqual(['2026-10', null, null]);
  });

  test('nobody changes or removes a row, not even the owner', async () => {
    await expect(withKommune(en.saksbehandler, (tx) => tx.kjor(sql`update logg set grunn = 'annet'`))).rejects.toThrow(
      /permission denied/,
    );
    await expect(withClient(testDatabase().ownerUrl, (klient) => klient.query('delete from logg'))).rejects.toThrow(
      /kan ikke endres/,
    );
  });

  test('a row changed behind the guards is found', async () => {
    await withClient(testDatabase().superuserUrl, async (klient) => {
      await klient.query(
        "set session_replication_role = replica; update logg set grunn = 'pyntet' where kommune_id = 1 and lopenr = 4",
      );
    });
    expect(await brudd(en)).toBe(4);
    expect(await brudd(to)).toBeNull();
  });
});
