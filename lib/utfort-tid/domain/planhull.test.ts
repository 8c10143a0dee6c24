import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { finnHull, hullarsaker, hullForDag } from '#lib/utfort-tid/domain/planhull.ts';
import type { Plandag, Ventet } from '#lib/utfort-tid/domain/planhull.ts';

const mandag = dato('2026-11-16');
const ventet = (planId: number, startMinutt: number, personer = 1, ansattId: number | null = 5): Ventet => ({ planId, startMinutt, minutter: 20, personer, ansattId });
const dag = (planlagt: Ventet[], startet: number[], oppdragId = 1, d = mandag): Plandag => ({ oppdragId, dato: d, planlagt, startet });
const ider = (d: Plandag) => hullForDag(d).map((h) => h.planId);

describe('a planned visit is missing', () => {
  test.each([
    ['when nobody has registered it', dag([ventet(1, 480), ventet(2, 1200)], [490]), [2]],
    ['never when it was made another time of the day', dag([ventet(1, 480)], [1200]), []],
    ['and is the one furthest from what was registered', dag([ventet(1, 480), ventet(2, 720), ventet(3, 1200)], [700, 1190]), [1]],
    ['once for each who should have been there', dag([ventet(1, 480, 2)], [482]), [1]],
    ['not when more was registered than planned', dag([ventet(1, 480)], [470, 500, 900]), []],
    ['all of them on a day without registrations', dag([ventet(1, 480), ventet(2, 720)], []), [1, 2]],
  ])('%s', (_setning, d, venter) => {
    expect(ider(d)).toEqual(venter);
  });

  test('only when its planned end is over', () => {
    const iMorgen = dag([ventet(9, 480)], [], 1, dato('2026-11-17'));
    const naa = { dag: mandag, minutt: 500 };
    expect(finnHull([dag([ventet(1, 480), ventet(2, 481)], []), iMorgen], naa).map((h) => h.planId)).toEqual([1]);
  });

  test('as many as planned less registered, whatever the times', () => {
    for (let p = 0; p < 7; p += 1) for (let r = 0; r < 9; r += 1) expect(hullForDag(dag(Array.from({ length: p }, (_, i) => ventet(i, (i * 211) % 1440)), Array.from({ length: r }, (_, i) => (i * 97) % 1440)))).toHaveLength(Math.max(0, p - r));
  });
});

test('the gaps are grouped by the likeliest cause, each once', () => {
  const dager = [0, 1, 2, 3].map((i) => dato(`2026-11-${16 + i}`));
  const hull = [
    ...dager.map((d) => ({ ...ventet(1, 480), oppdragId: 7, dato: d })),
    ...[1, 2, 3, 4, 5].map((n) => ({ ...ventet(n, 500, 1, 8), oppdragId: 20 + n, dato: mandag })),
    { ...ventet(1, 480, 1, null), oppdragId: 40, dato: mandag },
    { ...ventet(1, 480, 1, 9), oppdragId: 41, dato: mandag },
  ];
  const arsaker = hullarsaker(hull);
  expect(arsaker).toEqual([
    { slag: 'ANSATT', id: 8, antall: 5 },
    { slag: 'MOTTAKER', id: 7, antall: 4 },
    { slag: 'UTEN_ANSATT', id: null, antall: 1 },
    { slag: 'ANDRE', id: null, antall: 1 },
  ]);
  expect(arsaker.reduce((s, a) => s + a.antall, 0)).toBe(hull.length);
});
