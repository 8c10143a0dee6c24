import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { attester, godkjennAttester, hentAttest, ventendeAttester } from '#lib/avregning/kalender-attest-service.ts';
import { erklarManed, hentErklaring, meldInnsigelse } from '#lib/avregning/kalender-erklaring-service.ts';
import { hentPaminnelser, holdKalenderen } from '#lib/avregning/kalender-paminnelse-service.ts';
import { avgjorInnsigelse, hentKalender, settKalender } from '#lib/avregning/kalender-service.ts';
import { avsluttStedfortreder, navngiStedfortreder } from '#lib/avregning/kalender-stedfortreder-service.ts';
import { hentManuelle } from '#lib/avregning/manuell-service.ts';
import { utforSteg } from '#lib/avregning/manuell-beslutning-service.ts';
import { kjorAvregning } from '#lib/avregning/avregning-service.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { lukkPool } from '#lib/server/db.ts';
import { lesKommune, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { type Ider, settInn, settInnBesok } from '../../test/avregning/sett-inn.ts';
import type { TestKommune } from '../../test/avregning/tilfeldig-kommune.ts';
import { testDatabase } from '../../test/oppsett/database.ts';

const klokke = vi.hoisted(() => ({ dag: '2025-04-03' }));
vi.mock('#lib/server/clock.ts', () => ({ naa: () => new Date(`${klokke.dag}T10:00:00Z`), iDag: () => klokke.dag }));

let db: pg.Client;
beforeAll(() => (db = new pg.Client({ connectionString: testDatabase().superuserUrl, options: '-c timezone=UTC' })).connect().then(() => undefined));
afterAll(() => db.end().then(lukkPool));

const MARS = '2025-03' as Maned;
const besok = (oppdrag: number, dato: string, minutter: number) => ({ oppdrag, dato: dato as Dato, time: 8, minutt: 0, minutter, planlagt: null, kategori: 'BRUKERRETTET' as const, kvittert: true });
let neste = 800;
let k: TestKommune;
let ider: Ider;
type Folk = { nord: Utforende; sor: Utforende; leder: Utforende; kari: Utforende; roar: Utforende };
let folk: Folk;

async function konto(navn: string, rolle: string, enhet: number | null): Promise<number> {
  const { rows } = await db.query<{ id: number }>(`insert into konto (kommune_id, navn) values ($1, $2) returning id`, [neste, navn]);
  const id = rows[0]?.id ?? 0;
  await db.query(`insert into konto_rolle (kommune_id, konto_id, rolle, enhet_id, fom) values ($1, $2, $3, $4, '2020-01-01')`, [neste, id, rolle, enhet]);
  return id;
}

async function erklarUkene(enhet: number): Promise<void> {
  await db.query(`insert into uke_erklaring (kommune_id, enhet_id, uke, fom, tom, erklart, erklart_av) values ($1, $2, '2025-W09', '2025-02-24', '2025-04-06', now(), 1)`, [neste, enhet]);
}

beforeEach(async () => {
  klokke.dag = '2025-04-03';
  neste += 1;
  const vedtak = { tjeneste: 'HJEMMESYKEPLEIE', omfang: { type: 'TIMER' as const, minutter: 210, besok: 7, perUker: 1 }, fom: '2025-01-01' as Dato, tom: null, pauser: [] };
  k = {
    enheter: [{ gruppe: 'KOMMUNAL', langtid: 0 }, { gruppe: 'KOMMUNAL', langtid: 0 }],
    komponenter: [{ kode: 'time', volumkilde: 'UTFORT_TID', regler: {}, tjenester: [] }],
    priser: [{ komponent: 'time', gruppe: 'KOMMUNAL', niva: null, fom: '2025-01' as Maned, tom: null, ore: 64_300 }],
    vedtak: [vedtak, vedtak],
    oppdrag: [0, 1].map((nr) => ({ vedtak: nr, enhet: nr, fom: '2025-01-01' as Dato, tom: null })),
    justeringer: [],
    besok: [besok(0, '2025-03-20', 60), besok(1, '2025-03-20', 120)],
    leveranser: [],
    opphold: [],
    regnskap: [],
  };
  ider = await settInn(db, neste, k);
  const hvem = (kontoId: number, rolle: Utforende['rolle'], enheter: number[] | null = null): Utforende => ({ kommuneId: neste, kontoId, rolle, enheter });
  const [nord = 0, sor = 0] = ider.enheter;
  folk = {
    nord: hvem(await konto('Nina Nord', 'utforerleder', nord), 'utforerleder', [nord]),
    sor: hvem(await konto('Siv Sør', 'utforerleder', sor), 'utforerleder', [sor]),
    leder: hvem(await konto('Bo Bestiller', 'bestillerleder', null), 'bestillerleder'),
    kari: hvem(ider.controller, 'controller'),
    roar: hvem(ider.godkjenner, 'controller'),
  };
  await db.query(`insert into konto_rolle (kommune_id, konto_id, rolle, fom) values ($1, $2, 'controller', '2020-01-01')`, [neste, ider.controller]);
});

const nord = (): number => ider.enheter[0] ?? 0;
const sor = (): number => ider.enheter[1] ?? 0;
async function vist(hvem: Utforende, enhet: number): Promise<number> {
  const b = await hentErklaring(hvem, MARS, enhet);
  if (!b || b.enhet === null) throw new Error('ikke funnet');
  return b.egenOre + b.rettelserOre;
}
const erklar = async (hvem: Utforende, enhetId: number, vistOre?: number) => {
  const belop = vistOre ?? (await vist(hvem, enhetId).catch(() => 0));
  return withKommune(hvem, (tx) => erklarManed(tx, { maned: MARS, enhetId, vistOre: belop, merknad: null }));
};
const attestBelop = async (hvem: Utforende, enhet: number): Promise<string> => `${enhet}:${(await hentAttest(hvem, MARS)).rader.find((r) => r.enhetId === enhet)?.naaOre}`;

describe('the unit declares its month', () => {
  test('when each day is covered, at the very revenue that was shown', async () => {
    expect(await erklar(folk.nord, nord())).toMatchObject({ ok: false, feil: [{ grunn: 'IKKE_ERKLART_DAGER', verdier: { dager: 0, av: 31 } }] });
    await erklarUkene(nord());
    expect(await erklar(folk.nord, nord(), 1)).toMatchObject({ ok: false, feil: [{ grunn: 'ENDRET' }] });
    expect(await erklar(folk.nord, nord())).toEqual({ ok: true, verdi: null });
    const { rows } = await db.query(`select belop_ore::int as ore, erklart_av from maned_erklaring where kommune_id = $1`, [neste]);
    expect(rows).toEqual([{ ore: await vist(folk.nord, nord()), erklart_av: folk.nord.kontoId }]);
    klokke.dag = '2025-05-20';
    const { rader, iKraft } = await lesKommune(folk.kari, (tx) => hentKalender(tx, MARS));
    expect([iKraft, ...rader.map((r) => r.steg[0]?.status).toSorted()]).toEqual([false, 'GJORT', 'VENTER']);
  });

  test('a second declaration replaces the first, and the database keeps one that holds', async () => {
    await erklarUkene(nord());
    await erklar(folk.nord, nord());
    await settInnBesok(db, ider, k, [besok(0, '2025-03-21', 60)]);
    expect(await erklar(folk.nord, nord())).toMatchObject({ ok: true });
    await expect(db.query(`update maned_erklaring set erstattet = null where kommune_id = $1`, [neste])).rejects.toThrow('erklaring_en_gjeldende');
  });

  test('not for another unit, nor by another role, nor of a month that is not over', async () => {
    await erklarUkene(nord());
    expect(await erklar(folk.sor, nord(), 0)).toEqual({ ok: false, feil: [{ grunn: 'IKKE_STEDFORTREDER' }] });
    expect(await erklar({ ...folk.nord, rolle: 'utforeransatt' }, nord(), 0)).toEqual({ ok: false, feil: [{ grunn: 'IKKE_STEDFORTREDER' }] });
    expect(await hentErklaring(folk.sor, MARS, nord())).toBeNull();
    klokke.dag = '2025-03-31';
    expect(await erklar(folk.nord, nord(), 0)).toMatchObject({ ok: false, feil: [{ grunn: 'IKKE_OVER' }] });
  });

  test('objects until the deadline’s day, where a calendar is in force, and another answers', async () => {
    await withKommune(folk.kari, (tx) => settKalender(tx, { fra: MARS, ERKLAR: 3, INNSIGELSE: 5, ATTESTER: 7, BOKFOR: 8, LUKK: 10 }));
    const innsi = () => withKommune(folk.nord, (tx) => meldInnsigelse(tx, { maned: MARS, enhetId: nord(), belop: 5_000, tekst: 'Et besøk mangler' }));
    // five working days after March 2025
    klokke.dag = '2025-04-07';
    const svar = await innsi();
    if (!svar.ok) throw new Error(JSON.stringify(svar.feil));
    klokke.dag = '2025-04-08';
    expect(await innsi()).toMatchObject({ ok: false, feil: [{ grunn: 'INNSIGELSESFRIST', verdier: { frist: '07.04.2025' } }] });
    const avgjor = (hvem: Utforende) => withKommune(hvem, (tx) => avgjorInnsigelse(tx, { id: svar.verdi.id, utfall: 'AVVIST', svar: 'Besøket er ført på Sør' }));
    expect(await avgjor({ ...folk.kari, kontoId: folk.nord.kontoId })).toEqual({ ok: false, feil: [{ grunn: 'ALLEREDE_SVART' }] });
    expect(await avgjor(folk.kari)).toEqual({ ok: true, verdi: null });
    expect(await avgjor(folk.roar)).toEqual({ ok: false, feil: [{ grunn: 'ALLEREDE_SVART' }] });
    await expect(db.query(`update innsigelse set avgjort_av = meldt_av where id = $1`, [svar.verdi.id])).rejects.toThrow('innsigelse_to_personer');
  });
});

describe('a deputy', () => {
  const navngi = (fom: string, tom: string) =>
    withKommune(folk.nord, (tx) => navngiStedfortreder(tx, { kommando: 'ERKLAR_MANED', enhet: nord(), konto: folk.sor.kontoId ?? 0, periode: { fom: fom as Dato, tom: tom as Dato } }));

  test('gets exactly that command, at that unit, for that time', async () => {
    await erklarUkene(nord());
    // The policy of the database goes by its own clock: the period covers both.
    const svar = await navngi('2025-04-01', '2025-12-31');
    if (!svar.ok) throw new Error(JSON.stringify(svar.feil));
    await db.query(`update stedfortreder set tom = '2099-01-01' where id = $1`, [svar.verdi.id]);
    expect(await withKommune(folk.sor, (tx) => attester(tx, { maned: MARS, enheter: [`${nord()}:0`] }))).toEqual({ ok: false, feil: [{ grunn: 'IKKE_STEDFORTREDER' }] });
    expect(await lesKommune(folk.sor, (tx) => tx.alle({ deler: [`select 1 from besok where enhet_id = ${nord()}`], verdier: [] }))).toEqual([]);
    expect(await erklar(folk.sor, nord())).toEqual({ ok: true, verdi: null });
    const { rows } = await db.query(`select erklart_av, stedfortreder_id from maned_erklaring where kommune_id = $1`, [neste]);
    expect(rows).toEqual([{ erklart_av: folk.sor.kontoId, stedfortreder_id: svar.verdi.id }]);
    expect(await withKommune(folk.sor, (tx) => avsluttStedfortreder(tx, { id: svar.verdi.id }))).toEqual({ ok: false, feil: [{ grunn: 'FINNES_IKKE' }] });
    expect(await withKommune(folk.nord, (tx) => avsluttStedfortreder(tx, { id: svar.verdi.id }))).toEqual({ ok: true, verdi: null });
    expect(await erklar(folk.sor, nord(), 0)).toEqual({ ok: false, feil: [{ grunn: 'IKKE_STEDFORTREDER' }] });
  });

  test('before and after the period has no right, and a leader names none for another’s unit', async () => {
    await erklarUkene(nord());
    await navngi('2025-04-01', '2025-04-05');
    klokke.dag = '2025-04-06';
    expect(await erklar(folk.sor, nord(), 0)).toEqual({ ok: false, feil: [{ grunn: 'IKKE_STEDFORTREDER' }] });
    expect(await withKommune(folk.nord, (tx) => navngiStedfortreder(tx, { kommando: 'ERKLAR_MANED', enhet: sor(), konto: folk.sor.kontoId ?? 0, periode: { fom: '2025-04-06' as Dato, tom: '2025-04-07' as Dato } }))).toMatchObject({ ok: false, feil: [{ grunn: 'IKKE_DIN_ENHET' }] });
    expect(await withKommune(folk.nord, (tx) => navngiStedfortreder(tx, { kommando: 'ATTESTER_MANED', enhet: null, konto: folk.sor.kontoId ?? 0, periode: { fom: '2025-04-06' as Dato, tom: '2025-04-07' as Dato } }))).toMatchObject({ ok: false, feil: [{ grunn: 'IKKE_DIN_ENHET' }] });
  });
});

describe('the purchaser attests, and another posts', () => {
  beforeEach(async () => {
    await erklarUkene(nord());
    await erklar(folk.nord, nord());
  });

  test('at what was shown; a figure that has changed is refused with both', async () => {
    const belop = await attestBelop(folk.leder, nord());
    await settInnBesok(db, ider, k, [besok(0, '2025-03-21', 60)]);
    const svar = await withKommune(folk.leder, (tx) => attester(tx, { maned: MARS, enheter: [belop] }));
    expect(svar).toMatchObject({ ok: false, feil: [{ grunn: 'ENDRET', verdier: { enhet: 'U0', vist: expect.stringContaining('kr'), naa: expect.stringContaining('kr') } }] });
    expect(await withKommune(folk.leder, async (tx) => attester(tx, { maned: MARS, enheter: [await attestBelop(folk.leder, nord())] }))).toEqual({ ok: true, verdi: { antall: 1 } });
  });

  test('in bulk: one that is missing stops itself, not the others', async () => {
    const begge = [await attestBelop(folk.leder, nord()), await attestBelop(folk.leder, sor())];
    expect(await withKommune(folk.leder, (tx) => attester(tx, { maned: MARS, enheter: begge }))).toMatchObject({ ok: false, feil: [{ grunn: 'IKKE_ERKLART', verdier: { enhet: 'U1' } }] });
    expect(await withKommune(folk.leder, (tx) => attester(tx, { maned: MARS, enheter: begge.slice(0, 1) }))).toMatchObject({ ok: true });
  });

  test('only the purchaser’s leader attests; the attester never approves, in the database either; another does, and the run is ordered', async () => {
    const enheter = [await attestBelop(folk.leder, nord())];
    expect(await withKommune(folk.kari, (tx) => attester(tx, { maned: MARS, enheter }))).toEqual({ ok: false, feil: [{ grunn: 'IKKE_STEDFORTREDER' }] });
    await withKommune(folk.leder, (tx) => attester(tx, { maned: MARS, enheter }));
    expect(await lesKommune(folk.kari, ventendeAttester)).toMatchObject([{ slag: 'ATTEST', foreslattAv: folk.leder.kontoId, href: '/avregning/2025-03/attest' }]);
    expect(await withKommune({ ...folk.kari, kontoId: folk.leder.kontoId }, (tx) => godkjennAttester(tx, { maned: MARS }))).toEqual({ ok: false, feil: [{ grunn: 'EGEN_ATTEST' }] });
    await expect(db.query(`update maned_attest set godkjent = now(), godkjent_av = attestert_av where kommune_id = $1`, [neste])).rejects.toThrow('attest_to_personer');
    expect(await withKommune(folk.kari, (tx) => godkjennAttester(tx, { maned: MARS }))).toMatchObject({ ok: true, verdi: { antall: 1 } });
    expect(await withKommune(folk.roar, (tx) => godkjennAttester(tx, { maned: MARS }))).toEqual({ ok: false, feil: [{ grunn: 'INGEN_ATTESTER' }] });
    const { rows } = await db.query(`select count(*)::int as antall from jobb where kommune_id = $1 and type = 'AVREGNING'`, [neste]);
    expect(rows).toEqual([{ antall: 1 }]);
  });

  test('what changes after the attestation is not posted as attested', async () => {
    await withKommune(folk.leder, async (tx) => attester(tx, { maned: MARS, enheter: [await attestBelop(folk.leder, nord())] }));
    await settInnBesok(db, ider, k, [besok(0, '2025-03-22', 30)]);
    expect(await withKommune(folk.kari, (tx) => godkjennAttester(tx, { maned: MARS }))).toMatchObject({ ok: false, feil: [{ grunn: 'ENDRET' }] });
    expect((await hentAttest(folk.leder, MARS)).rader.find((r) => r.enhetId === nord())).toMatchObject({ endretSidenAttest: true });
  });
});

describe('the calendar’s daily job', () => {
  const hold = () => withKommune({ kommuneId: neste, kontoId: null, rolle: 'system', enheter: null }, holdKalenderen);
  const iKraft = () => withKommune(folk.kari, (tx) => settKalender(tx, { fra: MARS, ERKLAR: 3, INNSIGELSE: 5, ATTESTER: 7, BOKFOR: 8, LUKK: 10 }));

  test('does nothing until the municipality has put a calendar in force', async () => {
    klokke.dag = '2025-04-10';
    expect(await hold()).toEqual({ paminnelser: 0, stipulert: 0 });
  });

  test('reminds those who are to act, once, until it is done', async () => {
    await iKraft();
    klokke.dag = '2025-04-01';
    expect((await hold()).paminnelser).toBe(2);
    expect((await hold()).paminnelser).toBe(0);
    expect(await lesKommune(folk.nord, hentPaminnelser)).toMatchObject([{ slag: 'ERKLAR', enhet: 'U0', maned: MARS, frist: '2025-04-03' }]);
    await erklarUkene(nord());
    klokke.dag = '2025-04-03';
    await erklar(folk.nord, nord());
    expect(await lesKommune(folk.nord, hentPaminnelser)).toEqual([]);
    klokke.dag = '2025-04-09';
    await hold();
    expect(await lesKommune(folk.leder, hentPaminnelser)).toMatchObject([{ slag: 'ATTESTER', frist: '2025-04-09' }]);
  });

  test('stipulates a unit that is missing the day after its deadline where its scheme lets it; it is withdrawn by two when it declares after all', async () => {
    await iKraft();
    await erklarUkene(nord());
    await erklar(folk.nord, nord());
    expect((await hold()).stipulert).toBe(0);
    klokke.dag = '2025-04-04';
    await db.query(`update ordning set regler = regler - 'stipulering' where kommune_id = $1`, [neste]);
    expect((await hold()).stipulert).toBe(0);
    await db.query(`update ordning set regler = regler || '{"stipulering": true}' where kommune_id = $1`, [neste]);
    expect((await hold()).stipulert).toBe(1);
    expect((await hold()).stipulert).toBe(0);
    const [forslag] = (await lesKommune(folk.kari, (tx) => hentManuelle(tx, MARS, 'nb'))).filter((b) => b.slag === 'STIPULERT');
    expect(forslag).toMatchObject({ enhet: 'U1', tilstand: 'FORESLATT', grunnlag: 'VEDTATT', volum: '15.5000' });
    await withKommune(folk.kari, (tx) => utforSteg(tx, { slag: 'STIPULERT', id: forslag?.id ?? 0, steg: 'GODKJENN' }));
    expect((await lesKommune(folk.kari, (tx) => hentKalender(tx, MARS))).rader.find((r) => r.enhetId === sor())?.steg[0]).toMatchObject({ status: 'STIPULERT' });
    expect(await withKommune(folk.leder, async (tx) => attester(tx, { maned: MARS, enheter: [await attestBelop(folk.leder, sor()), await attestBelop(folk.leder, nord())] }))).toMatchObject({ ok: true, verdi: { antall: 2 } });
    const kjort = await kjorAvregning({ ...folk.kari, kontoId: null, rolle: 'system' }, MARS);
    expect(kjort).toMatchObject({ ok: true, verdi: { status: 'FERDIG' } });
    const { rows } = await db.query<{ ore: number }>(`select sum(belop_ore)::int as ore from avregning_linje where kommune_id = $1 and enhet_id = $2 and gjelder_maned = $3 and komponent <> 'ramme'`, [neste, sor(), MARS]);
    expect(rows).toEqual([{ ore: 15.5 * 64_300 }]);
  });
});
