import { createHash } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kjorAvregning } from '#lib/avregning/avregning-service.ts';
import { finnGrunnlag, finnLukkedeEnheter, finnLukkinger } from '#lib/avregning/lukking-repo.ts';
import { hentBro } from '#lib/avregning/lukking-bro-service.ts';
import { avslaGjenapning, foreslaGjenapning, godkjennGjenapning, settGjenapner, ventendeGjenapninger } from '#lib/avregning/lukking-gjenapning-service.ts';
import { hentLukkevalg, hindringer, settLukkevalg } from '#lib/avregning/lukking-regler-service.ts';
import { hentGrunnlagForLukking } from '#lib/avregning/lukking-sak-service.ts';
import { lukkManed, lukkUtgatteGjenapninger } from '#lib/avregning/lukking-service.ts';
import { hentAvregningsmaned } from '#lib/avregning/tavle-service.ts';
import type { Dato } from '#lib/core/dato.ts';
import { leggTilDager } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { finnManedstatus } from '#lib/grunnlag/grunnlag-repo.ts';
import type { Rolle } from '#lib/grunnlag/domain/rolle.ts';
import { kontroller } from '#lib/kontroll/kontroll.ts';
import { iDag } from '#lib/server/clock.ts';
import { lukkPool } from '#lib/server/db.ts';
import { lesKommune, type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../oppsett/database.ts';
import { type Ider, settInn, settInnBesok, settInnPris } from './sett-inn.ts';
import { tilfeldigBesok, tilfeldigKommune, type TestKommune } from './tilfeldig-kommune.ts';

let db: pg.Client;
beforeAll(async () => {
  db = new pg.Client({ connectionString: testDatabase().superuserUrl, options: '-c timezone=UTC' });
  await db.connect();
});
afterAll(async () => {
  await db.end();
  await lukkPool();
});

const m = (tekst: string): Maned => tekst as Maned;
const JAN = m('2025-01');
const FEB = m('2025-02');
let nesteKommune = 500;

const som = (ider: Ider, rolle: Rolle, konto: number): Utforende => ({ kommuneId: ider.kommune, kontoId: konto, rolle, enheter: null });
const controller = (ider: Ider): Utforende => som(ider, 'controller', ider.controller);
const radmann = (ider: Ider): Utforende => som(ider, 'radmann', ider.godkjenner);
const lukk = (ider: Ider, maned: Maned, enheter: number[] | null = null) => withKommune(controller(ider), (tx) => lukkManed(tx, tx.hvem, { maned, enheter }));
const les = <T>(ider: Ider, arbeid: (tx: Tx) => Promise<T>): Promise<T> => lesKommune(controller(ider), arbeid);

const BESOK = { oppdrag: 0, time: 8, minutt: 0, minutter: 60, planlagt: null, kategori: 'BRUKERRETTET', kvittert: true };
const KOMMUNE: TestKommune = {
  enheter: [{ gruppe: 'KOMMUNAL', langtid: 0 }, { gruppe: 'PRIVAT', langtid: 0 }],
  komponenter: [{ kode: 'time', volumkilde: 'UTFORT_TID', regler: {}, tjenester: [] }],
  priser: ['KOMMUNAL', 'PRIVAT'].map((gruppe) => ({ komponent: 'time', gruppe, niva: null, fom: JAN, tom: null, ore: 60_000 })),
  vedtak: [0, 1].map(() => ({ tjeneste: 'HJEMMESYKEPLEIE', omfang: { type: 'TIMER' as const, minutter: 210, besok: 7, perUker: 1 }, fom: '2025-01-01' as Dato, tom: null, pauser: [] })),
  oppdrag: [{ vedtak: 0, enhet: 0, fom: '2025-01-01' as Dato, tom: null }, { vedtak: 1, enhet: 1, fom: '2025-01-01' as Dato, tom: null }],
  justeringer: [],
  besok: [{ ...BESOK, dato: '2025-01-20' as Dato }, { ...BESOK, oppdrag: 1, dato: '2025-01-21' as Dato }],
  leveranser: [],
  opphold: [],
  regnskap: [],
};

/** Every unit declares January to March, so that this rule stands in nobody’s way. */
async function erklar(ider: Ider, enheter: readonly number[] = ider.enheter): Promise<void> {
  for (const enhet of enheter) await db.query(`insert into uke_erklaring (kommune_id, enhet_id, uke, fom, tom, erklart, erklart_av) values ($1, $2, '2025-W01', '2025-01-01', '2025-03-31', now(), $3)`, [ider.kommune, enhet, ider.controller]);
}

async function ny(k: TestKommune = KOMMUNE): Promise<Ider> {
  nesteKommune += 1;
  const ider = await settInn(db, nesteKommune, k);
  await erklar(ider);
  return ider;
}

async function kjor(ider: Ider, maned: Maned): Promise<number> {
  const svar = await kjorAvregning(controller(ider), maned);
  if (!svar.ok || svar.verdi.status !== 'FERDIG') throw new Error(JSON.stringify(svar));
  return svar.verdi.antallLinjer;
}

async function avregnetOgLukket(k: TestKommune = KOMMUNE): Promise<Ider> {
  const ider = await ny(k);
  await kjor(ider, JAN);
  expect(await lukk(ider, JAN)).toMatchObject({ ok: true, verdi: { nummer: 1, heleManeden: true } });
  return ider;
}

const tall = async (tekst: string, verdier: unknown[]): Promise<number> => Number((await db.query<{ n: string }>(tekst, verdier)).rows[0]?.n ?? 0);
const linjerI = (ider: Ider, bokfort: Maned, enhet: number | undefined) => tall(`select count(*) as n from avregning_linje where kommune_id = $1 and bokfort_maned = $2 and enhet_id = $3`, [ider.kommune, bokfort, enhet]);

/** One line straight into the ledger, as the application's role would post it. */
function linje(ider: Ider, bokfort: Maned, enhet: number): Promise<number> {
  return withKommune(controller(ider), (tx) => tx.klient.query(
    `insert into avregning_linje (kommune_id, avregning_id, ordning_id, enhet_id, komponent, gjelder_maned, bokfort_maned, volum, pris_ore, belop_ore) values ($1, 999999, $2, $3, 'x', $4, $4, 1, 1, 1)`,
    [ider.kommune, ider.ordning, enhet, bokfort],
  ).then((svar) => svar.rowCount ?? 0));
}

async function apne(ider: Ider, maned: Maned, enhetId: number | null): Promise<number> {
  const forslag = await withKommune(controller(ider), (tx) => foreslaGjenapning(tx, { maned, enhetId, grunn: 'glemt besøk', tilOgMed: leggTilDager(iDag(), 3) }));
  if (!forslag.ok) throw new Error(JSON.stringify(forslag.feil));
  expect(await withKommune(radmann(ider), (tx) => godkjennGjenapning(tx, forslag.verdi.id))).toMatchObject({ ok: true });
  return forslag.verdi.id;
}

describe('a closed month', () => {
  test('refuses lines, from the run and from anybody, also of a unit that has none', async () => {
    const ider = await avregnetOgLukket();
    expect((await les(ider, finnManedstatus)).get(JAN)).toBe('LUKKET');
    expect(await kjorAvregning(controller(ider), JAN)).toEqual({ ok: false, feil: { grunn: 'MANED_LUKKET' } });
    for (const enhet of ider.enheter) await expect(linje(ider, JAN, enhet)).rejects.toThrow('måneden er lukket');
    expect(await linje(ider, FEB, ider.enheter[0] ?? 0)).toBe(1);
  });

  test('gets a late visit as a correction in a later month, with the month it belongs to', async () => {
    const ider = await avregnetOgLukket();
    await settInnBesok(db, ider, KOMMUNE, [{ ...BESOK, dato: '2025-01-25' as Dato, minutter: 30 }]);
    await kjor(ider, FEB);
    const { rows } = await db.query(`select gjelder_maned, bokfort_maned, belop_ore::int as ore from avregning_linje where kommune_id = $1 and komponent = 'time' and bokfort_maned = '2025-02'`, [ider.kommune]);
    expect(rows).toEqual([{ gjelder_maned: '2025-01', bokfort_maned: '2025-02', ore: 30_000 }]);
  });

  test('is explained: reported then, known now, posted since, and why, to the øre', async () => {
    const ider = await avregnetOgLukket();
    await settInnBesok(db, ider, KOMMUNE, [{ ...BESOK, dato: '2025-01-25' as Dato, minutter: 30 }]);
    await kjor(ider, FEB);
    await db.query(`update besok set minutter = 45 where kommune_id = $1 and dato = '2025-01-21'`, [ider.kommune]);
    const svar = await hentBro(controller(ider), JAN, { enhetId: ider.enheter[0] ?? 0, ordningId: ider.ordning, komponent: 'time' }, 'nb');
    if (svar === null || svar === 'STOPPET') throw new Error('ingen bro');
    expect(svar.bro.naOre - svar.bro.meldtOre).toBe(30_000 - 15_000);
    expect(svar.bro.bokfortOre).toBe(30_000);
    expect(svar.bro.grunner).toEqual([{ grunn: 'SENT_BESOK', ore: 30_000, antall: 1 }, { grunn: 'RETTET_BESOK', ore: -15_000, antall: 1 }]);
    expect(svar.vedtak).toMatchObject([{ nummer: 'V0', vedtakId: ider.vedtak[0], meldtOre: 60_000, naOre: 90_000 }]);
  });

  test('keeps its basis: the stored case is recomputed to the ledger of then, whatever has changed since', async () => {
    await fc.assert(
      fc.asyncProperty(tilfeldigKommune.chain((k) => fc.tuple(fc.constant(k), fc.array(tilfeldigBesok(k.oppdrag.length), { maxLength: 4 }))), async ([k, sene]) => {
        const ider = await avregnetOgLukket(k);
        const { rows } = await db.query<{ n: string; enhet: string; komponent: string; vedtak: string | null; ore: string }>(
          `select e.kode as enhet, l.komponent, v.nummer as vedtak, sum(l.belop_ore) as ore from avregning_linje l join enhet e on e.id = l.enhet_id left join vedtak v on v.id = l.vedtak_id
           where l.kommune_id = $1 and l.gjelder_maned = '2025-01' group by 1, 2, 3 having sum(l.belop_ore) <> 0`, [ider.kommune]);
        await settInnBesok(db, ider, k, sene);
        await db.query(`update besok set kvittert = not kvittert where kommune_id = $1 and minutter > 100`, [ider.kommune]);
        const sak = await les(ider, (tx) => hentGrunnlagForLukking(tx, JAN, 1, 'o'));
        if (!sak) throw new Error('ingen sak');
        expect(createHash('sha256').update(sak.tekst).digest('hex')).toBe(sak.sha256);
        const ut = kontroller('avregning', sak.tekst);
        if (!ut.ok) throw new Error(JSON.stringify(ut.feil));
        const linjer = (ut.verdi as { linjer: { enhet: string; komponent: string; vedtak: string | null; belopOre: number }[] }).linjer.filter((l) => l.belopOre !== 0);
        const nokkel = (enhet: string, komponent: string, vedtak: string | null, ore: number) => `${enhet} ${komponent.replace(/\/U\d\/\d{4}$/, '')} ${vedtak} ${ore}`;
        expect(linjer.map((l) => nokkel(l.enhet, l.komponent, l.vedtak, l.belopOre)).toSorted()).toEqual(rows.map((r) => nokkel(r.enhet, r.komponent, r.vedtak, Number(r.ore))).toSorted());
        const bro = await hentBro(controller(ider), JAN, null, 'nb');
        if (bro === null || bro === 'STOPPET') throw new Error('ingen bro');
        const sum = (grunner: readonly { ore: number }[]) => grunner.reduce((s, g) => s + g.ore, 0);
        for (const rad of [bro.bro, ...bro.bro.enheter, ...bro.bro.enheter.flatMap((e) => e.ledd)]) expect(rad.meldtOre + sum(rad.grunner)).toBe(rad.naOre);
      }),
      { numRuns: 12 },
    );
  }, 180_000);

  test('its basis is read by money’s own roles of the kommune, and by nobody else', async () => {
    const ider = await avregnetOgLukket();
    const annen = await ny();
    const ser = (hvem: Utforende) => lesKommune(hvem, async (tx) => (await finnGrunnlag(tx, (await finnLukkinger(tx, JAN)).map((l) => l.id))).length);
    expect(await ser(controller(ider))).toBe(1);
    expect(await ser(som(ider, 'revisor', ider.godkjenner))).toBe(1);
    const andre = ['radmann', 'bestillerleder', 'saksbehandler', 'utforerleder', 'politiker', 'systemansvarlig'] as const;
    expect(await Promise.all(andre.map((rolle) => ser(som(ider, rolle, ider.godkjenner))))).toEqual(andre.map(() => 0));
    expect(await lesKommune(controller(annen), (tx) => finnLukkinger(tx, JAN))).toEqual([]);
  });

  test('cannot be changed: not its basis, not its closing, and not back to open', async () => {
    const ider = await avregnetOgLukket();
    const forsok = (tekst: string) => withKommune(controller(ider), (tx) => tx.klient.query(tekst, [ider.kommune]));
    await expect(forsok(`update lukking set belop_ore = 0 where kommune_id = $1`)).rejects.toThrow(/permission denied/);
    await expect(forsok(`delete from lukking_grunnlag where kommune_id = $1`)).rejects.toThrow(/permission denied/);
    await expect(forsok(`update maned_status set status = 'AVREGNET' where kommune_id = $1`)).rejects.toThrow('måneden er lukket');
    await expect(forsok(`update maned_status set gjenapnet_til = now() + interval '1 day' where kommune_id = $1`)).rejects.toThrow('ikke godkjent');
    await expect(forsok(`update lukket_enhet set gjenapnet_til = now() + interval '1 day' where kommune_id = $1`)).rejects.toThrow('ikke godkjent');
    await expect(db.query(`update lukking_grunnlag set sha256 = 'x' where kommune_id = $1`, [ider.kommune])).rejects.toThrow('kan ikke endres');
  });
});

describe('closing', () => {
  test('is refused for a month that is not settled, and for one that is closed', async () => {
    const ider = await ny();
    expect(await lukk(ider, JAN)).toEqual({ ok: false, feil: [{ grunn: 'IKKE_AVREGNET' }] });
    await kjor(ider, JAN);
    await lukk(ider, JAN);
    expect(await lukk(ider, JAN)).toEqual({ ok: false, feil: [{ grunn: 'ALLEREDE_LUKKET' }] });
  });

  test('two at once: the month is closed once', async () => {
    const ider = await ny();
    await kjor(ider, JAN);
    const svar = await Promise.all([1, 2, 3].map(() => lukk(ider, JAN)));
    expect(svar.filter((s) => s.ok)).toHaveLength(1);
    expect(await les(ider, (tx) => finnLukkinger(tx, JAN))).toHaveLength(1);
  });

  test('one unit at a time: the open ones are run on, and the closed one’s corrections wait for a later month', async () => {
    const ider = await ny();
    const [en = 0, to = 0] = ider.enheter;
    await kjor(ider, JAN);
    expect(await lukk(ider, JAN, [en])).toMatchObject({ ok: true, verdi: { heleManeden: false } });
    expect([...(await les(ider, (tx) => finnLukkedeEnheter(tx, JAN)))]).toEqual([en]);
    await settInnBesok(db, ider, KOMMUNE, [{ ...BESOK, dato: '2025-01-25' as Dato }, { ...BESOK, oppdrag: 1, dato: '2025-01-25' as Dato }]);
    const for_ = [await linjerI(ider, JAN, en), await linjerI(ider, JAN, to)];
    await kjor(ider, JAN);
    expect([await linjerI(ider, JAN, en), await linjerI(ider, JAN, to)]).toEqual([for_[0], (for_[1] ?? 0) + 1]);
    expect(await lukk(ider, JAN, [to])).toMatchObject({ ok: true, verdi: { nummer: 2, heleManeden: true } });
    await kjor(ider, FEB);
    expect(await tall(`select count(*) as n from avregning_linje where kommune_id = $1 and bokfort_maned = '2025-02' and gjelder_maned = '2025-01' and enhet_id = $2`, [ider.kommune, en])).toBe(1);
  });

  test('is refused while what is registered would post something else than the ledger holds', async () => {
    const ider = await ny();
    await kjor(ider, JAN);
    await settInnBesok(db, ider, KOMMUNE, [{ ...BESOK, dato: '2025-01-25' as Dato }]);
    expect(await lukk(ider, JAN)).toEqual({ ok: false, feil: [{ grunn: 'HINDRING', verdier: { regler: 'KJORING_GAMMEL' } }] });
    expect(await lukk(ider, JAN, [ider.enheter[1] ?? 0])).toMatchObject({ ok: true });
  });

  test('is stopped by a missing price whatever the setting says', async () => {
    const ider = await ny({ ...KOMMUNE, priser: KOMMUNE.priser.slice(0, 1), besok: KOMMUNE.besok.slice(0, 1) });
    await kjor(ider, JAN);
    await settInnBesok(db, ider, KOMMUNE, [{ ...BESOK, oppdrag: 1, dato: '2025-01-21' as Dato }]);
    await withKommune(controller(ider), (tx) => settLukkevalg(tx, JAN, { PRIS_MANGLER: 'VARSLER', KJORING_GAMMEL: 'VARSLER' }));
    expect(await lukk(ider, JAN)).toMatchObject({ ok: false, feil: [{ verdier: { regler: 'PRIS_MANGLER' } }] });
    const stand = await les(ider, (tx) => hindringer(tx, JAN));
    expect(stand.find((r) => r.regel === 'PRIS_MANGLER')).toMatchObject({ alvor: 'stopp', antall: 1, ore: null, funn: [{ enhetId: null, ordning: 'Ordningen' }] });
  });

  test('a rule stops or warns as the municipality has set it, from a month on', async () => {
    const ider = await ny();
    await db.query(`delete from uke_erklaring where kommune_id = $1 and enhet_id = $2`, [ider.kommune, ider.enheter[0]]);
    await kjor(ider, JAN);
    expect(await lukk(ider, JAN)).toMatchObject({ ok: false, feil: [{ verdier: { regler: 'IKKE_ERKLART' } }] });
    await withKommune(controller(ider), (tx) => settLukkevalg(tx, FEB, { IKKE_ERKLART: 'VARSLER' }));
    expect(await les(ider, (tx) => hentLukkevalg(tx, JAN))).toMatchObject({ IKKE_ERKLART: 'STOPPER' });
    await withKommune(controller(ider), (tx) => settLukkevalg(tx, JAN, { IKKE_ERKLART: 'VARSLER' }));
    expect(await lukk(ider, JAN)).toMatchObject({ ok: true });
    expect(await les(ider, (tx) => finnLukkinger(tx, JAN))).toMatchObject([{ varsler: [{ regel: 'IKKE_ERKLART', antall: 1 }] }]);
  });
});

describe('the board', () => {
  const stand = async (ider: Ider, regel: string) => (await les(ider, (tx) => hindringer(tx, JAN))).find((r) => r.regel === regel);

  test('says what unapproved visits would come to, caps and all', async () => {
    const ider = await ny({ ...KOMMUNE, komponenter: [{ kode: 'time', volumkilde: 'UTFORT_TID_MAKS_VEDTATT', regler: {}, tjenester: [] }], vedtak: KOMMUNE.vedtak.map((v) => ({ ...v, omfang: { type: 'TIMER' as const, minutter: 70, besok: 1, perUker: 4 } })) });
    await kjor(ider, JAN);
    await settInnBesok(db, ider, KOMMUNE, [{ ...BESOK, dato: '2025-01-22' as Dato, kvittert: false }, { ...BESOK, oppdrag: 1, dato: '2025-01-23' as Dato, minutter: 10, kvittert: false }]);
    // 70 minutes in four weeks give 77.5 in January: 17.5 more than performed at the first, all ten at the second.
    expect(await stand(ider, 'IKKE_KVITTERT')).toMatchObject({ alvor: 'varsel', antall: 2, ore: 17_500 + 10_000 });
  });

  test('says what visits outside their oppdrag are worth at the unit’s price', async () => {
    const ider = await ny();
    await kjor(ider, JAN);
    await db.query(`update oppdrag set tom = '2025-01-10' where kommune_id = $1 and id = $2`, [ider.kommune, ider.oppdrag[0]]);
    expect(await stand(ider, 'UTENFOR_PERIODE')).toMatchObject({ alvor: 'varsel', antall: 1, ore: 60_000, funn: [{ enhetId: ider.enheter[0] }] });
    await db.query(`update vedtak_virkning set tom = '2025-01-10' where kommune_id = $1 and vedtak_id = $2`, [ider.kommune, ider.vedtak[0]]);
    expect(await stand(ider, 'UTENFOR_PERIODE')).toMatchObject({ alvor: 'ok', antall: 0 });
    expect(await stand(ider, 'BESOK_UTEN_VEDTAK')).toMatchObject({ antall: 1, ore: 60_000 });
  });

  test('says which vedtak nobody delivers, and which no scheme pays at their unit', async () => {
    const ider = await ny();
    await kjor(ider, JAN);
    await db.query(`update oppdrag set annullert = now() where kommune_id = $1 and id = $2`, [ider.kommune, ider.oppdrag[0]]);
    await db.query(`delete from ordning_dekning where kommune_id = $1 and enhet_id = $2`, [ider.kommune, ider.enheter[1]]);
    expect(await stand(ider, 'VEDTAK_UTEN_OPPDRAG')).toMatchObject({ antall: 1, ore: null });
    expect(await stand(ider, 'VEDTAK_UTEN_ORDNING')).toMatchObject({ antall: 1, funn: [{ enhetId: ider.enheter[1] }] });
  });

  test('says the same to the rådmann, who sees no visit', async () => {
    const ider = await ny();
    await kjor(ider, JAN);
    await settInnBesok(db, ider, KOMMUNE, [{ ...BESOK, dato: '2025-01-22' as Dato, kvittert: false }]);
    const bilde = await hentAvregningsmaned(radmann(ider), JAN, 'nb');
    expect(bilde.brudd.find((b) => b.regel === 'IKKE_KVITTERT')).toMatchObject({ antall: 1, ore: 60_000 });
  });

  test('says what a run would move, and that a manual line waits', async () => {
    const ider = await ny();
    await kjor(ider, JAN);
    await settInnPris(db, ider.kommune, ider.ordning, ider.godkjenner, { komponent: 'annet', gruppe: 'KOMMUNAL', niva: null, fom: JAN, tom: null, ore: 1 });
    expect(await stand(ider, 'KJORING_GAMMEL')).toMatchObject({ alvor: 'ok', antall: 0 });
    await settInnBesok(db, ider, KOMMUNE, [{ ...BESOK, dato: '2025-01-25' as Dato }]);
    expect(await stand(ider, 'KJORING_GAMMEL')).toMatchObject({ alvor: 'stopp', antall: 1, ore: 60_000 });
    await db.query(`insert into manuell_linje (kommune_id, ordning_id, enhet_id, gjelder_maned, belop_ore, grunn, foreslatt_av, foreslatt) values ($1, $2, $3, '2025-01', -5000, 'g', $4, now())`, [ider.kommune, ider.ordning, ider.enheter[0], ider.controller]);
    expect(await stand(ider, 'MANUELL_VENTER')).toMatchObject({ alvor: 'stopp', antall: 1, ore: 5_000 });
    await db.query(`update manuell_linje set godkjent_av = $2, godkjent = now() where kommune_id = $1`, [ider.kommune, ider.godkjenner]);
    expect(await stand(ider, 'MANUELL_VENTER')).toMatchObject({ alvor: 'ok', antall: 0 });
    // a withdrawal that waits moves the same money back
    await db.query(`update manuell_linje set trekk_foreslatt_av = $2, trekk_foreslatt = now(), trekk_grunn = 'g' where kommune_id = $1`, [ider.kommune, ider.controller]);
    expect(await stand(ider, 'MANUELL_VENTER')).toMatchObject({ alvor: 'stopp', antall: 1, ore: 5_000 });
  });
});

describe('reopening', () => {
  const foresla = (ider: Ider, valg: Partial<{ maned: Maned; enhetId: number | null; tilOgMed: Dato }> = {}) =>
    withKommune(controller(ider), (tx) => foreslaGjenapning(tx, { maned: JAN, enhetId: null, grunn: 'glemt besøk', tilOgMed: leggTilDager(iDag(), 3), ...valg }));

  test('takes two people, and the role that the municipality has named', async () => {
    const ider = await avregnetOgLukket();
    const forslag = await foresla(ider);
    if (!forslag.ok) throw new Error('ikke foreslått');
    const { id } = forslag.verdi;
    expect(await les(ider, ventendeGjenapninger)).toMatchObject([{ slag: 'GJENAPNING', id, foreslattAv: ider.controller, kommando: 'GODKJENN_GJENAPNING' }]);
    expect(await foresla(ider)).toEqual({ ok: false, feil: [{ grunn: 'VENTER_ALLEREDE' }] });
    expect(await withKommune(som(ider, 'controller', ider.godkjenner), (tx) => godkjennGjenapning(tx, id))).toEqual({ ok: false, feil: [{ grunn: 'IKKE_DIN_ROLLE' }] });
    await withKommune(controller(ider), (tx) => settGjenapner(tx, 'controller'));
    expect(await withKommune(controller(ider), (tx) => godkjennGjenapning(tx, id))).toEqual({ ok: false, feil: [{ grunn: 'SAMME_PERSON' }] });
    await expect(db.query(`update gjenapning set godkjent_av = foreslatt_av, godkjent = now() where id = $1`, [id])).rejects.toThrow('gjenapning_to_personer');
    expect(await withKommune(som(ider, 'controller', ider.godkjenner), (tx) => godkjennGjenapning(tx, id))).toMatchObject({ ok: true });
    expect(await withKommune(som(ider, 'controller', ider.godkjenner), (tx) => godkjennGjenapning(tx, id))).toEqual({ ok: false, feil: [{ grunn: 'AVGJORT' }] });
    expect(await les(ider, ventendeGjenapninger)).toEqual([]);
  });

  test('of one unit lets that unit’s lines in and no others', async () => {
    const ider = await avregnetOgLukket();
    const [en = 0, to = 0] = ider.enheter;
    await apne(ider, JAN, en);
    expect((await les(ider, finnManedstatus)).get(JAN)).toBe('AVREGNET');
    expect(await linje(ider, JAN, en)).toBe(1);
    await expect(linje(ider, JAN, to)).rejects.toThrow('måneden er lukket');
  });

  test('lets a run post the late visit in its own month, and the next closing has a basis of its own', async () => {
    const ider = await avregnetOgLukket();
    await apne(ider, JAN, null);
    await settInnBesok(db, ider, KOMMUNE, [{ ...BESOK, dato: '2025-01-25' as Dato }]);
    expect(await kjor(ider, JAN)).toBe(1);
    expect(await lukk(ider, JAN)).toMatchObject({ ok: true, verdi: { nummer: 2, heleManeden: true } });
    const belop = (nummer: number) => les(ider, async (tx) => (JSON.parse((await hentGrunnlagForLukking(tx, JAN, nummer, 'o'))?.tekst ?? '{}') as { besok: unknown[] }).besok.length);
    expect([await belop(1), await belop(2)]).toEqual([2, 3]);
    expect((await les(ider, finnManedstatus)).get(JAN)).toBe('LUKKET');
  });

  test('ends by itself at the moment it was approved for, and gets its basis then', async () => {
    const ider = await avregnetOgLukket();
    const [en = 0] = ider.enheter;
    const id = await apne(ider, JAN, en);
    await settInnBesok(db, ider, KOMMUNE, [{ ...BESOK, dato: '2025-01-25' as Dato }]);
    await kjor(ider, JAN);
    // the clock passes the approved moment
    await db.query('begin');
    await db.query(`set local session_replication_role = replica`);
    await db.query(`update gjenapning set apen_til = now() - interval '1 second', godkjent = now() - interval '1 hour', foreslatt = now() - interval '2 hours' where id = $1`, [id]);
    await db.query(`update lukket_enhet set gjenapnet_til = now() - interval '1 second' where kommune_id = $1 and gjenapnet_til is not null`, [ider.kommune]);
    await db.query(`update maned_status set gjenapnet_til = now() - interval '1 second' where kommune_id = $1 and gjenapnet_til is not null`, [ider.kommune]);
    await db.query('commit');
    expect((await les(ider, finnManedstatus)).get(JAN)).toBe('LUKKET');
    await expect(linje(ider, JAN, en)).rejects.toThrow('måneden er lukket');
    const systemet: Utforende = { kommuneId: ider.kommune, kontoId: null, rolle: 'system', enheter: null };
    expect(await withKommune(systemet, lukkUtgatteGjenapninger)).toBe(1);
    expect(await withKommune(systemet, lukkUtgatteGjenapninger)).toBe(0);
    expect(await les(ider, (tx) => finnLukkinger(tx, JAN))).toMatchObject([{ nummer: 2, av: null, enheter: [en] }, { nummer: 1 }]);
    const bro = await hentBro(controller(ider), JAN, null, 'nb');
    expect(bro).toMatchObject({ bro: { grunner: [], bokfortOre: 0 } });
  });

  test('is refused for an open month, for a day gone by, and turned down by who approves', async () => {
    const ider = await avregnetOgLukket();
    expect(await foresla(ider, { maned: FEB })).toEqual({ ok: false, feil: [{ grunn: 'IKKE_LUKKET' }] });
    expect(await foresla(ider, { tilOgMed: leggTilDager(iDag(), -1) })).toEqual({ ok: false, feil: [{ grunn: 'FOR_SENT' }] });
    expect(await foresla(ider, { tilOgMed: leggTilDager(iDag(), 40) })).toEqual({ ok: false, feil: [{ grunn: 'FOR_LENGE' }] });
    const forslag = await foresla(ider);
    if (!forslag.ok) throw new Error('ikke foreslått');
    expect(await withKommune(radmann(ider), (tx) => avslaGjenapning(tx, forslag.verdi.id))).toMatchObject({ ok: true });
    expect(await withKommune(radmann(ider), (tx) => godkjennGjenapning(tx, forslag.verdi.id))).toEqual({ ok: false, feil: [{ grunn: 'AVGJORT' }] });
    await expect(linje(ider, JAN, ider.enheter[0] ?? 0)).rejects.toThrow('måneden er lukket');
  });

  test('of another kommune’s month is unknown', async () => {
    const ider = await avregnetOgLukket();
    const annen = await ny();
    const forslag = await foresla(ider);
    if (!forslag.ok) throw new Error('ikke foreslått');
    expect(await withKommune(radmann(annen), (tx) => godkjennGjenapning(tx, forslag.verdi.id))).toEqual({ ok: false, feil: [{ grunn: 'AVGJORT' }] });
    expect(await les(annen, ventendeGjenapninger)).toEqual([]);
  });
});
