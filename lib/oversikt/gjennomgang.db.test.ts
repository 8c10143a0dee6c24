import { afterAll, beforeAll, expect, test } from 'vitest';
import { leggTilDager } from '#lib/core/dato.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { Angre, lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Result } from '#lib/core/result.ts';
import { hentGjennomgang } from '#lib/oversikt/gjennomgang-service.ts';
import type { Gjennomgang } from '#lib/oversikt/gjennomgang-view.ts';
import { avsluttAlt, forlengVedtak } from '#lib/vedtak/gjennomgang-service.ts';
import { fattVedtak } from '#lib/vedtak/vedtak-service.ts';
import type { FattVedtakData } from '#lib/vedtak/vedtak-mottak-schema.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

let en: LitenKommune;
const idag = iDag();
const som = (tekst: string) => withClient(testDatabase().superuserUrl, (klient) => klient.query(tekst));
let nr = 130;
beforeAll(async () => {
  en = await lagLitenKommune(1);
  await som(`insert into tjeneste (kommune_id, kode, fom, navn_nb, navn_nn, hjemmel, kostra_funksjon, volumenhet, gruppe) values (1, 'LANGTIDSOPPHOLD', '2020-01-01', 'Langtidsopphold', 'Langtidsopphald', 'hol § 3-2 a', '253', 'PLASS', 'sykehjem')`);
});
afterAll(lukkPool);

async function nyMottaker(): Promise<number> {
  nr += 1;
  await som(`insert into mottaker (id, kommune_id, pseudonym, fodselsar, saksbehandler_id) values (${nr}, 1, 'M-T${nr}', 1940, 101);
    insert into mottaker_identitet (mottaker_id, kommune_id, fornavn, etternavn, fodselsdato, fodselsnummer) values (${nr}, 1, 'Olav', 'Test${nr}', '1940-05-05', '${45_850_000_000 + nr}')`);
  return nr;
}
async function gjor<T>(arbeid: (tx: Tx) => Promise<Result<T, readonly { grunn: string }[]>>): Promise<T> {
  return withKommune(en.saksbehandler, async (tx) => {
    const svar = await arbeid(tx);
    if (!svar.ok) throw new Angre(svar.feil.map((f) => f.grunn));
    return svar.verdi;
  });
}
const nektet = <T>(arbeid: (tx: Tx) => Promise<Result<T, readonly { grunn: string }[]>>) => gjor(arbeid).then(() => [], (feil: unknown) => (feil as Angre<string[]>).verdi);
const BEGRUNNELSE = 'Du falt to ganger i oktober og trenger nå hjelp til stell morgen og kveld for å bo trygt hjemme.';
const fatt = (mottakerId: number, versjon: number, resten: Partial<FattVedtakData['forslag']> = {}) =>
  gjor((tx) => fattVedtak(tx, { mottakerId, versjon, forslag: { utfall: 'INNVILGET', tjeneste: 'HJEMMESYKEPLEIE', omfang: { type: 'TIMER', minutter: 300, besok: 7, perUker: 1, deler: [] }, enhetId: en.nord, fom: leggTilDager(idag, -20), tom: null, begrunnelse: BEGRUNNELSE, erstatterId: null, tillegg: false, reduksjonsgrunn: null, ...resten } }));
const liste = async (hva: Gjennomgang) => (await lesKommune(en.saksbehandler, (tx) => hentGjennomgang(tx, hva, 1))).rader;
const virkning = async (vedtakId: number) => (await lesKommune(en.saksbehandler, (tx) => tx.alle<{ id: number; fom: string; tom: string | null; grunn: string }>(sql`select id, fom, tom, grunn from vedtak_virkning where vedtak_id = ${vedtakId} and gjeldende`)))[0];

test('et vedtak som går ut, står på listen til det er forlenget med et nytt vedtak med brev', async () => {
  const m = await nyMottaker();
  const v = await fatt(m, 1, { tom: leggTilDager(idag, 12) });
  expect((await liste('UTLOPER')).find((r) => r.vedtakId === v.vedtakId)).toMatchObject({ mottakerId: m, dager: 12, enhet: 'Nord' });
  const data = { vedtakId: v.vedtakId, virkningId: (await virkning(v.vedtakId))?.id ?? 0 };
  const ny = await gjor((tx) => forlengVedtak(tx, data));
  const nyId = 'vedtakId' in ny ? ny.vedtakId : 0;
  expect(await virkning(nyId)).toMatchObject({ fom: leggTilDager(idag, 13), tom: leggTilDager(idag, 103), grunn: 'FATTET' });
  expect(await lesKommune(en.saksbehandler, (tx) => tx.alle(sql`select 1 from vedtaksbrev where vedtak_id = ${nyId}`))).toHaveLength(1);
  expect((await liste('UTLOPER')).find((r) => r.vedtakId === v.vedtakId)).toBeUndefined();
  expect(await nektet((tx) => forlengVedtak(tx, data))).toEqual(['alleredeForlenget']);
});

test('et vedtak uten sluttdato, og et som er endret siden, forlenges ikke', async () => {
  const m = await nyMottaker();
  const v = await fatt(m, 1);
  const id = (await virkning(v.vedtakId))?.id ?? 0;
  expect(await nektet((tx) => forlengVedtak(tx, { vedtakId: v.vedtakId, virkningId: id }))).toEqual(['ikkeUtlop']);
  expect(await nektet((tx) => forlengVedtak(tx, { vedtakId: v.vedtakId, virkningId: id + 999 }))).toEqual(['konfliktFattet']);
});

test('en kort tjeneste sies fra om fra dag ti', async () => {
  const m = await nyMottaker();
  const v = await fatt(m, 1, { kort: true, fom: leggTilDager(idag, -9), tom: leggTilDager(idag, 3) });
  const annen = await nyMottaker();
  const tidlig = await fatt(annen, 1, { kort: true, fom: leggTilDager(idag, -8), tom: leggTilDager(idag, 3) });
  const rader = await liste('KORTE');
  expect(rader.find((r) => r.vedtakId === v.vedtakId)?.dager).toBe(10);
  expect(rader.find((r) => r.vedtakId === tidlig.vedtakId)).toBeUndefined();
});

test('timevedtak uten besøk, og besøk uten vedtak, er på hver sin liste', async () => {
  const m = await nyMottaker();
  const v = await fatt(m, 1);
  expect((await liste('UTEN_LEVERT')).map((r) => r.vedtakId)).toContain(v.vedtakId);
  const [o] = await lesKommune(en.saksbehandler, (tx) => tx.alle<{ id: number }>(sql`select id from oppdrag where vedtak_id = ${v.vedtakId}`));
  const besok = (dag: string) => som(`insert into besok (kommune_id, oppdrag_id, vedtak_id, enhet_id, dato, start, minutter, kategori, registrert, kilde) values (1, ${o?.id}, ${v.vedtakId}, ${en.nord}, '${dag}', '${dag} 09:00 Europe/Oslo', 30, 'BRUKERRETTET', now(), 'REGISTRERT')`);
  await besok(leggTilDager(idag, -2));
  expect((await liste('UTEN_LEVERT')).map((r) => r.vedtakId)).not.toContain(v.vedtakId);
  expect((await liste('UTEN_VEDTAK')).map((r) => r.vedtakId)).not.toContain(v.vedtakId);
  await besok(leggTilDager(idag, -25));
  expect((await liste('UTEN_VEDTAK')).find((r) => r.vedtakId === v.vedtakId)?.antall).toBe(1);
});

test('alt avsluttes på en gang: det som løper, slutter med brev, det som ikke har startet, faller bort, og langtidsplassen står', async () => {
  const m = await nyMottaker();
  const hjemme = await fatt(m, 1);
  const plass = await fatt(m, 2, { tjeneste: 'LANGTIDSOPPHOLD', omfang: { type: 'PLASS', plasstype: 'LANGTID' }, fom: idag });
  const senere = await fatt(m, 3, { fom: leggTilDager(idag, 10), tom: leggTilDager(idag, 40), tillegg: true, omfang: { type: 'TIMER', minutter: 60, besok: 1, perUker: 1, deler: [] } });
  expect((await liste('SLUTT')).map((r) => r.vedtakId)).toEqual(expect.arrayContaining([hjemme.vedtakId]));
  const slutt = { mottakerId: m, versjon: 4, dato: idag, grunn: 'LANGTIDSOPPHOLD', begrunnelse: 'Du har fått fast plass på sykehjemmet.' } as const;
  expect(await gjor((tx) => avsluttAlt(tx, slutt))).toEqual({ mottakerId: m, antall: 2 });
  expect(await virkning(hjemme.vedtakId)).toMatchObject({ tom: idag, grunn: 'LANGTIDSOPPHOLD' });
  expect(await virkning(plass.vedtakId)).toMatchObject({ tom: null });
  expect(await virkning(senere.vedtakId)).toBeUndefined();
  const oppdrag = await lesKommune(en.saksbehandler, (tx) => tx.alle<{ borte: boolean }>(sql`select annullert is not null borte from oppdrag where vedtak_id = ${senere.vedtakId}`));
  expect(oppdrag).toEqual([{ borte: true }]);
  expect(await lesKommune(en.saksbehandler, (tx) => tx.alle(sql`select 1 from saksbrev where mottaker_id = ${m} and slag = 'OPPHOR'`))).toHaveLength(1);
  expect((await liste('SLUTT')).filter((r) => r.mottakerId === m)).toEqual([]);
  expect(await nektet((tx) => avsluttAlt(tx, slutt))).toEqual(['konfliktEndret']);
  await gjor((tx) => avsluttAlt(tx, { ...slutt, versjon: 5, grunn: 'DOD', begrunnelse: 'Melding om dødsfall fra sykehjemmet.' }));
  expect(await lesKommune(en.saksbehandler, (tx) => tx.alle<{ avsluttet: string }>(sql`select avsluttet from mottaker where id = ${m}`))).toEqual([{ avsluttet: idag }]);
});
