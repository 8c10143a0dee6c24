import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { kjorAvregning } from '#lib/avregning/avregning-service.ts';
import type { Maned } from '#lib/core/maned.ts';
import { stykkprisKontroll } from '#lib/kontroll/stykkpris-kontroll.ts';
import { lukkPool } from '#lib/server/db.ts';
import type { Utforende } from '#lib/server/transaksjon.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import type { Prisvalg } from '#lib/stykkpris/domain/prisvalg.ts';
import { hentPriskontroll } from '#lib/stykkpris/kontrollgrunnlag-service.ts';
import { avvisPrisforslag, godkjennPrisforslag, hentForslag, lagrePrisforslag, sendPrisforslag, trekkPrisforslag, ventendePriser } from '#lib/stykkpris/prisforslag-service.ts';
import { hentPrisside } from '#lib/stykkpris/priser-service.ts';
import { hentStandardvalg } from '#lib/stykkpris/verksted-service.ts';
import { settInn, type Ider } from '../../test/avregning/sett-inn.ts';
import type { TestKommune } from '../../test/avregning/tilfeldig-kommune.ts';
import { testDatabase } from '../../test/oppsett/database.ts';

let db: pg.Client;
let neste = 700;
let ider: Ider;
let siri: Utforende;
let geir: Utforende;
let torunn: Utforende;
const m = (tekst: string): Maned => tekst as Maned;

/** Two units that were granted 10 and 20 hours a week in 2025, with accounts and a refund of sick pay. */
function kommunen(): TestKommune {
  const vedtak = (minutter: number) => ({ tjeneste: 'HJEMMESYKEPLEIE', omfang: { type: 'TIMER' as const, minutter, besok: 7, perUker: 1 }, fom: '2025-01-01' as never, tom: null, pauser: [] });
  return {
    enheter: [{ gruppe: 'KOMMUNAL', langtid: 0 }, { gruppe: 'KOMMUNAL', langtid: 0 }],
    komponenter: [{ kode: 'time', volumkilde: 'VEDTATT_TID', regler: {}, tjenester: [] }],
    priser: [{ komponent: 'time', gruppe: 'KOMMUNAL', niva: null, fom: m('2025-01'), tom: null, ore: 60_000 }],
    vedtak: [vedtak(600), vedtak(1200)],
    oppdrag: [{ vedtak: 0, enhet: 0, fom: '2025-01-01' as never, tom: null }, { vedtak: 1, enhet: 1, fom: '2025-01-01' as never, tom: null }],
    justeringer: [],
    besok: [],
    leveranser: [],
    opphold: [],
    regnskap: [
      { enhet: 0, maned: m('2025-01'), art: '010', ore: 2_700_000 },
      { enhet: 1, maned: m('2025-01'), art: '010', ore: 5_000_000 },
      { enhet: 1, maned: m('2025-02'), art: '010', ore: 5_000_000 },
      { enhet: 0, maned: m('2025-02'), art: '710', ore: -100_000 },
    ],
  } as unknown as TestKommune;
}

beforeAll(async () => {
  db = new pg.Client({ connectionString: testDatabase().superuserUrl, options: '-c timezone=UTC' });
  await db.connect();
});
afterAll(async () => {
  await db.end();
  await lukkPool();
});
beforeEach(async () => {
  const kommune = (neste += 1);
  ider = await settInn(db, kommune, kommunen());
  await db.query(`insert into tjeneste (kommune_id, kode, fom, navn_nb, navn_nn, hjemmel, kostra_funksjon, volumenhet, gruppe) values ($1, 'HJEMMESYKEPLEIE', '2020-01-01', 'H', 'H', 'h', '254', 'TIMER', 'h')`, [kommune]);
  const konto = async (navn: string) => (await db.query<{ id: number }>(`insert into konto (kommune_id, navn) values ($1, $2) returning id`, [kommune, navn])).rows[0]?.id ?? 0;
  siri = { kommuneId: kommune, kontoId: ider.controller, rolle: 'controller', enheter: null };
  geir = { ...siri, kontoId: await konto('Geir') };
  torunn = { ...siri, kontoId: await konto('Torunn'), rolle: 'radmann' };
  for (const maned of ['2025-01', '2025-02']) {
    const svar = await kjorAvregning({ ...siri, kontoId: null, rolle: 'system' }, m(maned));
    if (!svar.ok || svar.verdi.status !== 'FERDIG') throw new Error(JSON.stringify(svar));
  }
});

const nokkel = (ar = 2026, slag: 'FORELOPIG' | 'ENDELIG' | 'REVISJON' = 'FORELOPIG') => ({ ordningId: ider.ordning, ar, slag });
const BEKREFTET = { SYKE_OG_FORELDREPENGER: 'TREKKES', 'FASTLEDD/ramme': 'TREKKES_IKKE', 'FASTLEDD/husleie': 'TREKKES_IKKE', TILSKUDD: 'TREKKES_IKKE', INTERNT_SALG: 'TREKKES_IKKE' } as const;

async function valget(endring: Partial<Prisvalg> = {}, n = nokkel()): Promise<Prisvalg> {
  const valg = await lesKommune(siri, (tx) => hentStandardvalg(tx, n));
  if (!valg) throw new Error('no scheme');
  return { ...valg, grunnlagFom: m('2025-01'), grunnlagTom: m('2025-02'), regel: 'SELVREGULERENDE', kostnadsvekst: '3.4', fradrag: BEKREFTET, ...endring };
}
async function lagre(hvem: Utforende, versjon: number, endring: Partial<Prisvalg> = {}, n = nokkel()) {
  const valg = await valget(endring, n);
  return withKommune(hvem, (tx) => lagrePrisforslag(tx, n, versjon, valg));
}
async function sendt(endring: Partial<Prisvalg> = {}, n = nokkel()): Promise<number> {
  const lagret = await lagre(siri, 0, endring, n);
  if (!lagret.ok) throw new Error(JSON.stringify(lagret));
  const svar = await withKommune(siri, (tx) => sendPrisforslag(tx, lagret.verdi.id, lagret.verdi.versjon, 'nb'));
  if (!svar.ok) throw new Error(JSON.stringify(svar));
  return lagret.verdi.id;
}
const godkjenn = (hvem: Utforende, id: number, versjon = 1) => withKommune(hvem, (tx) => godkjennPrisforslag(tx, id, versjon, 'nb'));
const priser = async () => (await db.query(`select fom_maned, tom_maned, ore::int, status, erstattet_av is not null as erstattet from pris where kommune_id = $1 order by fom_maned, id`, [siri.kommuneId])).rows;

describe('a draft', () => {
  test('is kept in versions, and nobody overwrites what they have not seen', async () => {
    const forste = await lagre(siri, 0);
    expect(forste).toMatchObject({ ok: true, verdi: { versjon: 1 } });
    expect(await lagre(siri, 1, { kostnadsvekst: '2.0' })).toMatchObject({ ok: true, verdi: { versjon: 2 } });
    expect(await lagre(geir, 1, { kostnadsvekst: '9.0' })).toMatchObject({ ok: false, feil: { grunn: 'ENDRET_AV_ANNEN' } });
    expect(await lagre(geir, 0)).toMatchObject({ ok: false, feil: { grunn: 'ENDRET_AV_ANNEN' } });
    const { rows } = await db.query(`select versjon, valg->>'kostnadsvekst' as vekst from prisforslag_versjon where kommune_id = $1 order by versjon`, [siri.kommuneId]);
    expect(rows).toEqual([{ versjon: 1, vekst: '3.4' }, { versjon: 2, vekst: '2.0' }]);
  });

  test('two who start at the same time make one', async () => {
    const svar = await Promise.all([lagre(siri, 0), lagre(geir, 0)]);
    expect(svar.map((s) => s.ok).toSorted()).toEqual([false, true]);
  });

  test('is not sent before every deduction with an amount is answered', async () => {
    const lagret = await lagre(siri, 0, { fradrag: {} });
    if (!lagret.ok) throw new Error('not saved');
    const svar = await withKommune(siri, (tx) => sendPrisforslag(tx, lagret.verdi.id, 1, 'nb'));
    expect(svar).toMatchObject({ ok: false, feil: { grunn: 'FRADRAG_UBEKREFTET' } });
  });
});

describe('approval', () => {
  test('is by another person, with the price computed from accounts and ledger, as foreløpig from the month', async () => {
    const id = await sendt();
    expect(await godkjenn(siri, id)).toMatchObject({ ok: false, feil: [{ grunn: 'EGET_FORSLAG' }] });
    expect(await godkjenn(torunn, id)).toMatchObject({ ok: true, verdi: { antallPriser: 1 } });
    // 59 days of 10 and 20 hours a week against 12 700 000 øre less 100 000 refunded, with growth 3,4 %
    const forventet = Math.round(((12_700_000 - 100_000) / ((59 * 30) / 7)) * 1.034);
    expect(await priser()).toEqual([
      { fom_maned: '2025-01', tom_maned: '2025-12', ore: 60_000, status: 'ENDELIG', erstattet: false },
      { fom_maned: '2026-01', tom_maned: null, ore: forventet, status: 'FORELOPIG', erstattet: false },
    ]);
  });

  test('is refused with both figures when the accounts have changed since it was sent', async () => {
    const id = await sendt();
    await db.query(`insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id) values ($1, $2, '2025-02', '254', '020', 1000000, 'T', 'sen')`, [siri.kommuneId, ider.enheter[0]]);
    const svar = await godkjenn(torunn, id);
    expect(svar).toMatchObject({ ok: false, feil: [{ grunn: 'ENDRET_PRIS' }, { grunn: 'ENDRET_KOSTNAD', verdier: { hva: 'U0', vist: expect.stringContaining('26'), na: expect.stringContaining('36') } }] });
    expect(await priser()).toHaveLength(1);
    const sett = await lesKommune(torunn, (tx) => hentForslag(tx, id, 'nb'));
    expect(sett?.endringer.map((e) => e.type)).toEqual(['PRIS', 'KOSTNAD']);
  });

  test('happens once, also when two press at the same time', async () => {
    const id = await sendt();
    const svar = await Promise.all([godkjenn(torunn, id), godkjenn({ ...torunn, kontoId: geir.kontoId }, id)]);
    expect(svar.map((s) => s.ok).toSorted()).toEqual([false, true]);
    expect(await priser()).toHaveLength(2);
  });

  test('two proposals of one scheme do not wait at once', async () => {
    await sendt();
    const annet = await lagre(geir, 0, { fraManed: m('2025-03') }, nokkel(2025, 'REVISJON'));
    if (!annet.ok) throw new Error('not saved');
    expect(await withKommune(geir, (tx) => sendPrisforslag(tx, annet.verdi.id, 1, 'nb'))).toMatchObject({ ok: false, feil: { grunn: 'ANNET_FORSLAG_VENTER' } });
  });

  test('a proposal that is turned down or decided stands; one that is taken back can be sent again', async () => {
    const id = await sendt();
    expect(await withKommune(siri, (tx) => trekkPrisforslag(tx, id))).toMatchObject({ ok: true });
    expect(await withKommune(siri, (tx) => sendPrisforslag(tx, id, 1, 'nb'))).toMatchObject({ ok: true });
    expect(await lesKommune(torunn, ventendePriser)).toMatchObject([{ slag: 'PRIS', id, foreslattAv: siri.kontoId, kommando: 'GODKJENN_PRIS', href: `/priser/forslag/${id}` }]);
    expect(await withKommune(torunn, (tx) => avvisPrisforslag(tx, id, 1, 'For lav vekst'))).toMatchObject({ ok: true });
    expect(await godkjenn(torunn, id)).toMatchObject({ ok: false });
    await expect(db.query(`update prisforslag set grunn = 'noe annet' where id = $1`, [id])).rejects.toMatchObject({ constraint: 'prisforslag_avgjort_star' });
  });

  test('the database refuses the same person too', async () => {
    const id = await sendt();
    await expect(db.query(`update prisforslag set status = 'GODKJENT', avgjort_av = foreslatt_av, avgjort = now() where id = $1`, [id])).rejects.toMatchObject({ constraint: 'prisforslag_to_personer' });
  });
});

describe('the price book', () => {
  test('a used price is never edited', async () => {
    await expect(db.query(`update pris set ore = 1 where kommune_id = $1`, [siri.kommuneId])).rejects.toMatchObject({ constraint: 'brukt_pris_star' });
  });

  test('a revision from a month posts the differences as lines of their own in the next run', async () => {
    const n = nokkel(2025, 'REVISJON');
    const id = await sendt({ fraManed: m('2025-02'), regel: 'KOSTNADSVEKST', kostnadsvekst: '10' }, n);
    expect((await godkjenn(torunn, id)).ok).toBe(true);
    expect(await priser()).toEqual([
      { fom_maned: '2025-01', tom_maned: '2025-01', ore: 60_000, status: 'ENDELIG', erstattet: false },
      { fom_maned: '2025-02', tom_maned: null, ore: 66_000, status: 'ENDELIG', erstattet: false },
    ]);
    const svar = await kjorAvregning({ ...siri, kontoId: null, rolle: 'system' }, m('2025-03'));
    expect(svar).toMatchObject({ ok: true, verdi: { status: 'FERDIG' } });
    const { rows } = await db.query(`select gjelder_maned, sum(belop_ore)::int as ore from avregning_linje where kommune_id = $1 and bokfort_maned = '2025-03' and komponent = 'time' and gjelder_maned < '2025-03' group by 1`, [siri.kommuneId]);
    expect(rows).toEqual([{ gjelder_maned: '2025-02', ore: 28 * (30 / 7) * 6_000 }]);
  });

  test('the final price takes the place of the first one, which is kept with what replaced it', async () => {
    const forst = await sendt();
    await godkjenn(torunn, forst);
    const endelig = nokkel(2026, 'ENDELIG');
    const id = await sendt({ kostnadsvekst: '5' }, endelig);
    expect((await godkjenn(torunn, id)).ok).toBe(true);
    expect((await priser()).map((p) => [p.fom_maned, p.status, p.erstattet])).toEqual([['2025-01', 'ENDELIG', false], ['2026-01', 'FORELOPIG', true], ['2026-01', 'ENDELIG', false]]);
    const side = await lesKommune(siri, (tx) => hentPrisside(tx, 'nb'));
    const rader = side.ordninger[0]?.rader ?? [];
    expect(rader.find((r) => r.erstattetAv !== null)?.erstattetMedOre).toBe(rader.find((r) => r.forslagId === id)?.ore);
  });

  test('the control calculation recomputes the shown price, also after approval and after the accounts have changed', async () => {
    const id = await sendt();
    await godkjenn(torunn, id);
    await db.query(`delete from regnskap where kommune_id = $1`, [siri.kommuneId]);
    const sak = await withKommune(siri, (tx) => hentPriskontroll(tx, id, 'KOMMUNAL', false));
    const svar = stykkprisKontroll(JSON.parse(JSON.stringify(sak)));
    const iKraft = (await priser()).find((p) => p.fom_maned === '2026-01')?.ore;
    expect(svar).toMatchObject({ ok: true, verdi: { priser: [{ komponent: 'time', ore: iKraft }] } });
  });
});

describe('who sees it', () => {
  test('another kommune sees no proposal and changes none', async () => {
    const id = await sendt();
    const annen: Utforende = { ...torunn, kommuneId: siri.kommuneId + 1000 };
    expect(await lesKommune(annen, (tx) => hentForslag(tx, id, 'nb'))).toBeNull();
    expect(await godkjenn(annen, id)).toMatchObject({ ok: false, feil: [{ grunn: 'IKKE_SENDT' }] });
    expect(await lesKommune(annen, ventendePriser)).toEqual([]);
  });

  test('the rådmann sees the same figures as the controller', async () => {
    const id = await sendt();
    const [a, b] = await Promise.all([siri, torunn].map((hvem) => lesKommune(hvem, (tx) => hentForslag(tx, id, 'nb'))));
    expect(b?.endringer).toEqual([]);
    expect(b?.bilde.vist).toEqual(a?.bilde.vist);
  });
});
