import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dagerI, leggTilManeder, maned, manedFor, manederFraTil } from '#lib/core/maned.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../../test/oppsett/database.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';
import type { Tiltak } from './domain/tiltak.ts';
import { findTiltaksgrunnlag } from './tiltak-repo.ts';
import { forkastTiltak, hentScenarioer, lagrePrisvirkemiddel, lagreTiltak } from './tiltak-scenario-service.ts';
import { hentTiltak, hentTiltaksliste, standardstart } from './tiltak-service.ts';

const START = standardstart();
const FORSTE = manedFor(START);
const som = (k: LitenKommune, rolle: Utforende['rolle']): Utforende => ({ kommuneId: k.kommuneId, kontoId: null, rolle, enheter: null });
const valg = (mer: Partial<Tiltak> = {}): Tiltak => ({ tjenester: [], promille: 100, mottakere: 0, prisPromille: 0, fra: START, overManeder: 1, ...mer });
const skjema = { tjenester: [], prosent: 100, mottakere: 0, pris: 0, fra: START, over: 1 };
let k: LitenKommune;
let nabo: LitenKommune;

/** An hour a day each at 600 kr; the last of them shielded; ten months settled, over their budget. */
async function kommune(en: LitenKommune, antall: number): Promise<void> {
  const { kommuneId: id, nord } = en;
  const maneder = manederFraTil(maned('2026-01'), maned('2026-10'));
  await withClient(testDatabase().superuserUrl, async (klient) => {
    await klient.query(`insert into ordning (id, kommune_id, kode, navn, fom_maned) values (${id}, ${id}, 'hjemme', 'Hjemme', '2024-01');
      insert into ordning_komponent (kommune_id, ordning_id, kode, navn_nb, navn_nn, volumkilde, fom_maned, tjenester) values (${id}, ${id}, 'time', 'Timer', 'Timar', 'VEDTATT_TID', '2024-01', '{HJEMMESYKEPLEIE}');
      insert into enhet_periode (kommune_id, enhet_id, fom, gruppe) values (${id}, ${nord}, '2020-01-01', 'KOMMUNAL');
      insert into ordning_dekning (kommune_id, ordning_id, enhet_id, tjeneste, fom_maned) values (${id}, ${id}, ${nord}, 'HJEMMESYKEPLEIE', '2024-01');
      insert into pris (kommune_id, ordning_id, komponent, gruppe, fom_maned, ore, status, grunnlag, foreslatt_av, godkjent_av, godkjent) values (${id}, ${id}, 'time', 'KOMMUNAL', '2024-01', 60000, 'ENDELIG', 'x', ${id * 100 + 1}, ${id * 100 + 2}, now())`);
    for (const m of maneder) {
      await klient.query(`insert into maned_status (kommune_id, maned, status, endret) values (${id}, '${m}', 'LUKKET', now());
        insert into avregning_sum (kommune_id, avregning_id, ordning_id, enhet_id, komponent, tjeneste, gjelder_maned, bokfort_maned, antall_vedtak, volum, belop_ore)
          values (${id}, 1, ${id}, ${nord}, 'time', 'HJEMMESYKEPLEIE', '${m}', '${m}', ${antall}, ${antall * 30}, ${antall * 30 * 60_000})`);
    }
    for (const m of manederFraTil(maned('2026-01'), maned('2026-12'))) await klient.query(`insert into budsjett (kommune_id, versjon, ordning_id, komponent, enhet_id, maned, volum, pris_ore, vedtatt_dato) values (${id}, 1, ${id}, 'time', ${nord}, '${m}', ${antall * 20}, 60000, '2025-12-10')`);
    for (let i = 0; i <= antall; i += 1) {
      const v = id * 10_000 + i;
      await klient.query(`insert into mottaker (id, kommune_id, pseudonym, fodselsar, skjermet) values (${v}, ${id}, 'M-${v}', 1940, ${i === antall});
        insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, per_uker, begrunnelse, hjemmel, fattet, fattet_dato)
          values (${v}, ${id}, 'V-2025-${v}', ${v}, 'HJEMMESYKEPLEIE', 'INNVILGET', 'TIMER', 420, 7, 1, 'Hjelp', 'x', '2025-12-01T09:00:00Z', '2025-12-01');
        insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert) values (${id}, ${v}, ${v}, 'HJEMMESYKEPLEIE', 'TIMER:420/7/1', '2026-01-01', null, 'FATTET', '2025-12-01T09:00:00Z');
        insert into oppdrag (id, kommune_id, vedtak_id, mottaker_id, enhet_id, tidsband, fom, tom, mottatt) values (${v}, ${id}, ${v}, ${v}, ${nord}, '{}', '2026-01-01', null, now())`);
    }
  });
}

beforeAll(async () => {
  [k, nabo] = [await lagLitenKommune(61), await lagLitenKommune(62)];
  await kommune(k, 10);
  await kommune(nabo, 3);
});
afterAll(lukkPool);

describe('the choice', () => {
  test('ten per cent of ten hours a day is 60 kr a day each, and the shielded recipient is in nobody’s sum', async () => {
    const side = await lesKommune(som(k, 'controller'), (tx) => hentTiltak(tx, valg(), 'nb', 'Nye'));
    expect(side?.tall).toMatchObject({ mottakere: 10, vedtak: 10, minutterPerUke: -420 });
    expect(side?.tall?.maneder[0]).toEqual({ maned: FORSTE, ore: -10 * 6_000 * dagerI(FORSTE) });
    expect(side?.tall?.maneder.at(-1)?.maned).toBe(leggTilManeder(FORSTE, 11));
    expect(side?.gap?.ore).toBeGreaterThan(0);
    expect(side?.pris).toBeNull();
  });

  test('the list is vedtak by vedtak by pseudonym, and its sum is the page’s figure to the øre', async () => {
    const [side, liste] = await lesKommune(som(k, 'bestillerleder'), async (tx) => [await hentTiltak(tx, valg({ promille: 37, mottakere: -2 }), 'nb', 'Nye'), await hentTiltaksliste(tx, valg({ promille: 37, mottakere: -2 }), 'nb')] as const);
    expect(liste?.rader).toHaveLength(10);
    expect(liste?.rader.filter((r) => r.slag === 'SLUTT')).toHaveLength(2);
    expect(liste?.rader.every((r) => /^M-\d+$/.test(r.mottaker) && r.nummer.startsWith('V-'))).toBe(true);
    expect(liste?.rader.reduce((s, r) => s + r.ore, 0)).toBe(side?.tall?.tolvOre);
    expect(liste?.maneder.map((_, i) => liste.rader.reduce((s, r) => s + (r.maneder[i] ?? 0), 0))).toEqual(side?.tall?.maneder.map((m) => m.ore));
  });

  test('the rådmann gets the same in whole ten thousands and fives, no numbers of vedtak, no list; and nothing of three recipients', async () => {
    const [side, grunnlag, liste, vedtak] = await lesKommune(som(k, 'radmann'), async (tx) =>
      [await hentTiltak(tx, valg({ mottakere: -3 }), 'nb', 'Nye'), await findTiltaksgrunnlag(tx, START, START), await hentTiltaksliste(tx, valg(), 'nb'), await tx.en<{ n: number }>(sql`select count(*)::int n from vedtak`)] as const);
    expect(side?.valg.mottakere).toBe(0);
    expect(side?.tall?.maneder.every((m) => m.ore % 1_000_000 === 0)).toBe(true);
    expect(side?.tall?.mottakere).toBe(10);
    expect(grunnlag.map((v) => [v.vedtakId, v.pseudonym, v.nummer])).toEqual(Array.from({ length: 10 }, (_, i) => [i + 1, String(i + 1), '']));
    expect([liste, vedtak?.n]).toEqual([null, 0]);
    expect((await lesKommune(som(nabo, 'radmann'), (tx) => hentTiltak(tx, valg(), 'nb', 'Nye')))?.tall).toBeNull();
  });

  test('other roles are refused by the database', async () => {
    for (const rolle of ['politiker', 'saksbehandler', 'utforerleder', 'revisor'] as const) await expect(lesKommune(som(k, rolle), (tx) => findTiltaksgrunnlag(tx, START, START))).rejects.toThrow(/leser ikke valget/);
  });

  test('the price is a way only where the municipality says so', async () => {
    const pris = (): Promise<unknown> => lesKommune(som(k, 'controller'), async (tx) => (await hentTiltak(tx, valg({ promille: 0, prisPromille: 50 }), 'nb', 'Nye'))?.tall?.prisOre);
    expect(await pris()).toBeUndefined();
    await withKommune(som(k, 'controller'), (tx) => lagrePrisvirkemiddel(tx, { bruk: 'JA' }));
    expect(await pris()).toBeLessThan(0);
    const side = await lesKommune(som(k, 'controller'), (tx) => hentTiltak(tx, valg(), 'nb', 'Nye'));
    expect(side?.pris).not.toBeNull();
  });
});

describe('scenarios', () => {
  test('a name is one scenario; it keeps its figures, and shows the difference when a vedtak ends', async () => {
    const c = som(k, 'controller');
    const lagre = (navn: string) => withKommune(c, (tx) => lagreTiltak(tx, { ...skjema, navn }));
    const forste = await lagre('Ti prosent');
    expect(forste.ok).toBe(true);
    expect(await lagre('ti PROSENT')).toMatchObject({ ok: false, feil: [{ grunn: 'navnFinnes' }] });
    expect(await withKommune(c, (tx) => lagreTiltak(tx, { ...skjema, prosent: 0, navn: 'Ingenting' }))).toMatchObject({ ok: false, feil: [{ grunn: 'ingenting' }] });
    const id = forste.ok ? forste.verdi.id : 0;
    const se = (hvem: Utforende) => lesKommune(hvem, (tx) => hentScenarioer(tx, [id], 'nb'));
    const for_ = (await se(c))?.scenarioer[0];
    expect(for_?.da?.tolvOre).toBe(for_?.naa?.tolvOre);
    await withClient(testDatabase().superuserUrl, (klient) => klient.query(`update vedtak_virkning set gjeldende = false where kommune_id = 61 and vedtak_id = 610000`));
    const etter = (await se(c))?.scenarioer[0];
    expect(etter?.da?.tolvOre).toBe(for_?.da?.tolvOre);
    expect(etter?.naa?.tolvOre).toBe((for_?.da?.tolvOre ?? 0) * 0.9);
    expect((await se(som(nabo, 'controller')))?.scenarioer).toEqual([]);
    expect((await se(som(k, 'radmann')))?.scenarioer[0]?.da?.tolvOre).toBe(Math.round((for_?.da?.tolvOre ?? 0) / 1_000_000) * 1_000_000);
    expect(await withKommune(som(nabo, 'controller'), (tx) => forkastTiltak(tx, { id }))).toMatchObject({ ok: false });
    expect(await withKommune(c, (tx) => forkastTiltak(tx, { id }))).toMatchObject({ ok: true });
    expect(await withKommune(c, (tx) => forkastTiltak(tx, { id }))).toMatchObject({ ok: false, feil: [{ grunn: 'finnesIkke' }] });
    expect((await lagre('Ti prosent')).ok).toBe(true);
  });

  test('the figures of a scenario cannot be changed', async () => {
    await expect(withKommune(som(k, 'controller'), (tx) => tx.kjor(sql`update tiltak_scenario set tall = '{}' where kommune_id = 61`))).rejects.toThrow(/permission denied|rettighet/);
  });
});
