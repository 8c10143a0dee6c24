import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { kjorAvregning } from '#lib/avregning/avregning-service.ts';
import { utforSteg } from '#lib/avregning/manuell-beslutning-service.ts';
import { foreslaManuell, forklarManuelle, hentManuelle, ventendeManuelle } from '#lib/avregning/manuell-service.ts';
import { foreslaStipulert, foreslattVolum, hentStipuleringsvalg, ventendeStipulerte } from '#lib/avregning/stipulert-service.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { tilDesimal } from '#lib/core/brok.ts';
import { lukkPool } from '#lib/server/db.ts';
import { lesKommune, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { type Ider, settInn, settInnBesok } from '../../test/avregning/sett-inn.ts';
import type { TestKommune } from '../../test/avregning/tilfeldig-kommune.ts';
import { testDatabase } from '../../test/oppsett/database.ts';

const klokke = vi.hoisted(() => ({ dag: '2025-04-10' }));
vi.mock('#lib/server/clock.ts', () => ({ naa: () => new Date(`${klokke.dag}T10:00:00Z`), iDag: () => klokke.dag }));

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
const PRIS = 64_300;
let neste = 700;
let k: TestKommune;
let ider: Ider;
let kari: Utforende;
let roar: Utforende;

const besok = (dato: string, minutter: number) => ({ oppdrag: 0, dato: dato as Dato, time: 8, minutt: 0, minutter, planlagt: null, kategori: 'BRUKERRETTET' as const, kvittert: true });

beforeEach(async () => {
  neste += 1;
  k = {
    enheter: [{ gruppe: 'KOMMUNAL', langtid: 0 }],
    komponenter: [{ kode: 'time', volumkilde: 'UTFORT_TID', regler: {}, tjenester: [] }],
    priser: [{ komponent: 'time', gruppe: 'KOMMUNAL', niva: null, fom: m('2025-01'), tom: null, ore: PRIS }],
    vedtak: [{ tjeneste: 'HJEMMESYKEPLEIE', omfang: { type: 'TIMER', minutter: 210, besok: 7, perUker: 1 }, fom: '2025-01-01' as Dato, tom: null, pauser: [] }],
    oppdrag: [{ vedtak: 0, enhet: 0, fom: '2025-01-01' as Dato, tom: null }],
    justeringer: [],
    besok: [besok('2025-01-20', 60), besok('2025-02-20', 120), besok('2025-03-20', 60)],
    leveranser: [],
    opphold: [],
    regnskap: [],
  };
  ider = await settInn(db, neste, k);
  kari = { kommuneId: neste, kontoId: ider.controller, rolle: 'controller', enheter: null };
  roar = { ...kari, kontoId: ider.godkjenner };
});

const enhet = (): number => ider.enheter[0] ?? 0;
const linje = (gjelder: string, belop: number, type: 'FEILREGISTRERING' | 'ETTER_FRIST' = 'FEILREGISTRERING') => ({ enhetOrdning: `${enhet()}-${ider.ordning}`, gjelder: m(gjelder), belop, type, grunn: 'Timene ble ført på feil enhet', retterKomponent: 'time', retterVedtak: null });
const foresla = (hvem: Utforende, data: ReturnType<typeof linje>) => withKommune(hvem, (tx) => foreslaManuell(tx, data));
const steg = (hvem: Utforende, slag: 'MANUELL' | 'STIPULERT', id: number, hvilket: 'GODKJENN' | 'GODKJENN_TREKK') => withKommune(hvem, (tx) => utforSteg(tx, { slag, id, steg: hvilket }));
const begrunnet = (hvem: Utforende, slag: 'MANUELL' | 'STIPULERT', id: number, hvilket: 'AVSLA' | 'FORESLA_TREKK' | 'AVSLA_TREKK') => withKommune(hvem, (tx) => utforSteg(tx, { slag, id, steg: hvilket, grunn: 'Den var likevel riktig' }));
const idFra = (svar: Awaited<ReturnType<typeof foresla>>): number => {
  if (!svar.ok) throw new Error(JSON.stringify(svar.feil));
  return svar.verdi.id;
};

async function kjor(maned: string): Promise<number> {
  const svar = await kjorAvregning({ ...kari, kontoId: null, rolle: 'system' }, m(maned));
  if (!svar.ok || svar.verdi.status !== 'FERDIG') throw new Error(JSON.stringify(svar));
  return svar.verdi.antallLinjer;
}
async function sum(gjelder: string, komponent = '%'): Promise<number> {
  const { rows } = await db.query<{ s: string }>(`select coalesce(sum(belop_ore), 0) as s from avregning_linje where kommune_id = $1 and gjelder_maned = $2 and komponent like $3 and komponent <> 'ramme'`, [neste, gjelder, komponent]);
  return Number(rows[0]?.s);
}

describe('a manual line', () => {
  test('counts when another controller has approved it, until two have withdrawn it', async () => {
    const id = idFra(await foresla(kari, linje('2025-03', -12_345)));
    await kjor('2025-03');
    expect(await sum('2025-03', 'manuell/%')).toBe(0);
    expect(await steg(roar, 'MANUELL', id, 'GODKJENN')).toMatchObject({ ok: true });
    expect(await kjor('2025-03')).toBe(1);
    expect(await sum('2025-03', `manuell/${id}`)).toBe(-12_345);
    expect(await kjor('2025-03')).toBe(0);
    expect(await begrunnet(roar, 'MANUELL', id, 'FORESLA_TREKK')).toMatchObject({ ok: true });
    await kjor('2025-03');
    expect(await sum('2025-03', `manuell/${id}`)).toBe(-12_345);
    expect(await steg(kari, 'MANUELL', id, 'GODKJENN_TREKK')).toMatchObject({ ok: true });
    await kjor('2025-04');
    expect(await sum('2025-03', `manuell/${id}`)).toBe(0);
    expect(await sum('2025-03')).toBe(PRIS);
  });

  test('is decided by two people, also where the code is gone around', async () => {
    const id = idFra(await foresla(kari, linje('2025-03', 100)));
    expect(await steg(kari, 'MANUELL', id, 'GODKJENN')).toEqual({ ok: false, feil: [{ grunn: 'SAMME_PERSON' }] });
    await expect(db.query(`update manuell_linje set godkjent = now(), godkjent_av = foreslatt_av where id = $1`, [id])).rejects.toThrow('manuell_to_personer');
    await expect(db.query(`update manuell_linje set avslatt = now(), avslatt_av = foreslatt_av where id = $1`, [id])).rejects.toThrow('manuell_avslag_to_personer');
    await steg(roar, 'MANUELL', id, 'GODKJENN');
    await begrunnet(kari, 'MANUELL', id, 'FORESLA_TREKK');
    expect(await steg(kari, 'MANUELL', id, 'GODKJENN_TREKK')).toEqual({ ok: false, feil: [{ grunn: 'SAMME_PERSON' }] });
    await expect(db.query(`update manuell_linje set trukket = now(), trukket_av = trekk_foreslatt_av where id = $1`, [id])).rejects.toThrow('manuell_trekk_to_personer');
    expect(await begrunnet(roar, 'MANUELL', id, 'AVSLA_TREKK')).toMatchObject({ ok: true });
    expect((await lesKommune(kari, (tx) => hentManuelle(tx, m('2025-03'), 'nb')))[0]).toMatchObject({ tilstand: 'I_KRAFT' });
  });

  test('two who decide at once: one does, the other is told', async () => {
    const id = idFra(await foresla(kari, linje('2025-03', 100)));
    const tredje = { ...roar };
    const svar = await Promise.all([steg(roar, 'MANUELL', id, 'GODKJENN'), begrunnet(tredje, 'MANUELL', id, 'AVSLA')]);
    expect(svar.filter((s) => s.ok)).toHaveLength(1);
    expect(svar.find((s) => !s.ok)).toEqual({ ok: false, feil: [{ grunn: 'ALLEREDE_AVGJORT' }] });
  });

  test('of a month past its deadline is posted alone, and nothing else of the month moves', async () => {
    klokke.dag = '2026-03-10';
    try {
      await kjor('2025-04');
      expect(await foresla(kari, linje('2025-03', 500))).toEqual({ ok: false, feil: [{ grunn: 'FRIST_UTE', felt: 'type' }] });
      const id = idFra(await foresla(kari, linje('2025-03', 500, 'ETTER_FRIST')));
      await steg(roar, 'MANUELL', id, 'GODKJENN');
      await settInnBesok(db, ider, k, [besok('2025-03-21', 60)]);
      await kjor('2026-03');
      expect(await sum('2025-03', `manuell/${id}`)).toBe(500);
      expect(await sum('2025-03', 'time')).toBe(PRIS);
      expect(await kjor('2026-03')).toBe(0);
      await begrunnet(roar, 'MANUELL', id, 'FORESLA_TREKK');
      await steg(kari, 'MANUELL', id, 'GODKJENN_TREKK');
      await kjor('2026-03');
      expect(await sum('2025-03')).toBe(PRIS);
    } finally {
      klokke.dag = '2025-04-10';
    }
  });

  test('waits on the page of approvals with who proposed it, and tells who and why afterwards', async () => {
    const id = idFra(await foresla(kari, linje('2025-03', 2_500)));
    expect(await lesKommune(roar, ventendeManuelle)).toEqual([expect.objectContaining({ slag: 'MANUELL_LINJE', id, belopOre: 2_500, foreslattAv: ider.controller, href: '/avregning/2025-03/manuelle' })]);
    await steg(roar, 'MANUELL', id, 'GODKJENN');
    expect(await lesKommune(roar, ventendeManuelle)).toEqual([]);
    expect(await lesKommune(kari, (tx) => forklarManuelle(tx, [`manuell/${id}`, 'time'], 'nb'))).toMatchObject([{ grunn: 'Timene ble ført på feil enhet', foreslatt: { navn: 'Kari' }, godkjent: { navn: 'Roar' }, ledd: 'time' }]);
  });

  test('of another kommune is neither seen nor decided', async () => {
    const id = idFra(await foresla(kari, linje('2025-03', 100)));
    expect(await steg({ ...roar, kommuneId: 1 }, 'MANUELL', id, 'GODKJENN')).toEqual({ ok: false, feil: [{ grunn: 'FINNES_IKKE' }] });
    expect(await foresla({ ...kari, kommuneId: neste }, { ...linje('2025-03', 100), enhetOrdning: `999999-${ider.ordning}` })).toEqual({ ok: false, feil: [{ grunn: 'INGEN_ORDNING', felt: 'enhetOrdning' }] });
  });
});

describe('a stipulated volume', () => {
  const maal = () => `${enhet()}-${ider.ordning}-time`;
  const stipuler = (volum: string, gjelder = '2025-03') => withKommune(kari, (tx) => foreslaStipulert(tx, { maal: maal(), gjelder: m(gjelder), volum, grunnlag: 'SNITT' as const, grunn: 'Registreringen sviktet' }));

  test('is paid exactly while it stands, also as registrations come late, and the registered exactly after', async () => {
    await kjor('2025-03');
    const id = idFra(await stipuler('10.25'));
    await steg(roar, 'STIPULERT', id, 'GODKJENN');
    await kjor('2025-03');
    const stipulert = Math.round(10.25 * PRIS);
    expect(await sum('2025-03')).toBe(stipulert);
    expect(await sum('2025-03', 'time')).toBe(PRIS);
    await settInnBesok(db, ider, k, [besok('2025-03-25', 90)]);
    await kjor('2025-04');
    expect(await sum('2025-03')).toBe(stipulert);
    expect(await sum('2025-03', 'time')).toBe(Math.round(2.5 * PRIS));
    await begrunnet(roar, 'STIPULERT', id, 'FORESLA_TREKK');
    await steg(kari, 'STIPULERT', id, 'GODKJENN_TREKK');
    await kjor('2025-04');
    expect(await sum('2025-03')).toBe(Math.round(2.5 * PRIS));
    expect(await kjor('2025-04')).toBe(0);
    const { rows } = await db.query(`select distinct bokfort_maned as maned, linjetype from avregning_linje where kommune_id = $1 and komponent = $2 order by 1`, [neste, `manuell/stipulert-${id}`]);
    expect(rows).toEqual([{ maned: '2025-03', linjetype: 'MANUELL' }, { maned: '2025-04', linjetype: 'MANUELL' }]);
  });

  test('one at a time for a unit, component and month; proposed once more when it is gone', async () => {
    const id = idFra(await stipuler('5'));
    expect(await stipuler('6')).toEqual({ ok: false, feil: [{ grunn: 'STIPULERT_FRA_FOR', felt: 'maal' }] });
    await begrunnet(roar, 'STIPULERT', id, 'AVSLA');
    expect(await stipuler('6')).toMatchObject({ ok: true });
  });

  test('is refused where the scheme does not let volumes be stipulated, and counts where it does', async () => {
    await db.query(`update ordning set regler = regler - 'stipulering' where id = $1`, [ider.ordning]);
    expect(await stipuler('5')).toEqual({ ok: false, feil: [{ grunn: 'ORDNINGEN_STIPULERER_IKKE', felt: 'maal' }] });
    expect(await lesKommune(kari, (tx) => hentStipuleringsvalg(tx, m('2025-03'), enhet(), 'nb'))).toEqual({ enheter: [], komponenter: [] });
    await db.query(`update ordning set regler = jsonb_set(regler, '{stipulering}', 'true') where id = $1`, [ider.ordning]);
    expect(await stipuler('5')).toMatchObject({ ok: true });
  });

  test('is proposed as the mean of three months, and as the granted volume where there are none', async () => {
    const v = { enhetId: enhet(), ordningId: ider.ordning, komponent: 'time', gjelderManed: m('2025-03') };
    expect(tilDesimal((await foreslattVolum(kari, v))?.volum ?? { t: 0n, n: 1n })).toBe('15.5000');
    await kjor('2025-03');
    expect(await foreslattVolum(kari, v)).toMatchObject({ grunnlag: 'SNITT' });
    expect(tilDesimal((await foreslattVolum(kari, v))?.volum ?? { t: 0n, n: 1n })).toBe('1.5000');
  });

  test('is refused for a month past its deadline, for what has no price, and by the one who proposed it', async () => {
    expect(await stipuler('5', '2025-05')).toEqual({ ok: false, feil: [{ grunn: 'FREMTIDIG_MANED', felt: 'gjelder' }] });
    const id = idFra(await stipuler('5'));
    expect(await lesKommune(roar, ventendeStipulerte)).toEqual([expect.objectContaining({ slag: 'STIPULERT', id })]);
    expect(await steg(kari, 'STIPULERT', id, 'GODKJENN')).toEqual({ ok: false, feil: [{ grunn: 'SAMME_PERSON' }] });
    await expect(db.query(`update stipulert_volum set godkjent = now(), godkjent_av = foreslatt_av where id = $1`, [id])).rejects.toThrow('stipulert_to_personer');
    klokke.dag = '2026-03-10';
    expect(await steg(roar, 'STIPULERT', id, 'GODKJENN')).toEqual({ ok: false, feil: [{ grunn: 'FRIST_UTE_STIPULERT' }] });
    klokke.dag = '2025-04-10';
    await db.query(`delete from pris where kommune_id = $1`, [neste]);
    await begrunnet(roar, 'STIPULERT', id, 'AVSLA');
    expect(await stipuler('6')).toEqual({ ok: false, feil: [{ grunn: 'PRIS_MANGLER', felt: 'maal' }] });
  });
});
