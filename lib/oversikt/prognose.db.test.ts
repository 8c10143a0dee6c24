import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leggTilManeder, maned, manederFraTil } from '#lib/core/maned.ts';
import { lukkPool } from '#lib/server/db.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { type LitenKommune, lagLitenKommune } from '../../test/oppsett/liten-kommune.ts';
import { finnBestand, finnVentehistorikk } from './prognose-repo.ts';
import { hentPrognose } from './prognose-service.ts';
import { hentVentelistetall } from './venteliste-prognose-service.ts';

const FRA = maned('2024-11');
const NAA = maned('2026-10');
const MND = manederFraTil(FRA, NAA);
/** 7 hours a week = 1 an hour a day. */
const UKEMINUTTER = 420;

let k: LitenKommune;
let nabo: LitenKommune;
const som = (kommune: LitenKommune, rolle: Utforende['rolle']): Utforende => ({ kommuneId: kommune.kommuneId, kontoId: null, rolle, enheter: null });

async function nyttVedtak(tx: Tx, id: number, k: LitenKommune, fom: string, tjeneste = 'HJEMMESYKEPLEIE'): Promise<void> {
  const { kommuneId } = k;
  await tx.kjor(sql`insert into mottaker (id, kommune_id, pseudonym, fodselsar) values (${id}, ${kommuneId}, ${`M-${id}`}, 1940)`);
  await tx.kjor(sql`insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, minutter, besok, per_uker, begrunnelse, hjemmel, fattet, fattet_dato)
    values (${id}, ${kommuneId}, ${`V-2024-${id}`}, ${id}, ${tjeneste}, 'INNVILGET', 'TIMER', ${UKEMINUTTER}, 7, 1, 'Hjelp', 'hol § 3-2', ${`${fom}T09:00:00Z`}, ${fom})`);
  await tx.kjor(sql`insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert)
    values (${kommuneId}, ${id}, ${id}, ${tjeneste}, 'TIMER', ${fom}, null, 'FATTET', ${`${fom}T09:00:00Z`})`);
}

async function historie(en: LitenKommune, antall: number): Promise<void> {
  const { kommuneId, nord } = en;
  await withKommune(som(en, 'controller'), async (tx) => {
    await tx.kjor(sql`insert into ordning (id, kommune_id, kode, navn, fom_maned) values (${kommuneId}, ${kommuneId}, 'hjemme', 'Hjemme', '2024-01')`);
    for (const m of MND) {
      await tx.kjor(sql`insert into maned_status (kommune_id, maned, status, endret) values (${kommuneId}, ${m}, 'LUKKET', now())`);
      const timer = antall * 30;
      await tx.kjor(sql`insert into avregning_sum (kommune_id, avregning_id, ordning_id, enhet_id, komponent, tjeneste, gjelder_maned, bokfort_maned, antall_vedtak, volum, belop_ore)
        values (${kommuneId}, 1, ${kommuneId}, ${nord}, 'time', 'HJEMMESYKEPLEIE', ${m}, ${m}, ${antall}, ${timer}, ${timer * 60_000}),
               (${kommuneId}, 1, ${kommuneId}, ${nord}, 'overforing/2025/1', null, ${m}, ${m}, 0, 1, -99999999)`);
    }
    for (const m of manederFraTil(maned('2026-01'), maned('2026-12'))) {
      await tx.kjor(sql`insert into budsjett (kommune_id, versjon, ordning_id, komponent, enhet_id, maned, volum, pris_ore, vedtatt_dato) values (${kommuneId}, 1, ${kommuneId}, 'time', ${nord}, ${m}, ${antall * 29}, 60000, '2025-12-10')`);
    }
    for (let i = 0; i < antall; i += 1) await nyttVedtak(tx, kommuneId * 10_000 + i, en, '2024-06-01');
  });
}

beforeAll(async () => {
  k = await lagLitenKommune(1);
  nabo = await lagLitenKommune(2);
  await historie(k, 10);
  await historie(nabo, 3);
});
afterAll(lukkPool);

describe('the forecast to year end', () => {
  test('rests on the newest settled month, the newest budget and the vedtak in force; carry-over is no part of it', async () => {
    const bilde = await lesKommune(som(k, 'radmann'), hentPrognose);
    expect(bilde).toMatchObject({ naa: NAA, ar: 2026, harBudsjett: true });
    expect(bilde?.sum.hittilOre).toBe(10 * 300 * 60_000);
    expect(bilde?.sum.budsjettOre).toBe(12 * 290 * 60_000);
    expect(bilde?.sum.aret.ore).toBeGreaterThan(bilde?.sum.hittilOre ?? Infinity);
    expect(bilde?.sum.avvik.ore).toBe((bilde?.sum.aret.ore ?? 0) - (bilde?.sum.budsjettOre ?? 0));
    expect(bilde?.sum.maneder).toHaveLength(12);
    expect(bilde?.tidligere.map((t) => t.maned)).toEqual(['2026-09', '2026-07']);
    expect(bilde?.grupper.map((g) => g.grupper)).toEqual([['hjemmetjeneste']]);
  });

  test('a vedtak with a known end lowers what is expected after it', async () => {
    const for_ = await lesKommune(som(k, 'controller'), hentPrognose);
    await withKommune(som(k, 'controller'), async (tx) => {
      await tx.kjor(sql`update vedtak_virkning set gjeldende = false where vedtak_id = ${k.kommuneId * 10_000}`);
      await tx.kjor(sql`insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert)
        values (${k.kommuneId}, ${k.kommuneId * 10_000}, ${k.kommuneId * 10_000}, 'HJEMMESYKEPLEIE', 'TIMER', '2024-06-01', '2026-11-30', 'ONSKE', '2026-10-20T09:00:00Z')`);
    });
    const etter = await lesKommune(som(k, 'controller'), hentPrognose);
    const desember = (b: typeof for_) => b?.sum.maneder[11]?.prognose?.ore ?? 0;
    expect(desember(etter)).toBe(Math.round(desember(for_) * 0.9));
  });

  test('the neighbour gets its own, and nothing of ours', async () => {
    const bilde = await lesKommune(som(nabo, 'radmann'), hentPrognose);
    expect(bilde?.sum.hittilOre).toBe(10 * 90 * 60_000);
    const bestand = await lesKommune(som(nabo, 'radmann'), (tx) => finnBestand(tx, NAA, NAA, 0));
    expect(bestand).toEqual([{ tjeneste: 'HJEMMESYKEPLEIE', kjentVed: NAA, maned: NAA, volum: 3, bortfalt: 0, antall: 3 }]);
  });

  test('a kommune that has settled nothing has no forecast', async () => {
    const tom = await lagLitenKommune(3);
    expect(await lesKommune(som(tom, 'radmann'), hentPrognose)).toBeNull();
  });
});

test('a group of two recipients goes together with the next for the rådmann, in every figure, and not for the controller', async () => {
  await withKommune(som(k, 'controller'), async (tx) => {
    const { kommuneId, nord } = k;
    await tx.kjor(sql`insert into tjeneste (kommune_id, kode, fom, navn_nb, navn_nn, hjemmel, kostra_funksjon, volumenhet, gruppe)
      values (${kommuneId}, 'MILJOTJENESTE', '2020-01-01', 'Miljøtjeneste', 'Miljøteneste', 'hol § 3-2', '254', 'TIMER', 'bofellesskap')`);
    for (const m of MND) {
      await tx.kjor(sql`insert into avregning_sum (kommune_id, avregning_id, ordning_id, enhet_id, komponent, tjeneste, gjelder_maned, bokfort_maned, antall_vedtak, volum, belop_ore)
        values (${kommuneId}, 1, ${kommuneId}, ${nord}, 'miljo', 'MILJOTJENESTE', ${m}, ${m}, 2, 60, 3300000)`);
    }
    for (const i of [1, 2]) await nyttVedtak(tx, 900_000 + i, k, '2024-06-01', 'MILJOTJENESTE');
  });
  const [radmann, controller] = [await lesKommune(som(k, 'radmann'), hentPrognose), await lesKommune(som(k, 'controller'), hentPrognose)];
  expect(radmann?.grupper.map((g) => g.grupper)).toEqual([['bofellesskap', 'hjemmetjeneste']]);
  expect(controller?.grupper.map((g) => g.grupper)).toEqual([['bofellesskap'], ['hjemmetjeneste']]);
  expect(radmann?.sum).toEqual(controller?.sum);
});

describe('sums of the vedtak', () => {
  test('what was known then, and what of it fell away', async () => {
    const rader = await lesKommune(som(k, 'radmann'), (tx) => finnBestand(tx, maned('2026-09'), NAA, 3));
    const en = (kjentVed: string, m: string) => rader.find((r) => r.kjentVed === kjentVed && r.maned === m);
    expect(en('2026-09', leggTilManeder(NAA, 2))).toMatchObject({ volum: 10 });
    expect(en('2026-10', '2026-10')).toMatchObject({ volum: 10, antall: 10 });
    expect(en('2026-10', leggTilManeder(NAA, 2))).toMatchObject({ volum: 9 });
  });

  test('the rådmann still sees no vedtak, before or after asking', async () => {
    const antall = await lesKommune(som(k, 'radmann'), async (tx) => {
      await finnBestand(tx, NAA, NAA, 0);
      return tx.en<{ n: number }>(sql`select count(*)::int as n from vedtak`);
    });
    expect(antall?.n).toBe(0);
  });

  test.each(['saksbehandler', 'utforerleder', 'utforeransatt', 'politiker', 'revisor', 'systemansvarlig'] as const)('are refused to %s by the database', async (rolle) => {
    await expect(lesKommune(som(k, rolle), (tx) => finnBestand(tx, NAA, NAA, 0))).rejects.toThrow(/leser ikke prognosen/);
  });
});

describe('the waiting list beside the forecast', () => {
  test('counts who waits now and is not moved in or shielded; the rådmann gets nothing of four, and no kinds of five', async () => {
    const { kommuneId } = k;
    const vent = (fra: number, til: number, avsluttet: string | null) =>
      withKommune(som(k, 'bestillerleder'), async (tx) => {
        for (let i = fra; i <= til; i += 1) await tx.kjor(sql`insert into venteliste (kommune_id, mottaker_id, plasstype, kriterier, prioritet, satt_opp, registrert, avsluttet, avsluttgrunn) values (${kommuneId}, ${kommuneId * 10_000 + i}, 'LANGTID', '{}', 2, '2026-10-01', now(), ${avsluttet}, ${avsluttet === null ? null : 'TRUKKET'})`);
      });
    await vent(1, 4, null);
    await vent(6, 6, '2026-10-05');
    const se = (rolle: Utforende['rolle'], hvem = k) => lesKommune(som(hvem, rolle), (tx) => hentVentelistetall(tx, 2026));
    expect(await se('controller')).toMatchObject({ antall: 4, utenPris: 4, ore: 0, typer: [{ plasstype: 'LANGTID', antall: 4, ore: null }] });
    expect(await se('radmann')).toBeNull();
    await vent(5, 5, null);
    expect(await se('radmann')).toEqual({ antall: 5, utenPris: 5, ore: 0, typer: [] });
    expect(await se('controller', nabo)).toMatchObject({ antall: 0 });
    await expect(se('politiker')).rejects.toThrow(/leser ikke prognosen/);
  });
});

describe('the waiting list in the forecast', () => {
  test('who waited at each month-end without a vedtak known then, and how much of a place they came to have; shielded and the neighbour are in nobody\'s', async () => {
    const { kommuneId } = nabo;
    const plass = async (tx: Tx, id: number, { satt, inn, skjermet = false }: { satt: string; inn: string | null; skjermet?: boolean }): Promise<void> => {
      await tx.kjor(sql`insert into mottaker (id, kommune_id, pseudonym, fodselsar, skjermet) values (${id}, ${kommuneId}, ${`M-${id}`}, 1940, ${skjermet})`);
      await tx.kjor(sql`insert into venteliste (kommune_id, mottaker_id, plasstype, kriterier, prioritet, satt_opp, registrert, avsluttet, avsluttgrunn)
        values (${kommuneId}, ${id}, 'LANGTID', '{}', 2, ${satt}, now(), ${inn}, ${inn === null ? null : 'FLYTTET_INN'})`);
      if (inn === null) return;
      await tx.kjor(sql`insert into vedtak (id, kommune_id, nummer, mottaker_id, tjeneste, utfall, omfang_type, plasstype, begrunnelse, hjemmel, fattet, fattet_dato)
        values (${id}, ${kommuneId}, ${`V-2026-${id}`}, ${id}, 'LANGTIDSOPPHOLD', 'INNVILGET', 'PLASS', 'LANGTID', 'Plass', 'hol § 3-2 a', ${`${inn}T09:00:00Z`}, ${inn})`);
      await tx.kjor(sql`insert into vedtak_virkning (kommune_id, vedtak_id, mottaker_id, tjeneste, omfang_nokkel, fom, tom, grunn, registrert)
        values (${kommuneId}, ${id}, ${id}, 'LANGTIDSOPPHOLD', 'PLASS', ${inn}, null, 'FATTET', ${`${inn}T09:00:00Z`})`);
    };
    await withKommune(som(nabo, 'system'), async (tx) => {
      await plass(tx, 950_001, { satt: '2026-07-10', inn: '2026-09-16' });
      await plass(tx, 950_002, { satt: '2026-07-20', inn: null });
      await plass(tx, 950_003, { satt: '2026-07-20', inn: null, skjermet: true });
    });
    const rader = await lesKommune(som(nabo, 'radmann'), (tx) => finnVentehistorikk(tx, maned('2026-06'), NAA, 2));
    const en = (kjentVed: string, m: string) => rader.find((r) => r.kjentVed === kjentVed && r.maned === m);
    expect(rader.every((r) => r.tjeneste === 'LANGTIDSOPPHOLD')).toBe(true);
    expect(en('2026-06', '2026-06')).toBeUndefined();
    expect(en('2026-07', '2026-07')).toMatchObject({ venter: 2, kom: 0 });
    // in from 16 September: half of that month
    expect(en('2026-07', '2026-09')).toMatchObject({ venter: 2, kom: 0.5 });
    expect(en('2026-08', '2026-10')).toMatchObject({ venter: 2, kom: 1 });
    expect(en('2026-09', '2026-10')).toMatchObject({ venter: 1, kom: 0 });
    expect(en('2026-07', '2026-10')).toBeUndefined();
    expect(await lesKommune(som(k, 'radmann'), (tx) => finnVentehistorikk(tx, maned('2026-06'), NAA, 2))).toEqual([]);
    expect((await lesKommune(som(nabo, 'radmann'), hentPrognose))?.ventelisteOre).toBe(0);
    await expect(lesKommune(som(nabo, 'politiker'), (tx) => finnVentehistorikk(tx, NAA, NAA, 1))).rejects.toThrow(/leser ikke prognosen/);
  });
});
