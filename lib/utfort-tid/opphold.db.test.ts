import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Dato, leggTilDager } from '#lib/core/dato.ts';
import { visPlassoversikt } from '#lib/oversikt/plassoversikt-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { leggInn, registrerFravar, registrerTilbake, skrivUtOpphold, trekkFravar, visOpphold, visPlass } from '#lib/utfort-tid/opphold-service.ts';
import { meldLedig, opprettPlass, taUtAvBruk, trekkLedig } from '#lib/utfort-tid/plass-service.ts';
import { taTilbakePlass, tildelPlass } from '#lib/utfort-tid/tildeling-service.ts';
import { avsluttVenting, settPaVenteliste } from '#lib/utfort-tid/venteliste-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

const dag = iDag();
const for_ = (n: number): Dato => leggTilDager(dag, -n);
let k: LitenKommune;
let annen: LitenKommune;
let nord: Utforende;
let sor: Utforende;
let bestiller: Utforende;

const skriv = (tekst: string) => withClient(testDatabase().superuserUrl, (klient) => klient.query(tekst));
const som = <T>(hvem: Utforende, gjor: (tx: Tx) => Promise<T>) => withKommune(hvem, gjor);

/** A recipient with a vedtak of a long stay at Nord from thirty days ago. @returns the recipient's and the order's id */
let nr = 0;
async function beboer(): Promise<{ mottaker: number; oppdrag: number; vedtak: number }> {
  nr += 1;
  const [mottaker, vedtak, oppdrag] = [40_000 + nr, 41_000 + nr, 42_000 + nr];
  await skriv(`insert into mottaker (id, kommune_id, pseudonym, fodselsar) values (${mottaker}, 1, 'M-P${nr}', 1940);
    insert into mottaker_identitet (mottaker_id, kommune_id, fornavn, etternavn, fodselsdato, fodselsnummer) values (${mottaker}, 1, 'Beboer', 'Nr${nr}', '1940-01-01', '${String(14_890_000_000 + nr)}');
    insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, plasstype, begrunnelse, hjemmel, fattet, fattet_dato)
      values (${vedtak}, 1, 'V-P-${nr}', ${mottaker}, 'LANGTIDSOPPHOLD', 'INNVILGET', 'PLASS', 'LANGTID', 'x', 'x', now(), '${for_(31)}');
    insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert) values (1, ${vedtak}, ${mottaker}, 'LANGTIDSOPPHOLD', 'p', '${for_(30)}', null, 'FATTET', now());
    insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt) values (${oppdrag}, 1, ${vedtak}, ${mottaker}, ${k.nord}, '${for_(30)}', null, '{}', now())`);
  return { mottaker, oppdrag, vedtak };
}

async function plass(kode: string): Promise<number> {
  const svar = await som(nord, (tx) => opprettPlass(tx, { enhetId: k.nord, kode, plasstype: 'LANGTID', fom: for_(100) }));
  if (!svar.ok) throw new Error(JSON.stringify(svar));
  return svar.verdi.plassId;
}

beforeAll(async () => {
  k = await lagLitenKommune(1);
  annen = await lagLitenKommune(2);
  nord = { ...k.utforerleder, enheter: [k.nord] };
  sor = { ...k.utforerleder, enheter: [k.sor] };
  bestiller = k.saksbehandler;
});
afterAll(lukkPool);

describe('a place', () => {
  test('is lived in by one, held while they are away, and empty after them', async () => {
    const id = await plass('A1');
    const b = await beboer();
    expect(await som(nord, (tx) => leggInn(tx, { plassId: id, oppdragId: b.oppdrag, inn: for_(20) }))).toMatchObject({ ok: true });
    const [bor] = (await som(nord, (tx) => visPlass(tx, id)))?.opphold ?? [];
    expect(bor).toMatchObject({ navn: `Beboer Nr${nr}`, inn: for_(20), ut: null });
    const oppholdId = bor?.id ?? 0;
    expect(await som(nord, (tx) => registrerFravar(tx, { plassId: id, oppholdId, dro: for_(10), tilbake: null, arsak: 'SYKEHUS' }))).toMatchObject({ ok: true });
    expect((await som(nord, visOpphold)).summer).toContainEqual(expect.objectContaining({ plasstype: 'LANGTID', borte: 1 }));
    const fravarId = (await som(nord, (tx) => visPlass(tx, id)))?.opphold[0]?.fravar[0]?.id ?? 0;
    expect(await som(nord, (tx) => registrerTilbake(tx, { plassId: id, fravarId, tilbake: for_(7) }))).toMatchObject({ ok: true });
    expect((await som(nord, (tx) => visPlass(tx, id)))?.opphold[0]?.fravar).toMatchObject([{ fom: for_(10), tom: for_(8) }]);
    expect(await som(nord, (tx) => skrivUtOpphold(tx, { plassId: id, oppholdId, ut: for_(2), grunn: 'DOD', meldLedig: true }))).toMatchObject({ ok: true });
    expect(await som(nord, (tx) => visPlass(tx, id))).toMatchObject({ melding: { ledigFra: for_(2) }, tomrom: [{ dogn: 2, etter: 'DOD' }] });
  });

  test('is not waited for by one who lives there when the vedtak is extended with an order of its own', async () => {
    const id = await plass('A6');
    const b = await beboer();
    const venter = async () => (await som(nord, visOpphold)).venter.map((v) => v.oppdragId);
    expect(await venter()).toContain(b.oppdrag);
    await som(nord, (tx) => leggInn(tx, { plassId: id, oppdragId: b.oppdrag, inn: for_(5) }));
    await skriv(`insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, plasstype, begrunnelse, hjemmel, fattet, fattet_dato)
        values (${b.vedtak + 5000}, 1, 'V-F-${nr}', ${b.mottaker}, 'LANGTIDSOPPHOLD', 'INNVILGET', 'PLASS', 'LANGTID', 'x', 'x', now(), '${dag}');
      insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert) values (1, ${b.vedtak + 5000}, ${b.mottaker}, 'LANGTIDSOPPHOLD', 'q', '${dag}', null, 'FATTET', now());
      insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt) values (${b.oppdrag + 5000}, 1, ${b.vedtak + 5000}, ${b.mottaker}, ${k.nord}, '${dag}', null, '{}', now())`);
    expect(await venter()).not.toContain(b.oppdrag + 5000);
  });

  test('is given to one of two who move in at the same moment', async () => {
    const id = await plass('A2');
    const [a, b] = [await beboer(), await beboer()];
    const svar = await Promise.all([a, b].map((en) => som(nord, (tx) => leggInn(tx, { plassId: id, oppdragId: en.oppdrag, inn: dag }))));
    expect(svar.filter((s) => s.ok)).toHaveLength(1);
    expect(svar.find((s) => !s.ok)).toMatchObject({ feil: [{ grunn: 'PLASS_OPPTATT' }] });
  });

  test('that another unit or another kommune has does not exist', async () => {
    const id = await plass('A3');
    const b = await beboer();
    expect(await som(sor, (tx) => visPlass(tx, id))).toBeNull();
    expect(await som(sor, (tx) => leggInn(tx, { plassId: id, oppdragId: b.oppdrag, inn: dag }))).toMatchObject({ ok: false, feil: [{ grunn: 'FINNES_IKKE' }] });
    expect(await som({ ...annen.utforerleder, enheter: [annen.nord] }, (tx) => visPlass(tx, id))).toBeNull();
    expect(await som(sor, (tx) => opprettPlass(tx, { enhetId: k.nord, kode: 'A99', plasstype: 'LANGTID', fom: dag }))).toMatchObject({ ok: false });
  });

  test('leaves a mark for the settlement when somebody moves or an absence is withdrawn', async () => {
    const id = await plass('A4');
    const b = await beboer();
    await som(nord, (tx) => leggInn(tx, { plassId: id, oppdragId: b.oppdrag, inn: for_(5) }));
    const oppholdId = (await som(nord, (tx) => visPlass(tx, id)))?.opphold[0]?.id ?? 0;
    await som(nord, (tx) => registrerFravar(tx, { plassId: id, oppholdId, dro: for_(3), tilbake: for_(1), arsak: 'FERIE' }));
    await skriv(`delete from endring where vedtak_id = ${b.vedtak}`);
    const fravarId = (await som(nord, (tx) => visPlass(tx, id)))?.opphold[0]?.fravar[0]?.id ?? 0;
    expect(await som(nord, (tx) => trekkFravar(tx, { plassId: id, fravarId }))).toMatchObject({ ok: true });
    expect(await som(nord, (tx) => trekkFravar(tx, { plassId: id, fravarId }))).toMatchObject({ ok: false });
    const merker = await som(k.controller, (tx) => tx.alle(sql`select 1 from endring where vedtak_id = ${b.vedtak}`));
    expect(merker.length).toBeGreaterThan(0);
  });

  test('is not taken out of use while somebody lives there, and has a name of its own', async () => {
    const id = await plass('A5');
    const b = await beboer();
    await som(nord, (tx) => leggInn(tx, { plassId: id, oppdragId: b.oppdrag, inn: for_(5) }));
    expect(await som(nord, (tx) => taUtAvBruk(tx, { plassId: id, tom: dag }))).toMatchObject({ ok: false, feil: [{ grunn: 'NOEN_BOR_DER' }] });
    expect(await som(nord, (tx) => meldLedig(tx, { plassId: id, ledigFra: dag }))).toMatchObject({ ok: false, feil: [{ grunn: 'NOEN_BOR_DER' }] });
    expect(await som(nord, (tx) => opprettPlass(tx, { enhetId: k.nord, kode: 'a5', plasstype: 'KORTTID', fom: dag }))).toMatchObject({ ok: false, feil: [{ grunn: 'KODE_I_BRUK' }] });
  });
});

describe('a free place', () => {
  const vent = (mottakerId: number) => som(bestiller, (tx) => settPaVenteliste(tx, { mottakerId, plasstype: 'LANGTID', prioritet: 2, kriterier: ['TILSYN_HELE_DOGNET'], sattOpp: for_(40), onsketEnhetId: null, vedtakId: null }));
  async function venter(): Promise<{ id: number; mottaker: number; oppdrag: number }> {
    const b = await beboer();
    const svar = await vent(b.mottaker);
    if (!svar.ok) throw new Error(JSON.stringify(svar));
    return { id: svar.verdi.id, mottaker: b.mottaker, oppdrag: b.oppdrag };
  }
  async function ledig(kode: string): Promise<{ plassId: number; meldingId: number }> {
    const plassId = await plass(kode);
    await som(nord, (tx) => meldLedig(tx, { plassId, ledigFra: for_(1) }));
    return { plassId, meldingId: (await som(nord, (tx) => visPlass(tx, plassId)))?.melding?.id ?? 0 };
  }

  test('is given to one of two who are given it at once, and then only they can move in', async () => {
    const { plassId, meldingId } = await ledig('B1');
    const [a, b] = [await venter(), await venter()];
    const svar = await Promise.all([a, b].map((en) => som(bestiller, (tx) => tildelPlass(tx, { meldingId, ventelisteId: en.id, fra: dag }))));
    expect(svar.map((s) => s.ok).toSorted()).toEqual([false, true]);
    const [vinner, taper] = svar[0]?.ok ? [a, b] : [b, a];
    expect(await som(nord, (tx) => leggInn(tx, { plassId, oppdragId: taper.oppdrag, inn: dag }))).toMatchObject({ ok: false, feil: [{ grunn: 'TILDELT_ANNEN' }] });
    expect(await som(nord, (tx) => trekkLedig(tx, { plassId }))).toMatchObject({ ok: false, feil: [{ grunn: 'ER_TILDELT' }] });
    expect(await som(nord, (tx) => leggInn(tx, { plassId, oppdragId: vinner.oppdrag, inn: dag }))).toMatchObject({ ok: true });
    const bilde = await som(bestiller, (tx) => visPlassoversikt(tx, 'nb'));
    expect(bilde.venter.map((v) => v.id)).not.toContain(vinner.id);
    expect(bilde.venter.map((v) => v.id)).toContain(taper.id);
    expect(bilde.ledige.map((l) => l.meldingId)).not.toContain(meldingId);
    // one who moved in can wait for another place later
    expect(await vent(vinner.mottaker)).toMatchObject({ ok: true });
  });

  test('that is taken back can be given to another, and the first waits again', async () => {
    const { meldingId } = await ledig('B2');
    const [a, b] = [await venter(), await venter()];
    const forst = await som(bestiller, (tx) => tildelPlass(tx, { meldingId, ventelisteId: a.id, fra: dag }));
    if (!forst.ok) throw new Error(JSON.stringify(forst));
    expect(await som(bestiller, (tx) => avsluttVenting(tx, { id: a.id, grunn: 'TRUKKET' }))).toMatchObject({ ok: false, feil: [{ grunn: 'HAR_TILDELING' }] });
    expect(await som(bestiller, (tx) => taTilbakePlass(tx, { id: forst.verdi.id, grunn: 'Ble frisk' }))).toMatchObject({ ok: true });
    expect(await som(bestiller, (tx) => taTilbakePlass(tx, { id: forst.verdi.id, grunn: 'Ble frisk' }))).toMatchObject({ ok: false });
    expect(await som(bestiller, (tx) => tildelPlass(tx, { meldingId, ventelisteId: b.id, fra: dag }))).toMatchObject({ ok: true });
    expect(await som(bestiller, (tx) => avsluttVenting(tx, { id: a.id, grunn: 'TRUKKET' }))).toMatchObject({ ok: true });
  });

  test('is not given before it is free, nor to one who waits for another kind', async () => {
    const { meldingId } = await ledig('B3');
    const a = await venter();
    expect(await som(bestiller, (tx) => tildelPlass(tx, { meldingId, ventelisteId: a.id, fra: for_(2) }))).toMatchObject({ ok: false, feil: [{ grunn: 'FOR_LEDIG' }] });
    expect(await vent(a.mottaker)).toMatchObject({ ok: false, feil: [{ grunn: 'VENTER_ALLEREDE' }] });
    const kort = await som(bestiller, (tx) => settPaVenteliste(tx, { mottakerId: a.mottaker, plasstype: 'KORTTID', prioritet: 1, kriterier: [], sattOpp: dag, onsketEnhetId: null, vedtakId: null }));
    if (!kort.ok) throw new Error(JSON.stringify(kort));
    expect(await som(bestiller, (tx) => tildelPlass(tx, { meldingId, ventelisteId: kort.verdi.id, fra: dag }))).toMatchObject({ ok: false, feil: [{ grunn: 'FEIL_TYPE' }] });
  });

  test('the waiting list is not the provider’s nor another kommune’s to see', async () => {
    await venter();
    expect((await som(nord, (tx) => tx.alle(sql`select 1 from venteliste`))).length).toBe(0);
    expect((await som(annen.saksbehandler, (tx) => tx.alle(sql`select 1 from venteliste`))).length).toBe(0);
    expect((await som(bestiller, (tx) => tx.alle(sql`select 1 from venteliste`))).length).toBeGreaterThan(0);
  });
});
