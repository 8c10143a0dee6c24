import { afterAll, beforeAll, expect, test } from 'vitest';
import { forrige, manedFor } from '#lib/core/maned.ts';
import { forKontroll } from '#lib/demo/for-kontroll.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { findSatser } from '#lib/utfort-tid/gebyr-repo.ts';
import { visMeldinger } from '#lib/utfort-tid/kontroll-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

let k: LitenKommune;
beforeAll(async () => {
  k = await lagLitenKommune(1);
  await withClient(testDatabase().superuserUrl, (klient) =>
    klient.query(`insert into tjeneste (kommune_id, kode, fom, navn_nb, navn_nn, hjemmel, kostra_funksjon, volumenhet, gruppe) values (1, 'PRAKTISK_BISTAND', '2020-01-01', 'Praktisk bistand', 'Praktisk hjelp', 'hol § 3-2', '254', 'TIMER', 'hjemmetjeneste')`),
  );
});
afterAll(lukkPool);

test('the demo has a fee rate that nobody has confirmed, and complaints and reports of its units', async () => {
  const siste = forrige(manedFor(iDag()));
  await forKontroll({ id: 1, controller: k.controller.kontoId ?? 0, maneder: [forrige(siste), siste], etterslep: new Map() });
  expect(await lesKommune(k.controller, findSatser)).toMatchObject([{ tjeneste: 'PRAKTISK_BISTAND', bekreftet: false, orePerTime: 42_400, tom: null }]);
  const { rader } = await lesKommune(k.controller, visMeldinger);
  expect(new Set(rader.map((r) => r.enhetId))).toEqual(new Set([k.nord, k.sor]));
});
