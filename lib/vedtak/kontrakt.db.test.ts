import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { leggTilDager } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Result } from '#lib/core/result.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { Angre, lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import type { Tx, Utforende } from '#lib/server/transaksjon.ts';
import { apneForhandling, apneKontrakt, avsluttForhandling, hentKontrakter, sendMotbud, signer } from '#lib/vedtak/kontrakt-service.ts';
import { fattVedtak } from '#lib/vedtak/vedtak-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

const idag = iDag();
const fom = leggTilDager(idag, 10);
const som = (tekst: string) => withClient(testDatabase().superuserUrl, (klient) => klient.query(tekst));
const TJENESTE = 'SARSKILT';
let k: LitenKommune;
let annen: LitenKommune;
let nord: Utforende;
let sor: Utforende;
let mottaker: number;
let nr = 700;

beforeAll(async () => {
  k = await lagLitenKommune(1);
  annen = await lagLitenKommune(2);
  nord = { ...k.utforerleder, enheter: [k.nord] };
  sor = { ...k.utforerleder, enheter: [k.sor] };
  await som(`insert into tjeneste (kommune_id, kode, fom, navn_nb, navn_nn, hjemmel, kostra_funksjon, volumenhet, gruppe)
    values (1, '${TJENESTE}', '2020-01-01', 'Særskilt tilbud', 'Særskilt tilbod', 'hol § 3-2', '254', 'KONTRAKT', 'bofellesskap')`);
});
beforeEach(async () => {
  mottaker = nr += 1;
  await som(`insert into mottaker (id, kommune_id, pseudonym, fodselsar, saksbehandler_id) values (${mottaker}, 1, 'M-${mottaker}', 1950, 101);
    insert into mottaker_identitet (mottaker_id, kommune_id, fornavn, etternavn, fodselsdato, fodselsnummer) values (${mottaker}, 1, 'Odd', 'Prøve', '1950-01-01', '01815000${String(mottaker)}')`);
});
afterAll(lukkPool);

async function gjor<T>(hvem: Utforende, arbeid: (tx: Tx) => Promise<Result<T, readonly { grunn: string }[]>>): Promise<T> {
  return withKommune(hvem, async (tx) => {
    const svar = await arbeid(tx);
    if (!svar.ok) throw new Angre(svar.feil.map((f) => f.grunn));
    return svar.verdi;
  });
}
const nektet = <T>(hvem: Utforende, arbeid: (tx: Tx) => Promise<Result<T, readonly { grunn: string }[]>>) => gjor(hvem, arbeid).then(() => [], (feil: unknown) => (feil instanceof Angre ? (feil as Angre<string[]>).verdi : Promise.reject(feil as Error)));
const bud = (over: object = {}) => ({ manedsbelop: 4_250_050, periode: { fom, tom: null as Dato | null }, poster: [{ hva: 'Nattevakt', ofte: 'hver natt kl. 22–07' }, { hva: 'Turfølge', ofte: 'to ganger i uken' }], frist: leggTilDager(idag, 14), tekst: '', ...over });
const apne = async () => (await gjor(k.saksbehandler, (tx) => apneForhandling(tx, { ...bud(), tjeneste: TJENESTE, enhet: k.nord, mottakerId: mottaker }))).forhandlingId;
const signert = async () => {
  const id = await apne();
  await gjor(nord, (tx) => signer(tx, { forhandlingId: id, nr: 1 }));
  return id;
};
const forslag = (over: object = {}) => ({
  utfall: 'INNVILGET' as const, tjeneste: TJENESTE, omfang: { type: 'KONTRAKT' as const, manedsbelopOre: 4_250_050 }, enhetId: k.nord, fom, tom: null as Dato | null, begrunnelse: 'Du trenger noen hos deg hele natten, og en fast person som kjenner deg godt.', erstatterId: null, tillegg: false, reduksjonsgrunn: null, varselunntak: null, kort: false, ...over,
});
const fatt = (over: object = {}) => (tx: Tx) => fattVedtak(tx, { mottakerId: mottaker, versjon: 1, forslag: forslag(over) });

describe('offer and counter-offer', () => {
  test('until both have signed the same one; every bid stands', async () => {
    const id = await apne();
    expect((await lesKommune(nord, (tx) => hentKontrakter(tx, 'APNE', 1))).rader.find((r) => r.id === id)).toMatchObject({ minTur: true, tilstand: 'VENTER_UTFORER', navn: null, pseudonym: null });
    expect(await nektet(k.saksbehandler, (tx) => signer(tx, { forhandlingId: id, nr: 1 }))).toEqual(['dinTur']);
    await gjor(nord, (tx) => sendMotbud(tx, { ...bud({ manedsbelop: 4_900_000 }), forhandlingId: id, nr: 1 }));
    expect(await nektet(nord, (tx) => signer(tx, { forhandlingId: id, nr: 2 }))).toEqual(['dinTur']);
    expect(await nektet(k.saksbehandler, (tx) => signer(tx, { forhandlingId: id, nr: 1 }))).toEqual(['nyttBud']);
    await gjor(k.saksbehandler, (tx) => signer(tx, { forhandlingId: id, nr: 2 }));
    const side = await withKommune(nord, (tx) => apneKontrakt(tx, id));
    expect(side).toMatchObject({ type: 'APEN', side: { hode: { tilstand: 'SIGNERT' }, bud: [{ nr: 2, manedsbelopOre: 4_900_000, signert: [{ navn: 'Utfører Leder' }, { navn: 'Saks Behandler' }] }, { nr: 1, manedsbelopOre: 4_250_050 }] } });
    expect(await nektet(nord, (tx) => sendMotbud(tx, { ...bud(), forhandlingId: id, nr: 2 }))).toEqual(['forhandlingSlutt']);
    for (const endring of [`update kontraktsbud set manedsbelop_ore = 1 where forhandling_id = ${id}`, `delete from kontraktssignatur where forhandling_id = ${id}`]) await expect(som(endring)).rejects.toThrow('kan ikke endres');
    await expect(som(`update kontraktsforhandling set status = 'APEN' where id = ${id}`)).rejects.toMatchObject({ constraint: 'kontraktsforhandling_vei' });
  });

  test('two windows that counter at once: one is the next, the other is told', async () => {
    const id = await apne();
    const svar = await Promise.all([4_300_000, 4_400_000].map((manedsbelop) => nektet(nord, (tx) => sendMotbud(tx, { ...bud({ manedsbelop }), forhandlingId: id, nr: 1 }))));
    expect(svar.toSorted((a, b) => a.length - b.length)).toEqual([[], ['nyttBud']]);
    const to = await Promise.all([1, 2].map(() => nektet(k.saksbehandler, (tx) => signer(tx, { forhandlingId: id, nr: 2 }))));
    expect(to.filter((s) => s.length === 0)).toHaveLength(1);
  });

  test('the same person cannot sign for both, also past the service', async () => {
    const id = await apne();
    const begge: Utforende = { ...nord, kontoId: k.saksbehandler.kontoId };
    expect(await nektet(begge, (tx) => signer(tx, { forhandlingId: id, nr: 1 }))).toEqual(['sammePerson']);
    await expect(som(`insert into kontraktssignatur (kommune_id, bud_id, part, forhandling_id, mottaker_id, enhet_id, tid, konto_id) select 1, b.id, 'UTFORER', ${id}, ${mottaker}, ${k.nord}, now(), 101 from kontraktsbud b where b.forhandling_id = ${id}`)).rejects.toMatchObject({ constraint: 'kontraktssignatur_to_personer' });
    await expect(som(`update kontraktsforhandling set status = 'ENIG' where id = ${id}`)).rejects.toMatchObject({ constraint: 'kontraktsforhandling_vei' });
  });

  test('after the deadline nobody signs; the purchaser sends another or withdraws', async () => {
    const id = await apne();
    await som(`set session_replication_role = replica; update kontraktsbud set frist = '${leggTilDager(idag, -1)}' where forhandling_id = ${id}`);
    expect(await nektet(nord, (tx) => signer(tx, { forhandlingId: id, nr: 1 }))).toEqual(['fristUte']);
    expect((await lesKommune(k.saksbehandler, (tx) => hentKontrakter(tx, 'APNE', 1))).rader.find((r) => r.id === id)).toMatchObject({ tilstand: 'UTLOPT', minTur: true });
    await gjor(k.saksbehandler, (tx) => sendMotbud(tx, { ...bud(), forhandlingId: id, nr: 1 }));
    await gjor(k.saksbehandler, (tx) => avsluttForhandling(tx, { forhandlingId: id, grunn: 'Mottakeren ønsker noe annet' }));
    expect(await nektet(nord, (tx) => signer(tx, { forhandlingId: id, nr: 2 }))).toEqual(['forhandlingSlutt']);
    expect(await nektet(k.saksbehandler, (tx) => avsluttForhandling(tx, { forhandlingId: id, grunn: 'en gang til' }))).toEqual(['forhandlingSlutt']);
  });

  test('all that is wrong is said at once; one negotiation of a service at a time', async () => {
    expect(await nektet(k.saksbehandler, (tx) => apneForhandling(tx, { ...bud({ frist: leggTilDager(idag, -1) }), tjeneste: 'HJEMMESYKEPLEIE', enhet: 999, mottakerId: mottaker }))).toEqual(['fristForTidlig', 'ikkeKontrakttjeneste', 'enhetDekkerIkke']);
    await apne();
    expect(await nektet(k.saksbehandler, (tx) => apneForhandling(tx, { ...bud(), tjeneste: TJENESTE, enhet: k.sor, mottakerId: mottaker }))).toEqual(['forhandlingFinnes']);
  });

  test('another unit, another kommune and the economy see nothing and do nothing', async () => {
    const id = await apne();
    for (const hvem of [sor, annen.utforerleder, annen.saksbehandler]) {
      expect((await withKommune(hvem, (tx) => apneKontrakt(tx, id))).type).toBe('FINNES_IKKE');
      expect(await nektet(hvem, (tx) => signer(tx, { forhandlingId: id, nr: 1 }))).toEqual(['finnesIkke']);
      expect(await nektet(hvem, (tx) => sendMotbud(tx, { ...bud(), forhandlingId: id, nr: 1 }))).toEqual(['finnesIkke']);
      expect(await nektet(hvem, (tx) => avsluttForhandling(tx, { forhandlingId: id, grunn: 'nei takk' }))).toEqual(['finnesIkke']);
    }
    expect(await lesKommune(k.controller, (tx) => tx.alle(sql`select 1 from kontraktsbud`))).toEqual([]);
    await som(`update mottaker set skjermet = true where id = ${mottaker}`);
    expect((await withKommune(k.saksbehandler, (tx) => apneKontrakt(tx, id))).type).toBe('FINNES_IKKE');
    expect((await lesKommune(k.saksbehandler, (tx) => hentKontrakter(tx, 'APNE', 1))).rader.some((r) => r.id === id)).toBe(false);
  });
});

describe('the vedtak', () => {
  test('is refused without a contract that both have signed, and where it says anything else', async () => {
    expect(await nektet(k.saksbehandler, fatt())).toEqual(['ingenKontrakt']);
    const id = await apne();
    expect(await nektet(k.saksbehandler, fatt())).toEqual(['ingenKontrakt']);
    await gjor(nord, (tx) => signer(tx, { forhandlingId: id, nr: 1 }));
    expect(await nektet(k.saksbehandler, fatt({ omfang: { type: 'KONTRAKT', manedsbelopOre: 4_250_051 }, enhetId: k.sor, fom: leggTilDager(fom, 1), tom: leggTilDager(fom, 30) }))).toEqual(['kontraktBelop', 'kontraktEnhet', 'kontraktFom', 'kontraktTom']);
  });

  test('takes the contract in use, and its letter says the services and how often', async () => {
    const id = await signert();
    const { vedtakId } = await gjor(k.saksbehandler, fatt());
    const side = await withKommune(nord, (tx) => apneKontrakt(tx, id));
    expect(side).toMatchObject({ type: 'APEN', side: { hode: { tilstand: 'I_BRUK', navn: 'Odd Prøve' }, vedtak: { id: vedtakId } } });
    const [brev] = await lesKommune(k.saksbehandler, (tx) => tx.alle<{ tekst: string }>(sql`select innhold::text tekst from vedtaksbrev where vedtak_id = ${vedtakId}`));
    expect(brev?.tekst).toContain('Nattevakt: hver natt kl. 22–07');
    expect(brev?.tekst).toContain('Turfølge: to ganger i uken');
    expect(brev?.tekst).toMatch(/42\s500,50\skr i måneden/);
    expect(await nektet(k.saksbehandler, (tx) => avsluttForhandling(tx, { forhandlingId: id, grunn: 'Etter vedtaket' }))).toEqual(['forhandlingSlutt']);
    expect(await nektet(k.saksbehandler, (tx) => fattVedtak(tx, { mottakerId: mottaker, versjon: 2, forslag: forslag({ tillegg: true, tom: leggTilDager(fom, 5) }) }))).toContain('ingenKontrakt');
  });

  test('cannot come to be past the service either', async () => {
    await expect(withKommune(k.saksbehandler, (tx) => tx.kjor(sql`insert into vedtak (kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, manedsbelop_ore, begrunnelse, hjemmel, fattet, fattet_dato)
      values (1, ${`V-K-${String(mottaker)}`}, ${mottaker}, ${TJENESTE}, 'INNVILGET', 'KONTRAKT', 100, 'x', 'x', now(), ${idag})`))).rejects.toMatchObject({ constraint: 'vedtak_har_kontrakt' });
  });

  test('a signed contract that is not used can fall away, and leaves room for another', async () => {
    const id = await signert();
    await gjor(k.saksbehandler, (tx) => avsluttForhandling(tx, { forhandlingId: id, grunn: 'Mottakeren flyttet' }));
    expect(await nektet(k.saksbehandler, fatt())).toEqual(['ingenKontrakt']);
    expect(await apne()).toBeGreaterThan(id);
  });
});
