import { afterAll, beforeAll, expect, test } from 'vitest';
import { arFor } from '#lib/core/dato.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { datoAv } from '#lib/core/dato.ts';
import { finnBesoksspor, finnDirektetid } from '#lib/toppfinansiering/kostnad-repo.ts';
import { finnManedstid } from '#lib/toppfinansiering/varsel-repo.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

const AR = arFor(iDag()) - 1;
let k: LitenKommune;

/** Ten hours a day the first ten days of the year; in hospital from the third to the fifth; a report of another stay is withdrawn. */
beforeAll(async () => {
  k = await lagLitenKommune(1);
  await withClient(testDatabase().superuserUrl, (klient) => klient.query(`set session_replication_role = replica;
    insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato) values (9001, 1, 'V-T-1', ${k.mottaker}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 6000, 7, 'x', 'x', now(), '2020-01-01');
    insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert) values (1, 9001, ${k.mottaker}, 'HJEMMESYKEPLEIE', 't', '2020-01-01', null, 'FATTET', now());
    insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt) values (9101, 1, 9001, ${k.mottaker}, ${k.nord}, '2020-01-01', null, '{}', now());
    insert into besok (kommune_id, dato, start, minutter, kategori, oppdrag_id, vedtak_id, enhet_id, registrert, kilde, kvittert)
      select 1, d::date, d, 600, 'BRUKERRETTET', 9101, 9001, ${k.nord}, d, 'FELT', true from generate_series('${AR}-01-01 08:00+01'::timestamptz, '${AR}-01-10 08:00+01', '1 day') d;
    insert into pause (kommune_id, vedtak_id, fom, tom, arsak, registrert, trukket) values (1, 9001, '${AR}-01-03', '${AR}-01-05', 'SYKEHUS', now(), false), (1, 9001, '${AR}-01-07', '${AR}-01-08', 'SYKEHUS', now(), true), (1, 9001, '${AR}-01-10', '${AR}-01-10', 'BORTREIST', now(), false);
    set session_replication_role = origin`));
});
afterAll(lukkPool);

test('an escort in hospital is not claimed: the days are told and not counted, in the claim, the early warning and the auditor’s list', async () => {
  const [tid] = await lesKommune(k.controller, (tx) => finnDirektetid(tx, AR, [k.mottaker]));
  expect(tid).toMatchObject({ minutter: 7 * 600, sykehusMinutter: 3 * 600 });
  const [maneder] = await lesKommune(k.controller, (tx) => finnManedstid(tx, AR, [k.mottaker]));
  expect(maneder?.levert[0]).toBe(7 * 600);
  const besok = await lesKommune(k.controller, (tx) => finnBesoksspor(tx, k.mottaker, datoAv(AR, 1, 1), datoAv(AR, 12, 31)));
  expect(besok.map((b) => b.sykehus)).toEqual([false, false, true, true, true, false, false, false, false, false]);
});
