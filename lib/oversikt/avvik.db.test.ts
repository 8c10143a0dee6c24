import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maned } from '#lib/core/maned.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, type Utforende } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { lagLitenKommune, type LitenKommune } from '../../test/oppsett/liten-kommune.ts';
import { finnArsaker, finnArsakerAret } from './avvik-repo.ts';
import { hentAvvik } from './avvik-service.ts';
import { hentOversikt } from './oversikt-service.ts';

let k: LitenKommune;
let radmann: Utforende;
const FRA = maned('2026-02');
const ALT = { maned: FRA, periode: 'maned', enhetId: null, gruppe: null } as const;

/** Twenty recipients at Nord and twenty at Sør, ten hours each in February at 600 kr last year and 630 kr this; one at Sør is new, one stopped, one has twice as much; and Nord corrected one late. */
beforeAll(async () => {
  k = await lagLitenKommune(51);
  await lagLitenKommune(52);
  radmann = { kommuneId: 51, kontoId: null, rolle: 'radmann', enheter: null };
  await withClient(testDatabase().superuserUrl, async (klient) => {
    await klient.query(`insert into ordning (id, kommune_id, kode, navn, fom_maned) values (51, 51, 'hjemme', 'Hjemme', '2025-01')`);
    await klient.query(`insert into maned_status (kommune_id, maned, status, endret) values (51, '2025-02', 'AVREGNET', now()), (51, '2026-02', 'AVREGNET', now())`);
    for (let i = 1; i <= 42; i += 1) {
      const id = 51_000 + i;
      await klient.query(`insert into mottaker (id, kommune_id, pseudonym, fodselsar) values (${id}, 51, 'M-${id}', 1940)`);
      await klient.query(`insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, begrunnelse, hjemmel, fattet, fattet_dato)
        values (${id}, 51, 'V-${id}', ${id}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 600, 'x', 'x', now(), '2025-01-01')`);
      const enhet = i <= 20 ? k.nord : k.sor;
      const linje = (m: string, bokfort: string, timer: number, pris: number, kjoring: number) =>
        klient.query(`insert into avregning_linje (kommune_id, avregning_id, ordning_id, enhet_id, komponent, vedtak_id, gjelder_maned, bokfort_maned, volum, pris_ore, belop_ore)
          values (51, ${kjoring}, 51, ${enhet}, 'time', ${id}, '${m}', '${bokfort}', ${timer}, ${pris}, ${timer * pris})`);
      if (i !== 41) await linje('2025-02', '2025-02', 10, 60_000, 1);
      if (i !== 42) await linje('2026-02', '2026-02', i === 40 ? 20 : 10, 63_000, 2);
      if (i === 1) await linje('2026-02', '2026-03', 1, 63_000, 3);
    }
    await klient.query(`insert into avregning_sum (kommune_id, avregning_id, ordning_id, enhet_id, komponent, tjeneste, gjelder_maned, bokfort_maned, antall_vedtak, volum, belop_ore)
      select kommune_id, avregning_id, ordning_id, enhet_id, komponent, 'HJEMMESYKEPLEIE', gjelder_maned, bokfort_maned, count(*), sum(volum), sum(belop_ore) from avregning_linje where kommune_id = 51 group by 1, 2, 3, 4, 5, 7, 8`);
    for (const enhet of [k.nord, k.sor]) {
      await klient.query(`insert into budsjett (kommune_id, versjon, ordning_id, komponent, enhet_id, maned, volum, pris_ore, vedtatt_dato) values (51, 1, 51, 'time', ${enhet}, '2026-02', 200, 62000, '2025-12-10')`);
      await klient.query(`insert into enhetsbudsjett (kommune_id, versjon, enhet_id, maned, ore) values (51, 1, ${enhet}, '2026-02', 12000000)`);
      for (const [m, ore, min] of [['2025-02', 12_000_000, 14_400], ['2026-02', 13_000_000, 15_000]] as const) {
        await klient.query(`insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id) values (51, ${enhet}, '${m}', '254', '010', ${ore}, 'T', '${enhet}${m}')`);
        await klient.query(`insert into timeverk (kommune_id, enhet_id, maned, type, minutter, kilde, kilde_id) values (51, ${enhet}, '${m}', 'ORDINAR', ${min}, 'T', '${enhet}${m}')`);
      }
    }
  });
});
afterAll(lukkPool);

describe('the deviation board', () => {
  test('volume, mix and price sum to the deviation, and it is the overview’s own figure', async () => {
    const [side, oversikt] = await lesKommune(k.controller, async (tx) => [await hentAvvik(tx, ALT), await hentOversikt(tx, FRA)] as const);
    const s = side?.sum;
    expect(s).toEqual(oversikt?.manedenstall);
    expect((s?.volumOre ?? 0) + (s?.miksOre ?? 0) + (s?.prisOre ?? 0)).toBe(s?.avvikOre);
    expect(side?.ledd.reduce((a, l) => a + (l.tall?.avvikOre ?? 0), 0)).toBe(s?.avvikOre);
    expect(side?.enheter.reduce((a, e) => a + (e.tall?.avvikOre ?? 0), 0)).toBe(s?.avvikOre);
  });

  test('each cause with its recipients and kroner: new, ended, more, dearer, corrected late; with the budget’s own distance they are the deviation', async () => {
    const side = await lesKommune(k.controller, (tx) => hentAvvik(tx, ALT));
    const arsak = new Map(side?.arsaker?.map((a) => [a.arsak, a.tall]));
    expect(arsak.get('NY')).toEqual({ antall: 1, ore: 630_000 });
    expect(arsak.get('AVSLUTTET')).toEqual({ antall: 1, ore: -600_000 });
    expect(arsak.get('OKT')).toEqual({ antall: 1, ore: 600_000 });
    expect(arsak.get('PRIS')).toEqual({ antall: 40, ore: 41 * 10 * 3_000 });
    expect(arsak.get('RETTELSE')).toEqual({ antall: 1, ore: 63_000 });
    expect([...arsak.values()].reduce((s, a) => s + (a?.ore ?? 0), side?.restOre ?? 0)).toBe(side?.sum.avvikOre);
  });

  test('the provider’s parts sum to cost less revenue', async () => {
    const side = await lesKommune(k.controller, (tx) => hentAvvik(tx, ALT));
    const u = side?.utforer;
    expect((u?.effektivitetOre ?? 0) + (u?.lonnOre ?? 0) + (u?.annetOre ?? 0) + (u?.prisdekningOre ?? 0)).toBe(u?.avvikOre);
    expect(u?.avvikOre).toBe(26_000_000 - (side?.sum.faktiskOre ?? 0));
  });

  test('the rådmann is not told what one recipient costs, at the unit or for the municipality', async () => {
    const alt = await lesKommune(radmann, (tx) => hentAvvik(tx, ALT));
    const sor = await lesKommune(radmann, (tx) => hentAvvik(tx, { ...ALT, enhetId: k.sor }));
    for (const side of [alt, sor]) expect(side?.arsaker?.filter((a) => ['NY', 'AVSLUTTET', 'OKT', 'RETTELSE'].includes(a.arsak) && a.tall !== null)).toEqual([]);
    expect(alt?.skjermet).toBe(true);
    expect(alt?.sum.avvikOre).not.toBe(0);
  });

  test('a month, a tertial and the year start where they should, and a unit of another kommune is not there', async () => {
    expect((await lesKommune(k.controller, (tx) => hentAvvik(tx, { ...ALT, periode: 'tertial' })))?.fra).toBe('2026-01');
    expect((await lesKommune(k.controller, (tx) => hentAvvik(tx, { ...ALT, enhetId: 5202 })))?.utvalg.enhetId).toBeNull();
    expect(await lesKommune({ ...radmann, kommuneId: 52 }, (tx) => hentAvvik(tx, ALT))).toBeNull();
  });

  test('every period of the year at once is the same as each asked for alone', async () => {
    const [aret, alene] = await lesKommune(radmann, async (tx) => [await finnArsakerAret(tx, FRA), [await finnArsaker(tx, FRA, FRA), await finnArsaker(tx, maned('2026-01'), FRA)]] as const);
    for (const [i, fra] of (['2026-02', '2026-01'] as const).entries()) {
      expect(aret.filter((a) => a.fra === fra && a.til === FRA)).toEqual(alene[i]?.map((a) => ({ ...a, fra, til: FRA })));
    }
    expect(alene[0].length).toBeGreaterThan(5);
    await expect(lesKommune(k.utforerleder, (tx) => finnArsakerAret(tx, FRA))).rejects.toThrow(/leser ikke avviket/);
  });

  test('the causes are only for those who have the board, and leave the session’s role as it was', async () => {
    await expect(lesKommune(k.utforerleder, (tx) => finnArsaker(tx, FRA, FRA))).rejects.toThrow(/leser ikke avviket/);
    const etter = await lesKommune(radmann, async (tx) => {
      await finnArsaker(tx, FRA, FRA);
      return tx.en<{ rolle: string; n: number }>(sql`select current_setting('app.rolle') as rolle, (select count(*) from avregning_linje) as n`);
    });
    expect(etter).toEqual({ rolle: 'radmann', n: 0 });
  });
});
