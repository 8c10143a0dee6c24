import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kjorAvregning } from '#lib/avregning/avregning-service.ts';
import { hentKontrollgrunnlag } from '#lib/avregning/kontrollgrunnlag-service.ts';
import type { Dato } from '#lib/core/dato.ts';
import { forrige, manedAv, manedensAr, manedFor, type Maned } from '#lib/core/maned.ts';
import type { Result } from '#lib/core/result.ts';
import { utkastFraMal } from '#lib/grunnlag/domain/lag-ordningsutkast.ts';
import type { Mal, Malordning } from '#lib/grunnlag/domain/maler/mal.ts';
import { TJENESTE } from '#lib/grunnlag/domain/maler/malledd.ts';
import { MALER } from '#lib/grunnlag/domain/maler/maler.ts';
import type { Ordningsutkast } from '#lib/grunnlag/domain/ordningsutkast.ts';
import { foreslaIKraft, settIKraft } from '#lib/grunnlag/ordning-ikraft-service.ts';
import { hentUtkast } from '#lib/grunnlag/ordning-service.ts';
import { lagreUtkast } from '#lib/grunnlag/ordning-utkast-repo.ts';
import { opprettUtkast } from '#lib/grunnlag/ordning-utkast-service.ts';
import { kontroller } from '#lib/kontroll/kontroll.ts';
import { iDag } from '#lib/server/clock.ts';
import { lukkPool } from '#lib/server/db.ts';
import { Angre, lesKommune, lesStabilt, type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../oppsett/database.ts';
import { type Ider, settInn } from './sett-inn.ts';
import type { TestKommune, TestVedtak } from './tilfeldig-kommune.ts';

/** The month before this one, in the same year; in January, January itself. */
const IAR = manedAv(manedensAr(manedFor(iDag())), 1);
const SISTE = forrige(manedFor(iDag()));
const MANED: Maned = SISTE < IAR ? IAR : SISTE;
const ALLE_TJENESTER = Object.values(TJENESTE);
let db: pg.Client;
let nesteKommune = 5200;
beforeAll(async () => {
  db = new pg.Client({ connectionString: testDatabase().superuserUrl, options: '-c timezone=UTC' });
  await db.connect();
});
afterAll(async () => {
  await db.end();
  await lukkPool();
});

type Folk = { ider: Ider; controller: Utforende; annen: Utforende; system: Utforende };

const OMFANG: readonly TestVedtak['omfang'][] = [
  { type: 'TIMER', minutter: 211, besok: 7, perUker: 1 },
  { type: 'ANTALL', antall: 3, perUker: 1 },
  { type: 'NIVA', niva: 2 },
  { type: 'PLASS', plasstype: 'LANGTID' },
  { type: 'PLASS', plasstype: 'KORTTID' },
  { type: 'PLASS', plasstype: 'FORSTERKET' },
  { type: 'KONTRAKT', manedsbelopOre: 4_321_099 },
];

/** Every service in every extent at each of two units, with visits, deliveries and stays, and booked rent. No scheme. */
function fakta(): TestKommune {
  const fom = `${MANED}-04` as Dato;
  const vedtak = [0, 1].flatMap(() => ALLE_TJENESTER.flatMap((tjeneste) => OMFANG.map((omfang): TestVedtak => ({ tjeneste, omfang, fom, tom: null, pauser: [] }))));
  const oppdrag = vedtak.map((_, nr) => ({ vedtak: nr, enhet: nr < vedtak.length / 2 ? 0 : 1, fom, tom: null }));
  const med = (type: string) => vedtak.flatMap((v, nr) => (v.omfang.type === type ? [nr] : []));
  return {
    enheter: [{ gruppe: 'KOMMUNAL', langtid: 12 }, { gruppe: 'KOMMUNAL', langtid: 40 }],
    komponenter: [],
    priser: [],
    vedtak,
    oppdrag,
    justeringer: [],
    besok: med('TIMER').flatMap((nr) => [5, 12, 19].map((dag) => ({ oppdrag: nr, dato: `${MANED}-${String(dag).padStart(2, '0')}` as Dato, time: 8, minutt: 0, minutter: 47 + nr, planlagt: null, kategori: 'BRUKERRETTET', kvittert: true }))),
    leveranser: med('ANTALL').map((nr) => ({ oppdrag: nr, dato: `${MANED}-07` as Dato, antall: 2, kvittert: true })),
    opphold: med('PLASS').map((nr) => ({ oppdrag: nr, inn: `${MANED}-06` as Dato, ut: null, fravar: [{ fom: `${MANED}-10` as Dato, tom: `${MANED}-12` as Dato }] })),
    regnskap: [0, 1].flatMap((enhet) => ['010', '190'].map((art) => ({ enhet, maned: MANED, art, ore: 7_654_321 + enhet }))),
  };
}

async function kommune(): Promise<Folk> {
  nesteKommune += 1;
  const kommuneId = nesteKommune;
  const ider = await settInn(db, kommuneId, fakta());
  for (const tabell of ['fastledd', 'ordning_dekning']) await db.query(`delete from ${tabell} where kommune_id = $1`, [kommuneId]);
  await db.query(`update ordning set tom_maned = $2 where kommune_id = $1`, [kommuneId, forrige(MANED)]);
  for (const kode of ALLE_TJENESTER) {
    const volumenhet = kode === TJENESTE.dagsenter ? 'ANTALL' : kode.endsWith('OPPHOLD') ? 'PLASS' : 'TIMER';
    await db.query(`insert into tjeneste (kommune_id, kode, fom, navn_nb, navn_nn, hjemmel, kostra_funksjon, volumenhet, gruppe) values ($1, $2, '2020-01-01', $2, $2, 'h', '254', $3, 'g')`, [kommuneId, kode, volumenhet]);
  }
  const som = (kontoId: number | null, rolle: Utforende['rolle']): Utforende => ({ kommuneId, kontoId, rolle, enheter: null });
  return { ider, controller: som(ider.controller, 'controller'), annen: som(ider.godkjenner, 'controller'), system: som(null, 'system') };
}

async function gjor<T>(hvem: Utforende, arbeid: (tx: Tx) => Promise<Result<T, unknown>>): Promise<T> {
  return withKommune(hvem, async (tx) => {
    const svar = await arbeid(tx);
    if (!svar.ok) throw new Angre(svar.feil);
    return svar.verdi;
  });
}

/** The services of each scheme of a preset: those it names; one that names none takes every one that is left, or its own where others name none either. */
function fordelTjenester(mal: Mal): Map<Malordning, string[]> {
  const nevnt = (o: Malordning) => o.komponenter.flatMap((k) => k.regler.tjenester ?? []);
  const fri = ALLE_TJENESTER.filter((t) => !mal.ordninger.some((o) => nevnt(o).includes(t)));
  const uten = mal.ordninger.filter((o) => nevnt(o).length === 0);
  const egne = (o: Malordning): string[] => (uten.length === 1 ? fri : fri.filter((_, i) => i % uten.length === uten.indexOf(o)));
  const alltid = (o: Malordning): string[] => (mal.kode === 'kristiansand' && o.kode === 'omsorg' ? fri : []);
  return new Map(mal.ordninger.map((o) => [o, uten.includes(o) ? egne(o) : [...new Set([...nevnt(o), ...alltid(o)])]]));
}

/** What the preset leaves to the municipality: prices, yearly amounts, shares, levels, units. */
function fyllUt(u: Ordningsutkast, f: Folk, tjenester: readonly string[], nr: number): Ordningsutkast {
  const ar = manedensAr(MANED);
  let ore = 31_700;
  const nestePris = () => (ore += 1_111);
  return {
    ...u,
    fom: MANED,
    prisgrunnlag: 'Prøve',
    dekning: f.ider.enheter.map((enhetId) => ({ enhetId, tjenester: [...tjenester] })),
    regler: { ...u.regler, overforing: u.regler.overforing ? { ...u.regler.overforing, andelOverskudd: u.regler.overforing.andelOverskudd ?? '0.5' } : null },
    komponenter: u.komponenter.map((k) => {
      const priser = k.volumkilde === 'NIVA_MANEDSSLUTT' && k.priser.length === 0 ? [1, 2, 3].map((niva) => ({ gruppe: 'KOMMUNAL', niva, fom: null, tom: null, ore: null })) : k.priser;
      return { ...k, priser: priser.map((p) => ({ ...p, ore: nestePris() })) };
    }),
    fastledd: u.fastledd.map((l) => {
      // two schemes of one unit refund each their own functions
      if (l.type === 'REFUSJON') return { ...l, regler: { ...l.regler, funksjoner: nr === 0 ? ['254'] : ['253'] } };
      const belop = l.type === 'RAMME' ? f.ider.enheter.map((enhetId, i) => ({ enhetId, ore: 12_345_678 + i })) : [{ enhetId: null, ore: 6_000_001 }];
      return { ...l, ar, belop, regler: l.type === 'SMADRIFT' ? { ...l.regler, underPlasser: 24 } : l.regler };
    }),
  };
}

/** As on the screen: the preset is chosen, filled in, sent, and approved by another person. */
async function settMalIKraft(f: Folk, mal: Mal, o: Malordning, tjenester: readonly string[]): Promise<void> {
  const nr = mal.ordninger.indexOf(o);
  const { id } = await gjor(f.controller, (tx) => opprettUtkast(tx, `mal:${mal.kode}/${o.kode}`, 'nb'));
  await withKommune(f.controller, (tx) => lagreUtkast(tx, id, 1, fyllUt(utkastFraMal(mal, o, 'nb'), f, tjenester, nr)));
  const view = await lesKommune(f.controller, (tx) => hentUtkast(tx, id, 'nb'));
  if (view?.slag !== 'NY') throw new Error('ikke et utkast');
  expect(view.feil).toEqual([]);
  const sett = { utkastId: id, versjon: 2, hash: view.utkast.hash };
  await gjor(f.controller, (tx) => foreslaIKraft(tx, sett));
  await gjor(f.annen, (tx) => settIKraft(tx, sett));
}

type Linjenokkel = { ordning: string; enhet: string; komponent: string; vedtak: string | null; belopOre: number; volum: string };
async function hovedbok(kommuneId: number): Promise<Linjenokkel[]> {
  const { rows } = await db.query<{ ordning: string; enhet: string; komponent: string; vedtak: string | null; belop: string; volum: string }>(
    `select o.kode as ordning, e.kode as enhet, l.komponent, v.nummer as vedtak, l.belop_ore::text as belop, l.volum::text
     from avregning_linje l join ordning o on o.kommune_id = l.kommune_id and o.id = l.ordning_id join enhet e on e.kommune_id = l.kommune_id and e.id = l.enhet_id
     left join vedtak v on v.kommune_id = l.kommune_id and v.id = l.vedtak_id where l.kommune_id = $1 and l.gjelder_maned = $2`,
    [kommuneId, MANED],
  );
  return rows.map((r) => ({ ordning: r.ordning, enhet: r.enhet, komponent: r.komponent, vedtak: r.vedtak, belopOre: Number(r.belop), volum: r.volum }));
}
const somTekst = (l: Linjenokkel): string => [l.ordning, l.enhet, l.komponent, l.vedtak ?? '', l.volum, l.belopOre].join(' ');

describe('a preset that a municipality fills in, puts in force and settles', () => {
  test.each(MALER.map((mal) => [mal.kode, mal] as const))('%s: every part of it gives money, and the control case of the month gives the ledger’s lines', async (_, mal) => {
    const f = await kommune();
    const tjenester = fordelTjenester(mal);
    for (const o of mal.ordninger) await settMalIKraft(f, mal, o, tjenester.get(o) ?? []);
    const svar = await kjorAvregning(f.system, MANED);
    expect(svar.ok && svar.verdi).toMatchObject({ status: 'FERDIG' });
    const linjer = await hovedbok(f.ider.kommune);
    const ledd = mal.ordninger.flatMap((o) => [...o.komponenter, ...o.fastledd].map((k) => k.kode));
    expect([...new Set(linjer.map((l) => l.komponent))].toSorted()).toEqual([...new Set(ledd)].toSorted());
    const sak = await lesStabilt(f.system, (tx) => hentKontrollgrunnlag(tx, MANED));
    const ut = kontroller('avregning', JSON.stringify(sak));
    if (!ut.ok) throw new Error(JSON.stringify(ut));
    const { linjer: paNytt, bestillerBelastningOre } = ut.verdi as { linjer: Linjenokkel[]; bestillerBelastningOre: number };
    expect(paNytt.map(somTekst).toSorted()).toEqual(linjer.map(somTekst).toSorted());
    expect(bestillerBelastningOre).toBe(linjer.reduce((sum, l) => sum + l.belopOre, 0));
  });
});
