import pg from 'pg';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { kjorAvregning } from '#lib/avregning/avregning-service.ts';
import { foreslaOverforing, vedtaOverforing } from '#lib/avvik/overforing-service.ts';
import { type Maned, manedAv, manedensAr, manederFraTil, manedFor } from '#lib/core/maned.ts';
import type { Result } from '#lib/core/result.ts';
import { iDag } from '#lib/server/clock.ts';
import { lukkPool } from '#lib/server/db.ts';
import { Angre, type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../oppsett/database.ts';

export const AR = manedensAr(manedFor(iDag())) - 1;
export const JANUAR = manedAv(AR + 1, 1);
export const ARET = manederFraTil(manedAv(AR, 1), manedAv(AR, 12));
export const GRUNN = 'Etter ordningens regel.';
export const MILL = 100_000_000;
export const mill = (n: number): number => Math.round(n * MILL);
export const NORD_UT = mill(-0.6); // 1.2 mill. over, but no more than 5 % of 12 mill.
export const SOR_UT = mill(0.54); // 90 % of 0.6 mill.

export type Kommune = { id: number; nord: number; sor: number; ordning: number; controller: Utforende; annen: Utforende; radmann: Utforende; leder: Utforende };
export type Linje = { enhet: number; belop: number; maned: string; type: string };

export async function kjor(kommune: Kommune, m: Maned): Promise<void> {
  const kjort = await kjorAvregning({ ...kommune.controller }, m);
  if (!kjort.ok || kjort.verdi.status !== 'FERDIG') throw new Error(JSON.stringify(kjort));
}

/** As the pipeline: a refusal rolls everything back. */
export async function som<T>(hvem: Utforende, arbeid: (tx: Tx) => Promise<Result<T, readonly { grunn: string }[]>>): Promise<T | string> {
  try {
    return await withKommune(hvem, async (tx) => {
      const svar = await arbeid(tx);
      if (!svar.ok) throw new Angre(svar.feil.map((f) => f.grunn).join());
      return svar.verdi;
    });
  } catch (feil) {
    if (feil instanceof Angre) return feil.verdi as string;
    throw feil;
  }
}

type Oppsett = { db: pg.Client; k: Kommune };

/** Two units on a frame of 12 mill.; Nord spends 1.2 mill. more in the year, Sør 0.6 mill. less. Every month is settled by the real run. */
export async function nyKommune(db: pg.Client, id: number, maneder: readonly Maned[] = ARET): Promise<Kommune> {
  const nyId = async (tekst: string, verdier: unknown[]): Promise<number> => (await db.query<{ id: number }>(`${tekst} returning id`, verdier)).rows[0]?.id ?? 0;
  await db.query('insert into kommune (id, navn, innbyggere) values ($1, $2, 1000)', [id, `Kommune ${id}`]);
  const konto = async (rolle: Utforende['rolle'], enheter: number[] | null = null): Promise<Utforende> => ({ kommuneId: id, kontoId: await nyId('insert into konto (kommune_id, navn) values ($1, $2)', [id, rolle]), rolle, enheter });
  const enhet = (kode: string) => nyId(`insert into enhet (kommune_id, kode, navn, type, art, eierform, fom) values ($1, $2, $2, 'UTFORER', 'HJEMMETJENESTE', 'KOMMUNAL', '2020-01-01')`, [id, kode]);
  const [nord, sor] = [await enhet('NORD'), await enhet('SOR')];
  const regler = { overforing: { andelOverskudd: '0.9', andelUnderskudd: '1', takAndelAvBudsjett: '0.05', takAkkumulert: '0.06', dispensasjon: 'RADMANN' } };
  const ordning = await nyId(`insert into ordning (kommune_id, kode, navn, fom_maned, regler) values ($1, 'o', 'Ordningen', $2, $3)`, [id, ARET[0], regler]);
  for (const e of [nord, sor]) {
    await db.query(`insert into ordning_dekning (kommune_id, ordning_id, enhet_id, tjeneste, fom_maned) values ($1, $2, $3, 'HJEMMESYKEPLEIE', $4)`, [id, ordning, e, ARET[0]]);
    for (const ar of [AR, AR + 1]) await db.query(`insert into fastledd (kommune_id, ordning_id, kode, navn_nb, navn_nn, type, enhet_id, ar, belop_ore) values ($1, $2, 'ramme', 'R', 'R', 'RAMME', $3, $4, $5)`, [id, ordning, e, ar, 12 * MILL]);
    for (const m of ARET) {
      await db.query(`insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id) values ($1, $2, $3, '254', '010', $4, 'T', $5)`, [id, e, m, e === nord ? mill(1.1) : mill(0.95), `${e}/${m}`]);
      await db.query('insert into enhetsbudsjett (kommune_id, enhet_id, maned, ore) values ($1, $2, $3, $4)', [id, e, m, MILL]);
    }
  }
  const svar: Kommune = { id, nord, sor, ordning, controller: await konto('controller'), annen: await konto('controller'), radmann: await konto('radmann'), leder: await konto('utforerleder', [sor]) };
  for (const m of maneder) await kjor(svar, m);
  return svar;
}

/** A kommune of its own for each test of a file, with ids from `forste` on; `k` is the running test's. */
export function brukArsslutt(forste: number) {
  let neste = forste;
  const o = {} as Oppsett;
  beforeAll(async () => {
    o.db = new pg.Client({ connectionString: testDatabase().superuserUrl, options: '-c timezone=UTC' });
    await o.db.connect();
  });
  beforeEach(async () => {
    o.k = await nyKommune(o.db, (neste += 1));
  });
  afterAll(async () => {
    await o.db.end();
    await lukkPool();
  });
  const foresla = (mer: object = {}, hvem = o.k.controller) => som(hvem, (tx) => foreslaOverforing(tx, { ar: AR, bokfortManed: JANUAR, begrunnelse: GRUNN, tilbakefor: false, ...mer }));
  return {
    o,
    enTil: (maneder: readonly Maned[]) => nyKommune(o.db, (neste += 1), maneder),
    foresla,
    vedta: (id: number, hvem = o.k.radmann) => som(hvem, (tx) => vedtaOverforing(tx, id)),
    foreslatt: async (mer: object = {}): Promise<number> => {
      const svar = await foresla(mer);
      if (typeof svar === 'string') throw new Error(svar);
      return svar.id;
    },
    overforinger: async (): Promise<Linje[]> =>
      (await o.db.query<Linje>(`select enhet_id as enhet, belop_ore::bigint::float8 as belop, bokfort_maned as maned, linjetype as type from avregning_linje where kommune_id = $1 and linjetype = 'OVERFORING' order by id`, [o.k.id])).rows,
  };
}
