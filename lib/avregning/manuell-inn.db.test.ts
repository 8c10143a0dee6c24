import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { foreslaManuellHandling } from '#lib/avregning/actions-manuell.ts';
import { kjorAvregning } from '#lib/avregning/avregning-service.ts';
import { utforSteg } from '#lib/avregning/manuell-beslutning-service.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { lukkPool } from '#lib/server/db.ts';
import { type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { type Ider, settInn } from '../../test/avregning/sett-inn.ts';
import { testDatabase } from '../../test/oppsett/database.ts';

const okt = vi.hoisted(() => ({ naa: null as null | object }));
vi.mock('#lib/server/clock.ts', () => ({ naa: () => new Date('2025-04-10T10:00:00Z'), iDag: () => '2025-04-10' }));
vi.mock('#lib/server/okt.ts', () => ({ hentOkt: () => Promise.resolve(okt.naa), harTilgang: () => true }));
vi.mock('next-intl/server', () => ({ getTranslations: () => Promise.resolve((nokkel: string) => nokkel) }));
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }));

let db: pg.Client;
beforeAll(async () => {
  db = new pg.Client({ connectionString: testDatabase().superuserUrl, options: '-c timezone=UTC' });
  await db.connect();
});
afterAll(async () => {
  await db.end();
  await lukkPool();
});

const MARS = '2025-03' as Maned;
let neste = 9700;
let ider: Ider;
let kari: Utforende;

beforeEach(async () => {
  neste += 1;
  const vedtak = { tjeneste: 'HJEMMESYKEPLEIE', omfang: { type: 'TIMER' as const, minutter: 210, besok: 7, perUker: 1 }, fom: '2025-01-01' as Dato, tom: null, pauser: [] };
  ider = await settInn(db, neste, {
    enheter: [{ gruppe: 'KOMMUNAL', langtid: 0 }, { gruppe: 'KOMMUNAL', langtid: 0 }],
    komponenter: [{ kode: 'time', volumkilde: 'UTFORT_TID', regler: {}, tjenester: [] }],
    priser: [{ komponent: 'time', gruppe: 'KOMMUNAL', niva: null, fom: '2025-01' as Maned, tom: null, ore: 64_300 }],
    vedtak: [vedtak, vedtak],
    oppdrag: [0, 1].map((nr) => ({ vedtak: nr, enhet: nr, fom: '2025-01-01' as Dato, tom: null })),
    justeringer: [],
    besok: [0, 1].map((oppdrag) => ({ oppdrag, dato: '2025-03-20' as Dato, time: 8, minutt: 0, minutter: 60, planlagt: null, kategori: 'BRUKERRETTET' as const, kvittert: true })),
    leveranser: [],
    opphold: [],
    regnskap: [],
  });
  kari = { kommuneId: neste, kontoId: ider.controller, rolle: 'controller', enheter: null };
  okt.naa = kari;
});

const skjema = (enhet: number, belop: string) => ({ enhetOrdning: `${enhet}-${ider.ordning}`, gjelder: MARS, belop, type: 'FEILREGISTRERING', grunn: 'Timene ble ført på feil enhet', retterKomponent: '', retterVedtak: '' });
const send = (handlingId: string, data: ReturnType<typeof skjema>) => foreslaManuellHandling({ handlingId, ...data });
async function kjor(): Promise<void> {
  const svar = await kjorAvregning({ ...kari, kontoId: null, rolle: 'system' }, MARS);
  if (!svar.ok || svar.verdi.status !== 'FERDIG') throw new Error(JSON.stringify(svar));
}
async function tell(): Promise<number> {
  const { rows } = await db.query<{ n: number }>(`select count(*)::int as n from manuell_linje where kommune_id = $1`, [neste]);
  return rows[0]?.n ?? 0;
}

test('the same form sent twice is one line and the same answer; sent anew it is another', async () => {
  const [enhet = 0] = ider.enheter;
  const id = '00000000-0000-4000-8000-0000000097a1';
  const [en, to] = await Promise.all([send(id, skjema(enhet, '125,50')), send(id, skjema(enhet, '125,50'))]);
  expect(en).toMatchObject({ ok: true });
  expect(to).toEqual(en);
  expect(await send(id, skjema(enhet, '125,50'))).toEqual(en);
  expect(await tell()).toBe(1);
  expect(await send('00000000-0000-4000-8000-0000000097a2', skjema(enhet, '125,50'))).toMatchObject({ ok: true });
  expect(await tell()).toBe(2);
});

test('a line at a unit where the scheme covers fewer services than elsewhere is posted there, once', async () => {
  const [, sor = 0] = ider.enheter;
  // The core now reads the scheme as two: the units no longer cover the same services.
  await db.query(`delete from ordning_dekning where kommune_id = $1 and enhet_id = $2 and tjeneste <> 'HJEMMESYKEPLEIE'`, [neste, sor]);
  const svar = await send('00000000-0000-4000-8000-0000000097b1', skjema(sor, '−125,50'));
  if (!svar.ok) throw new Error(JSON.stringify(svar));
  await withKommune({ ...kari, kontoId: ider.godkjenner }, (tx) => utforSteg(tx, { slag: 'MANUELL', id: (svar.verdi as { id: number }).id, steg: 'GODKJENN' }));
  await kjor();
  await kjor();
  const { rows } = await db.query(
    `select ordning_id as ordning, enhet_id as enhet, komponent like 'manuell/%' as manuell, sum(belop_ore)::int as ore, count(*)::int as antall
     from avregning_linje where kommune_id = $1 and enhet_id = $2 and komponent <> 'ramme' group by 1, 2, 3 order by 3`, [neste, sor]);
  expect(rows).toEqual([
    { ordning: ider.ordning, enhet: sor, manuell: false, ore: 64_300, antall: 1 },
    { ordning: ider.ordning, enhet: sor, manuell: true, ore: -12_550, antall: 1 },
  ]);
});
