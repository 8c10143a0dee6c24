import { describe, expect, test } from 'vitest';
import { foreslaPlan, klokkeslett, minuttAv } from '#lib/oppdrag/domain/besoksplan.ts';
import type { Omfang } from '#lib/vedtak/domain/omfang.ts';

const timer = (minutter: number, besok: number, perUker = 1, deler: { tidsband: string; minutter: number; besok: number }[] = []): Omfang => ({ type: 'TIMER', minutter, besok, perUker, deler });
const forslag = (o: Omfang, nokkel = 7) => foreslaPlan(o, [], [], nokkel);
const sum = (rader: readonly { minutter: number }[]) => rader.reduce((s, r) => s + r.minutter, 0);

describe('a plan proposed from the vedtak', () => {
  test('has exactly the granted visits and minutes, whatever is granted', () => {
    for (let besok = 1; besok <= 60; besok += 1) {
      for (const perUker of [1, 2, 3]) {
        for (const minutter of [besok, besok * 15 + 7, besok * 30]) {
          const plan = forslag(timer(minutter, besok, perUker), besok * 13 + perUker);
          expect([plan.length, sum(plan)]).toEqual([besok, minutter]);
          expect(plan.every((r) => r.startMinutt >= 0 && r.startMinutt < 1440 && r.ukedag >= 1 && r.ukedag <= 7 && r.fase < r.hver && r.minutter > 0)).toBe(true);
          const noklene = new Set(plan.map((r) => `${r.fase}/${r.ukedag}/${r.startMinutt}`));
          expect(noklene.size).toBe(besok);
        }
      }
    }
  });

  test('puts the same number on each day, and what is left over on workdays', () => {
    const plan = forslag(timer(170, 17));
    const perDag = [1, 2, 3, 4, 5, 6, 7].map((dag) => plan.filter((r) => r.ukedag === dag).length);
    expect(perDag.slice(5)).toEqual([2, 2]);
    expect(Math.max(...perDag)).toBe(3);
  });

  test('puts a part by time of day in its own time', () => {
    const natt = forslag(timer(210, 14, 1, [{ tidsband: 'NATT', minutter: 70, besok: 7 }])).filter((r) => r.startMinutt < 400);
    expect(natt.map((r) => r.ukedag)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(sum(natt)).toBe(70);
  });

  test('covers only what the order covers: the night of another is not planned twice', () => {
    const delt = timer(210, 14, 1, [{ tidsband: 'NATT', minutter: 70, besok: 7 }]);
    expect(sum(foreslaPlan(delt, ['NATT'], [], 1))).toBe(70);
    expect(sum(foreslaPlan(delt, [], ['NATT'], 1))).toBe(140);
  });

  test('without a number of visits has one for each hour, at most one a day', () => {
    expect(forslag(timer(150, 0)).length).toBe(3);
    expect(forslag(timer(3000, 0)).length).toBe(7);
  });

  test('is empty for what is not granted in hours', () => {
    expect(forslag({ type: 'PLASS', plasstype: 'LANGTID' })).toEqual([]);
    expect(forslag(timer(0, 0))).toEqual([]);
  });
});

test('a time of day is written and read as people write it', () => {
  expect(klokkeslett(460)).toBe('07.40');
  expect([minuttAv('07.40'), minuttAv('23:59')]).toEqual([460, 1439]);
});
