import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bestillAvregning, kjorAvregning, utforAvregning } from '#lib/avregning/avregning-service.ts';
import { beregnAvregning } from '#lib/avregning/domain/beregn-avregning.ts';
import type { Linje } from '#lib/avregning/domain/avregning-inn.ts';
import { avregnRaskt } from '#lib/avregning/rask-service.ts';
import { brokFraDesimal, tilDesimal } from '#lib/core/brok.ts';
import { type Maned, manederFraTil } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { lukkPool } from '#lib/server/db.ts';
import { withKommune, type Utforende } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../oppsett/database.ts';
import { enkelKommune } from './enkel-kommune.ts';
import { type Endring, endringer, gjorEndring } from './endringer.ts';
import { type Ider, settInn, settInnBesok, somSak } from './sett-inn.ts';
import { tilfeldigKommune, type TestBesok, type TestKommune } from './tilfeldig-kommune.ts';

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
let nesteKommune = 700;

/** A mark is cleared when no transaction of the whole server is older than it, and other tests write at the same time. */
async function alleEldreErFerdige(): Promise<void> {
  const eldre = `select exists (select 1 from endring where xid >= pg_snapshot_xmin(pg_current_snapshot())) as ja`;
  while ((await db.query<{ ja: boolean }>(eldre)).rows[0]?.ja) await new Promise((ferdig) => setTimeout(ferdig, 5));
}

async function rader(kommune: number): Promise<(Linje & { retter: boolean })[]> {
  const svar = await db.query<{ o: string; e: string; k: string; v: string | null; g: Maned; b: Maned; volum: string; pris: string; belop: string; retter: boolean }>(
    `select ordning_id::text o, enhet_id::text e, komponent k, vedtak_id::text v, gjelder_maned g, bokfort_maned b, volum::text, pris_ore::text pris, belop_ore::text belop, retter_avregning_id is not null as retter
     from avregning_linje where kommune_id = $1 order by id`,
    [kommune],
  );
  return svar.rows.map((r) => ({ ordning: r.o, enhet: r.e, komponent: r.k, vedtak: r.v, gjelderManed: r.g, bokfortManed: r.b, volum: brokFraDesimal(r.volum), prisOre: ore(Number(r.pris)), belopOre: ore(Number(r.belop)), retter: r.retter }));
}

const nokkel = (l: Linje): string => [l.ordning, l.enhet, l.komponent, l.vedtak, l.gjelderManed].join(' ');
const somTekst = (l: Linje): string => [nokkel(l), l.bokfortManed, tilDesimal(l.volum), l.prisOre, l.belopOre].join(' ');

async function tilstand(kommune: number): Promise<unknown> {
  const en = async (sporring: string) => (await db.query(sporring, [kommune])).rows;
  return {
    avviste: await en(`select besok_id, dato, grunn, enhet_id, vedtak_id from avregning_avvist where kommune_id = $1 order by 1, 2`),
    summer: await en(`select ordning_id, enhet_id, komponent, tjeneste, gjelder_maned, bokfort_maned, sum(volum) volum, sum(belop_ore) belop from avregning_sum where kommune_id = $1 group by 1, 2, 3, 4, 5, 6 having sum(volum) <> 0 or sum(belop_ore) <> 0 order by 1, 2, 3, 4, 5, 6`),
    linjer: await en(`select l.ordning_id, l.enhet_id, l.komponent, v.tjeneste, l.gjelder_maned, l.bokfort_maned, sum(l.volum) volum, sum(l.belop_ore) belop from avregning_linje l left join vedtak v on v.id = l.vedtak_id where l.kommune_id = $1 group by 1, 2, 3, 4, 5, 6 having sum(volum) <> 0 or sum(belop_ore) <> 0 order by 1, 2, 3, 4, 5, 6`),
  };
}

/** Components that ask for stays, deliveries, bands or the year become others that do not. */
function raskeRegler(k: TestKommune): TestKommune {
  const trengerMer = ['BELAGTE_DOGN', 'UTFORT_ANTALL'];
  const bytt = (c: TestKommune['komponenter'][number], i: number): TestKommune['komponenter'][number] => {
    if (i > 0 && !trengerMer.includes(c.volumkilde) && c.regler.tidsband === undefined && c.regler.tak?.periode !== 'AR') return c;
    if (c.volumkilde === 'NIVA_MANEDSSLUTT') return c;
    return { ...c, volumkilde: 'UTFORT_TID_MAKS_VEDTATT', regler: i % 2 === 0 ? { tak: { faktor: '1.1', periode: 'MANED' } } : { minuttregel: { trinn: 15, minst: 10, retning: 'OPP' }, kategorier: { BOMTUR: { andel: '0.5', grunnlag: 'PLANLAGT' } } } };
  };
  const komponenter = k.komponenter.map(bytt);
  const teller = komponenter.some((c) => ['UTFORT_TID', 'UTFORT_TID_MAKS_VEDTATT', 'BESOK'].includes(c.volumkilde));
  return teller ? { ...k, komponenter } : enkelKommune(3);
}

const bareBesok = (k: TestKommune): fc.Arbitrary<Endring> => endringer(k).filter((e) => e.slag === 'BESOK' || e.slag === 'KVITTERING');

describe('a run in two calls', () => {
  test('posts as the pure core does for whatever visits have come and gone, and a full run after it finds nothing to change', async () => {
    let raske = 0;
    await fc.assert(
      fc.asyncProperty(
        tilfeldigKommune.map(raskeRegler).chain((k) => fc.tuple(fc.constant(k), fc.array(fc.array(bareBesok(k), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }))),
        async ([forst, alle]) => {
          nesteKommune += 1;
          const ider = await settInn(db, nesteKommune, forst);
          let k = forst;
          await alleEldreErFerdige();
          const hel = await kjorAvregning(system(ider.kommune), m('2025-04'));
          expect(hel).toMatchObject({ ok: true, verdi: { status: 'FERDIG' } });
          for (const gjores of alle) {
            for (const e of gjores) k = await gjorEndring(db, k, ider, e);
            await alleEldreErFerdige();
            const for_ = await rader(ider.kommune);
            const kjerne = beregnAvregning(somSak(k, ider, m('2025-04'), manederFraTil(m('2025-01'), m('2025-04')), for_));
            if (!kjerne.ok) throw new Error(JSON.stringify(kjerne.feil));
            const svar = await avregnRaskt(system(ider.kommune), m('2025-04'), null);
            expect(svar).toMatchObject({ status: 'FERDIG', antallLinjer: kjerne.verdi.linjer.length });
            raske += 1;
            const nye = (await rader(ider.kommune)).slice(for_.length);
            expect(nye.map(somTekst).toSorted()).toEqual(kjerne.verdi.linjer.map(somTekst).toSorted());
            const kjente = new Set(for_.map(nokkel));
            for (const l of nye) expect(l.retter).toBe(kjente.has(nokkel(l)));
            const etter = await tilstand(ider.kommune);
            expect(await kjorAvregning(system(ider.kommune), m('2025-04'), true)).toMatchObject({ ok: true, verdi: { antallLinjer: 0 } });
            expect(await tilstand(ider.kommune)).toEqual(etter);
          }
        },
      ),
      { numRuns: 25 },
    );
    expect(raske).toBeGreaterThan(20);
  }, 240_000);
});

describe('a run in two calls, of one visit', () => {
  const besok = { oppdrag: 0, dato: '2025-01-21', time: 8, minutt: 0, minutter: 30, planlagt: null, kategori: 'BRUKERRETTET', kvittert: true } as TestBesok;
  async function avregnet(): Promise<{ k: TestKommune; ider: Ider }> {
    nesteKommune += 1;
    const k = enkelKommune(3);
    const ider = await settInn(db, nesteKommune, k);
    await alleEldreErFerdige();
    await kjorAvregning(system(ider.kommune), m('2025-01'));
    await alleEldreErFerdige();
    return { k, ider };
  }

  test('leaves its row, its count and its place in the log, as the long road does', async () => {
    const { k, ider } = await avregnet();
    await settInnBesok(db, ider, k, [besok]);
    await alleEldreErFerdige();
    expect(await avregnRaskt(system(ider.kommune), m('2025-01'), null)).toMatchObject({ status: 'FERDIG', antallLinjer: 1, antallOmregnet: 1 });
    expect(await avregnRaskt(system(ider.kommune), m('2025-01'), null)).toMatchObject({ status: 'FERDIG', antallLinjer: 0, antallOmregnet: 0 });
    const { rows } = await db.query(`select nummer, status, antall_besok, antall_vedtak, antall_omregnet, antall_linjer, belastning_ore::int as ore, apne_maneder from avregning where kommune_id = $1 order by nummer`, [ider.kommune]);
    expect(rows.map((r) => [r.nummer, r.status, r.antall_vedtak, r.antall_omregnet, r.antall_linjer])).toEqual([[1, 'FERDIG', 3, 3, 5], [2, 'FERDIG', 3, 1, 1], [3, 'FERDIG', 3, 0, 0]]);
    expect(rows[1].ore).toBe(rows[0].ore + 30 * 1000);
    expect(rows[2]).toMatchObject({ ore: rows[1].ore, apne_maneder: rows[0].apne_maneder, antall_besok: rows[0].antall_besok });
    const logg = await db.query(`select grunn from logg where kommune_id = $1 and handling = 'AVREGNET' order by lopenr`, [ider.kommune]);
    expect(logg.rows.map((r) => r.grunn)).toEqual([1, 2, 3].map((n) => `2025-01 kjøring ${n}`));
    expect((await db.query(`select logg_brudd($1) as brudd`, [ider.kommune])).rows).toEqual([{ brudd: null }]);
  });

  test('is what a run from the queue does too, on its own row', async () => {
    const { k, ider } = await avregnet();
    await settInnBesok(db, ider, k, [besok]);
    await alleEldreErFerdige();
    const bestilt = await withKommune(system(ider.kommune), (tx) => bestillAvregning(tx, m('2025-01')));
    if (!bestilt.ok) throw new Error(bestilt.feil.grunn);
    const id = bestilt.verdi.avregningId;
    expect(await avregnRaskt(system(ider.kommune), m('2025-01'), null), 'another run waits').toBeNull();
    expect(await utforAvregning(system(ider.kommune), id)).toMatchObject({ status: 'FERDIG', avregningId: id, antallLinjer: 1 });
    expect(await utforAvregning(system(ider.kommune), id)).toEqual({ status: 'UTFORT_FOR' });
    expect((await db.query(`select count(*)::int n from avregning where kommune_id = $1`, [ider.kommune])).rows).toEqual([{ n: 2 }]);
  });

  test('does not trust rules, a deadline or prices of before', async () => {
    const { k, ider } = await avregnet();
    await settInnBesok(db, ider, k, [besok]);
    await alleEldreErFerdige();
    await avregnRaskt(system(ider.kommune), m('2025-01'), null);
    // Without a mark: as nothing in the product does, and all the same seen.
    await db.query(`set session_replication_role = 'replica'`);
    await db.query(`update pris set ore = ore * 2 where kommune_id = $1`, [ider.kommune]);
    await db.query(`set session_replication_role = 'origin'`);
    await settInnBesok(db, ider, k, [{ ...besok, time: 10 }]);
    await alleEldreErFerdige();
    await avregnRaskt(system(ider.kommune), m('2025-01'), null);
    const priser = (await rader(ider.kommune)).filter((l) => l.vedtak !== null).map((l) => l.prisOre);
    expect(priser.at(-1)).toBe((priser[0] ?? 0) * 2);
    await db.query(`insert into innstilling (kommune_id, nokkel, fom, verdi) values ($1, 'korreksjonsfrist', '2020-01-01', '{"manederEtterArsslutt": 0}')`, [ider.kommune]);
    expect(await kjorAvregning(system(ider.kommune), m('2025-01'))).toMatchObject({ ok: true, verdi: { antallLinjer: 0 } });
    const { rows } = await db.query(`select apne_maneder from avregning where kommune_id = $1 order by nummer desc limit 1`, [ider.kommune]);
    expect(rows).toEqual([{ apne_maneder: ['2025-01'] }]);
  });

  test('reads the rules anew when those it knows ask for more than it can do, and have changed', async () => {
    nesteKommune += 1;
    const k: TestKommune = { ...enkelKommune(2), komponenter: [{ kode: 'time', volumkilde: 'UTFORT_TID_MAKS_VEDTATT', regler: { tak: { periode: 'AR' } }, tjenester: [] }] };
    const ider = await settInn(db, nesteKommune, k);
    await alleEldreErFerdige();
    await kjorAvregning(system(ider.kommune), m('2025-01'));
    const sent = async (time: number) => {
      await settInnBesok(db, ider, k, [{ ...besok, time }]);
      await alleEldreErFerdige();
      return kjorAvregning(system(ider.kommune), m('2025-01'));
    };
    expect(await sent(10)).toMatchObject({ ok: true, verdi: { antallOmregnet: 1 } });
    await db.query(`update pris set grunnlag = 'rettet' where kommune_id = $1`, [ider.kommune]);
    await alleEldreErFerdige();
    expect(await kjorAvregning(system(ider.kommune), m('2025-01'))).toMatchObject({ ok: true });
    expect(await sent(12)).toMatchObject({ ok: true, verdi: { antallOmregnet: 1 } });
    expect(await kjorAvregning(system(ider.kommune), m('2025-01'), true)).toMatchObject({ ok: true, verdi: { antallLinjer: 0 } });
  });

  test('leaves a month without a look of its own to the long road, until the look is made again', async () => {
    const { k, ider } = await avregnet();
    await db.query('drop function besok_blikk_2025_01');
    try {
      await settInnBesok(db, ider, k, [besok]);
      await alleEldreErFerdige();
      expect(await avregnRaskt(system(ider.kommune), m('2025-01'), null)).toBeNull();
      expect(await kjorAvregning(system(ider.kommune), m('2025-01'))).toMatchObject({ ok: true, verdi: { antallLinjer: 1 } });
    } finally {
      await db.query(`select sikre_besok_partisjoner('2025-01-01', '2025-01-31')`);
    }
    await settInnBesok(db, ider, k, [{ ...besok, time: 10 }]);
    await alleEldreErFerdige();
    expect(await avregnRaskt(system(ider.kommune), m('2025-01'), null)).toMatchObject({ status: 'FERDIG', antallLinjer: 1 });
  });

  test('posts nothing when another run has ended between its look and its posting', async () => {
    const { k, ider } = await avregnet();
    await settInnBesok(db, ider, k, [besok]);
    await alleEldreErFerdige();
    const svar = await Promise.all([1, 2, 3, 4].map(() => avregnRaskt(system(ider.kommune), m('2025-01'), null)));
    expect(svar.filter((s) => s?.status === 'FERDIG' && s.antallLinjer > 0)).toHaveLength(1);
    expect((await kjorAvregning(system(ider.kommune), m('2025-01'), true)).ok).toBe(true);
    expect((await rader(ider.kommune)).reduce((sum, l) => sum + (l.vedtak === null ? 0 : l.belopOre), 0)).toBe((3 * 60 + 30) * 1000);
  });
});
