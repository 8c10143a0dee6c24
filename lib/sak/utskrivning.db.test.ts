import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leggTilDager } from '#lib/core/dato.ts';
import { forsteDag, manedFor } from '#lib/core/maned.ts';
import { registrerHentet, registrerUtskrivning, settDognsats, svarSykehuset, trekkUtskrivning, visUtskrivning, visUtskrivninger } from '#lib/sak/utskrivning-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { lukkPool } from '#lib/server/db.ts';
import { type Tx, withKommune } from '#lib/server/transaksjon.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

const dag = iDag();
let k: LitenKommune;
let annen: LitenKommune;
const som = <T>(gjor: (tx: Tx) => Promise<T>) => withKommune(k.saksbehandler, gjor);
const meld = (dager: number) => som((tx) => registrerUtskrivning(tx, { mottakerId: k.mottaker, sykehus: 'Fjord sykehus', dag: leggTilDager(dag, -dager), klokkeslett: '10:00' }));

beforeAll(async () => {
  k = await lagLitenKommune(1);
  annen = await lagLitenKommune(2);
});
afterAll(lukkPool);

describe('a patient ready for discharge', () => {
  test('is registered once, answered, fetched, and the nights are counted; without a rate the kroner are unknown', async () => {
    const svar = await meld(4);
    if (!svar.ok) throw new Error(JSON.stringify(svar));
    const { id } = svar.verdi;
    expect(await meld(3)).toMatchObject({ ok: false, feil: [{ grunn: 'MELDT_ALLEREDE' }] });
    expect((await som(visUtskrivninger)).rader).toMatchObject([{ id, dogn: 4, forsent: true }]);
    expect(await som((tx) => svarSykehuset(tx, { id, svar: 'KAN_TA_IMOT', kanFra: null, tilbud: null }))).toMatchObject({ ok: false, feil: [{ grunn: 'KAN_FRA_MANGLER' }] });
    expect(await som((tx) => svarSykehuset(tx, { id, svar: 'KAN_TA_IMOT', kanFra: leggTilDager(dag, -1), tilbud: 'Korttidsplass' }))).toMatchObject({ ok: true });
    expect(await som((tx) => visUtskrivning(tx, id))).toMatchObject({ dogn: 3, svar: 'KAN_TA_IMOT' });
    expect(await som((tx) => registrerHentet(tx, { id, hentet: leggTilDager(dag, -2) }))).toMatchObject({ ok: true });
    expect(await som((tx) => registrerHentet(tx, { id, hentet: dag }))).toMatchObject({ ok: false, feil: [{ grunn: 'ER_AVSLUTTET' }] });
    const uten = await som(visUtskrivninger);
    expect(uten.maneder.reduce((s, m) => s + m.dogn, 0)).toBe(2);
    expect(uten.maneder.every((m) => m.ore === null)).toBe(true);
    const forste = forsteDag(manedFor(leggTilDager(dag, -40)));
    const sats = { fom: forste, sats: 600_000, kilde: 'Rundskriv, ikke kontrollert', bekreftet: false };
    expect(await som((tx) => settDognsats(tx, sats))).toMatchObject({ ok: true });
    expect(await som((tx) => settDognsats(tx, { ...sats, sats: 1 }))).toMatchObject({ ok: false, feil: [{ grunn: 'SATS_FINNES' }] });
    expect((await som(visUtskrivninger)).maneder.reduce((s, m) => s + (m.ore ?? 0), 0)).toBe(1_200_000);
  });

  test('whose message is withdrawn costs nothing', async () => {
    const svar = await meld(2);
    if (!svar.ok) throw new Error(JSON.stringify(svar));
    const foer = (await som(visUtskrivninger)).maneder.reduce((s, m) => s + m.dogn, 0);
    expect(await som((tx) => trekkUtskrivning(tx, { id: svar.verdi.id }))).toMatchObject({ ok: true });
    expect(await som((tx) => trekkUtskrivning(tx, { id: svar.verdi.id }))).toMatchObject({ ok: false });
    expect((await som(visUtskrivninger)).maneder.reduce((s, m) => s + m.dogn, 0)).toBe(foer - 2);
  });

  test('is not another kommune’s, nor the provider’s, to see; nor one of tomorrow', async () => {
    const svar = await meld(1);
    if (!svar.ok) throw new Error(JSON.stringify(svar));
    expect(await withKommune(annen.saksbehandler, (tx) => visUtskrivning(tx, svar.verdi.id))).toBeNull();
    expect(await withKommune(k.utforerleder, (tx) => visUtskrivning(tx, svar.verdi.id))).toBeNull();
    expect(await withKommune(annen.saksbehandler, (tx) => registrerUtskrivning(tx, { mottakerId: k.mottaker, sykehus: 'X', dag, klokkeslett: '00:00' }))).toMatchObject({ ok: false });
    expect(await som((tx) => registrerUtskrivning(tx, { mottakerId: k.mottaker, sykehus: 'X', dag: leggTilDager(dag, 1), klokkeslett: '10:00' }))).toMatchObject({ ok: false, feil: [{ grunn: 'IKKE_I_FREMTIDEN' }] });
  });
});
