import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kjorAvregning } from '#lib/avregning/avregning-service.ts';
import type { Regelstand } from '#lib/avregning/domain/lukkeregler.ts';
import { hentHindringer, hindringer } from '#lib/avregning/lukking-regler-service.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { lukkPool } from '#lib/server/db.ts';
import { lesKommune, type Utforende } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../oppsett/database.ts';
import { type Ider, settInn, settInnBesok } from './sett-inn.ts';
import type { TestKommune } from './tilfeldig-kommune.ts';

let db: pg.Client;
beforeAll(async () => {
  db = new pg.Client({ connectionString: testDatabase().superuserUrl, options: '-c timezone=UTC' });
  await db.connect();
});
afterAll(async () => {
  await db.end();
  await lukkPool();
});

const JAN = '2025-01' as Maned;
const BESOK = { oppdrag: 0, dato: '2025-01-20' as Dato, time: 8, minutt: 0, minutter: 60, planlagt: null, kategori: 'BRUKERRETTET', kvittert: true };
const KOMMUNE: TestKommune = {
  enheter: [{ gruppe: 'KOMMUNAL', langtid: 0 }],
  komponenter: [{ kode: 'time', volumkilde: 'UTFORT_TID', regler: {}, tjenester: [] }],
  priser: [{ komponent: 'time', gruppe: 'KOMMUNAL', niva: null, fom: JAN, tom: null, ore: 60_000 }],
  vedtak: [{ tjeneste: 'HJEMMESYKEPLEIE', omfang: { type: 'TIMER', minutter: 210, besok: 7, perUker: 1 }, fom: '2025-01-01' as Dato, tom: null, pauser: [] }],
  oppdrag: [{ vedtak: 0, enhet: 0, fom: '2025-01-01' as Dato, tom: null }],
  justeringer: [],
  besok: [BESOK],
  leveranser: [],
  opphold: [],
  regnskap: [],
};

test('what the board remembers is what it would find anew, whatever has changed since it was last looked at', async () => {
  const ider: Ider = await settInn(db, 590, KOMMUNE);
  const hvem: Utforende = { kommuneId: ider.kommune, kontoId: ider.controller, rolle: 'controller', enheter: null };
  const [enhet] = ider.enheter;
  const [ordning] = (await db.query<{ id: number }>(`select id from ordning where kommune_id = $1`, [ider.kommune])).rows;
  const naa = () => lesKommune(hvem, (tx) => hindringer({ ...tx, hvem: { ...hvem, rolle: 'system' } }, JAN));
  const sett = async (tekst: string, verdier: readonly unknown[] = []) => void (await db.query(tekst, [ider.kommune, ...verdier]));
  const sedd: Regelstand[][] = [];
  const endringer: (() => Promise<unknown>)[] = [
    () => kjorAvregning(hvem, JAN),
    () => settInnBesok(db, ider, KOMMUNE, [{ ...BESOK, dato: '2025-01-21' as Dato, kvittert: false }]),
    () => sett(`update besok set kvittert = true, kvittert_tid = now() where kommune_id = $1`),
    () => kjorAvregning(hvem, JAN),
    () => sett(`insert into uke_erklaring (kommune_id, enhet_id, uke, fom, tom, erklart, erklart_av) values ($1, $2, '2025-W01', '2025-01-01', '2025-03-31', now(), $3)`, [enhet, ider.controller]),
    () => sett(`delete from uke_erklaring where kommune_id = $1`),
    () => sett(`insert into manuell_linje (kommune_id, ordning_id, enhet_id, gjelder_maned, belop_ore, grunn, foreslatt_av, foreslatt) values ($1, $2, $3, '2025-01', 5000, 'rettelse', $4, now())`, [ordning?.id, enhet, ider.controller]),
    () => sett(`insert into innstilling (kommune_id, nokkel, fom, verdi) values ($1, 'lukkeregler', '2025-01-01', '{"IKKE_ERKLART": "VARSLER"}')`),
    () => sett(`update oppdrag set tom = '2025-01-20' where kommune_id = $1`),
  ];
  for (const gjor of endringer) {
    await gjor();
    const [husket, anew] = [await hentHindringer(hvem, JAN), await naa()];
    expect(husket).toEqual(anew);
    expect(await hentHindringer(hvem, JAN)).toBe(husket);
    sedd.push(husket);
  }
  // The changes are seen: a test where nothing ever differed would prove nothing.
  expect(new Set(sedd.map((s) => JSON.stringify(s))).size).toBeGreaterThanOrEqual(7);
});
