import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leggTilDager, ukedag } from '#lib/core/dato.ts';
import { foresla, meldIkkeUtfort } from '#lib/oppdrag/plan-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import type { Utforende } from '#lib/server/transaksjon.ts';
import { ukeFor } from '#lib/utfort-tid/domain/uke.ts';
import { forSomPlanlagt, hentPlantall } from '#lib/utfort-tid/planhull-service.ts';
import { visUke } from '#lib/utfort-tid/uke-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

const dag = iDag();
const mandag = leggTilDager(dag, -6 - ukedag(dag));
const uke = { fom: mandag, tom: leggTilDager(mandag, 6) };
let k: LitenKommune;
let nord: Utforende;
let sor: Utforende;

const super_ = (q: string) => withClient(testDatabase().superuserUrl, (klient) => klient.query(q));

beforeAll(async () => {
  k = await lagLitenKommune(1);
  nord = { ...k.utforerleder, enheter: [k.nord] };
  sor = { ...k.utforerleder, enheter: [k.sor] };
  await super_(`insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato)
      values (950, 1, 'V-H-950', ${k.mottaker}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 140, 7, 'x', 'x', now(), current_date);
    insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert)
      values (1, 950, ${k.mottaker}, 'HJEMMESYKEPLEIE', 'h950', '${mandag}', null, 'FATTET', now());
    insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt) values (950, 1, 950, ${k.mottaker}, ${k.nord}, '${mandag}', null, '{}', now())`);
  await withKommune(nord, (tx) => foresla(tx, { enhetId: k.nord }));
  await super_(`update besoksplan set fom = '${mandag}', ansatt_id = 102 where oppdrag_id = 950`);
});
afterAll(lukkPool);

const hull = (som = nord) => lesKommune(som, async (tx) => (await hentPlantall(tx, { enhetId: k.nord, ...uke })).hull);
const besok = async (indeks: number) => {
  const h = (await hull())[indeks];
  if (h === undefined) throw new Error('ingen hull');
  return { planId: h.planId, dato: h.dato };
};

describe('what is planned and not registered', () => {
  test('is missing, with its day and time, and another unit sees none of it', async () => {
    expect(await hull()).toHaveLength(7);
    expect(await hull(sor)).toEqual([]);
    const side = await visUke(nord, { uke: ukeFor(mandag), enhetId: null, visning: 'alle', dag: null, side: 1 });
    expect(side).toMatchObject({ harPlan: true, vedtatt: 7, manglerHos: 7, antall: { mangler: 7 }, mangler: [] });
    expect(side?.planhull[0]).toMatchObject({ navn: 'Solveig Haugland', ansatt: 'Utfører Leder', vedtakNummer: 'V-H-950' });
    expect(side?.hullgrupper).toMatchObject([{ slag: 'MOTTAKER', antall: 7, oppdragId: 950 }]);
  });

  test('an order without a plan stands apart, with what is granted of it in the week, until it has one', async () => {
    await super_(`insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato)
        values (951, 1, 'V-H-951', ${k.mottaker}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 40, 2, 'x', 'x', now(), current_date);
      insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert)
        values (1, 951, ${k.mottaker}, 'HJEMMESYKEPLEIE', 'h951', '${mandag}', null, 'FATTET', now());
      insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt) values (951, 1, 951, ${k.mottaker}, ${k.nord}, '${mandag}', null, '{}', now())`);
    const vis = () => visUke(nord, { uke: ukeFor(mandag), enhetId: null, visning: 'alle', dag: null, side: 1 });
    expect(await vis()).toMatchObject({ utenPlanAntall: 1, utenPlan: [{ oppdragId: 951, vedtakNummer: 'V-H-951', navn: 'Solveig Haugland', vedtatt: 2, registrert: 0, mangler: 2 }], antall: { mangler: 7 } });
    await super_(`insert into besoksplan (kommune_id, oppdrag_id, vedtak_id, enhet_id, ukedag, hver, fase, start_minutt, minutter, oppgaver, fom, opphav, registrert) values (1, 951, 951, ${k.nord}, 1, 12, 11, 480, 20, '{}', '${mandag}', 'REGISTRERT', now())`);
    expect(await vis()).toMatchObject({ utenPlanAntall: 0, utenPlan: [] });
    await super_(`update besoksplan set trukket = now() where oppdrag_id = 951; update oppdrag set annullert = now() where id = 951`);
  });

  test('is registered as planned, afterwards and with the reason; twice is refused', async () => {
    const b = await besok(0);
    expect(await withKommune(nord, (tx) => forSomPlanlagt(tx, { besok: [b], grunn: 'Telefonen var tom' }))).toEqual({ ok: true, verdi: { antall: 1 } });
    expect(await hull()).toHaveLength(6);
    expect(await withKommune(nord, (tx) => forSomPlanlagt(tx, { besok: [b], grunn: 'Telefonen var tom' }))).toMatchObject({ feil: [{ grunn: 'manglerIkke' }] });
    expect(await withKommune(sor, (tx) => forSomPlanlagt(tx, { besok: [b], grunn: 'Telefonen var tom' }))).toMatchObject({ ok: false });
    const rad = await super_(`select minutter, ansatt_id, kilde, grunn from besok where oppdrag_id = 950`);
    expect(rad.rows).toEqual([{ minutter: 20, ansatt_id: 102, kilde: 'ETTERREGISTRERT', grunn: 'Telefonen var tom' }]);
  });

  test('is not missing when it was said why it was not delivered, or the vedtak rested', async () => {
    const b = await besok(0);
    await withKommune(nord, (tx) => meldIkkeUtfort(tx, { besok: [b], grunn: 'IKKE_HJEMME' }));
    expect(await hull()).toHaveLength(5);
    await super_(`insert into pause (kommune_id, vedtak_id, fom, tom, arsak, registrert) values (1, 950, '${mandag}', '${leggTilDager(mandag, 1)}', 'SYKEHUS', now())`);
    expect(await hull()).toHaveLength(3);
  });
});
