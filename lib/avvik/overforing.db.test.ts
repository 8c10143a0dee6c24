import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { kjorAvregning } from '#lib/avregning/avregning-service.ts';
import { hentArstall } from '#lib/avvik/arstall-service.ts';
import { avslaArsvedtak, foreslaAnslag, foreslaDispensasjon, godkjennArsvedtak, ventendeDispensasjoner } from '#lib/avvik/arsvedtak-service.ts';
import { hentOverforingskontroll } from '#lib/avvik/overforing-kontroll-service.ts';
import { hentOverforingsspor } from '#lib/avvik/overforing-spor-service.ts';
import { avvisOverforing, foreslaOverforing, vedtaOverforing, ventendeOverforinger } from '#lib/avvik/overforing-service.ts';
import { type Maned, manedAv, manedensAr, manederFraTil, manedFor } from '#lib/core/maned.ts';
import type { Result } from '#lib/core/result.ts';
import { kontroller } from '#lib/kontroll/kontroll.ts';
import { iDag } from '#lib/server/clock.ts';
import { lukkPool } from '#lib/server/db.ts';
import { Angre, lesKommune, type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../../test/oppsett/database.ts';

const AR = manedensAr(manedFor(iDag())) - 1;
const JANUAR = manedAv(AR + 1, 1);
const ARET = manederFraTil(manedAv(AR, 1), manedAv(AR, 12));
const GRUNN = 'Etter ordningens regel.';
const MILL = 100_000_000;
const mill = (n: number): number => Math.round(n * MILL);

let db: pg.Client;
beforeAll(async () => {
  db = new pg.Client({ connectionString: testDatabase().superuserUrl, options: '-c timezone=UTC' });
  await db.connect();
});
afterAll(async () => {
  await db.end();
  await lukkPool();
});

type Kommune = { id: number; nord: number; sor: number; ordning: number; controller: Utforende; annen: Utforende; radmann: Utforende; leder: Utforende };
let neste = 300;
let k: Kommune;

const nyId = async (tekst: string, verdier: unknown[]): Promise<number> => (await db.query<{ id: number }>(`${tekst} returning id`, verdier)).rows[0]?.id ?? 0;

/** Two units on a frame of 12 mill.; Nord spends 1.2 mill. more in the year, Sør 0.6 mill. less. Every month is settled by the real run. */
async function nyKommune(maneder: readonly Maned[] = ARET): Promise<Kommune> {
  const id = (neste += 1);
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

async function kjor(kom: Kommune, m: Maned): Promise<void> {
  const kjort = await kjorAvregning({ ...kom.controller }, m);
  if (!kjort.ok || kjort.verdi.status !== 'FERDIG') throw new Error(JSON.stringify(kjort));
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
    if (feil instanceof Angre) return feil.verdi as string;
    throw feil;
  }
}
const foresla = (mer: object = {}, hvem = k.controller) => som(hvem, (tx) => foreslaOverforing(tx, { ar: AR, bokfortManed: JANUAR, begrunnelse: GRUNN, tilbakefor: false, ...mer }));
const vedta = (id: number, hvem = k.radmann) => som(hvem, (tx) => vedtaOverforing(tx, id));
async function foreslatt(mer: object = {}): Promise<number> {
  const svar = await foresla(mer);
  if (typeof svar === 'string') throw new Error(svar);
  return svar.id;
}
type Linje = { enhet: number; belop: number; maned: string; type: string };
async function overforinger(): Promise<Linje[]> {
  const { rows } = await db.query<Linje>(`select enhet_id as enhet, belop_ore::bigint::float8 as belop, bokfort_maned as maned, linjetype as type from avregning_linje where kommune_id = $1 and linjetype = 'OVERFORING' order by id`, [k.id]);
  return rows;
}
const NORD_UT = mill(-0.6); // 1.2 mill. over, but no more than 5 % of 12 mill.
const SOR_UT = mill(0.54); // 90 % of 0.6 mill.

beforeEach(async () => {
  k = await nyKommune();
});

describe('the year’s carry-over', () => {
  test('is proposed by the controller, decided by the rådmann, and posted once into January', async () => {
    const id = await foreslatt();
    expect(await lesKommune(k.radmann, ventendeOverforinger)).toMatchObject([{ id, belopOre: NORD_UT + SOR_UT, foreslattAv: k.controller.kontoId }]);
    expect(await overforinger()).toEqual([]);
    expect(await vedta(id)).toEqual({ antallLinjer: 2 });
    const ventet = [{ enhet: k.nord, belop: NORD_UT, maned: JANUAR, type: 'OVERFORING' }, { enhet: k.sor, belop: SOR_UT, maned: JANUAR, type: 'OVERFORING' }];
    expect(await overforinger()).toEqual(ventet);
    expect(await vedta(id)).toBe('ALLEREDE_AVGJORT');
    expect(await overforinger()).toEqual(ventet);
    expect(await lesKommune(k.radmann, ventendeOverforinger)).toEqual([]);
  });

  test('is in the charge of a month that is settled already, so that the month can be closed', async () => {
    await kjor(k, JANUAR);
    await vedta(await foreslatt());
    const { rows } = await db.query<{ ore: string }>(`select belastning_ore as ore from avregning where kommune_id = $1 and maned = $2 order by nummer desc limit 1`, [k.id, JANUAR]);
    expect(Number(rows[0]?.ore)).toBe(2 * MILL + NORD_UT + SOR_UT);
  });

  test('two tabs at once post it once', async () => {
    const id = await foreslatt();
    const svar = await Promise.all([vedta(id), vedta(id), vedta(id)]);
    expect(svar.filter((s) => typeof s !== 'string')).toHaveLength(1);
    expect(await overforinger()).toHaveLength(2);
  });

  test('two proposals of a year do not wait at once', async () => {
    const svar = await Promise.all([foresla(), foresla({}, k.annen)]);
    expect(svar.filter((s) => typeof s !== 'string')).toHaveLength(1);
    expect(await foresla()).toBe('HINDRET');
  });

  test('the run leaves it alone, also when it recomputes January', async () => {
    await vedta(await foreslatt());
    const for_ = await overforinger();
    await kjor(k, JANUAR);
    await kjor(k, JANUAR);
    expect(await overforinger()).toEqual(for_);
    const { rows } = await db.query<{ ore: string }>('select sum(belop_ore) as ore from avregning_sum where kommune_id = $1 and bokfort_maned = $2', [k.id, JANUAR]);
    expect(Number(rows[0]?.ore)).toBe(2 * MILL + NORD_UT + SOR_UT);
  });

  test('figures that moved after the proposal are refused, and nothing is posted', async () => {
    const id = await foreslatt();
    await db.query(`insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id) values ($1, $2, $3, '254', '010', 1, 'T', 'sent')`, [k.id, k.sor, ARET[11]]);
    expect(await vedta(id)).toBe('TALLENE_ENDRET');
    expect(await overforinger()).toEqual([]);
    expect(await som(k.radmann, (tx) => avvisOverforing(tx, id, 'Regnskapet er endret.'))).toBeNull();
    expect(await vedta(await foreslatt())).toEqual({ antallLinjer: 2 });
  });

  test('the same person never decides, by rule and by database', async () => {
    const id = await foreslatt();
    expect(await vedta(id, { ...k.controller, rolle: 'radmann' })).toBe('SAMME_PERSON');
    await expect(db.query(`update overforing set status = 'VEDTATT', avgjort_av = foreslatt_av, avgjort = now() where id = $1`, [id])).rejects.toMatchObject({ constraint: 'overforing_to_personer' });
    expect(await som(k.annen, (tx) => avvisOverforing(tx, id, GRUNN))).toBe('IKKE_DIN');
  });

  test('a line nobody has decided does not enter the ledger', async () => {
    const linje = (belop: number, kode: string) =>
      db.query(`insert into avregning_linje (kommune_id, avregning_id, linjetype, ordning_id, enhet_id, komponent, gjelder_maned, bokfort_maned, volum, pris_ore, belop_ore) values ($1, 0, 'OVERFORING', $2, $3, $4, $5, $5, 1, $6, $6)`, [k.id, k.ordning, k.nord, kode, JANUAR, belop]);
    const id = await foreslatt();
    await expect(linje(NORD_UT, `overforing/${AR}/${id}`)).rejects.toMatchObject({ constraint: 'linje_er_vedtatt_overforing' });
    await vedta(id);
    await expect(linje(NORD_UT, `overforing/${AR}/${id}`)).rejects.toMatchObject({ code: '23505' });
    await expect(linje(1, `overforing/${AR}/0`)).rejects.toMatchObject({ code: '23514' });
  });

  test('a closed month takes no carry-over', async () => {
    await kjor(k, JANUAR);
    await db.query(`update maned_status set status = 'LUKKET' where kommune_id = $1 and maned = $2`, [k.id, JANUAR]);
    expect(await foresla()).toBe('MANED_LUKKET');
  });
});

describe('a correction', () => {
  test('points at the decision it corrects and posts the difference; the year together is the last decision', async () => {
    await vedta(await foreslatt());
    expect(await foresla()).toBe('INGEN_ENDRING');
    await db.query(`insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id) values ($1, $2, $3, '254', '010', $4, 'T', 'sent')`, [k.id, k.sor, ARET[11], mill(0.1)]);
    const id = await foreslatt();
    expect((await db.query('select slag, retter_id is not null as peker from overforing where id = $1', [id])).rows).toEqual([{ slag: 'RETTING', peker: true }]);
    expect(await vedta(id)).toEqual({ antallLinjer: 1 });
    expect((await overforinger()).at(-1)).toMatchObject({ enhet: k.sor, belop: mill(-0.09) });
  });

  test('a reversal takes everything back, and what was decided stands', async () => {
    const id = await foreslatt();
    await vedta(id);
    await vedta(await foreslatt({ tilbakefor: true }));
    expect((await overforinger()).reduce((s, l) => s + l.belop, 0)).toBe(0);
    await expect(db.query(`update overforing set status = 'TRUKKET' where id = $1`, [id])).rejects.toMatchObject({ constraint: 'overforing_star' });
    await expect(db.query('update overforing_enhet set bokfores_ore = 0 where overforing_id = $1', [id])).rejects.toMatchObject({ constraint: 'overforing_enhet_uforanderlig' });
  });
});

describe('a dispensation', () => {
  const sok = (belop: number, hvem = k.controller) => som(hvem, (tx) => foreslaDispensasjon(tx, { ar: AR, enhetId: k.nord, maksUnderskuddOre: belop, grunn: 'Tunge enkeltvedtak i høst.' }));
  const ja = (id: number, hvem = k.radmann) => som(hvem, (tx) => godkjennArsvedtak(tx, { tabell: 'dispensasjon', id }));
  const ny = async (belop: number): Promise<number> => {
    const svar = await sok(belop);
    if (typeof svar === 'string') throw new Error(svar);
    return svar.id;
  };

  test('holds when the rådmann has approved it, and stops the carry-over while it waits', async () => {
    const id = await ny(mill(0.2));
    expect(await lesKommune(k.radmann, ventendeDispensasjoner)).toMatchObject([{ id, belopOre: mill(0.2) }]);
    expect(await foresla()).toBe('HINDRET');
    expect(await ja(id, k.controller)).toBe('SAMME_PERSON');
    expect(await ja(id)).toBeNull();
    await vedta(await foreslatt());
    expect((await overforinger())[0]).toMatchObject({ enhet: k.nord, belop: mill(-0.2) });
  });

  test('a later one replaces it; a refused one never holds', async () => {
    await ja(await ny(mill(0.2)));
    await ja(await ny(mill(0.1)));
    const nei = await ny(0);
    expect(await som(k.annen, (tx) => avslaArsvedtak(tx, { tabell: 'dispensasjon', id: nei }, GRUNN))).toBe('IKKE_DIN');
    await som(k.radmann, (tx) => avslaArsvedtak(tx, { tabell: 'dispensasjon', id: nei }, GRUNN));
    const { linjer } = await lesKommune(k.controller, (tx) => hentArstall(tx, AR));
    expect(linjer.find((l) => l.enhetId === k.nord)).toMatchObject({ maksUnderskuddOre: mill(0.1), overforesOre: mill(-0.1) });
  });

  test('approved after the proposal it makes the proposal stale', async () => {
    const id = await foreslatt();
    await ja(await ny(0));
    expect(await vedta(id)).toBe('TALLENE_ENDRET');
  });
});

describe('the cut-off', () => {
  test('a month without a settlement waits for an estimate that another controller approves, and the settlement takes its place', async () => {
    k = await nyKommune(ARET.slice(0, 11));
    expect(await foresla()).toBe('HINDRET');
    const desember = ARET[11] as Maned;
    for (const enhetId of [k.nord, k.sor]) {
      const svar = await som(k.controller, (tx) => foreslaAnslag(tx, { maned: desember, enhetId, belopOre: mill(0.9), grunn: 'Som november, uten rammen.' }));
      if (typeof svar === 'string') throw new Error(svar);
      expect(await som(k.controller, (tx) => godkjennArsvedtak(tx, { tabell: 'arsslutt_anslag', id: svar.id }))).toBe('SAMME_PERSON');
      expect(await som(k.annen, (tx) => godkjennArsvedtak(tx, { tabell: 'arsslutt_anslag', id: svar.id }))).toBeNull();
    }
    const for_ = await lesKommune(k.controller, (tx) => hentArstall(tx, AR));
    expect(for_.hindringer).toEqual([]);
    expect(for_.linjer.find((l) => l.enhetId === k.sor)).toMatchObject({ anslagOre: mill(0.9), resultatOre: mill(0.5) });
    await kjor(k, desember);
    const etter = await lesKommune(k.controller, (tx) => hentArstall(tx, AR));
    expect(etter.linjer.find((l) => l.enhetId === k.sor)).toMatchObject({ anslagOre: 0, resultatOre: mill(0.6) });
    expect(await som(k.controller, (tx) => foreslaAnslag(tx, { maned: desember, enhetId: k.nord, belopOre: 1, grunn: GRUNN }))).toBe('MANED_AVREGNET');
  });

  test('what was brought in from before is not revenue of the year', async () => {
    await vedta(await foreslatt());
    await kjor(k, JANUAR);
    const etter = await lesKommune(k.controller, (tx) => hentArstall(tx, AR + 1));
    expect(etter.enheter.find((e) => e.enhetId === k.sor)).toMatchObject({ innOre: SOR_UT, inntektOre: MILL });
  });
});

describe('who sees what', () => {
  test('a unit sees its own figures, another kommune none', async () => {
    await vedta(await foreslatt());
    const min = await lesKommune(k.leder, (tx) => hentArstall(tx, AR));
    expect(min.enheter.map((e) => e.enhetId)).toEqual([k.sor]);
    const kode = `overforing/${AR}/${await foreslattHos(k)}`;
    expect(await hentOverforingsspor(k.leder, kode, k.sor)).toMatchObject({ vedtak: { ar: AR }, linje: { bokforesOre: SOR_UT } });
    expect(await hentOverforingsspor(k.leder, kode, k.nord)).toBeNull();
    const [fremmed, id] = [await nyKommune([]), await foreslattHos(k)];
    expect(await som(fremmed.radmann, (tx) => vedtaOverforing(tx, id))).toBe('FINNES_IKKE');
    expect((await lesKommune(fremmed.radmann, (tx) => hentArstall(tx, AR))).overforinger).toEqual([]);
  });
  async function foreslattHos(kom: Kommune): Promise<number> {
    return (await db.query<{ id: number }>('select max(id) as id from overforing where kommune_id = $1', [kom.id])).rows[0]?.id ?? 0;
  }
});

test('the downloaded case gives the same figures in the control calculation', async () => {
  await vedta(await foreslatt());
  const [sak, { linjer }] = await lesKommune(k.controller, async (tx) => [await hentOverforingskontroll(tx, AR, k.ordning), await hentArstall(tx, AR)] as const);
  const svar = kontroller('overforing', JSON.stringify(sak));
  if (!svar.ok) throw new Error(JSON.stringify(svar.feil));
  const ut = svar.verdi as { enheter: { enhet: string; resultatOre: number; overforesOre: number; kommunenDekkerOre: number }[] };
  expect(ut.enheter).toEqual([
    ['NORD', k.nord] as const,
    ['SOR', k.sor] as const,
  ].map(([enhet, id]) => {
    const l = linjer.find((x) => x.enhetId === id);
    return { enhet, resultatOre: l?.resultatOre, overforesOre: l?.overforesOre, kommunenDekkerOre: l?.kommunenDekkerOre };
  }));
});
