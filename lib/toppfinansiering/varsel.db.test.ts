import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arFor } from '#lib/core/dato.ts';
import { manedAv, manedFor } from '#lib/core/maned.ts';
import { sumOre } from '#lib/core/ore.ts';
import { iDag } from '#lib/server/clock.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { hentHelhetsside } from '#lib/toppfinansiering/helhet-service.ts';
import { giTilgang, registrerParametre, registrerPost } from '#lib/toppfinansiering/registrering-service.ts';
import { fjernTiltak, hentVarselside, registrerTiltak } from '#lib/toppfinansiering/varsel-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';

const AR = arFor(iDag());
let k: LitenKommune;
let annen: LitenKommune;
let navngitt: Utforende;
let unavngitt: Utforende;

/** A recipient granted 100 hours a week all year, at a unit that pays 600 kr an hour; January of this year and all of the year before are delivered and accounted for. */
beforeAll(async () => {
  k = await lagLitenKommune(1);
  annen = await lagLitenKommune(2);
  navngitt = k.controller;
  unavngitt = { ...k.controller, kontoId: (k.controller.kontoId ?? 0) + 50 };
  const radmann: Utforende = { kommuneId: 1, kontoId: (k.controller.kontoId ?? 0) + 51, rolle: 'radmann', enheter: null };
  await withClient(testDatabase().superuserUrl, async (klient) => {
    await klient.query(`insert into konto (id, kommune_id, navn) values (${unavngitt.kontoId}, 1, 'Un Navngitt'), (${radmann.kontoId}, 1, 'Råd Mann');
      insert into konto_rolle (kommune_id, konto_id, rolle, fom) values (1, ${unavngitt.kontoId}, 'controller', '2020-01-01'), (1, ${radmann.kontoId}, 'radmann', '2020-01-01');
      update mottaker set fodselsar = ${AR - 30} where id = ${k.mottaker};
      set session_replication_role = replica;
      insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato) values (9001, 1, 'V-T-1', ${k.mottaker}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 6000, 7, 'x', 'x', now(), '2020-01-01');
      insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert) values (1, 9001, ${k.mottaker}, 'HJEMMESYKEPLEIE', 't', '2020-01-01', null, 'FATTET', now());
      insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt) values (9101, 1, 9001, ${k.mottaker}, ${k.nord}, '2020-01-01', null, '{}', now());
      insert into besok (kommune_id, dato, start, minutter, kategori, oppdrag_id, vedtak_id, enhet_id, registrert, kilde, kvittert)
        select 1, d::date, d, 850, 'BRUKERRETTET', 9101, 9001, ${k.nord}, d, 'FELT', true from generate_series('${AR - 1}-01-01 08:00+01'::timestamptz, '${AR}-01-31 08:00+01', '1 day') d;
      insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id) select 1, ${k.nord}, to_char(m, 'YYYY-MM'), '254', '010', 60000000, 'T', to_char(m, 'YYYY-MM') from generate_series('${AR - 1}-01-01'::date, '${AR}-01-01', '1 month') m;
      insert into timeverk (kommune_id, enhet_id, maned, type, minutter, kilde, kilde_id) select 1, ${k.nord}, to_char(m, 'YYYY-MM'), 'ORDINAR', 60000, 'T', to_char(m, 'YYYY-MM') from generate_series('${AR - 1}-01-01'::date, '${AR}-01-01', '1 month') m;
      set session_replication_role = origin`);
  });
  const svar = await withKommune(radmann, (tx) => giTilgang(tx, navngitt.kontoId ?? 0, 'Arbeider med kravet'));
  if (!svar.ok) throw new Error(JSON.stringify(svar));
});
afterAll(lukkPool);

describe('this year as it is heading', () => {
  test('is what is known and what the vedtak grant; the accrual sums to the grant, and those shown are logged', async () => {
    const side = await hentVarselside(navngitt, true);
    const rad = side.aret?.rader[0];
    // in January itself no month is known
    expect(side.kjenteManeder).toBe(manedFor(iDag()) > manedAv(AR, 1) ? 1 : 0);
    // no claim is made for the year before: its cost says that the recipient was over
    expect(rad).toMatchObject({ kurs: 'OVER', ifjorOre: null, tapOre: 0 });
    // some 5 200 hours at 600 kr
    expect(rad?.kostnad.svar.nettoOre).toBeGreaterThan(300_000_000);
    expect(rad?.kostnad.svar.nettoOre).toBeLessThan(330_000_000);
    expect(sumOre(side.aret?.avsetning ?? [])).toBe(side.aret?.tilskuddOre);
    const logg = await lesKommune({ ...k.controller, rolle: 'revisor' }, (tx) => tx.alle(sql`select 1 from logg where handling = 'SE_RESSURSKREVENDE' and mottaker_id = ${k.mottaker}`));
    expect(logg.length).toBeGreaterThan(0);
  });

  test('is nothing to one who is not named, and another kommune has its own', async () => {
    expect((await hentVarselside(unavngitt, true)).aret).toBeNull();
    expect((await hentVarselside(annen.controller, true)).aret).toBeNull();
    expect((await hentHelhetsside(unavngitt, AR - 1, true)).rader).toEqual([]);
  });

  test('a measure is kept, weighed and taken off once, by the named, for recipients there are', async () => {
    const tiltak = { slag: 'FELLES_NATT', navn: 'Felles natt', mottakere: [k.mottaker], spartOre: 10_000_000, nyKostnadOre: 0 };
    expect(await withKommune(unavngitt, (tx) => registrerTiltak(tx, tiltak))).toMatchObject({ ok: false, feil: [{ grunn: 'IKKE_NAVNGITT' }] });
    expect(await withKommune(navngitt, (tx) => registrerTiltak(tx, { ...tiltak, mottakere: [annen.mottaker] }))).toMatchObject({ ok: false, feil: [{ grunn: 'FINNES_IKKE' }] });
    const svar = await withKommune(navngitt, (tx) => registrerTiltak(tx, tiltak));
    if (!svar.ok) throw new Error(JSON.stringify(svar));
    expect((await hentVarselside(navngitt, true)).aret?.tiltak).toMatchObject([{ navn: 'Felles natt', virkning: { forTilskuddOre: 10_000_000, etterTilskuddOre: 2_000_000 } }]);
    expect(await withKommune(navngitt, (tx) => fjernTiltak(tx, svar.verdi.id))).toMatchObject({ ok: true });
    expect(await withKommune(navngitt, (tx) => fjernTiltak(tx, svar.verdi.id))).toMatchObject({ ok: false });
  });
});

test('the whole year of a recipient has school by estimate, and an estimate can never be claimed', async () => {
  const post = { ar: AR - 1, mottakerId: k.mottaker, tekst: 'Skole', funksjon: '202', art: '010', belopOre: 50_000_000, lonnsandel: null, vedtakId: null, bilag: 'Anslag fra skolen', anslag: true };
  expect(await withKommune(navngitt, (tx) => registrerPost(tx, { ...post, funksjon: '254' }))).toMatchObject({ ok: false, feil: [{ grunn: 'ANSLAG_I_ORDNINGEN' }] });
  expect(await withKommune(navngitt, (tx) => registrerPost(tx, post))).toMatchObject({ ok: true });
  const side = await hentHelhetsside(navngitt, AR - 1, true);
  expect(side.rader).toMatchObject([{ skoleOre: 50_000_000, medAnslag: true }]);
  const [rad] = side.rader;
  expect(rad?.kommunenOre).toBe((rad?.samletOre ?? 0) - (rad?.tilskuddOre ?? 0));
});

test('sick pay beyond 16 days leaves the wages of the early warning as it does those of the claim, by last year’s share until this year’s is documented', async () => {
  const netto = async () => (await hentVarselside(navngitt, true)).aret?.rader[0]?.kostnad.svar.nettoOre ?? 0;
  const for_ = await netto();
  // a tenth of last year's wages was sick pay, three tenths of it within 16 days
  await withClient(testDatabase().superuserUrl, (klient) => klient.query(`insert into delingstall (kommune_id, regnskapsar, enhet_id, fravar_minutter, sykelonn_ore, andel_innen_16, bilag, foreslatt_av, foreslatt, godkjent_av, godkjent)
    values (1, ${AR - 1}, ${k.nord}, 0, 72000000, '0.3', 'Rapport', ${unavngitt.kontoId}, now(), ${navngitt.kontoId}, now())`));
  const side = await hentVarselside(navngitt, true);
  // in January all that wages rest on is last year's
  expect(side.forbehold).toContain(side.kjenteManeder > 0 ? 'FJORARETS_SYKELONN' : 'FJORARETS_LONN');
  expect(Math.abs((await netto()) - for_ * 0.93)).toBeLessThan(100);
});

test('with an own share per inhabitant and a second tier the year is counted line by line, and the recipients still stand in the list', async () => {
  const sett = { tilskuddsar: AR + 1, innslagspunktOre: 100_000_000, kompensasjonsgrad: '0.8000', puFradragOre: 0, aldersgrense: 67, kostraFunksjoner: ['254', '234'], lonnsarter: ['010-099'], kilde: 'Prøve', egenandelPerInnbyggerOre: 1, trinn2FraOre: 200_000_000, trinn2Grad: '0.9000' };
  await withKommune(navngitt, (tx) => registrerParametre(tx, sett));
  const { aret } = await hentVarselside(navngitt, true);
  expect(aret?.rader.map((r) => [r.kurs, r.kostnad.svar.tilskuddOre])).toEqual([['OVER', null]]);
  expect(aret?.regnestykke.map((l) => l.navn)).toEqual(['OVER_INNSLAG', 'EGENANDEL', 'GRUNNLAG', 'TILSKUDD', 'OVER_TRINN2', 'TRINN2', 'SAMLET']);
  const sum = aret?.regnestykke.filter((l) => ['TILSKUDD', 'TRINN2'].includes(l.navn)).reduce((s, l) => s + l.ore, 0);
  expect([aret?.tilskuddOre, sumOre(aret?.avsetning ?? []), aret?.folsomhet[2]?.[2]?.tilskuddOre]).toEqual([sum, sum, sum]);
  expect(aret?.rader[0]?.driver.deler.length).toBeGreaterThan(0);
});
