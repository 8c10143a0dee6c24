import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leggTilDager, ukedag } from '#lib/core/dato.ts';
import { avsla, avsluttPause, bekreftMeldtePauser, godkjenn, kapasitetErLost, meld, meldFlyttet, meldKapasitet, meldPause, settRegel, tellVentendeJusteringer, visJusteringer, visMelding } from '#lib/oppdrag/justering-service.ts';
import { dagensArbeid, foresla } from '#lib/oppdrag/plan-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import type { Utforende } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

const dag = iDag();
let k: LitenKommune;
let nord: Utforende;
let sor: Utforende;
const super_ = (q: string) => withClient(testDatabase().superuserUrl, (klient) => klient.query(q));

beforeAll(async () => {
  k = await lagLitenKommune(1);
  nord = { ...k.utforerleder, enheter: [k.nord] };
  sor = { ...k.utforerleder, enheter: [k.sor] };
  await super_(`insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato)
      values (960, 1, 'V-J-960', ${k.mottaker}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 140, 7, 'x', 'x', now(), current_date);
    insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert)
      values (1, 960, ${k.mottaker}, 'HJEMMESYKEPLEIE', 'j960', '2026-01-01', null, 'FATTET', now());
    insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt) values (960, 1, 960, ${k.mottaker}, ${k.nord}, '2026-01-01', null, '{}', now())`);
  await withKommune(nord, (tx) => foresla(tx, { enhetId: k.nord }));
});
afterAll(lukkPool);

const mer = (fom = dag, dager = 7) => ({ oppdragId: 960, fom, tom: leggTilDager(fom, dager - 1), minutter: 60, besok: 1, grunn: 'Fall i går, trenger tilsyn' });
const merker = async () => (await super_(`select count(*)::int n from endring where vedtak_id = 960`)).rows[0].n as number;

describe('more on the spot', () => {
  test('is in the purchaser’s queue and marks the vedtak to be counted again; another unit sees nothing', async () => {
    const for_ = await merker();
    expect(await withKommune(nord, (tx) => meld(tx, mer()))).toMatchObject({ ok: true });
    expect(await merker()).toBeGreaterThan(for_);
    expect((await lesKommune(k.saksbehandler, visJusteringer)).venter).toMatchObject([{ oppdragId: 960, minutter: 60, navn: 'Solveig Haugland', slag: 'MER' }]);
    expect((await lesKommune(sor, visJusteringer)).venter).toEqual([]);
    expect(await withKommune(sor, (tx) => meld(tx, mer()))).toMatchObject({ ok: false, feil: [{ grunn: 'finnesIkke' }] });
    expect(await withKommune(nord, (tx) => meld(tx, mer()))).toMatchObject({ ok: false, feil: [{ grunn: 'overlapper' }] });
  });

  test('is answered once, by another person; all or none in bulk', async () => {
    const [j] = (await lesKommune(k.saksbehandler, visJusteringer)).venter;
    const ider = [j?.id ?? 0];
    expect(await withKommune({ ...k.saksbehandler, kontoId: k.utforerleder.kontoId }, (tx) => godkjenn(tx, { ider }))).toMatchObject({ feil: [{ grunn: 'egen' }] });
    expect(await withKommune(k.saksbehandler, (tx) => godkjenn(tx, { ider: [...ider, 99_999] }))).toMatchObject({ feil: [{ grunn: 'finnesIkke' }] });
    const svar = await Promise.all([1, 2].map(() => withKommune(k.saksbehandler, (tx) => godkjenn(tx, { ider }))));
    expect(svar.filter((s) => s.ok)).toHaveLength(1);
    expect((await lesKommune(nord, visJusteringer)).besvarte).toMatchObject([{ godkjent: true, svarAv: 'Saks Behandler' }]);
    await expect(super_(`update justering set avslatt = now(), avslatt_fra = current_date, avslag_grunn = 'x' where id = ${ider[0]}`)).rejects.toMatchObject({ constraint: 'justering_ett_svar' });
  });

  test('lasts no longer than the municipality says', async () => {
    await withKommune(k.saksbehandler, (tx) => settRegel(tx, { dager: 3 }));
    expect(await withKommune(nord, (tx) => meld(tx, mer(leggTilDager(dag, 10), 4)))).toMatchObject({ feil: [{ grunn: 'forLang', verdier: { dager: 3 } }] });
    await withKommune(k.saksbehandler, (tx) => settRegel(tx, { dager: 14 }));
    expect(await withKommune(nord, (tx) => meld(tx, mer(leggTilDager(dag, 10), 4)))).toMatchObject({ ok: true });
  });

  test('turned down counts until today', async () => {
    const [j] = (await lesKommune(k.saksbehandler, visJusteringer)).venter;
    await super_(`update justering set fom = '${leggTilDager(dag, -2)}' where id = ${j?.id}`);
    await withKommune(k.saksbehandler, (tx) => avsla(tx, { ider: [j?.id ?? 0], grunn: 'Trenger nytt vedtak' }));
    expect((await lesKommune(nord, visJusteringer)).besvarte.find((b) => b.id === j?.id)).toMatchObject({ avslatt: true, avslattFra: dag, avslagGrunn: 'Trenger nytt vedtak' });
  });
});

test('a visit that is moved in time is moved in the plan at once, and back when it is turned down', async () => {
  const onsdag = leggTilDager(dag, 10 - ukedag(dag));
  const plan = () => lesKommune(nord, (tx) => dagensArbeid(tx, { enhetId: k.nord, dato: onsdag }));
  const [for_] = await plan();
  if (for_ === undefined) throw new Error('ingen plan');
  const flytt = { oppdragId: 960, planId: for_.planId, fom: onsdag, tom: leggTilDager(onsdag, 1), start: '21.00', grunn: 'Er på dagsenter om formiddagen' };
  expect(await withKommune(nord, (tx) => meldFlyttet(tx, flytt))).toMatchObject({ ok: true });
  expect(await plan()).toMatchObject([{ kl: '21.00', minutter: for_.minutter }]);
  const [j] = (await lesKommune(k.saksbehandler, visJusteringer)).venter;
  expect(j).toMatchObject({ slag: 'FLYTTET', tilMinutt: 1260, minutter: 0 });
  await withKommune(k.saksbehandler, (tx) => avsla(tx, { ider: [j?.id ?? 0], grunn: 'Nei' }));
  expect(await plan()).toMatchObject([{ kl: for_.kl }]);
});

test('a pause stops the plan, goes on the day after it ends, and the purchaser confirms it', async () => {
  const i = (n: number) => leggTilDager(dag, n);
  const arbeid = async (n: number) => (await lesKommune(nord, (tx) => dagensArbeid(tx, { enhetId: k.nord, dato: i(n) }))).length;
  const svar = await withKommune(nord, (tx) => meldPause(tx, { oppdragId: 960, arsak: 'SYKEHUS', fom: i(20), tom: null }));
  expect([await arbeid(19), await arbeid(20), await arbeid(40)]).toEqual([1, 0, 0]);
  expect(await withKommune(nord, (tx) => meldPause(tx, { oppdragId: 960, arsak: 'KORTTID', fom: i(25), tom: i(26) }))).toMatchObject({ feil: [{ grunn: 'pauseFinnes' }] });
  await withKommune(nord, (tx) => avsluttPause(tx, { pauseId: svar.ok ? svar.verdi.id : 0, tom: i(22) }));
  expect([await arbeid(22), await arbeid(23)]).toEqual([0, 1]);
  const { pauser } = await lesKommune(k.saksbehandler, visJusteringer);
  expect(pauser).toMatchObject([{ arsak: 'SYKEHUS', tom: i(22), meldtAv: 'Utfører Leder', bekreftet: false }]);
  expect(await withKommune(k.saksbehandler, (tx) => bekreftMeldtePauser(tx, { ider: pauser.map((p) => p.id) }))).toMatchObject({ ok: true });
});

test('what a unit cannot take on stands on the board with its reason and date until it is solved', async () => {
  expect(await withKommune(nord, (tx) => meldKapasitet(tx, { oppdragId: 960, grunn: 'To sykmeldte', tidligst: dag }))).toMatchObject({ feil: [{ grunn: 'ikkeFremtid' }] });
  await withKommune(nord, (tx) => meldKapasitet(tx, { oppdragId: 960, grunn: 'To sykmeldte', tidligst: leggTilDager(dag, 5) }));
  const [c] = (await lesKommune(k.saksbehandler, visJusteringer)).kapasitet;
  expect(c).toMatchObject({ enhet: 'Nord', grunn: 'To sykmeldte' });
  expect((await withKommune(nord, (tx) => visMelding(tx, 960)))?.kapasitet).toHaveLength(1);
  await withKommune(nord, (tx) => kapasitetErLost(tx, { id: c?.id ?? 0 }));
  expect((await lesKommune(k.saksbehandler, visJusteringer)).kapasitet).toEqual([]);
});

test('what concerns a shielded recipient is there for the named caseworker, and for no other', async () => {
  await withKommune(nord, (tx) => meld(tx, mer(leggTilDager(dag, 60))));
  await withKommune(nord, (tx) => meldPause(tx, { oppdragId: 960, arsak: 'SYKEHUS', fom: leggTilDager(dag, 80), tom: null }));
  await withKommune(nord, (tx) => meldKapasitet(tx, { oppdragId: 960, grunn: 'To sykmeldte', tidligst: leggTilDager(dag, 5) }));
  const for_ = await lesKommune(k.saksbehandler, visJusteringer);
  const ider = for_.venter.map((j) => j.id);
  const antall = { venter: ider.length, kapasitet: 1, pauser: for_.pauser.length };
  expect(ider.length).toBeGreaterThan(0);
  await super_(`insert into konto (id, kommune_id, navn) values (190, 1, 'Navn Gitt');
    insert into konto_rolle (kommune_id, konto_id, rolle, enhet_id, fom) values (1, 190, 'saksbehandler', ${k.kontor}, '2020-01-01');
    update mottaker set skjermet = true where id = ${k.mottaker};
    insert into mottaker_tilgang (kommune_id, mottaker_id, konto_id, fom, grunn) values (1, ${k.mottaker}, 190, '2020-01-01', 'x')`);
  const ser = async (hvem: Utforende) => {
    const side = await lesKommune(hvem, visJusteringer);
    expect(await lesKommune(hvem, tellVentendeJusteringer)).toBe(side.venter.length);
    return { venter: side.venter.length, kapasitet: side.kapasitet.length, pauser: side.pauser.length };
  };
  const ingen = { venter: 0, kapasitet: 0, pauser: 0 };
  expect(await ser(k.saksbehandler)).toEqual(ingen);
  expect(await ser({ ...k.saksbehandler, rolle: 'bestillerleder' })).toEqual(ingen);
  const navngitt = { ...k.saksbehandler, kontoId: 190 };
  expect(await ser(navngitt)).toEqual(antall);
  expect(await ser(nord)).toEqual({ ...antall });
  const finnesIkke = { ok: false, feil: [{ grunn: 'finnesIkke' }] };
  expect(await withKommune(k.saksbehandler, (tx) => godkjenn(tx, { ider }))).toMatchObject(finnesIkke);
  expect(await withKommune(k.saksbehandler, (tx) => avsla(tx, { ider, grunn: 'Nei' }))).toMatchObject(finnesIkke);
  expect(await withKommune(k.saksbehandler, (tx) => bekreftMeldtePauser(tx, { ider: for_.pauser.map((p) => p.id) }))).toMatchObject(finnesIkke);
  expect(await withKommune(k.saksbehandler, (tx) => kapasitetErLost(tx, { id: for_.kapasitet[0]?.id ?? 0 }))).toMatchObject(finnesIkke);
  expect(await withKommune(navngitt, (tx) => godkjenn(tx, { ider }))).toMatchObject({ ok: true });
});
