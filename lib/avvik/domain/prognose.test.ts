import { describe, expect, test } from 'vitest';
import { dagerI, leggTilManeder, type Maned, maned, manederFraTil } from '#lib/core/maned.ts';
import { medIntervall, spredning, vekst } from './prognose-intervall.ts';
import { bestandsnokkel, type Bestandstall, kjentHistorikk, linjeprognose, type Prognoselinje, sesong, ventetBestand } from './prognose-serie.ts';
import { lagPrognose, manederIgjen } from './prognose.ts';

const FRA = maned('2024-11');
const NAA = maned('2026-10');
const HISTORIE = manederFraTil(FRA, NAA);
const PRIS = 60_000;

/** Constant stock of `daglig`, known `lead` months ahead with `kjentAndel` of it; nothing falls away. */
function bestand(daglig: number, kjentAndel = 1, bortfalt = 0): Map<string, Bestandstall> {
  const rader = HISTORIE.flatMap((kjentVed) =>
    Array.from({ length: 13 }, (_, lead): Bestandstall => ({ kjentVed, maned: leggTilManeder(kjentVed, lead), volum: lead === 0 ? daglig : daglig * kjentAndel, bortfalt: lead === 0 ? 0 : bortfalt })),
  );
  return new Map(rader.map((r) => [bestandsnokkel(r.kjentVed, r.maned), r]));
}

function linje(endring: Partial<Prognoselinje> = {}, volum: (m: Maned) => number = (m) => 10 * dagerI(m)): Prognoselinje {
  return {
    id: 'l',
    gruppe: 'hjemmetjeneste',
    engang: false,
    bestand: 'T',
    posteringer: HISTORIE.map((m) => ({ gjelder: m, bokfort: m, volum: volum(m), belopOre: Math.round(volum(m) * PRIS) })),
    prisbok: new Map(),
    ...endring,
  };
}

describe('granted volume ahead', () => {
  test('what is known, where nothing comes or goes', () => {
    expect(ventetBestand(bestand(100), NAA, 2, FRA)).toBeCloseTo(100);
  });

  test('what used to come beyond the known is added: half is known three months before, the whole comes', () => {
    expect(ventetBestand(bestand(100, 0.5), NAA, 3, FRA)).toBeCloseTo(100);
  });

  test('the share that used to fall away is taken off, and its replacement added', () => {
    // 80 known, 20 of them fall away, 40 come: 100.
    expect(ventetBestand(bestand(100, 0.8, 20), NAA, 1, FRA)).toBeCloseTo(100);
  });

  test('a known end counts: fewer known ahead now than used to be gives fewer', () => {
    const b = bestand(100);
    b.set(bestandsnokkel(NAA, maned('2026-12')), { kjentVed: NAA, maned: maned('2026-12'), volum: 70, bortfalt: 0 });
    expect(ventetBestand(b, NAA, 2, FRA)).toBeCloseTo(70);
  });

  test('nothing known of the service: null', () => {
    expect(ventetBestand(new Map(), NAA, 1, FRA)).toBeNull();
  });
});

describe('a line', () => {
  test('steady delivery goes on, by the days of the month', () => {
    expect(linjeprognose(linje(), bestand(10), FRA, NAA, 2)).toEqual([300 * PRIS, 310 * PRIS]);
  });

  test('a price change in the book is followed, in whole øre', () => {
    const prisbok = new Map(manederFraTil(FRA, maned('2027-01')).map((m) => [m, m >= '2026-12' ? 110 : 100]));
    const svar = linjeprognose(linje({ prisbok }), bestand(10), FRA, NAA, 2);
    expect(svar).toEqual([300 * PRIS, 341 * PRIS]);
    expect(svar.every(Number.isSafeInteger)).toBe(true);
  });

  test('a month that is always low is expected low, but only so far as it has been seen', () => {
    const lav = linje({}, (m) => dagerI(m) * (m.endsWith('-12') ? 5 : 10));
    const [nov = 0, des = 0] = linjeprognose(lav, bestand(10), FRA, NAA, 2);
    expect(des / 31).toBeGreaterThan((nov / 30) * 0.5);
    expect(des / 31).toBeLessThan((nov / 30) * 0.85);
  });

  test('a frame goes on as its last months; a manual line is not expected again', () => {
    const ramme = { bestand: null, posteringer: HISTORIE.map((m) => ({ gjelder: m, bokfort: m, volum: 1, belopOre: 500 })) };
    expect(linjeprognose(linje(ramme), undefined, FRA, NAA, 2)).toEqual([500, 500]);
    expect(linjeprognose(linje({ ...ramme, engang: true }), undefined, FRA, NAA, 2)).toEqual([0, 0]);
  });

  test('only what was posted by then is known', () => {
    const sen = linje({ posteringer: [{ gjelder: FRA, bokfort: FRA, volum: 1, belopOre: 100 }, { gjelder: FRA, bokfort: NAA, volum: -1, belopOre: -30 }] });
    expect(kjentHistorikk(sen, FRA, maned('2026-09'))[0]?.belopOre).toBe(100);
    expect(kjentHistorikk(sen, FRA, NAA)[0]?.belopOre).toBe(70);
  });
});

describe('season', () => {
  test('is 1 until a year is known, and dampened by how often a month is seen', () => {
    const rater = manederFraTil(maned('2025-01'), maned('2025-12')).map((m) => ({ maned: m, rate: m === '2025-07' ? 6 : 10 }));
    expect(sesong(rater.slice(0, 11)).size).toBe(0);
    const juli = sesong(rater).get(7) ?? 0;
    expect(juli).toBeCloseTo(1 + (6 / (116 / 12) - 1) / 2);
  });
});

describe('interval', () => {
  test('grows with the months ahead, and with the method’s own misses', () => {
    expect(vekst(1)).toBe(1);
    expect(vekst(7)).toBe(2);
    const bom = (feil: number) => Array.from({ length: 12 }, () => ({ frem: 1, prognoseOre: 1000, faktiskOre: 1000 + feil }));
    expect(spredning(bom(20))).toBeGreaterThan(spredning(bom(10)));
  });

  test('few misses never make it narrow, and it is never nothing', () => {
    expect(spredning([])).toBe(0.05);
    expect(spredning(Array.from({ length: 12 }, () => ({ frem: 1, prognoseOre: 1000, faktiskOre: 1000 })))).toBe(0.002);
  });

  test('edges are whole øre at the same distance', () => {
    const { ore, lavOre, hoyOre } = medIntervall(1_000_001, 0.0333, 3);
    expect(hoyOre - ore).toBe(ore - lavOre);
    expect([lavOre, hoyOre].every(Number.isSafeInteger)).toBe(true);
  });
});

describe('the year', () => {
  const grunnlag = { fra: FRA, linjer: [linje(), linje({ id: 'r', gruppe: 'annet', bestand: null })], bestand: new Map([['T', bestand(10)]]) };

  test('months ahead end in December; in December it is next year that lies ahead', () => {
    expect(manederIgjen(NAA)).toEqual(['2026-11', '2026-12']);
    expect(manederIgjen(maned('2026-12'))).toHaveLength(12);
    expect(lagPrognose(grunnlag, maned('2025-12'))).toMatchObject({ ar: 2026, sum: { hittilOre: 0 } });
  });

  test('groups and months sum to the year to the øre, and what is behind has no interval', () => {
    const { sum, grupper } = lagPrognose(grunnlag, NAA);
    expect(grupper.map((g) => g.gruppe)).toEqual(['annet', 'hjemmetjeneste']);
    expect(grupper.reduce((s, g) => s + g.aret.ore, 0)).toBe(sum.aret.ore);
    expect(sum.maneder.reduce((s, m) => s + (m.faktiskOre ?? 0) + (m.prognose?.ore ?? 0), 0)).toBe(sum.aret.ore);
    expect(sum.maneder[9]).toMatchObject({ maned: '2026-10', prognose: null });
    expect(sum.maneder[9]?.samlet.lavOre).toBe(sum.hittilOre);
    expect(sum.aret.lavOre).toBeLessThan(sum.aret.ore);
    expect(sum.aret.hoyOre).toBeGreaterThan(sum.aret.ore);
  });

  test('is the same every time, and rests only on what was known then', () => {
    expect(lagPrognose(grunnlag, NAA)).toEqual(lagPrognose(grunnlag, NAA));
    const senere = { ...grunnlag, linjer: [linje({}, (m) => dagerI(m) * (m > '2026-07' ? 99 : 10)), ...grunnlag.linjer.slice(1)] };
    expect(lagPrognose(senere, maned('2026-07'))).toEqual(lagPrognose(grunnlag, maned('2026-07')));
  });

  test('a short history gives a wide interval, not none', () => {
    const kort = { ...grunnlag, fra: maned('2026-08') };
    const { sum, antallBom, snittbomPromille } = lagPrognose(kort, NAA);
    expect(antallBom).toBe(0);
    expect(snittbomPromille).toBeNull();
    expect(sum.aret.hoyOre - sum.aret.ore).toBeGreaterThan(0);
  });
});
