import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bestillAvregning, kjorAvregning, utforAvregning } from '#lib/avregning/avregning-service.ts';
import { hindringer } from '#lib/avregning/lukking-regler-service.ts';
import { hentKontrollgrunnlag } from '#lib/avregning/kontrollgrunnlag-service.ts';
import { hentManeden } from '#lib/avregning/maneden-service.ts';
import { hentSpor } from '#lib/avregning/spor-service.ts';
import { beregnAvregning } from '#lib/avregning/domain/beregn-avregning.ts';
import type { AvregningInn, Linje } from '#lib/avregning/domain/avregning-inn.ts';
import { brokFraDesimal, tilDesimal } from '#lib/core/brok.ts';
import type { Dato } from '#lib/core/dato.ts';
import { type Maned, manederFraTil } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { kontroller } from '#lib/kontroll/kontroll.ts';
import { lukkPool } from '#lib/server/db.ts';
import { lesStabilt, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../oppsett/database.ts';
import { type Ider, settInn, settInnBesok, settInnPris, somSak } from './sett-inn.ts';
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
const system = (kommune: number): Utforende => ({ kommuneId: kommune, kontoId: null, rolle: 'system', enheter: null });
let nesteKommune = 100;

type Rad = { ordning: string; enhet: string; komponent: string; vedtak: string | null; gjelder: Maned; bokfort: Maned; volum: string; pris: string; belop: string };
async function hovedbok(kommune: number): Promise<Linje[]> {
  const { rows } = await db.query<Rad>(
    `select ordning_id::text as ordning, enhet_id::text as enhet, komponent, vedtak_id::text as vedtak, gjelder_maned as gjelder, bokfort_maned as bokfort, volum::text, pris_ore::text as pris, belop_ore::text as belop
     from avregning_linje where kommune_id = $1 order by id`,
    [kommune],
  );
  return rows.map((r) => ({ ordning: r.ordning, enhet: r.enhet, komponent: r.komponent, vedtak: r.vedtak, gjelderManed: r.gjelder, bokfortManed: r.bokfort, volum: brokFraDesimal(r.volum), prisOre: ore(Number(r.pris)), belopOre: ore(Number(r.belop)) }));
}

const somTekst = (l: Linje): string => [l.ordning, l.enhet, l.komponent, l.vedtak, l.gjelderManed, l.bokfortManed, tilDesimal(l.volum), l.prisOre, l.belopOre].join(' ');

function kjernen(sak: AvregningInn): Linje[] {
  const svar = beregnAvregning(sak);
  if (!svar.ok) throw new Error(JSON.stringify(svar.feil));
  return [...svar.verdi.linjer];
}

async function ferdig(kommune: number, maned: Maned) {
  const svar = await kjorAvregning(system(kommune), maned);
  if (!svar.ok || svar.verdi.status !== 'FERDIG') throw new Error(JSON.stringify(svar));
  return svar.verdi;
}

/** Runs the month in the database and in the pure core on the same facts, and compares what each posts. */
async function likKjernen(k: TestKommune, ider: Ider, maned: Maned): Promise<void> {
  const for_ = await hovedbok(ider.kommune);
  const sak = somSak(k, ider, maned, manederFraTil(m('2025-01'), maned), for_);
  await ferdig(ider.kommune, maned);
  const nye = (await hovedbok(ider.kommune)).slice(for_.length);
  expect(nye.map(somTekst).toSorted()).toEqual(kjernen(sak).map(somTekst).toSorted());
}

/** What is late or changed after the first run: in the plain facts and in the database alike. */
async function endre(k: TestKommune, ider: Ider, sene: TestKommune['besok'], pause: { fom: Dato; tom: Dato }): Promise<TestKommune> {
  await settInnBesok(db, ider, k, sene);
  await db.query(`insert into pause (kommune_id, vedtak_id, fom, tom, arsak, registrert) values ($1, $2, $3, $4, 'SYKEHUS', now())`, [ider.kommune, ider.vedtak[0], pause.fom, pause.tom]);
  const [forste, ...andre] = k.priser;
  if (!forste) throw new Error('ingen pris');
  await db.query(`update pris set erstattet_av = id where kommune_id = $1 and komponent = $2 and gruppe = $3 and niva is not distinct from $4 and fom_maned = $5`, [ider.kommune, forste.komponent, forste.gruppe, forste.niva, forste.fom]);
  const revidert = { ...forste, ore: forste.ore + 1234 };
  await settInnPris(db, ider.kommune, ider.ordning, ider.godkjenner, revidert);
  return { ...k, besok: [...k.besok, ...sene], priser: [revidert, ...andre], vedtak: k.vedtak.map((v, nr) => (nr === 0 ? { ...v, pauser: [...v.pauser, pause] } : v)) };
}

async function enVanligKommune(): Promise<{ k: TestKommune; ider: Ider }> {
  const k: TestKommune = {
    enheter: [{ gruppe: 'KOMMUNAL', langtid: 0 }, { gruppe: 'PRIVAT', langtid: 0 }],
    komponenter: [{ kode: 'time', volumkilde: 'UTFORT_TID_MAKS_VEDTATT', regler: {}, tjenester: [] }],
    priser: ['KOMMUNAL', 'PRIVAT'].map((gruppe) => ({ komponent: 'time', gruppe, niva: null, fom: m('2025-01'), tom: null, ore: 64_300 })),
    vedtak: [{ tjeneste: 'HJEMMESYKEPLEIE', omfang: { type: 'TIMER', minutter: 210, besok: 7, perUker: 1 }, fom: '2025-01-15' as Dato, tom: null, pauser: [] }],
    oppdrag: [{ vedtak: 0, enhet: 0, fom: '2025-01-15' as Dato, tom: null }],
    justeringer: [],
    besok: [{ oppdrag: 0, dato: '2025-01-20' as Dato, time: 8, minutt: 0, minutter: 60, planlagt: null, kategori: 'BRUKERRETTET', kvittert: true }],
    leveranser: [],
    opphold: [],
    regnskap: [],
  };
  nesteKommune += 1;
  return { k, ider: await settInn(db, nesteKommune, k) };
}

/** A second scheme at the first unit: one granted day of a service of its own is 1 000 øre, all of January. */
async function enOrdningTil(ider: Ider): Promise<{ ordning: number; oppdrag: number }> {
  const en = async (tekst: string, verdier: unknown[]) => (await db.query<{ id: number }>(`${tekst} returning id`, verdier)).rows[0]?.id ?? 0;
  const ordning = await en(`insert into ordning (kommune_id, kode, navn, fom_maned) values ($1, 'to', 'Den andre', '2025-01')`, [ider.kommune]);
  await db.query(`insert into ordning_dekning (kommune_id, ordning_id, enhet_id, tjeneste, fom_maned) values ($1, $2, $3, 'MATLEVERING', '2025-01')`, [ider.kommune, ordning, ider.enheter[0]]);
  await db.query(`insert into ordning_komponent (kommune_id, ordning_id, kode, navn_nb, navn_nn, volumkilde, tjenester, regler, fom_maned) values ($1, $2, 'dag', 'D', 'D', 'VEDTATT_ANTALL', '{}', '{}', '2025-01')`, [ider.kommune, ordning]);
  await settInnPris(db, ider.kommune, ordning, ider.godkjenner, { komponent: 'dag', gruppe: 'KOMMUNAL', niva: null, fom: m('2025-01'), tom: null, ore: 1000 });
  const mottaker = await en(`insert into mottaker (kommune_id, pseudonym, fodselsar) values ($1, 'MX', 1940)`, [ider.kommune]);
  const vedtak = await en(
    `insert into vedtak (kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, antall, per_uker, begrunnelse, hjemmel, fattet, fattet_dato) values ($1, 'VX', $2, 'MATLEVERING', 'INNVILGET', 'ANTALL', 7, 1, 'b', 'h', now(), '2024-12-01')`,
    [ider.kommune, mottaker],
  );
  await db.query(`insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert) values ($1, $2, $3, 'MATLEVERING', 'x', '2025-01-01', null, 'FATTET', now())`, [ider.kommune, vedtak, mottaker]);
  const oppdrag = await en(`insert into oppdrag (kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt) values ($1, $2, $3, $4, '2025-01-01', null, '{}', now())`, [ider.kommune, vedtak, mottaker, ider.enheter[0]]);
  return { ordning, oppdrag };
}

describe('the settlement in the database', () => {
  test('counts in SQL and posts as the pure core does, also after late changes, and a repeated run posts nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        tilfeldigKommune.chain((k) => fc.tuple(fc.constant(k), fc.array(tilfeldigBesok(k.oppdrag.length), { maxLength: 6 }))),
        async ([k, sene]) => {
          nesteKommune += 1;
          const ider = await settInn(db, nesteKommune, k);
          await likKjernen(k, ider, m('2025-01'));
          await likKjernen(k, ider, m('2025-03'));
          expect((await ferdig(ider.kommune, m('2025-03'))).antallLinjer).toBe(0);
          const endret = await endre(k, ider, sene, { fom: '2025-02-10' as Dato, tom: '2025-02-14' as Dato });
          await likKjernen(endret, ider, m('2025-03'));
          await likKjernen(endret, ider, m('2025-04'));
        },
      ),
      { numRuns: 25 },
    );
  }, 180_000);

  test('the units’ revenue and the purchaser’s charge are the same kroner, in lines and in sums', async () => {
    const { ider } = await enVanligKommune();
    const svar = await ferdig(ider.kommune, m('2025-01'));
    const sum = async (tabell: string) => Number((await db.query<{ s: string }>(`select coalesce(sum(belop_ore), 0) as s from ${tabell} where kommune_id = $1`, [ider.kommune])).rows[0]?.s);
    expect(await sum('avregning_linje')).toBe(svar.belastningOre);
    expect(await sum('avregning_sum')).toBe(svar.belastningOre);
  });

  test('a missing price stops the run, says which, and posts nothing', async () => {
    const { ider } = await enVanligKommune();
    await db.query(`delete from pris where kommune_id = $1 and gruppe = 'KOMMUNAL'`, [ider.kommune]);
    const svar = await kjorAvregning(system(ider.kommune), m('2025-01'));
    expect(svar).toMatchObject({ ok: true, verdi: { status: 'STOPPET', feil: [{ grunn: 'PRIS_MANGLER', ordning: 'Ordningen', komponent: 'time', gruppe: 'KOMMUNAL', maned: '2025-01' }] } });
    expect(await hovedbok(ider.kommune)).toEqual([]);
  });

  test('a missing price stops its own scheme alone: the others are posted, it keeps what it had, and nothing of it is lost', async () => {
    const { k, ider } = await enVanligKommune();
    const ekstra = await enOrdningTil(ider);
    await ferdig(ider.kommune, m('2025-01'));
    const for_ = await hovedbok(ider.kommune);
    await db.query(`update pris set tom_maned = '2024-12' where kommune_id = $1 and ordning_id = $2`, [ider.kommune, ekstra.ordning]);
    await settInnBesok(db, ider, k, [{ oppdrag: 0, dato: '2025-01-21' as Dato, time: 9, minutt: 0, minutter: 30, planlagt: null, kategori: 'BRUKERRETTET', kvittert: true }]);
    await db.query(`update oppdrag set tom = '2025-01-20' where kommune_id = $1 and id = $2`, [ider.kommune, ekstra.oppdrag]);
    const delvis = await ferdig(ider.kommune, m('2025-01'));
    expect(delvis.antallLinjer).toBe(1);
    const { rows } = await db.query(`select status, feil from avregning where kommune_id = $1 order by nummer desc limit 1`, [ider.kommune]);
    expect(rows).toMatchObject([{ status: 'FERDIG', feil: [{ grunn: 'PRIS_MANGLER', ordning: 'Den andre', maned: '2025-01' }] }]);
    const etter = await hovedbok(ider.kommune);
    expect(etter.slice(for_.length).map((l) => [l.ordning, l.belopOre])).toEqual([[String(ider.ordning), 32_150]]);
    expect((await lesStabilt(system(ider.kommune), (tx) => hindringer(tx, m('2025-01')))).find((r) => r.regel === 'PRIS_MANGLER')).toMatchObject({ alvor: 'stopp', antall: 1, funn: [{ ordning: 'Den andre' }] });
    // again and again it is the same, until the price is there: then what had changed meanwhile is posted
    expect((await ferdig(ider.kommune, m('2025-01'))).antallLinjer).toBe(0);
    await db.query(`update pris set tom_maned = null where kommune_id = $1 and ordning_id = $2`, [ider.kommune, ekstra.ordning]);
    expect((await ferdig(ider.kommune, m('2025-01'))).antallLinjer).toBe(1);
    const sum = (await hovedbok(ider.kommune)).filter((l) => l.ordning === String(ekstra.ordning)).reduce((s, l) => s + l.belopOre, 0);
    expect(sum).toBe(20 * 1000);
    expect((await db.query(`select feil from avregning where kommune_id = $1 order by nummer desc limit 1`, [ider.kommune])).rows).toEqual([{ feil: [] }]);
  });

  test('two runs at once: the second is refused, and the first goes on', async () => {
    const { ider } = await enVanligKommune();
    const svar = await Promise.all([1, 2].map(() => withKommune(system(ider.kommune), (tx) => bestillAvregning(tx, m('2025-01')))));
    expect(svar.map((s) => (s.ok ? 'bestilt' : s.feil.grunn)).toSorted()).toEqual(['KJORER_ALLEREDE', 'bestilt']);
    const bestilt = svar.find((s) => s.ok);
    if (!bestilt?.ok) throw new Error('ingen bestilt');
    const utfall = await Promise.all([1, 2].map(() => utforAvregning(system(ider.kommune), bestilt.verdi.avregningId)));
    expect(utfall.filter((u) => u.status === 'FERDIG')).toHaveLength(1);
    expect(await hovedbok(ider.kommune)).toHaveLength(3);
  });

  test('the control case of a month recomputes to the ledger’s lines, and holds no database id of a person', async () => {
    const { ider } = await enVanligKommune();
    const svar = await ferdig(ider.kommune, m('2025-01'));
    const sak = await lesStabilt(system(ider.kommune), (tx) => hentKontrollgrunnlag(tx, m('2025-01')));
    const ut = kontroller('avregning', JSON.stringify(sak));
    expect(ut).toMatchObject({ ok: true, verdi: { bestillerBelastningOre: svar.belastningOre, linjer: [{ ordning: 'o', enhet: 'U0' }, { vedtak: 'V0' }, { enhet: 'U1' }] } });
    expect(sak).toMatchObject({ vedtak: [{ id: 'V0', mottaker: 'M0' }] });
  });

  test('the trace of a line gives its formula and its visits, and nothing to a unit that is not its own', async () => {
    const { ider } = await enVanligKommune();
    await ferdig(ider.kommune, m('2025-01'));
    const valg = { maned: m('2025-01'), gjelder: m('2025-01'), enhetId: ider.enheter[0] ?? 0, ordningId: ider.ordning, komponent: 'time', vedtakId: ider.vedtak[0] ?? 0 };
    const leder = (enhet: number | undefined): Utforende => ({ kommuneId: ider.kommune, kontoId: ider.controller, rolle: 'utforerleder', enheter: [enhet ?? 0] });
    const spor = await hentSpor(leder(ider.enheter[0]), valg, 1, 'nb');
    expect(spor).toMatchObject({ likt: true, naOre: 64_300, antallBesok: 1, tellendeMinutter: 60, sti: { linjeOre: 64_300, alleOre: null }, vedtak: { pseudonym: 'M0' } });
    expect(spor?.formel.map((f) => f.nokkel)).toEqual(['perUke', 'minutter', 'minst', 'sumBelop']);
    expect(await hentSpor(leder(ider.enheter[1]), valg, 1, 'nb')).toBeNull();
    const { rows } = await db.query<{ n: string }>(`select count(*) as n from logg where kommune_id = $1 and handling = 'SPOR_BELOP' and mottaker_id is not null`, [ider.kommune]);
    expect(Number(rows[0]?.n)).toBe(1);
  });

  test('a visit on another unit’s voided order is not in the trace', async () => {
    const { ider } = await enVanligKommune();
    await ferdig(ider.kommune, m('2025-01'));
    const [egen = 0, annen = 0] = ider.enheter;
    const vedtak = ider.vedtak[0] ?? 0;
    const { rows } = await db.query<{ id: number }>(
      `insert into oppdrag (kommune_id, vedtak_id, mottaker_id, enhet_id, fom, tom, tidsband, mottatt, annullert)
       select kommune_id, id, mottaker_id, $3, '2025-01-10', null, '{}', now(), now() from vedtak where kommune_id = $1 and id = $2 returning id`,
      [ider.kommune, vedtak, annen],
    );
    await db.query(
      `insert into besok (kommune_id, dato, start, minutter, oppdrag_id, vedtak_id, enhet_id, registrert, kilde)
       values ($1, '2025-01-12', '2025-01-12T08:00:00Z', 45, $2, $3, $4, now(), 'FELT')`,
      [ider.kommune, rows[0]?.id, vedtak, annen],
    );
    const leder: Utforende = { kommuneId: ider.kommune, kontoId: ider.controller, rolle: 'utforerleder', enheter: [egen] };
    const spor = await hentSpor(leder, { maned: m('2025-01'), gjelder: m('2025-01'), enhetId: egen, ordningId: ider.ordning, komponent: 'time', vedtakId: vedtak }, 1, 'nb');
    expect(spor?.besok.map((b) => b.minutter)).toEqual([60]);
  });

  test('the preview of a month is what the run then posts', async () => {
    const { ider } = await enVanligKommune();
    const valg = { maned: m('2025-01'), enhetId: ider.enheter[0] ?? 0, komponent: null, ordningId: null, side: 1, medVedtak: true };
    const hvem: Utforende = { ...system(ider.kommune), rolle: 'controller' };
    const forhand = await hentManeden(hvem, valg, 'nb');
    await ferdig(ider.kommune, m('2025-01'));
    const etter = await hentManeden(hvem, valg, 'nb');
    expect(forhand?.avregnet).toBe(false);
    expect(etter?.avregnet).toBe(true);
    expect(forhand?.inntekt.naOre).toBe(etter?.inntekt.naOre);
  });

  test('a closed month gets no run', async () => {
    const { ider } = await enVanligKommune();
    await db.query(`insert into maned_status (kommune_id, maned, status, endret) values ($1, '2025-01', 'LUKKET', now())`, [ider.kommune]);
    expect(await kjorAvregning(system(ider.kommune), m('2025-01'))).toEqual({ ok: false, feil: { grunn: 'MANED_LUKKET' } });
  });

  test('a run that dies leaves nothing behind, and the next attempt takes it up', async () => {
    const { ider } = await enVanligKommune();
    const bestilt = await withKommune(system(ider.kommune), (tx) => bestillAvregning(tx, m('2025-01')));
    if (!bestilt.ok) throw new Error('ikke bestilt');
    await db.query(`create or replace function kollaps() returns trigger language plpgsql as $$ begin if new.kommune_id = ${ider.kommune} then raise exception 'strømbrudd'; end if; return new; end $$`);
    await db.query(`create trigger kollaps before insert on avregning_sum for each row execute function kollaps()`);
    await expect(utforAvregning(system(ider.kommune), bestilt.verdi.avregningId)).rejects.toThrow('strømbrudd');
    await db.query(`drop trigger kollaps on avregning_sum`);
    expect(await hovedbok(ider.kommune)).toEqual([]);
    expect(await utforAvregning(system(ider.kommune), bestilt.verdi.avregningId)).toMatchObject({ status: 'FERDIG' });
  });

  test('refused visits are kept with the first reason that holds', async () => {
    const { k, ider } = await enVanligKommune();
    const besok = { oppdrag: 0, time: 8, minutt: 0, minutter: 30, planlagt: null, kategori: 'BRUKERRETTET', kvittert: true };
    await settInnBesok(db, ider, k, [
      { ...besok, dato: '2025-01-02' as Dato },
      { ...besok, dato: '2025-01-21' as Dato, kvittert: false },
      { ...besok, dato: '2025-01-22' as Dato, kategori: 'BOMTUR' },
    ]);
    await ferdig(ider.kommune, m('2025-01'));
    const { rows } = await db.query<{ grunn: string }>(`select grunn from avregning_avvist where kommune_id = $1 order by dato`, [ider.kommune]);
    expect(rows.map((r) => r.grunn)).toEqual(['UTENFOR_PERIODE', 'IKKE_KVITTERT', 'KATEGORI']);
  });
});
