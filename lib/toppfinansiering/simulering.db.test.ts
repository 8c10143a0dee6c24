import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { avrundTilTall, tilDesimal } from '#lib/core/brok.ts';
import { kontroller } from '#lib/kontroll/kontroll.ts';
import { lukkPool } from '#lib/server/db.ts';
import { withKommune, type Utforende } from '#lib/server/transaksjon.ts';
import { hentSimulering, hentSimuleringssak, hentVekst } from '#lib/toppfinansiering/simulering-service.ts';
import { lesValg } from '#lib/toppfinansiering/simulering-view.ts';
import { testDatabase } from '../../test/oppsett/database.ts';

const KOMMUNE = 790;
const NAVNGITT: Utforende = { kommuneId: KOMMUNE, kontoId: 79001, rolle: 'controller', enheter: null };
const RADMANN: Utforende = { kommuneId: KOMMUNE, kontoId: 79002, rolle: 'radmann', enheter: null };
const EGNE = lesValg({ grunnlag: 'egne', u: ['GRAD_90', 'INNSLAG_1500000'] });

/** Wages of 1 100 000, 1 500 000 and 3 000 000 kr on three recipients; a threshold of a million, 80 %. */
const SAK = JSON.stringify({
  regnskapsar: 2025,
  parametre: { tilskuddsar: 2026, modell: 'PER_BRUKER', innslagspunktOre: 100_000_000, kompensasjonsgrad: '0.8', puFradragOre: 0, aldersgrense: 67, kostraFunksjoner: ['254'], lonnsarter: ['010-099'], egenandelPerInnbyggerOre: null },
  innbyggere: 5000,
  brukere: [110_000_000, 150_000_000, 300_000_000].map((ore, i) => ({ id: `M-${i}`, fodselsar: 1980, puKriterium: false, fradrag: [], poster: [{ funksjon: '254', art: '010', ore, harVedtak: true, lonnsandel: null }] })),
});

let db: pg.Client;
beforeAll(async () => {
  db = new pg.Client({ connectionString: testDatabase().superuserUrl });
  await db.connect();
  await db.query(`
    insert into kommune (id, navn, innbyggere) values (${KOMMUNE}, 'Simvik', 5000);
    insert into konto (id, kommune_id, navn) values (79001, ${KOMMUNE}, 'Con Troller'), (79002, ${KOMMUNE}, 'Råd Mann'), (79003, ${KOMMUNE}, 'Leder');
    insert into konto_rolle (kommune_id, konto_id, rolle, fom) values (${KOMMUNE}, 79001, 'controller', '2020-01-01'), (${KOMMUNE}, 79002, 'radmann', '2020-01-01');
    insert into kravtilgang (kommune_id, konto_id, grunn, gitt_av, gitt) values (${KOMMUNE}, 79001, 'Arbeider med kravet', 79002, now());
    insert into krav (id, kommune_id, regnskapsar, versjon, status, bekreftet, innslagspunkt_ore, antall, netto_ore, tilskudd_ore, sha256, merknad, opprettet_av, opprettet)
      values (7900, ${KOMMUNE}, 2025, 1, 'UTKAST', false, 100000000, 3, 560000000, 208000000, repeat('0', 64), 'Første', 79001, now());`);
  await db.query('insert into krav_grunnlag (kommune_id, krav_id, sak, spor) values ($1, 7900, $2, $3)', [KOMMUNE, SAK, '{}']);
});
afterAll(async () => {
  await db.end();
  await lukkPool();
});

const oppslag = async (): Promise<number> => (await db.query<{ n: number }>(`select count(*)::int as n from logg where kommune_id = $1 and handling = 'SE_SIMULERING'`, [KOMMUNE])).rows[0]?.n ?? 0;

test('those who are named simulate on the newest claim’s recipients, and each look is logged', async () => {
  const side = await withKommune(NAVNGITT, (tx) => hentSimulering(tx, EGNE));
  // 80 % of 0.1, 0.5 and 2 million; then 90 %; then the half million above 1.5 of the dearest is gone
  expect(side?.base).toMatchObject({ tilskuddOre: 208_000_000, nettoOre: 560_000_000, egenandelOre: 352_000_000 });
  expect(side?.kolonner.map((kol) => kol.svar.ok && kol.svar.tall.endringOre)).toEqual([26_000_000, -88_000_000]);
  expect([side?.egne, side?.grupper]).toEqual([{ kravId: 7900, regnskapsar: 2025, versjon: 1, bekreftet: false, innbyggere: 5000 }, []]);
  expect(await oppslag()).toBe(1);
});

test('what is set for the country meets own recipients as the grade or threshold it gives there', async () => {
  const valg = lesValg({ grunnlag: 'egne', u: ['BEVILGNING_6650000000_0_0_nei', 'ALDER_2015_2_100_nei__80_80_80', 'ANTALL_6500'] });
  const side = await withKommune(NAVNGITT, (tx) => hentSimulering(tx, valg));
  const tall = side?.kolonner.map((kol) => (kol.svar.ok ? [kol.svar.tall.kompensasjonsgrad && tilDesimal(kol.svar.tall.kompensasjonsgrad), avrundTilTall(kol.svar.tall.innslagspunkt)] : kol.svar.hinder));
  // 6 650 of 7 159.918 million; 1 190 588 of 1 010 000 kr
  expect(tall).toEqual([['0.7430', 100_000_000], 'BARE_LANDET', ['0.8000', 117_880_023]]);
});

test('the control case of own recipients has no names, and gives the same', async () => {
  const sak = await withKommune(NAVNGITT, (tx) => hentSimuleringssak(tx, EGNE));
  expect(JSON.stringify(sak)).not.toContain('M-');
  const svar = kontroller('toppfinansiering-simulering', JSON.stringify(sak));
  expect(svar).toMatchObject({ ok: true, verdi: { grunnlag: { tilskuddOre: 208_000_000 }, alternativer: [{ endringOre: 26_000_000 }, { endringOre: -88_000_000 }] } });
});

test('for the others there are no own recipients, only the country’s; nothing is logged', async () => {
  const forrige = await oppslag();
  expect(await withKommune(RADMANN, (tx) => hentSimulering(tx, EGNE))).toBeNull();
  expect(await withKommune(RADMANN, (tx) => hentSimuleringssak(tx, EGNE))).toBeNull();
  const side = await withKommune(RADMANN, (tx) => hentSimulering(tx, lesValg({})));
  expect([side?.egne, side?.kolonner.length, side?.base.tilskuddOre]).toEqual([null, 6, 715_991_800_000]);
  expect((await withKommune(RADMANN, hentVekst)).egenFordeling).toBeNull();
  expect(await oppslag()).toBe(forrige);
});

test('own recipients in steps of 50 000 kr, and growth when two years’ claims are frozen', async () => {
  const forst = await withKommune(NAVNGITT, hentVekst);
  expect([forst.egneAr, forst.egne.samlet, forst.egenFordeling?.antall.indexOf(1), forst.egenFordeling?.over]).toEqual([[], null, 2, 1]);
  await db.query(`set session_replication_role = replica;
    insert into krav (kommune_id, regnskapsar, versjon, status, bekreftet, innslagspunkt_ore, antall, netto_ore, tilskudd_ore, sha256, merknad, opprettet_av, opprettet, godkjent1_av, godkjent1, godkjent2_av, godkjent2) values
      (${KOMMUNE}, 2023, 1, 'FROSSET', true, 90000000, 10, 0, 100000, repeat('0', 64), 'x', 79001, now(), 79002, now(), 79003, now()),
      (${KOMMUNE}, 2024, 1, 'FROSSET', true, 90000000, 12, 0, 150000, repeat('0', 64), 'x', 79001, now(), 79002, now(), 79003, now());
    set session_replication_role = origin`);
  expect((await withKommune(RADMANN, hentVekst)).egne.samlet).toMatchObject({ endringOre: 50_000, antallOre: 20_000, prisOre: 30_000, flere: 2 });
});
