import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { finnApneManeder } from '#lib/avregning/fakta-service.ts';
import { lasOgLesStilling } from '#lib/avregning/avregning-repo.ts';
import { hentKorreksjonsfrist, settKorreksjonsfrist } from '#lib/avregning/korreksjonsfrist-service.ts';
import { finnArsoppgjorsfrist } from '#lib/avvik/arsfrist-service.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { finnOrdningsbok, finnRegelverk } from '#lib/grunnlag/grunnlag-repo.ts';
import { lukkPool } from '#lib/server/db.ts';
import { lesKommune, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { hentManederEtterArsslutt } from '#lib/utfort-tid/las-service.ts';
import { settInn } from '../../test/avregning/sett-inn.ts';
import { testDatabase } from '../../test/oppsett/database.ts';

const klokke = vi.hoisted(() => ({ dag: '2025-06-15' }));
vi.mock('#lib/server/clock.ts', () => ({ naa: () => new Date(`${klokke.dag}T10:00:00Z`), iDag: () => klokke.dag }));

const KOMMUNE = 9790;
let db: pg.Client;
let kari: Utforende;
beforeAll(async () => {
  db = new pg.Client({ connectionString: testDatabase().superuserUrl });
  await db.connect();
  const { controller } = await settInn(db, KOMMUNE, { enheter: [{ gruppe: 'KOMMUNAL', langtid: 0 }], komponenter: [], priser: [], vedtak: [], oppdrag: [], justeringer: [], besok: [], leveranser: [], opphold: [], regnskap: [] });
  kari = { kommuneId: KOMMUNE, kontoId: controller, rolle: 'controller', enheter: null };
});
afterAll(async () => {
  await db.end();
  await lukkPool();
});

/** What each reader of the setting says of last year on a day: registrations, the run's three ways in, and the closing of the accounts. */
function lesere(dag: Dato, maned: Maned) {
  return lesKommune(kari, async (tx) => ({
    registrering: await hentManederEtterArsslutt(tx, dag),
    apne: (await finnApneManeder(tx, maned, await finnOrdningsbok(tx)))[0],
    regelverk: (await finnRegelverk(tx, dag)).korreksjonsfrist,
    stilling: (await lasOgLesStilling(tx, maned)).frist,
    arsslutt: await finnArsoppgjorsfrist(tx, 2025),
  }));
}

test('every reader closes a year by what was chosen on its last day, whatever was typed after', async () => {
  await withKommune(kari, (tx) => settKorreksjonsfrist(tx, 3));
  expect(await lesKommune(kari, hentKorreksjonsfrist)).toEqual({ ar: 2025, maneder: 3 });
  klokke.dag = '2026-01-15';
  await withKommune(kari, (tx) => settKorreksjonsfrist(tx, 0));
  for (const [dag, maned] of [['2026-01-20', '2026-01'], ['2026-03-31', '2026-03']] as const) {
    expect(await lesere(dag as Dato, maned as Maned)).toEqual({
      registrering: 3, apne: '2025-01', regelverk: { manederEtterArsslutt: 3 }, stilling: { manederEtterArsslutt: 3 }, arsslutt: { manederEtterArsslutt: 3, sisteManed: '2026-03' },
    });
  }
  expect((await lesere('2026-04-01' as Dato, '2026-04' as Maned)).apne).toBe('2026-01');
  expect(await lesKommune(kari, (tx) => finnArsoppgjorsfrist(tx, 2026))).toEqual({ manederEtterArsslutt: 0, sisteManed: '2026-12' });
  expect(await lesKommune(kari, (tx) => hentManederEtterArsslutt(tx, '2027-01-02' as Dato))).toBe(0);
});
