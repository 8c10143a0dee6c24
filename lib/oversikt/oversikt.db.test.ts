import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maned } from '#lib/core/maned.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';
import { hentAvvik } from './avvik-service.ts';
import { hentOversikt } from './oversikt-service.ts';

let k: LitenKommune;
let radmann: Utforende;

beforeAll(async () => {
  k = await lagLitenKommune(1);
  const nabo = await lagLitenKommune(2);
  radmann = { kommuneId: 1, kontoId: null, rolle: 'radmann', enheter: null };
  for (const en of [k, nabo]) {
    await withKommune(en.controller, async (tx) => {
      await tx.kjor(sql`insert into ordning (id, kommune_id, kode, navn, fom_maned) values (${en.kommuneId}, ${en.kommuneId}, 'hjemme', 'Hjemme', '2026-01')`);
      for (const enhet of [en.nord, en.sor]) {
        for (const m of ['2026-01', '2026-02']) {
          await tx.kjor(sql`insert into budsjett (kommune_id, versjon, ordning_id, komponent, enhet_id, maned, volum, pris_ore, vedtatt_dato)
            values (${en.kommuneId}, 1, ${en.kommuneId}, 'time', ${enhet}, ${m}, 50, 66800, '2025-12-10'), (${en.kommuneId}, 2, ${en.kommuneId}, 'time', ${enhet}, ${m}, 100, 66800, '2026-02-10')`);
          // February's line is posted in two runs; the second corrects.
          await tx.kjor(sql`insert into avregning_sum (kommune_id, avregning_id, ordning_id, enhet_id, komponent, tjeneste, gjelder_maned, bokfort_maned, antall_vedtak, volum, belop_ore)
            values (${en.kommuneId}, 1, ${en.kommuneId}, ${enhet}, 'time', 'HJEMMESYKEPLEIE', ${m}, ${m}, 20, 104, 6947200), (${en.kommuneId}, 2, ${en.kommuneId}, ${enhet}, 'time', 'HJEMMESYKEPLEIE', ${m}, '2026-02', 2, 1, 66800)`);
        }
      }
      await tx.kjor(sql`insert into maned_status (kommune_id, maned, status, endret) values (${en.kommuneId}, '2026-01', 'LUKKET', now()), (${en.kommuneId}, '2026-02', 'AVREGNET', now())`);
      await tx.kjor(sql`insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id) values (${en.kommuneId}, ${en.nord}, '2026-01', '254', '010', 13000000, 'T', '1')`);
    });
  }
});
afterAll(lukkPool);

describe('the rådmann’s picture', () => {
  test('the newest settled month against the newest budget, in the month the service was delivered', async () => {
    const bilde = await lesKommune(radmann, (tx) => hentOversikt(tx, null));
    expect(bilde?.maned).toBe('2026-02');
    expect(bilde?.manedenstall).toMatchObject({ budsjettOre: 13_360_000, faktiskOre: 14_028_000, volumOre: 668_000, prisOre: 0 });
    expect(bilde?.hittil.avvikOre).toBe(1_336_000);
    expect(bilde?.kumulativt.map((p) => p.avvikOre)).toEqual([668_000, 1_336_000]);
  });

  test('a chosen month, and each unit’s part with its booked cost', async () => {
    const bilde = await lesKommune(radmann, (tx) => hentOversikt(tx, maned('2026-01')));
    expect(bilde?.maned).toBe('2026-01');
    expect(bilde?.enheter.map((e) => [e.navn[0], e.avvikOre, e.kostnadOre])).toEqual([['Nord', 334_000, 13_000_000], ['Sør', 334_000, null]]);
  });

  test('a unit whose accounts lack a month has no cost to set against the revenue of them all, and nothing is said of the units together', async () => {
    const [februar, januar] = [await lesKommune(radmann, (tx) => hentOversikt(tx, null)), await lesKommune(radmann, (tx) => hentOversikt(tx, maned('2026-01')))];
    expect(februar?.enheter.map((e) => e.kostnadOre)).toEqual([null, null]);
    expect([februar?.utforerOre, januar?.utforerOre]).toEqual([null, null]);
    await withKommune(k.controller, (tx) => tx.kjor(sql`insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id) values (1, ${k.sor}, '2026-01', '254', '010', 8000000, 'T', '2')`));
    const begge = await lesKommune(radmann, async (tx) => [await hentOversikt(tx, maned('2026-01')), await hentAvvik(tx, { maned: maned('2026-01'), periode: 'hittil', enhetId: null, gruppe: null })] as const);
    expect(begge[0]?.utforerOre).toBe(21_000_000 - 2 * 6_947_200 - 2 * 66_800);
    // the deviation board's own figure
    expect((begge[1]?.utforer?.avvikOre ?? 0) + (begge[1]?.udeltOre ?? 0)).toBe(begge[0]?.utforerOre);
  });

  test('an unsettled month is not invented: the newest settled one is shown', async () => {
    expect((await lesKommune(radmann, (tx) => hentOversikt(tx, maned('2026-11'))))?.maned).toBe('2026-02');
  });

  test('a kommune that has not settled anything has no picture', async () => {
    const tom = await lagLitenKommune(3);
    expect(await lesKommune({ ...radmann, kommuneId: tom.kommuneId }, (tx) => hentOversikt(tx, null))).toBeNull();
  });

  test('the rådmann reaches no person, no vedtak and no line', async () => {
    const antall = await lesKommune(radmann, (tx) => tx.en<{ n: number }>(sql`select (select count(*) from mottaker) + (select count(*) from mottaker_identitet) + (select count(*) from vedtak) + (select count(*) from avregning_linje) as n`));
    expect(antall?.n).toBe(0);
  });
});
