import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kjorAvregning } from '#lib/avregning/avregning-service.ts';
import { bestillForhandsvisning, forhandsvisManed, utforForhandsvisning } from '#lib/avregning/forhandsvisning-service.ts';
import type { Dato } from '#lib/core/dato.ts';
import { leggTilManeder, type Maned, manedAv, manedensAr, manedFor, forrige } from '#lib/core/maned.ts';
import type { Ordningsutkast } from '#lib/grunnlag/domain/ordningsutkast.ts';
import { TOMT_UTKAST } from '#lib/grunnlag/domain/ordningsutkast.ts';
import { finnSisteForhandsvisning } from '#lib/grunnlag/ordning-forhandsvisning-repo.ts';
import { foreslaAvslutning, foreslaIKraft, sendTilbake, settIKraft, ventendeOrdninger } from '#lib/grunnlag/ordning-ikraft-service.ts';
import { hentOrdninger, hentUtkast } from '#lib/grunnlag/ordning-service.ts';
import { lagreUtkast, nyttUtkast } from '#lib/grunnlag/ordning-utkast-repo.ts';
import { forkastUtkast, lagreDekning, nyVersjon, opprettUtkast } from '#lib/grunnlag/ordning-utkast-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { lukkPool } from '#lib/server/db.ts';
import { Angre, lesKommune, lesStabilt, type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import type { Result } from '#lib/core/result.ts';
import { testDatabase } from '../oppsett/database.ts';
import { type Ider, settInn } from './sett-inn.ts';
import type { TestKommune } from './tilfeldig-kommune.ts';

const IAR = manedAv(manedensAr(manedFor(iDag())), 1);
// In January the month that runs: a scheme does not begin in a year that is over.
const FORRIGE = ((m: Maned) => (m < IAR ? IAR : m))(forrige(manedFor(iDag())));
let db: pg.Client;
let nesteKommune = 700;
beforeAll(async () => {
  db = new pg.Client({ connectionString: testDatabase().superuserUrl, options: '-c timezone=UTC' });
  await db.connect();
});
afterAll(async () => {
  await db.end();
  await lukkPool();
});

type Folk = { ider: Ider; controller: Utforende; annen: Utforende; radmann: Utforende; system: Utforende };

/** Two units, one recipient of home nursing with a visit in each of this year's months, and a scheme since last year. */
async function kommune(): Promise<Folk> {
  nesteKommune += 1;
  const kommuneId = nesteKommune;
  const fom = `${leggTilManeder(IAR, -12)}-01` as Dato;
  const maneder = Array.from({ length: 11 }, (_, i) => leggTilManeder(IAR, i));
  const k: TestKommune = {
    enheter: [{ gruppe: 'KOMMUNAL', langtid: 0 }, { gruppe: 'KOMMUNAL', langtid: 0 }],
    komponenter: [{ kode: 'time', volumkilde: 'UTFORT_TID', regler: {}, tjenester: [] }],
    priser: [{ komponent: 'time', gruppe: 'KOMMUNAL', niva: null, fom: '2025-01' as Maned, tom: null, ore: 60_000 }],
    vedtak: [0, 1].map(() => ({ tjeneste: 'HJEMMESYKEPLEIE', omfang: { type: 'TIMER' as const, minutter: 210, besok: 7, perUker: 1 }, fom, tom: null, pauser: [] })),
    oppdrag: [0, 1].map((nr) => ({ vedtak: nr, enhet: nr, fom, tom: null })),
    justeringer: [],
    besok: maneder.flatMap((m) => [0, 1].map((oppdrag) => ({ oppdrag, dato: `${m}-12` as Dato, time: 8, minutt: 0, minutter: 90, planlagt: null, kategori: 'BRUKERRETTET', kvittert: true }))),
    leveranser: [],
    opphold: [],
    regnskap: [],
  };
  const ider = await settInn(db, kommuneId, k);
  for (const kode of ['HJEMMESYKEPLEIE', 'PRAKTISK_BISTAND', 'LANGTID']) {
    await db.query(`insert into tjeneste (kommune_id, kode, fom, navn_nb, navn_nn, hjemmel, kostra_funksjon, volumenhet, gruppe) values ($1, $2, '2020-01-01', $2, $2, 'h', '254', 'TIMER', 'g')`, [kommuneId, kode]);
  }
  const { rows } = await db.query<{ id: number }>(`insert into konto (kommune_id, navn) values ($1, 'Rita Rådmann') returning id`, [kommuneId]);
  const som = (kontoId: number | null, rolle: Utforende['rolle']): Utforende => ({ kommuneId, kontoId, rolle, enheter: null });
  return { ider, controller: som(ider.controller, 'controller'), annen: som(ider.godkjenner, 'controller'), radmann: som(rows[0]?.id ?? 0, 'radmann'), system: som(null, 'system') };
}

/** A draft that pays granted time at the first unit, replacing the old scheme there. */
function innhold(f: Folk, fom: Maned, valg: Partial<Ordningsutkast> = {}): Ordningsutkast {
  return {
    ...TOMT_UTKAST,
    navn: 'Ny ordning',
    fom,
    prisgrunnlag: 'Regnskap',
    erstatter: [f.ider.ordning],
    dekning: [{ enhetId: f.ider.enheter[0] ?? 0, tjenester: ['HJEMMESYKEPLEIE'] }],
    komponenter: [{ kode: 'time', navnNb: 'Timer', navnNn: 'Timar', volumkilde: 'VEDTATT_TID', tjenester: [], regler: { trekkPause: true }, priser: [{ gruppe: 'KOMMUNAL', niva: null, fom: null, tom: null, ore: 50_000 }] }],
    ...valg,
  };
}

/** As the pipeline: a refusal undoes the transaction. */
async function gjor<T>(hvem: Utforende, arbeid: (tx: Tx) => Promise<Result<T, unknown>>): Promise<T> {
  return withKommune(hvem, async (tx) => {
    const svar = await arbeid(tx);
    if (!svar.ok) throw new Angre(svar.feil);
    return svar.verdi;
  });
}
const nektet = (arbeid: Promise<unknown>) => arbeid.then(() => 'GODTATT', (feil: unknown) => (feil instanceof Angre ? (feil.verdi as { grunn: string }[])[0]?.grunn : Promise.reject(feil)));

async function utkastet(f: Folk, u: Ordningsutkast): Promise<{ utkastId: number; versjon: number; hash: string }> {
  const id = await withKommune(f.controller, (tx) => nyttUtkast(tx, 'NY', u, null));
  const view = await lesKommune(f.controller, (tx) => hentUtkast(tx, id, 'nb'));
  return { utkastId: id, versjon: 1, hash: view?.utkast.hash ?? '' };
}
async function iKraft(f: Folk, u: Ordningsutkast): Promise<number> {
  const sett = await utkastet(f, u);
  await gjor(f.controller, (tx) => foreslaIKraft(tx, sett));
  return (await gjor(f.annen, (tx) => settIKraft(tx, sett))).ordningId;
}
const dekning = async (f: Folk) =>
  (await db.query<{ o: number; e: number; t: string; fom: string; tom: string | null }>(`select ordning_id as o, enhet_id as e, tjeneste as t, fom_maned as fom, tom_maned as tom from ordning_dekning where kommune_id = $1`, [f.ider.kommune])).rows;

describe('putting a scheme in force', () => {
  test('takes another person, ends the cover it takes over the month before, and leaves the rest', async () => {
    const f = await kommune();
    const fom = leggTilManeder(IAR, 10);
    const sett = await utkastet(f, innhold(f, fom));
    await gjor(f.controller, (tx) => foreslaIKraft(tx, sett));
    expect(await nektet(gjor(f.controller, (tx) => settIKraft(tx, sett)))).toBe('EGET_FORSLAG');
    expect((await lesKommune(f.annen, ventendeOrdninger)).map((v) => [v.slag, v.gjelder, v.kommando])).toEqual([['ORDNING', 'Ny ordning', 'GODKJENN_ORDNING']]);
    const { ordningId } = await gjor(f.radmann, (tx) => settIKraft(tx, sett));
    const rader = await dekning(f);
    const [nord, sor] = f.ider.enheter;
    expect(rader.find((d) => d.o === ordningId)).toMatchObject({ e: nord, t: 'HJEMMESYKEPLEIE', fom, tom: null });
    expect(rader.find((d) => d.o === f.ider.ordning && d.e === nord && d.t === 'HJEMMESYKEPLEIE')?.tom).toBe(forrige(fom));
    expect(rader.filter((d) => d.o === f.ider.ordning && (d.e === sor || d.t !== 'HJEMMESYKEPLEIE')).every((d) => d.tom === null)).toBe(true);
    expect(await lesKommune(f.annen, ventendeOrdninger)).toEqual([]);
    const { ordninger, utkast } = await lesKommune(f.controller, hentOrdninger);
    expect([ordninger.length, utkast.length]).toEqual([2, 0]);
  });

  test('a scheme that no unit is left in has ended', async () => {
    const f = await kommune();
    const fom = leggTilManeder(IAR, 10);
    const alt = f.ider.enheter.map((enhetId) => ({ enhetId, tjenester: ['HJEMMESYKEPLEIE', 'PRAKTISK_BISTAND', 'LANGTID'] }));
    await iKraft(f, innhold(f, fom, { dekning: alt }));
    const { rows } = await db.query(`select tom_maned from ordning where id = $1`, [f.ider.ordning]);
    expect(rows).toEqual([{ tom_maned: forrige(fom) }]);
  });

  test('a unit and service in two schemes is told, and the database refuses it whatever the code forgets', async () => {
    const f = await kommune();
    const sett = await utkastet(f, innhold(f, leggTilManeder(IAR, 10), { erstatter: [] }));
    expect(await nektet(gjor(f.controller, (tx) => foreslaIKraft(tx, sett)))).toBe('HAR_FEIL');
    const view = await lesKommune(f.controller, (tx) => hentUtkast(tx, sett.utkastId, 'nb'));
    expect(view?.slag === 'NY' && view.feil.map((x) => x.grunn)).toEqual(['DEKKET_AV_ANNEN']);
    await expect(
      db.query(`insert into ordning_dekning (kommune_id, ordning_id, enhet_id, tjeneste, fom_maned) values ($1, $2, $3, 'HJEMMESYKEPLEIE', '2026-01')`, [f.ider.kommune, f.ider.ordning, f.ider.enheter[0]]),
    ).rejects.toMatchObject({ constraint: 'ordning_en_per_enhet_og_tjeneste' });
  });

  test('pressed twice at once it is done once, and what was changed since it was seen is not approved', async () => {
    const f = await kommune();
    const sett = await utkastet(f, innhold(f, leggTilManeder(IAR, 10)));
    await gjor(f.controller, (tx) => foreslaIKraft(tx, sett));
    expect(await nektet(gjor(f.annen, (tx) => settIKraft(tx, { ...sett, hash: 'x'.repeat(64) })))).toBe('ENDRET_AV_ANNEN');
    const svar = await Promise.all([f.annen, f.radmann].map((hvem) => nektet(gjor(hvem, (tx) => settIKraft(tx, sett)))));
    expect(svar.toSorted()).toEqual(['ENDRET_AV_ANNEN', 'GODTATT']);
    const { rows } = await db.query(`select count(*)::int as antall from ordning where kommune_id = $1`, [f.ider.kommune]);
    expect(rows).toEqual([{ antall: 2 }]);
  });

  test('sent back with a reason it can be written again; proposed it stands still', async () => {
    const f = await kommune();
    const sett = await utkastet(f, innhold(f, leggTilManeder(IAR, 10)));
    await gjor(f.controller, (tx) => foreslaIKraft(tx, sett));
    expect(await nektet(gjor(f.controller, (tx) => lagreDekning(tx, { ...sett, dekning: [], erstatter: [] })))).toBe('IKKE_UTKAST');
    await expect(db.query(`update ordning_utkast set innhold = '{}' where id = $1`, [sett.utkastId])).rejects.toMatchObject({ constraint: 'utkast_star_fast' });
    await gjor(f.annen, (tx) => sendTilbake(tx, { ...sett, grunn: 'Prisen er fra i fjor' }));
    const view = await lesKommune(f.controller, (tx) => hentUtkast(tx, sett.utkastId, 'nb'));
    expect(view?.utkast).toMatchObject({ status: 'UTKAST', versjon: 2, tilbakeGrunn: 'Prisen er fra i fjor' });
  });

  test('a municipality can leave the approval to the rådmann alone', async () => {
    const f = await kommune();
    await db.query(`insert into innstilling (kommune_id, nokkel, fom, verdi) values ($1, 'ordningGodkjenning', '2020-01-01', '{"roller": ["radmann"]}')`, [f.ider.kommune]);
    const sett = await utkastet(f, innhold(f, leggTilManeder(IAR, 10)));
    await gjor(f.controller, (tx) => foreslaIKraft(tx, sett));
    expect(await nektet(gjor(f.annen, (tx) => settIKraft(tx, sett)))).toBe('IKKE_DIN_ROLLE');
    expect(await nektet(gjor(f.radmann, (tx) => settIKraft(tx, sett)))).toBe('GODTATT');
  });

  test('ending a scheme is proposed and approved by two people, and ends its cover', async () => {
    const f = await kommune();
    const tom = leggTilManeder(IAR, 11);
    const { id } = await gjor(f.controller, (tx) => foreslaAvslutning(tx, { ordningId: f.ider.ordning, tom, grunn: 'Nytt system' }));
    expect(await nektet(gjor(f.controller, (tx) => foreslaAvslutning(tx, { ordningId: f.ider.ordning, tom, grunn: 'Nytt system' })))).toBe('VENTER_ALLEREDE');
    const view = await lesKommune(f.annen, (tx) => hentUtkast(tx, id, 'nb'));
    await gjor(f.annen, (tx) => settIKraft(tx, { utkastId: id, versjon: 1, hash: view?.utkast.hash ?? '' }));
    expect((await dekning(f)).every((d) => d.tom === tom)).toBe(true);
  });
});

describe('drafts', () => {
  test('two tabs do not write over each other', async () => {
    const f = await kommune();
    const sett = await utkastet(f, innhold(f, leggTilManeder(IAR, 10)));
    const lagre = () => nektet(gjor(f.controller, (tx) => lagreDekning(tx, { ...sett, dekning: [], erstatter: [] })));
    expect((await Promise.all([lagre(), lagre()])).toSorted()).toEqual(['ENDRET_AV_ANNEN', 'GODTATT']);
  });

  test('another kommune sees and changes nothing', async () => {
    const [f, andre] = [await kommune(), await kommune()];
    const sett = await utkastet(f, innhold(f, leggTilManeder(IAR, 10)));
    expect(await lesKommune(andre.controller, (tx) => hentUtkast(tx, sett.utkastId, 'nb'))).toBeNull();
    expect(await withKommune(andre.controller, (tx) => lagreUtkast(tx, sett.utkastId, 1, TOMT_UTKAST))).toBe(false);
    expect(await nektet(gjor(andre.controller, (tx) => forkastUtkast(tx, sett)))).toBe('ENDRET_AV_ANNEN');
    expect(await nektet(gjor(andre.radmann, (tx) => settIKraft(tx, sett)))).toBe('FINNES_IKKE');
    expect(await nektet(gjor(andre.controller, (tx) => nyVersjon(tx, f.ider.ordning)))).toBe('FINNES_IKKE');
  });

  test('a preset becomes a draft that the settlement does not know of', async () => {
    const f = await kommune();
    const { id } = await gjor(f.controller, (tx) => opprettUtkast(tx, 'mal:kristiansand/omsorg', 'nb'));
    const view = await lesKommune(f.controller, (tx) => hentUtkast(tx, id, 'nb'));
    expect(view?.slag === 'NY' && view.feil.some((x) => x.grunn === 'INGEN_ENHETER')).toBe(true);
    const { rows } = await db.query(`select count(*)::int as antall from ordning where kommune_id = $1`, [f.ider.kommune]);
    expect(rows).toEqual([{ antall: 1 }]);
    expect(await nektet(gjor(f.controller, (tx) => opprettUtkast(tx, 'mal:bergen/omsorg', 'nb')))).toBe('UKJENT_MAL');
  });
});

describe('the preview', () => {
  test('is what a real run gives on the same facts, and posts nothing', async () => {
    const f = await kommune();
    await kjorAvregning(f.system, FORRIGE);
    const linjer = async () => (await db.query<{ n: number }>(`select count(*)::int as n from avregning_linje where kommune_id = $1`, [f.ider.kommune])).rows[0]?.n;
    const for_ = await linjer();
    const u = innhold(f, FORRIGE, { fastledd: [{ kode: 'ramme', navnNb: 'R', navnNn: 'R', type: 'RAMME', ar: manedensAr(FORRIGE), belop: [{ enhetId: f.ider.enheter[0] ?? 0, ore: 1_234_567 }], regler: {} }] });
    const vist = await lesStabilt(f.system, (tx) => forhandsvisManed(tx, u, FORRIGE));
    if (!vist.ok) throw new Error(JSON.stringify(vist.feil));
    expect(await linjer()).toBe(for_);
    const sett = await utkastet(f, u);
    await gjor(f.controller, (tx) => bestillForhandsvisning(tx, sett.utkastId, 1));
    const siste = await lesKommune(f.controller, (tx) => finnSisteForhandsvisning(tx, sett.utkastId));
    await utforForhandsvisning(f.system, siste?.id ?? 0);
    await utforForhandsvisning(f.system, siste?.id ?? 0);
    await gjor(f.controller, (tx) => foreslaIKraft(tx, sett));
    await gjor(f.annen, (tx) => settIKraft(tx, sett));
    await kjorAvregning(f.system, FORRIGE);
    const { rows } = await db.query<{ e: number; ore: number }>(`select enhet_id as e, sum(belop_ore)::int as ore from avregning_linje where kommune_id = $1 and gjelder_maned = $2 group by 1 order by 1`, [f.ider.kommune, FORRIGE]);
    expect(vist.verdi.map((r) => ({ e: r.enhetId, ore: r.utkastOre }))).toEqual(rows);
    // the other unit is not touched
    expect(vist.verdi[1]?.utkastOre).toBe(vist.verdi[1]?.bokfortOre);
    expect(vist.verdi[0]?.utkastOre).not.toBe(vist.verdi[0]?.bokfortOre);
  });

  test('must be of the draft as it is when it is proposed', async () => {
    const f = await kommune();
    await kjorAvregning(f.system, FORRIGE);
    const u = innhold(f, leggTilManeder(IAR, 10));
    const sett = await utkastet(f, u);
    expect(await nektet(gjor(f.controller, (tx) => foreslaIKraft(tx, sett)))).toBe('MANGLER_FORHANDSVISNING');
    const { id } = await gjor(f.controller, (tx) => bestillForhandsvisning(tx, sett.utkastId, 1));
    expect(await nektet(gjor(f.controller, (tx) => bestillForhandsvisning(tx, sett.utkastId, 1)))).toBe('KJORER_ALLEREDE');
    await utforForhandsvisning(f.system, id);
    await withKommune(f.controller, (tx) => lagreUtkast(tx, sett.utkastId, 1, { ...u, navn: 'Annet navn' }));
    expect(await nektet(gjor(f.controller, (tx) => foreslaIKraft(tx, { ...sett, versjon: 2 })))).toBe('MANGLER_FORHANDSVISNING');
    const ny = await gjor(f.controller, (tx) => bestillForhandsvisning(tx, sett.utkastId, 2));
    await utforForhandsvisning(f.system, ny.id);
    expect(await nektet(gjor(f.controller, (tx) => foreslaIKraft(tx, { ...sett, versjon: 2 })))).toBe('GODTATT');
  });

  test('stops with every missing price told once', async () => {
    const f = await kommune();
    for (const m of [forrige(FORRIGE), FORRIGE]) await kjorAvregning(f.system, m);
    const u = innhold(f, FORRIGE);
    const [k] = u.komponenter;
    if (!k) throw new Error('ingen ledd');
    const sett = await utkastet(f, { ...u, komponenter: [{ ...k, priser: [] }] });
    const { id } = await gjor(f.controller, (tx) => bestillForhandsvisning(tx, sett.utkastId, 1));
    await utforForhandsvisning(f.system, id);
    const siste = await lesKommune(f.controller, (tx) => finnSisteForhandsvisning(tx, sett.utkastId));
    expect(siste).toMatchObject({ status: 'STOPPET', resultat: null });
    expect(siste?.feil).toMatchObject([{ grunn: 'PRIS_MANGLER', ledd: 'Timer', gruppe: 'KOMMUNAL' }]);
  });
});

test('a price that something was posted at cannot be edited, unapproved or removed; it can end, and one not used can be', async () => {
  const f = await kommune();
  await kjorAvregning(f.system, FORRIGE);
  const pris = (sett: string) => db.query(`update pris set ${sett} where kommune_id = $1 and ordning_id = $2`, [f.ider.kommune, f.ider.ordning]);
  for (const endring of ['ore = ore + 1', `fom_maned = '2024-01'`, `gruppe = 'PRIVAT'`, 'niva = 1', 'godkjent_av = null', `status = 'FORELOPIG'`]) {
    await expect(pris(endring)).rejects.toMatchObject({ constraint: 'brukt_pris_star' });
  }
  await expect(db.query(`delete from pris where kommune_id = $1`, [f.ider.kommune])).rejects.toMatchObject({ constraint: 'brukt_pris_star' });
  await pris(`tom_maned = '${leggTilManeder(IAR, 11)}'`);
  await db.query(`insert into pris (kommune_id, ordning_id, komponent, gruppe, fom_maned, ore, status, grunnlag, godkjent_av, godkjent) values ($1, $2, 'time', 'IDEELL', '2026-01', 5, 'ENDELIG', 'x', $3, now())`, [f.ider.kommune, f.ider.ordning, f.ider.godkjenner]);
  await db.query(`delete from pris where kommune_id = $1 and gruppe = 'IDEELL'`, [f.ider.kommune]);
});
