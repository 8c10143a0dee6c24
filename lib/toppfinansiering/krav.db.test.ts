import { strFromU8, unzipSync } from 'fflate';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { arFor } from '#lib/core/dato.ts';
import type { Result } from '#lib/core/result.ts';
import { hentHelhetsside } from '#lib/toppfinansiering/helhet-service.ts';
import { kontroller } from '#lib/kontroll/kontroll.ts';
import { iDag } from '#lib/server/clock.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { Angre, lesKommune, type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { forkastKrav, godkjennKrav, hentKravside, lagKravutkast, ventendeKrav } from '#lib/toppfinansiering/krav-service.ts';
import { hentKravark, hentKravsak } from '#lib/toppfinansiering/kravfil-service.ts';
import { hentRevisorpakke } from '#lib/toppfinansiering/revisorpakke-service.ts';
import { hentArsside, hentMottakerside } from '#lib/toppfinansiering/kostnad-service.ts';
import * as tjeneste from '#lib/toppfinansiering/registrering-service.ts';
import { testDatabase } from '../../test/oppsett/database.ts';

const AR = arFor(iDag()) - 1;
const BEVIS = 'Rapport fra lønnssystemet';
let db: pg.Client;
beforeAll(async () => {
  db = new pg.Client({ connectionString: testDatabase().superuserUrl, options: '-c timezone=UTC' });
  await db.connect();
});
afterAll(async () => {
  await db.end();
  await lukkPool();
});

type Verden = { id: number; enhet: number; mottaker: number; controller: Utforende; annen: Utforende; leder: Utforende; radmann: Utforende; unavngitt: Utforende };
let neste = 700;
let k: Verden;
const nyId = async (tekst: string, verdier: unknown[]): Promise<number> => (await db.query<{ id: number }>(`${tekst} returning id`, verdier)).rows[0]?.id ?? 0;

/** One recipient with 180 visits of 20 hours in the year at a unit that pays 1 000 kr per worked hour; three are named. */
async function nyVerden(): Promise<Verden> {
  const id = (neste += 1);
  await db.query('insert into kommune (id, navn, innbyggere) values ($1, $2, 1000)', [id, `Kommune ${id}`]);
  const konto = async (rolle: Utforende['rolle']): Promise<Utforende> => {
    const kontoId = await nyId('insert into konto (kommune_id, navn) values ($1, $2)', [id, rolle]);
    await db.query(`insert into konto_rolle (kommune_id, konto_id, rolle, fom) values ($1, $2, $3, '2020-01-01')`, [id, kontoId, rolle]);
    return { kommuneId: id, kontoId, rolle, enheter: null };
  };
  const enhet = await nyId(`insert into enhet (kommune_id, kode, navn, type, art, eierform, fom) values ($1, 'M', 'Miljø', 'UTFORER', 'UTVIKLINGSHEMMEDE', 'KOMMUNAL', '2020-01-01')`, [id]);
  await db.query(`insert into tjeneste (kommune_id, kode, fom, navn_nb, navn_nn, hjemmel, kostra_funksjon, volumenhet, gruppe) values ($1, 'MILJO', '2020-01-01', 'M', 'M', 'h', '254', 'TIMER', 'g')`, [id]);
  const mottaker = await nyId(`insert into mottaker (kommune_id, pseudonym, fodselsar) values ($1, 'M-1', 1980)`, [id]);
  await db.query(`set session_replication_role = replica`);
  const vedtak = await nyId(
    `insert into vedtak (kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, begrunnelse, hjemmel, fattet, fattet_dato) values ($1, 'V-1', $2, 'MILJO', 'INNVILGET', 'TIMER', 6000, 7, 'b', 'h', $3::text::date, $3::text::date)`, [id, mottaker, `${AR}-01-01`]);
  await db.query(`insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert) values ($1, $2, $3, 'MILJO', 'x', $4::text::date, $5::text::date, 'FATTET', $4::text::date)`, [id, vedtak, mottaker, `${AR}-01-01`, `${AR}-12-31`]);
  for (let m = 1; m <= 12; m += 1) {
    const maned = String(m).padStart(2, '0');
    for (let d = 1; d <= 15; d += 1) {
      const dag = `${AR}-${maned}-${String(d).padStart(2, '0')}`;
      await db.query(`insert into besok (kommune_id, dato, start, minutter, kategori, oppdrag_id, vedtak_id, enhet_id, registrert, kilde, kvittert) values ($1, $2::text::date, $2::text::timestamp at time zone 'Europe/Oslo', 1200, 'BRUKERRETTET', 1, $3, $4, $2::text::date, 'IMPORT', true)`, [id, dag, vedtak, enhet]);
    }
    await db.query(`insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id) values ($1, $2, $3::text, '254', '010', 100000000, 'T', $3::text)`, [id, enhet, `${AR}-${maned}`]);
    await db.query(`insert into timeverk (kommune_id, enhet_id, maned, type, minutter, kilde, kilde_id) values ($1, $2, $3::text, 'ORDINAR', 66000, 'T', $3::text)`, [id, enhet, `${AR}-${maned}`]);
  }
  await db.query(`set session_replication_role = origin`);
  const verden = { id, enhet, mottaker, controller: await konto('controller'), annen: await konto('controller'), leder: await konto('bestillerleder'), radmann: await konto('radmann'), unavngitt: await konto('controller') };
  for (const hvem of [verden.controller, verden.annen, verden.leder]) expect(await som(verden.radmann, (tx) => tjeneste.giTilgang(tx, hvem.kontoId ?? 0, 'Arbeider med kravet'))).toBeNull();
  return verden;
}

/** As the pipeline: a refusal rolls everything back. */
async function som<T>(hvem: Utforende, arbeid: (tx: Tx) => Promise<Result<T, readonly { grunn: string }[]>>): Promise<T | string> {
  try {
    return await withKommune(hvem, async (tx) => {
      const svar = await arbeid(tx);
      if (!svar.ok) throw new Angre(svar.feil.map((f) => f.grunn).join());
      return svar.verdi;
    });
  } catch (feil) {
    if (feil instanceof Angre) return String(feil.verdi);
    throw feil;
  }
}

/** Divisor documented and approved (100 hours' absence a month), the PU criterion answered. */
async function gjorKlart(): Promise<void> {
  await som(k.controller, (tx) => tjeneste.foreslaDelingstall(tx, { ar: AR, enhetId: k.enhet, fravarMinutter: 72_000, bilag: BEVIS }));
  const id = (await db.query<{ id: number }>('select id from delingstall where kommune_id = $1', [k.id])).rows[0]?.id ?? 0;
  expect(await som(k.controller, (tx) => tjeneste.godkjennDelingstall(tx, id))).toBe('SAMME_PERSON');
  expect(await som(k.annen, (tx) => tjeneste.godkjennDelingstall(tx, id))).toBeNull();
  await som(k.controller, (tx) => tjeneste.settPu(tx, { ar: AR, mottakerId: k.mottaker, registrertPu: false }));
}

async function utkast(): Promise<number> {
  const svar = await som(k.controller, (tx) => lagKravutkast(tx, AR, 'Første versjon'));
  if (typeof svar === 'string') throw new Error(svar);
  return svar.id;
}

beforeEach(async () => {
  k = await nyVerden();
});

describe('who sees', () => {
  test('the named see the recipient, others only the sums; looks are logged with the recipient', async () => {
    await gjorKlart();
    const side = await hentArsside(k.controller, AR, true);
    expect(side.aret?.over.map((m) => [m.fakta.pseudonym, m.svar.ressursinnsatsOre, m.mangler])).toEqual([['M-1', 360_000_000, []]]);
    expect((await hentMottakerside(k.controller, AR, k.mottaker))?.kostnad.poster).toHaveLength(1);
    expect([(await hentArsside(k.unavngitt, AR, true)).aret, await hentMottakerside(k.unavngitt, AR, k.mottaker)]).toEqual([null, null]);
    const logg = await db.query<{ n: number }>(`select count(*)::int as n from logg where kommune_id = $1 and handling = 'SE_RESSURSKREVENDE_MOTTAKER' and mottaker_id = $2`, [k.id, k.mottaker]);
    expect(logg.rows[0]?.n).toBe(1);
  });

  test('the database itself hides posts and claims from those who are not named, and lets none of them write', async () => {
    await gjorKlart();
    const id = await utkast();
    const post = { ar: AR, mottakerId: k.mottaker, tekst: 'Kjøp', funksjon: '254', art: '370', belopOre: 100, lonnsandel: '0.8400', vedtakId: null, bilag: BEVIS };
    await som(k.controller, (tx) => tjeneste.registrerPost(tx, post));
    const antall = (hvem: Utforende) => lesKommune(hvem, (tx) => tx.en<{ a: number; b: number; c: number; d: number }>(sql`select (select count(*) from ressurspost)::int as a, (select count(*) from krav_grunnlag)::int as b, (select count(*) from pu_status)::int as c, (select count(*) from krav)::int as d`));
    expect(await antall(k.annen)).toEqual({ a: 1, b: 1, c: 1, d: 1 });
    expect(await antall(k.unavngitt)).toEqual({ a: 0, b: 0, c: 0, d: 1 });
    expect(await antall(k.radmann)).toEqual({ a: 0, b: 0, c: 0, d: 1 });
    expect(await som(k.unavngitt, (tx) => tjeneste.registrerPost(tx, post))).toBe('IKKE_NAVNGITT');
    await expect(withKommune(k.unavngitt, (tx) => tx.kjor(sql`insert into pu_status (kommune_id, regnskapsar, mottaker_id, registrert_pu, registrert_av, registrert) values (${k.id}, ${AR}, ${k.mottaker}, true, 1, now())`))).rejects.toMatchObject({ code: '42501' });
    expect((await hentKravside(k.unavngitt, id, true))?.spor).toBeNull();
    expect(await withKommune(k.unavngitt, (tx) => hentKravsak(tx, id))).toBeNull();
  });

  test('nobody names themselves, and an ended naming closes at once', async () => {
    expect(await som(k.radmann, (tx) => tjeneste.giTilgang(tx, k.radmann.kontoId ?? 0, 'Jeg selv, takk'))).toBe('KAN_IKKE_NAVNGIS');
    expect(await som(k.radmann, (tx) => tjeneste.giTilgang(tx, k.annen.kontoId ?? 0, 'En gang til'))).toBe('KAN_IKKE_NAVNGIS');
    const id = (await db.query<{ id: number }>('select id from kravtilgang where kommune_id = $1 and konto_id = $2', [k.id, k.annen.kontoId])).rows[0]?.id ?? 0;
    await som(k.radmann, (tx) => tjeneste.fjernTilgang(tx, id));
    expect((await hentArsside(k.annen, AR, true)).aret).toBeNull();
  });
});

describe('the claim', () => {
  test('is not made while a divisor or the PU criterion is open', async () => {
    expect(await som(k.controller, (tx) => lagKravutkast(tx, AR, 'For tidlig'))).toBe('MANGLER_STOPPER');
  });

  test('two others approve, then it is frozen; its case recomputes to the same sums', async () => {
    await gjorKlart();
    const id = await utkast();
    expect(await som(k.controller, (tx) => lagKravutkast(tx, AR, 'En til'))).toBe('UTKAST_FINNES');
    expect(await som(k.controller, (tx) => godkjennKrav(tx, id))).toBe('SAMME_PERSON');
    expect(await som(k.unavngitt, (tx) => godkjennKrav(tx, id))).toBe('IKKE_NAVNGITT');
    expect((await lesKommune(k.annen, ventendeKrav)).map((v) => v.id)).toEqual([id]);
    expect(await som(k.annen, (tx) => godkjennKrav(tx, id))).toEqual({ frosset: false });
    expect(await lesKommune(k.annen, ventendeKrav)).toEqual([]);
    expect(await som(k.annen, (tx) => godkjennKrav(tx, id))).toBe('GODKJENT_AV_DEG');
    expect(await som(k.leder, (tx) => godkjennKrav(tx, id))).toEqual({ frosset: true });
    const krav = (await hentKravside(k.leder, id, true))?.krav;
    expect([krav?.status, krav?.bekreftet, krav?.antall]).toEqual(['FROSSET', false, 1]);
    const fil = await withKommune(k.leder, (tx) => hentKravsak(tx, id));
    const svar = kontroller('toppfinansiering', fil?.innhold ?? '');
    expect(svar.ok ? (svar.verdi as { sum: { tilskuddOre: number } }).sum.tilskuddOre : svar.feil).toBe(krav?.tilskuddOre);
    const ark = unzipSync((await withKommune(k.leder, (tx) => hentKravark(tx, id, (nokkel) => nokkel, (nokkel) => nokkel)))?.innhold ?? new Uint8Array());
    const alt = Object.entries(ark).filter(([navn]) => /sharedStrings|worksheets\/sheet/.test(navn)).map(([, b]) => strFromU8(b)).join('');
    expect(alt).toContain('parameter.varselTittel');
  });

  test('the auditor gets one package: document, sheet, case, and each recipient recomputed alone with the visits', async () => {
    await gjorKlart();
    const id = await utkast();
    const krav = (await hentKravside(k.leder, id, true))?.krav;
    const pakke = await withKommune(k.leder, (tx) => hentRevisorpakke(tx, id, (nokkel) => nokkel, (nokkel) => nokkel, 'nb'));
    const filer = unzipSync(pakke?.innhold ?? new Uint8Array());
    const rot = `krav-${AR}-v1`;
    expect(Object.keys(filer).toSorted()).toEqual(['LES-MEG.txt', `${rot}.json`, `${rot}.pdf`, `${rot}.xlsx`, 'mottakere/M-1-besok.csv', 'mottakere/M-1.json']);
    expect(strFromU8(filer[`${rot}.pdf`]?.subarray(0, 5) ?? new Uint8Array())).toBe('%PDF-');
    const alene = kontroller('toppfinansiering', strFromU8(filer['mottakere/M-1.json'] ?? new Uint8Array()));
    expect(alene.ok ? (alene.verdi as { sum: { tilskuddOre: number } }).sum.tilskuddOre : alene.feil).toBe(krav?.tilskuddOre);
    expect(strFromU8(filer['mottakere/M-1-besok.csv'] ?? new Uint8Array()).split('\r\n')).toHaveLength(182);
    expect(await withKommune(k.unavngitt, (tx) => hentRevisorpakke(tx, id, (nokkel) => nokkel, (nokkel) => nokkel, 'nb'))).toBeNull();
  });

  test('a frozen claim and every basis stand, whatever is tried', async () => {
    await gjorKlart();
    const id = await utkast();
    await som(k.annen, (tx) => godkjennKrav(tx, id));
    await som(k.leder, (tx) => godkjennKrav(tx, id));
    expect(await som(k.annen, (tx) => forkastKrav(tx, id, 'Vil endre det likevel'))).toBe('ALLEREDE_AVGJORT');
    for (const setning of [`update krav set status = 'UTKAST', godkjent2 = null, godkjent2_av = null where id = ${id}`, `update krav set tilskudd_ore = 1 where id = ${id}`, `delete from krav where id = ${id}`]) {
      await expect(db.query(setning)).rejects.toMatchObject({ constraint: 'krav_star' });
    }
    await expect(db.query(`update krav_grunnlag set sak = '{}' where krav_id = ${id}`)).rejects.toMatchObject({ constraint: 'krav_grunnlag_uforanderlig' });
  });

  test('the database refuses one person twice, the maker, and someone who is not named', async () => {
    await gjorKlart();
    const id = await utkast();
    const godkjenn = (nr: 1 | 2, hvem: Utforende) => db.query(`update krav set godkjent${nr}_av = $2, godkjent${nr} = now()${nr === 2 ? `, status = 'FROSSET'` : ''} where id = $1`, [id, hvem.kontoId]);
    await expect(godkjenn(1, k.controller)).rejects.toMatchObject({ constraint: 'krav_fire_oyne' });
    await expect(godkjenn(1, k.unavngitt)).rejects.toMatchObject({ constraint: 'krav_navngitt' });
    await godkjenn(1, k.annen);
    await expect(godkjenn(2, k.annen)).rejects.toMatchObject({ constraint: 'krav_fire_oyne' });
    await expect(db.query(`update krav set tilskudd_ore = 1 where id = ${id}`)).rejects.toMatchObject({ constraint: 'krav_star' });
  });

  test('after the auditor’s remark a new version shows what changed', async () => {
    await gjorKlart();
    const forste = await utkast();
    await som(k.annen, (tx) => godkjennKrav(tx, forste));
    await som(k.leder, (tx) => godkjennKrav(tx, forste));
    await som(k.controller, (tx) => tjeneste.registrerFradrag(tx, { ar: AR, mottakerId: k.mottaker, type: 'VERTSKOMMUNE', belopOre: 10_000_000, bilag: BEVIS }));
    const side = await hentKravside(k.controller, await utkast(), true);
    expect(side?.krav.versjon).toBe(2);
    expect(side?.forskjeller.map((f) => [f.id, (f.etterOre ?? 0) - (f.forOre ?? 0), (f.etterTilskuddOre ?? 0) - (f.forTilskuddOre ?? 0)])).toEqual([['M-1', -10_000_000, -8_000_000]]);
    expect(side?.forskjeller[0]?.deler).toEqual([{ slag: 'FRADRAG', ore: 10_000_000 }]);
    // what was discarded is not what the auditor saw
    await som(k.controller, (tx) => forkastKrav(tx, side?.krav.id ?? 0, 'Mer mangler ennå'));
    const tredje = await hentKravside(k.controller, await utkast(), true);
    expect([tredje?.krav.versjon, tredje?.forrige?.versjon, tredje?.forskjeller.length]).toEqual([3, 1, 1]);
  });
});

test('a circular is confirmed by another than the registrar, and a new registration is unconfirmed again', async () => {
  const valg = { tilskuddsar: AR + 1, innslagspunktOre: 170_000_000, kompensasjonsgrad: '0.8000', puFradragOre: 85_000_000, aldersgrense: 67, kostraFunksjoner: ['254'], lonnsarter: ['010-099'], kilde: 'IS-4, side 2' };
  const svar = await som(k.controller, (tx) => tjeneste.registrerParametre(tx, valg));
  const id = typeof svar === 'string' ? 0 : svar.id;
  expect(await som(k.controller, (tx) => tjeneste.bekreftParametre(tx, id))).toBe('SAMME_PERSON');
  expect(await som(k.annen, (tx) => tjeneste.bekreftParametre(tx, id))).toBeNull();
  expect((await hentArsside(k.controller, AR, true)).parametre).toMatchObject({ bekreftet: true, lantFra: null });
  await som(k.controller, (tx) => tjeneste.registrerParametre(tx, { ...valg, innslagspunktOre: 171_000_000 }));
  expect((await hentArsside(k.controller, AR, true)).parametre?.bekreftet).toBe(false);
});

test('rules that are half filled are refused, and whole ones are kept and used', async () => {
  const valg = { tilskuddsar: AR + 1, innslagspunktOre: 100_000_000, kompensasjonsgrad: '0.8000', puFradragOre: 0, aldersgrense: 67, kostraFunksjoner: ['254'], lonnsarter: ['010-099'], kilde: 'IS-4, side 2' };
  const prov = (mer: object) => som(k.controller, (tx) => tjeneste.registrerParametre(tx, { ...valg, ...mer }));
  expect([await prov({ trinn2FraOre: 200_000_000 }), await prov({ trinn2FraOre: 100_000_000, trinn2Grad: '0.9' }), await prov({ tilleggGrad: '0.8' })]).toEqual(['TRINN2_HALVT', 'TRINN2_FOR_LAVT', 'TILLEGG_HALVT']);
  await gjorKlart();
  await prov({ egenandelPerInnbyggerOre: 60_000, trinn2FraOre: 300_000_000, trinn2Grad: '0.9000', tilleggMaksInnbyggere: 3200, tilleggTerskelOre: 10_000, tilleggGrad: '0.8000' });
  const side = await hentArsside(k.controller, AR, true);
  // net 3 600 000: 80 % of (2 600 000 − 600 000); tier two 10 % of 600 000; 80 % of 1 940 000 less 100 kr an inhabitant
  expect([side.aret?.over.length, side.aret?.sum.tilskuddOre, side.aret?.regnestykke.map((l) => `${l.navn} ${l.ore} ${l.grad ?? ''}`.trim())]).toEqual([1, 313_200_000, [
    'OVER_INNSLAG 260000000', 'EGENANDEL -60000000', 'GRUNNLAG 200000000', 'TILSKUDD 160000000 0.8000', 'OVER_TRINN2 60000000', 'TRINN2 6000000 0.1000', 'UDEKKET 194000000', 'TERSKEL -10000000', 'TILLEGG 147200000 0.8000', 'SAMLET 313200000',
  ]]);
  const id = await utkast();
  // The claim is of all that the rules give; the control case recomputes it up to the grade.
  expect((await hentKravside(k.leder, id, true))?.krav.tilskuddOre).toBe(313_200_000);
  const kontrollert = kontroller('toppfinansiering', (await withKommune(k.leder, (tx) => hentKravsak(tx, id)))?.innhold ?? '');
  expect(kontrollert.ok ? (kontrollert.verdi as { sum: { tilskuddOre: number } }).sum.tilskuddOre : kontrollert.feil).toBe(160_000_000);
  const helhet = await hentHelhetsside(k.controller, AR, true);
  expect([helhet.sum?.tilskuddOre, helhet.sum?.kommunenOre]).toEqual([313_200_000, (helhet.sum?.samletOre ?? 0) - 313_200_000]);
  const ark = unzipSync((await withKommune(k.leder, (tx) => hentKravark(tx, id, (n) => n, (n) => n)))?.innhold ?? new Uint8Array());
  expect(Object.values(ark).map((b) => strFromU8(b)).join('')).toContain('linje.TRINN2');
});

test('documented sick pay after 16 days leaves the wages that are divided', async () => {
  await gjorKlart();
  const d = { ar: AR, enhetId: k.enhet, fravarMinutter: 72_000, bilag: BEVIS };
  expect(await som(k.controller, (tx) => tjeneste.foreslaDelingstall(tx, { ...d, sykelonnOre: 120_000_000 }))).toBe('SYKELONN_HALV');
  await som(k.controller, (tx) => tjeneste.foreslaDelingstall(tx, { ...d, sykelonnOre: 120_000_000, andelInnen16: '0.5000' }));
  const id = (await db.query<{ id: number }>('select id from delingstall where kommune_id = $1 and godkjent is null', [k.id])).rows[0]?.id ?? 0;
  expect((await hentArsside(k.controller, AR, true)).aret?.enheter.map((e) => e.lonnOre)).toEqual([1_200_000_000]);
  await som(k.annen, (tx) => tjeneste.godkjennDelingstall(tx, id));
  expect((await hentArsside(k.controller, AR, true)).aret?.enheter.map((e) => e.lonnOre)).toEqual([1_140_000_000]);
});
