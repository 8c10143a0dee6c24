import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foreslaDispensasjon, godkjennArsvedtak } from '#lib/avvik/arsvedtak-service.ts';
import { manedensAr, manedFor } from '#lib/core/maned.ts';
import { hentGodkjenninger, tellVentende } from '#lib/oversikt/godkjenning-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { lukkPool } from '#lib/server/db.ts';
import type { Okt } from '#lib/server/okt.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

const AR = manedensAr(manedFor(iDag())) - 1;
let db: pg.Client;
let k: LitenKommune;
let annen: LitenKommune;

beforeAll(async () => {
  k = await lagLitenKommune(1);
  annen = await lagLitenKommune(2);
  db = new pg.Client({ connectionString: testDatabase().superuserUrl });
  await db.connect();
  await db.query(`insert into konto (id, kommune_id, navn) values (190, 1, 'Råd Mann'), (191, 1, 'Kon Troller')`);
});
afterAll(async () => {
  await db.end();
  await lukkPool();
});

const okt = (kommuneId: number, kontoId: number, rolle: Okt['rolle']): Okt => ({ kommuneId, kontoId, rolle, enheter: null }) as Okt;
const tell = (hvem: Okt): Promise<number> => lesKommune(hvem, (tx) => tellVentende(tx, hvem));

test('a proposal waits for the rådmann and stands among the proposer’s own; then nowhere', async () => {
  const [controller, radmann] = [okt(1, k.controller.kontoId ?? 0, 'controller'), okt(1, 190, 'radmann')];
  const svar = await withKommune(controller, (tx) => foreslaDispensasjon(tx, { ar: AR, enhetId: k.nord, maksUnderskuddOre: 5_000_00, grunn: 'Et tungt år for enheten.' }));
  if (!svar.ok) throw new Error('refused');
  const venter = { slag: 'DISPENSASJON', gjelder: `Nord, ${AR}`, belopOre: 5_000_00, foreslattAvNavn: 'Con Troller', dager: 0 };
  expect(await hentGodkjenninger(radmann)).toMatchObject({ tilMeg: [venter], fraMeg: [] });
  expect(await hentGodkjenninger(controller)).toMatchObject({ tilMeg: [], fraMeg: [{ slag: 'DISPENSASJON' }] });
  expect([await tell(radmann), await tell(controller), await tell(okt(1, 191, 'controller')), await tell(okt(1, 1, 'bestillerleder'))]).toEqual([1, 0, 0, 0]);
  expect(await tell(okt(2, annen.controller.kontoId ?? 0, 'radmann'))).toBe(0);
  await withKommune(radmann, (tx) => godkjennArsvedtak(tx, { tabell: 'dispensasjon', id: svar.verdi.id }));
  expect(await hentGodkjenninger(radmann)).toEqual({ tilMeg: [], fraMeg: [] });
});
