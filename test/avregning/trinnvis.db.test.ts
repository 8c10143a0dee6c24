import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kjorAvregning } from '#lib/avregning/avregning-service.ts';
import { beregnAvregning } from '#lib/avregning/domain/beregn-avregning.ts';
import type { Linje } from '#lib/avregning/domain/avregning-inn.ts';
import { brokFraDesimal, tilDesimal } from '#lib/core/brok.ts';
import type { Dato } from '#lib/core/dato.ts';
import { type Maned, manederFraTil } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { lukkPool } from '#lib/server/db.ts';
import type { Utforende } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../oppsett/database.ts';
import { enkelKommune } from './enkel-kommune.ts';
import { type Endring, endringer, gjorEndring } from './endringer.ts';
import { type Ider, settInn, settInnBesok, somSak } from './sett-inn.ts';
import { tilfeldigKommune, type TestKommune } from './tilfeldig-kommune.ts';

let db: pg.Client;
let annen: pg.Client;
beforeAll(async () => {
  const ny = async () => {
    const klient = new pg.Client({ connectionString: testDatabase().superuserUrl, options: '-c timezone=UTC' });
    await klient.connect();
    return klient;
  };
  [db, annen] = [await ny(), await ny()];
});
afterAll(async () => {
  await db.end();
  await annen.end();
  await lukkPool();
});

const m = (tekst: string): Maned => tekst as Maned;
const system = (kommune: number): Utforende => ({ kommuneId: kommune, kontoId: null, rolle: 'system', enheter: null });
let nesteKommune = 500;

async function kjor(kommune: number, maned: Maned, alt = false) {
  const svar = await kjorAvregning(system(kommune), maned, alt);
  if (!svar.ok || svar.verdi.status !== 'FERDIG') throw new Error(JSON.stringify(svar));
  return svar.verdi;
}

async function rader(kommune: number): Promise<Linje[]> {
  const svar = await db.query<{ o: string; e: string; k: string; v: string | null; g: Maned; b: Maned; volum: string; pris: string; belop: string }>(
    `select ordning_id::text o, enhet_id::text e, komponent k, vedtak_id::text v, gjelder_maned g, bokfort_maned b, volum::text, pris_ore::text pris, belop_ore::text belop
     from avregning_linje where kommune_id = $1 order by id`,
    [kommune],
  );
  return svar.rows.map((r) => ({ ordning: r.o, enhet: r.e, komponent: r.k, vedtak: r.v, gjelderManed: r.g, bokfortManed: r.b, volum: brokFraDesimal(r.volum), prisOre: ore(Number(r.pris)), belopOre: ore(Number(r.belop)) }));
}

const somTekst = (l: Linje): string => [l.ordning, l.enhet, l.komponent, l.vedtak, l.gjelderManed, l.bokfortManed, tilDesimal(l.volum), l.prisOre, l.belopOre].join(' ');

async function avviste(kommune: number): Promise<string[]> {
  const svar = await db.query<{ t: string }>(`select concat_ws(' ', besok_id, dato, grunn) t from avregning_avvist where kommune_id = $1`, [kommune]);
  return svar.rows.map((r) => r.t).toSorted();
}

/** The run posts what the pure core posts on the same facts. */
async function likKjernen(k: TestKommune, ider: Ider, maned: Maned): Promise<void> {
  const for_ = await rader(ider.kommune);
  const kjerne = beregnAvregning(somSak(k, ider, maned, manederFraTil(m('2025-01'), maned), for_));
  if (!kjerne.ok) throw new Error(JSON.stringify(kjerne.feil));
  await kjor(ider.kommune, maned);
  const nye = (await rader(ider.kommune)).slice(for_.length);
  expect(nye.map(somTekst).toSorted()).toEqual(kjerne.verdi.linjer.map(somTekst).toSorted());
}

type Steg = { readonly endringer: readonly Endring[]; readonly maned: Maned };
const steg = (k: TestKommune): fc.Arbitrary<Steg> =>
  fc.record({ endringer: fc.array(endringer(k), { minLength: 1, maxLength: 3 }), maned: fc.constantFrom(m('2025-02'), m('2025-03'), m('2025-04')) });

describe('a run that recounts what has changed', () => {
  test('posts as the pure core does, and a full run after it posts nothing, whatever changed and whichever month runs', async () => {
    await fc.assert(
      fc.asyncProperty(
        tilfeldigKommune.chain((k) => fc.tuple(fc.constant(k), fc.array(steg(k), { minLength: 1, maxLength: 4 }))),
        async ([forst, alle]) => {
          nesteKommune += 1;
          const ider = await settInn(db, nesteKommune, forst);
          let k = forst;
          await kjor(ider.kommune, m('2025-03'));
          for (const { endringer: gjores, maned } of alle) {
            for (const e of gjores) k = await gjorEndring(db, k, ider, e);
            await likKjernen(k, ider, maned);
            const avvist = await avviste(ider.kommune);
            expect((await kjor(ider.kommune, maned, true)).antallLinjer).toBe(0);
            expect(await avviste(ider.kommune)).toEqual(avvist);
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 240_000);

  test('without a full run in between, the sums end the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        tilfeldigKommune.chain((k) => fc.tuple(fc.constant(k), fc.array(steg(k), { minLength: 2, maxLength: 6 }))),
        async ([forst, alle]) => {
          nesteKommune += 1;
          const ider = await settInn(db, nesteKommune, forst);
          let k = forst;
          for (const { endringer: gjores, maned } of alle) {
            for (const e of gjores) k = await gjorEndring(db, k, ider, e);
            await kjor(ider.kommune, maned);
          }
          await kjor(ider.kommune, m('2025-04'));
          expect((await kjor(ider.kommune, m('2025-04'), true)).antallLinjer).toBe(0);
        },
      ),
      { numRuns: 30 },
    );
  }, 240_000);
});

describe('what a run recounts', () => {
  const besok = { oppdrag: 0, dato: '2025-01-21' as Dato, time: 8, minutt: 0, minutter: 30, planlagt: null, kategori: 'BRUKERRETTET', kvittert: true };
  // A mark is cleared when no transaction of the whole server is older than it, and other tests write at the same time.
  async function alleEldreErFerdige(): Promise<void> {
    const eldre = `select exists (select 1 from endring where xid >= pg_snapshot_xmin(pg_current_snapshot())) as ja`;
    while ((await db.query<{ ja: boolean }>(eldre)).rows[0]?.ja) await new Promise((ferdig) => setTimeout(ferdig, 5));
  }
  async function avregnet(): Promise<{ k: TestKommune; ider: Ider }> {
    nesteKommune += 1;
    const k = enkelKommune(3);
    const ider = await settInn(db, nesteKommune, k);
    await alleEldreErFerdige();
    expect((await kjor(ider.kommune, m('2025-01'))).antallOmregnet).toBe(3);
    return { k, ider };
  }

  test('is nothing when nothing has changed, and everything when it is asked to', async () => {
    const { ider } = await avregnet();
    expect(await kjor(ider.kommune, m('2025-01'))).toMatchObject({ antallOmregnet: 0, antallLinjer: 0 });
    expect(await kjor(ider.kommune, m('2025-01'), true)).toMatchObject({ antallOmregnet: 3, antallLinjer: 0 });
    const { rows } = await db.query(`select antall_besok, antall_vedtak, antall_omregnet, alt from avregning where kommune_id = $1 order by nummer`, [ider.kommune]);
    expect(rows).toEqual([3, 0, 3].map((n, i) => ({ antall_besok: 3, antall_vedtak: 3, antall_omregnet: n, alt: i === 2 })));
  });

  test('is the one vedtak of a late visit', async () => {
    const { k, ider } = await avregnet();
    await settInnBesok(db, ider, k, [besok]);
    expect(await kjor(ider.kommune, m('2025-01'))).toMatchObject({ antallOmregnet: 1, antallLinjer: 1 });
  });

  test('is every month of a vedtak whose order ends earlier, also when a late visit of it has marked one month', async () => {
    const { k, ider } = await avregnet();
    await kjor(ider.kommune, m('2025-02'));
    await alleEldreErFerdige();
    await db.query(`update oppdrag set tom = '2025-01-16' where kommune_id = $1 and id = $2`, [ider.kommune, ider.oppdrag[0]]);
    await settInnBesok(db, ider, k, [{ ...besok, dato: '2025-02-04' as Dato }]);
    await kjor(ider.kommune, m('2025-02'));
    expect((await rader(ider.kommune)).filter((l) => l.vedtak === String(ider.vedtak[0])).reduce((sum, l) => sum + l.belopOre, 0)).toBe(0);
    expect((await kjor(ider.kommune, m('2025-02'), true)).antallLinjer).toBe(0);
  });

  test('is everything when a price has changed, and the unit’s lines alone when its accounts have', async () => {
    const { ider } = await avregnet();
    await db.query(`insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id) values ($1, $2, '2025-01', '254', '190', 1000, 'T', 'ny')`, [ider.kommune, ider.enheter[0]]);
    expect(await kjor(ider.kommune, m('2025-01'))).toMatchObject({ antallOmregnet: 0, antallLinjer: 1 });
    await db.query(`update pris set grunnlag = 'rettet' where kommune_id = $1`, [ider.kommune]);
    expect(await kjor(ider.kommune, m('2025-01'))).toMatchObject({ antallOmregnet: 3, antallLinjer: 0 });
  });

  test('is the later months of the year too, under a yearly cap', async () => {
    nesteKommune += 1;
    const k: TestKommune = { ...enkelKommune(2), komponenter: [{ kode: 'time', volumkilde: 'UTFORT_TID_MAKS_VEDTATT', regler: { tak: { periode: 'AR' } }, tjenester: [] }] };
    const ider = await settInn(db, nesteKommune, k);
    await settInnBesok(db, ider, k, [{ ...besok, dato: '2025-02-10' as Dato, minutter: 800 }]);
    await alleEldreErFerdige();
    await kjor(ider.kommune, m('2025-02'));
    // January is 510 minutes at most, and the rest of its visit is room that February takes.
    await settInnBesok(db, ider, k, [{ ...besok, minutter: 600 }]);
    expect(await kjor(ider.kommune, m('2025-02'))).toMatchObject({ antallOmregnet: 1, antallLinjer: 2 });
    expect((await kjor(ider.kommune, m('2025-02'), true)).antallLinjer).toBe(0);
  });

  test('is the later months of the year too, under a yearly cap, when an earlier month is run first', async () => {
    nesteKommune += 1;
    const k: TestKommune = { ...enkelKommune(2), komponenter: [{ kode: 'time', volumkilde: 'UTFORT_TID_MAKS_VEDTATT', regler: { tak: { periode: 'AR' } }, tjenester: [] }] };
    const ider = await settInn(db, nesteKommune, k);
    await settInnBesok(db, ider, k, [{ ...besok, dato: '2025-02-10' as Dato, minutter: 800 }]);
    await alleEldreErFerdige();
    await kjor(ider.kommune, m('2025-02'));
    await settInnBesok(db, ider, k, [{ ...besok, minutter: 600 }]);
    await alleEldreErFerdige();
    // The run of January clears the mark of its visit; what it says of February must not go with it.
    await kjor(ider.kommune, m('2025-01'));
    expect((await kjor(ider.kommune, m('2025-02'))).antallLinjer).toBe(1);
    expect((await kjor(ider.kommune, m('2025-02'), true)).antallLinjer).toBe(0);
  });

  test('is the unit’s count of recipients in a later month too, when an earlier month is run first', async () => {
    nesteKommune += 1;
    const k: TestKommune = { ...enkelKommune(2), komponenter: [{ kode: 'time', volumkilde: 'BRUKERE_MANED', regler: {}, tjenester: [] }] };
    const ider = await settInn(db, nesteKommune, k);
    await kjor(ider.kommune, m('2025-02'));
    await db.query(`update oppdrag set tom = '2025-01-20' where kommune_id = $1 and id = $2`, [ider.kommune, ider.oppdrag[0]]);
    await kjor(ider.kommune, m('2025-01'));
    expect((await kjor(ider.kommune, m('2025-02'))).antallLinjer).toBe(1);
    expect((await kjor(ider.kommune, m('2025-02'), true)).antallLinjer).toBe(0);
  });

  test('holds a change that began before the run and was committed after it', async () => {
    const { k, ider } = await avregnet();
    await annen.query('begin');
    await settInnBesok(annen, ider, k, [besok]);
    // A later transaction that is committed first, so that the run has something to clear away.
    await settInnBesok(db, ider, k, [{ ...besok, oppdrag: 1 }]);
    expect(await kjor(ider.kommune, m('2025-01'))).toMatchObject({ antallOmregnet: 1, antallLinjer: 1 });
    await annen.query('commit');
    await alleEldreErFerdige();
    expect((await kjor(ider.kommune, m('2025-01'))).antallLinjer).toBe(1);
    expect((await kjor(ider.kommune, m('2025-01'), true)).antallLinjer).toBe(0);
    expect(await kjor(ider.kommune, m('2025-01'))).toMatchObject({ antallOmregnet: 0, antallLinjer: 0 });
  });

  test('holds a change that was committed after the facts were read and before the marks were cleared', async () => {
    const { k, ider } = await avregnet();
    await settInnBesok(db, ider, k, [besok]);
    await alleEldreErFerdige();
    // The run stands still between its facts and its clearing for as long as somebody holds the lock.
    await db.query(`create or replace function vent_pa_las() returns trigger language plpgsql as $$ begin if new.kommune_id = ${ider.kommune} then perform pg_advisory_xact_lock(4711); end if; return new; end $$`);
    await db.query(`create trigger vent before insert on avregning_sum for each row execute function vent_pa_las()`);
    await annen.query('select pg_advisory_lock(4711)');
    const kjoring = kjor(ider.kommune, m('2025-01'));
    const venter = async () => Number((await db.query<{ n: string }>(`select count(*) n from pg_locks where locktype = 'advisory' and objid = 4711 and not granted`)).rows[0]?.n);
    while ((await venter()) === 0) await new Promise((ferdig) => setTimeout(ferdig, 10));
    await settInnBesok(db, ider, k, [{ ...besok, oppdrag: 1 }]);
    await annen.query('select pg_advisory_unlock(4711)');
    expect((await kjoring).antallLinjer).toBe(1);
    await db.query(`drop trigger vent on avregning_sum`);
    expect(await kjor(ider.kommune, m('2025-01'))).toMatchObject({ antallOmregnet: 1, antallLinjer: 1 });
    expect((await kjor(ider.kommune, m('2025-01'), true)).antallLinjer).toBe(0);
  });

  test('misses no change among many writers while runs go on', async () => {
    const { k, ider } = await avregnet();
    const skrivere = [0, 1, 2].map(async (oppdrag) => {
      const klient = new pg.Client({ connectionString: testDatabase().superuserUrl, options: '-c timezone=UTC' });
      await klient.connect();
      for (let i = 0; i < 15; i += 1) {
        await klient.query('begin');
        await settInnBesok(klient, ider, k, [{ ...besok, oppdrag, minutt: i }]);
        await klient.query('select pg_sleep(random() * 0.02)');
        await klient.query(i % 5 === 4 ? 'rollback' : 'commit');
      }
      await klient.end();
    });
    let skriver = true;
    const alle = Promise.all(skrivere).then(() => (skriver = false));
    while (skriver) await kjor(ider.kommune, m('2025-01'));
    await alle;
    await kjor(ider.kommune, m('2025-01'));
    expect((await kjor(ider.kommune, m('2025-01'), true)).antallLinjer).toBe(0);
    expect((await rader(ider.kommune)).reduce((sum, l) => sum + (l.vedtak === null ? 0 : l.belopOre), 0)).toBe((3 * 60 + 3 * 12 * 30) * 1000);
  });

  test('of a unit whose month is closed is held back, and posted by the next month’s run', async () => {
    const { k, ider } = await avregnet();
    await db.query(`insert into maned_status (kommune_id, maned, status, endret) values ($1, '2025-02', 'AVREGNET', now()) on conflict do nothing`, [ider.kommune]);
    await db.query(`insert into lukket_enhet (kommune_id, maned, enhet_id, lukking_id) values ($1, '2025-01', $2, 1)`, [ider.kommune, ider.enheter[0]]);
    await settInnBesok(db, ider, k, [besok]);
    expect((await kjor(ider.kommune, m('2025-01'))).antallLinjer).toBe(0);
    await kjor(ider.kommune, m('2025-02'));
    const linjer = (await rader(ider.kommune)).filter((l) => l.bokfortManed === '2025-02' && l.gjelderManed === '2025-01');
    expect(linjer.map((l) => l.belopOre)).toEqual([30 * 1000]);
  });
});
