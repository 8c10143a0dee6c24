import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leggTilDager, ukedag } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { bekreftOppdrag } from '#lib/oppdrag/oppdrag-service.ts';
import { angreUnntak, avslutt, dagensArbeid, flyttDag, foresla, lagrePlanrad, meldIkkeUtfort, visPlan, visPlanrad } from '#lib/oppdrag/plan-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import type { Utforende } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

const dag = iDag();
const mandag = leggTilDager(dag, 8 - ukedag(dag));
let k: LitenKommune;
let nord: Utforende;
let sor: Utforende;

const super_ = (q: string) => withClient(testDatabase().superuserUrl, (klient) => klient.query(q));

beforeAll(async () => {
  k = await lagLitenKommune(1);
  nord = { ...k.utforerleder, enheter: [k.nord] };
  sor = { ...k.utforerleder, enheter: [k.sor] };
});
afterAll(lukkPool);

/** An order in hours that nobody has confirmed. */
async function ordre(id: number, minutter: number, besok: number, tom: Dato | null = null): Promise<number> {
  const slutt = tom === null ? 'null' : `'${tom}'`;
  await super_(`insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato)
      values (${id}, 1, 'V-P-${id}', ${k.mottaker}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', ${minutter}, ${besok}, 'x', 'x', now(), current_date);
    insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert)
      values (1, ${id}, ${k.mottaker}, 'HJEMMESYKEPLEIE', 'p${id}', '${dag}', ${slutt}, 'FATTET', now());
    insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt) values (${id}, 1, ${id}, ${k.mottaker}, ${k.nord}, '${dag}', ${slutt}, '{}', now())`);
  return id;
}
const uken = async (som = nord) => (await Promise.all([0, 1, 2, 3, 4, 5, 6].map((i) => lesKommune(som, (tx) => dagensArbeid(tx, { enhetId: k.nord, dato: leggTilDager(mandag, i) }))))).flat();
const av = async (id: number) => (await uken()).filter((r) => r.oppdragId === id);

describe('a plan follows its order', () => {
  test('it is proposed when the order is confirmed: as many visits and minutes as granted, and another unit sees none', async () => {
    const id = await ordre(901, 245, 8);
    expect(await av(id)).toEqual([]);
    expect((await lesKommune(nord, (tx) => visPlan(tx, { enhetId: null, dag: mandag, ansattId: 'alle', side: 1 })))?.utenPlanAntall).toBe(1);
    await withKommune(nord, (tx) => bekreftOppdrag(tx, { ider: [id] }));
    const rader = await av(id);
    expect([rader.length, rader.reduce((s, r) => s + r.minutter, 0)]).toEqual([8, 245]);
    expect(rader[0]).toMatchObject({ navn: 'Solveig Haugland', tjenesteNb: 'Hjemmesykepleie', vedtattMinutter: 245, ansattId: null });
    expect(await uken(sor)).toEqual([]);
  });

  test('orders without a plan get one together, once', async () => {
    const id = await ordre(902, 60, 2);
    expect(await withKommune(nord, (tx) => foresla(tx, { enhetId: k.nord }))).toEqual({ ok: true, verdi: { antall: 1 } });
    expect(await withKommune(nord, (tx) => foresla(tx, { enhetId: k.nord }))).toMatchObject({ ok: false, feil: [{ grunn: 'ingenUtenPlan' }] });
    expect(await withKommune(sor, (tx) => foresla(tx, { enhetId: k.nord }))).toMatchObject({ ok: false });
    expect(await av(id)).toHaveLength(2);
  });

  test('a pause stops it, and it goes on by itself after', async () => {
    const id = await ordre(903, 70, 7);
    await withKommune(nord, (tx) => foresla(tx, { enhetId: k.nord }));
    await super_(`insert into pause (kommune_id, vedtak_id, fom, tom, arsak, registrert) values (1, ${id}, '${mandag}', '${leggTilDager(mandag, 2)}', 'SYKEHUS', now())`);
    expect((await av(id)).map((r) => r.dato)).toEqual([3, 4, 5, 6].map((i) => leggTilDager(mandag, i)));
  });

  test('it ends with the order', async () => {
    const id = await ordre(904, 70, 7, leggTilDager(mandag, 1));
    await withKommune(nord, (tx) => foresla(tx, { enhetId: k.nord }));
    expect((await av(id)).map((r) => r.dato)).toEqual([mandag, leggTilDager(mandag, 1)]);
  });
});

describe('the leader', () => {
  test('gives one day another time and employee; the next week is as before', async () => {
    const id = await ordre(905, 70, 7);
    await withKommune(nord, (tx) => foresla(tx, { enhetId: k.nord }));
    const [forste] = await av(id);
    if (forste === undefined) throw new Error('ingen plan');
    expect(await withKommune(nord, (tx) => flyttDag(tx, { planId: forste.planId, dato: mandag, start: '09.15', minutter: 25, ansattId: 102 }))).toMatchObject({ ok: true });
    const mine = await lesKommune(nord, (tx) => dagensArbeid(tx, { enhetId: k.nord, ansattId: 102, dato: mandag }));
    expect(mine).toMatchObject([{ oppdragId: id, kl: '09.15', minutter: 25, ansatt: 'Utfører Leder', endret: true }]);
    expect(await lesKommune(nord, (tx) => dagensArbeid(tx, { enhetId: k.nord, ansattId: 102, dato: leggTilDager(mandag, 7) }))).toEqual([]);
    expect(await withKommune(nord, (tx) => flyttDag(tx, { planId: forste.planId, dato: mandag, start: '09.15', minutter: 25, ansattId: 103 }))).toMatchObject({ feil: [{ grunn: 'ikkeAnsatt', felt: 'ansattId' }] });
    expect(await withKommune(sor, (tx) => flyttDag(tx, { planId: forste.planId, dato: mandag, start: '09.15', minutter: 25, ansattId: null }))).toMatchObject({ ok: false });
    await withKommune(nord, (tx) => angreUnntak(tx, { planId: forste.planId, dato: mandag }));
    expect((await av(id))[0]).toMatchObject({ endret: false, kl: forste.kl });
  });

  test('changes a row from a day on: what is before keeps the plan it had', async () => {
    const id = await ordre(906, 30, 1);
    await withKommune(nord, (tx) => foresla(tx, { enhetId: k.nord }));
    const [rad] = await av(id);
    if (rad === undefined) throw new Error('ingen plan');
    const neste = leggTilDager(mandag, 7);
    const ny = { planId: rad.planId, oppdragId: id, ukedag: 3, start: '12.00', minutter: 30, ansattId: null, personer: 2, oppgaver: ['DUSJ' as const], fom: neste, tom: null };
    expect(await withKommune(nord, (tx) => lagrePlanrad(tx, { ...ny, fom: leggTilDager(dag, -1) }))).toMatchObject({ feil: [{ grunn: 'utenforOppdraget' }] });
    expect(await withKommune(nord, (tx) => lagrePlanrad(tx, ny))).toMatchObject({ ok: true });
    expect(await av(id)).toMatchObject([{ planId: rad.planId }]);
    const onsdag = await lesKommune(nord, (tx) => dagensArbeid(tx, { enhetId: k.nord, dato: leggTilDager(neste, 2) }));
    expect(onsdag.filter((r) => r.oppdragId === id)).toMatchObject([{ kl: '12.00', personer: 2, oppgaver: ['DUSJ'] }]);
    expect((await withKommune(nord, (tx) => visPlanrad(tx, id, null, neste)))?.rader).toHaveLength(1);
    await withKommune(nord, async (tx) => avslutt(tx, { planId: (await visPlanrad(tx, id, null, neste))?.rader[0]?.planId ?? 0, fra: neste }));
    expect((await lesKommune(nord, (tx) => dagensArbeid(tx, { enhetId: k.nord, dato: leggTilDager(neste, 2) }))).filter((r) => r.oppdragId === id)).toEqual([]);
  });

  test('says what was not delivered and why, and can take it back', async () => {
    const id = await ordre(907, 20, 1);
    await withKommune(nord, (tx) => foresla(tx, { enhetId: k.nord }));
    const [rad] = await av(id);
    if (rad === undefined) throw new Error('ingen plan');
    const besok = { planId: rad.planId, dato: rad.dato };
    expect(await withKommune(nord, (tx) => meldIkkeUtfort(tx, { besok: [besok], grunn: 'BEMANNING' }))).toEqual({ ok: true, verdi: { antall: 1 } });
    expect((await av(id))[0]?.ikkeUtfort).toBe('BEMANNING');
    await withKommune(nord, (tx) => angreUnntak(tx, besok));
    expect((await av(id))[0]?.ikkeUtfort).toBeNull();
  });
});
