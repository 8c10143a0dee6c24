import { afterAll, expect, test } from 'vitest';
import { avregnHistorie } from '#lib/demo/avregn-historie.ts';
import { erLastet, lastDemo, medEier, merkLastet, tomDatabasen } from '#lib/demo/demo-service.ts';
import { forUt } from '#lib/demo/for-bilag.ts';
import { KOMMUNER } from '#lib/demo/domain/oppsett.ts';
import { forKontrakter } from '#lib/demo/for-kontrakter.ts';
import { forVedtakssak } from '#lib/demo/for-vedtakssak.ts';
import { settKalenderIKraft } from '#lib/demo/kalender-historie.ts';
import { lukkPool } from '#lib/server/db.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import { env } from '#lib/server/env.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

const FJELLVIK = KOMMUNER.slice(1);
const HVEM = { kommuneId: 2, kontoId: null, rolle: 'revisor', enheter: null } as const;

afterAll(lukkPool);

test('a small kommune is loaded, settled month by month, and counts only when all of it is there', async () => {
  await medEier(env().databaseOwnerUrl, async (klient) => {
    await lastDemo(klient, naa().getTime(), FJELLVIK);
    expect(await erLastet(klient)).toBe(false);
    // a load that was killed before its last row is loaded again
    const { kommuner, besok } = await lastDemo(klient, naa().getTime(), FJELLVIK);
    expect(besok).toBeGreaterThan(40_000);
    for (const kommune of kommuner) {
      expect(await avregnHistorie(kommune)).toBeGreaterThan(2_000);
      // every unit of its own, once the month's last week is behind them; in the first days of a month none has had to
      const erklart = await settKalenderIKraft(kommune);
      const egne = FJELLVIK[0]?.enheter.filter((e) => e.type === 'UTFORER' && e.eierform !== 'PRIVAT').length ?? 0;
      expect(Number(iDag().slice(8)) > 14 ? erklart : Math.max(erklart, egne)).toBe(egne);
      // the last settled month is left for whoever looks
      expect(await forUt(kommune)).toBeGreaterThanOrEqual(23);
      expect(await forVedtakssak(kommune)).toBeGreaterThan(3);
      expect(await forKontrakter(kommune)).toBe(3);
    }
    await merkLastet(klient, naa());
    expect(await erLastet(klient)).toBe(true);
  });

  const status = await lesKommune(HVEM, (tx) => tx.alle<{ status: string; antall: number }>(sql`
    select status, count(*) as antall from maned_status where kommune_id = ${tx.hvem.kommuneId} group by status order by status`));
  expect(status).toEqual([{ status: 'AVREGNET', antall: 2 }, { status: 'LUKKET', antall: 22 }]);

  const rettelser = await lesKommune(HVEM, (tx) => tx.en<{ antall: number; ned: number }>(sql`
    select count(*) as antall, count(*) filter (where belop_ore < 0) as ned from avregning_linje
    where kommune_id = ${tx.hvem.kommuneId} and gjelder_maned < bokfort_maned`));
  expect(rettelser?.antall).toBeGreaterThan(0);

  // last year is over: its carry-over is decided, posted in January, on a day that has come
  const overfort = await lesKommune(HVEM, (tx) => tx.en<{ linjer: number; vedtak: number; kommet: boolean }>(sql`
    select (select count(*) from avregning_linje where kommune_id = ${tx.hvem.kommuneId} and linjetype = 'OVERFORING' and bokfort_maned like '%-01') as linjer,
      count(*) as vedtak, max(avgjort) <= ${naa()} as kommet from overforing where kommune_id = ${tx.hvem.kommuneId} and status = 'VEDTATT' and avgjort_av <> foreslatt_av`));
  expect(overfort).toEqual({ linjer: 2, vedtak: 1, kommet: true });

  const utenfor = await lesKommune(HVEM, (tx) => tx.en<{ antall: number }>(sql`
    select count(*) as antall from oppdrag o where kommune_id = ${tx.hvem.kommuneId}
      and not exists (select 1 from vedtak_virkning w where w.kommune_id = o.kommune_id and w.vedtak_id = o.vedtak_id and w.gjeldende)`));
  expect(utenfor?.antall).toBe(0);
}, 60_000);

test('a database with a kommune that is not a demo is never emptied', async () => {
  await medEier(env().databaseOwnerUrl, async (klient) => {
    await klient.query(`INSERT INTO kommune (id, navn, innbyggere, demo) VALUES (9, 'Ekte', 1000, false)`);
    await expect(tomDatabasen(klient)).rejects.toThrow('ikke er demo');
  });
});
