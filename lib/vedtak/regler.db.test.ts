import { afterAll, beforeAll, expect, test } from 'vitest';
import { leggTilDager } from '#lib/core/dato.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import type { Tx, Utforende } from '#lib/server/transaksjon.ts';
import type { Result } from '#lib/core/result.ts';
import { hentMalfil, hentReglerside, leggTilBrevmal, leggTilKlageregel, settBrukervalg, settGrense, settNiva } from '#lib/vedtak/regler-service.ts';
import { hentBrukervalg, hentKlageregel, hentVedtaksregler } from '#lib/vedtak/vedtaksregler-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

let en: LitenKommune;
let to: LitenKommune;
let leder: Utforende;
const idag = iDag();
beforeAll(async () => {
  en = await lagLitenKommune(1);
  to = await lagLitenKommune(2);
  leder = { kommuneId: 1, kontoId: 104, rolle: 'bestillerleder', enheter: null };
  await withClient(testDatabase().superuserUrl, (klient) => klient.query(`insert into konto (id, kommune_id, navn) values (104, 1, 'Jon Aas')`));
});
afterAll(lukkPool);
const gjor = async (arbeid: (tx: Tx) => Promise<Result<unknown, readonly { grunn: string }[]>>) => {
  const svar = await withKommune(leder, arbeid);
  return svar.ok ? [] : svar.feil.map((f) => f.grunn);
};
const side = (hvem: Utforende = leder) => lesKommune(hvem, hentReglerside);

test('grensen og nivåene gjelder fra i dag, hver for seg, og bare i egen kommune', async () => {
  expect(await gjor((tx) => settGrense(tx, { grense: 50_000_000 }))).toEqual([]);
  expect(await gjor((tx) => settNiva(tx, { tjeneste: 'HJEMMESYKEPLEIE', niva: 3, nb: 'tilsyn hver dag', nn: 'tilsyn kvar dag' }))).toEqual([]);
  expect(await gjor((tx) => settNiva(tx, { tjeneste: 'HJEMMESYKEPLEIE', niva: 4, nb: 'tilsyn to ganger', nn: 'tilsyn to gonger' }))).toEqual([]);
  expect(await lesKommune(leder, hentVedtaksregler)).toEqual({ grenseOre: 50_000_000, nivaer: { HJEMMESYKEPLEIE: { 3: { nb: 'tilsyn hver dag', nn: 'tilsyn kvar dag' }, 4: { nb: 'tilsyn to ganger', nn: 'tilsyn to gonger' } } } });
  expect((await lesKommune(to.saksbehandler, hentVedtaksregler)).grenseOre).toBeNull();
  expect(await gjor((tx) => settGrense(tx, { grense: null }))).toEqual([]);
  expect((await lesKommune(leder, hentVedtaksregler)).grenseOre).toBeNull();
  expect(await gjor((tx) => settNiva(tx, { tjeneste: 'FINNES_IKKE', niva: 3, nb: 'x', nn: 'x' }))).toEqual(['ukjentTjeneste']);
});

test('en klageregel og en valgrett legges til fra en dag, og endres ikke', async () => {
  const regel = { tjeneste: 'HJEMMESYKEPLEIE', fom: idag, uker: 3, instansNb: 'Klagenemnda', instansNn: 'Klagenemnda', rettskilde: 'kommunens forskrift', bekreftet: false };
  expect(await gjor((tx) => leggTilKlageregel(tx, regel))).toEqual([]);
  expect(await gjor((tx) => leggTilKlageregel(tx, regel))).toEqual(['regelFinnes']);
  expect(await lesKommune(leder, (tx) => hentKlageregel(tx, 'HJEMMESYKEPLEIE', idag))).toMatchObject({ uker: 3, instans: { nb: 'Klagenemnda' } });
  const valg = { tjeneste: 'HJEMMESYKEPLEIE', fom: idag, tilbys: true, standard: en.nord, byttefrist: 14 };
  expect(await gjor((tx) => settBrukervalg(tx, valg))).toEqual([]);
  expect(await gjor((tx) => settBrukervalg(tx, valg))).toEqual(['valgFinnes']);
  expect(await lesKommune(leder, (tx) => hentBrukervalg(tx, idag))).toEqual({ HJEMMESYKEPLEIE: { standardEnhetId: en.nord, byttefristDager: 14 } });
  expect((await side(to.saksbehandler)).brukervalg).toEqual([]);
});

test('en ny malversjon leses, prøves og tas i bruk fra sin dag', async () => {
  const fil = JSON.parse(await lesKommune(leder, hentMalfil)) as { versjon: string; fom: string; tekst: { nb: Record<string, string> } };
  const ny = (mer: object) => JSON.stringify({ ...fil, versjon: '2026-2', fom: idag, ...mer });
  expect(await gjor((tx) => leggTilBrevmal(tx, { innhold: 'dette er ikke en fil i det hele tatt' }))).toEqual(['ikkeJson']);
  expect(await gjor((tx) => leggTilBrevmal(tx, { innhold: ny({ fom: leggTilDager(idag, -1) }) }))).toEqual(['malTilbake']);
  expect(await gjor((tx) => leggTilBrevmal(tx, { innhold: ny({ tekst: { ...fil.tekst, nb: { ...fil.tekst.nb, klageFrist: 'Fristen er {frst}.' } } }) }))).toEqual(['malFeil']);
  expect((await side()).maler.map((m) => [m.versjon, m.gjelder])).toEqual([['standard-1', true]]);
  expect(await gjor((tx) => leggTilBrevmal(tx, { innhold: ny({}) }))).toEqual([]);
  expect(await gjor((tx) => leggTilBrevmal(tx, { innhold: ny({}) }))).toEqual(['malFinnes']);
  expect((await side()).maler.map((m) => [m.versjon, m.gjelder])).toEqual([['2026-2', true], ['standard-1', false]]);
});
