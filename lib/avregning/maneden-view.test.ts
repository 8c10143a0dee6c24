import { describe, expect, test } from 'vitest';
import { budsjettbelop, manedsoverskrift, medAndresLedd } from './maneden-view.ts';

describe('the heading of a unit’s month', () => {
  test('is the result when the accounts have come', () => {
    expect(manedsoverskrift(100_00, 120_00, null, false)).toEqual({ nokkel: 'underskudd', ore: 20_00 });
    expect(manedsoverskrift(120_00, 100_00, null, false)).toEqual({ nokkel: 'overskudd', ore: 20_00 });
  });
  test('is the income against the budget before that', () => {
    expect(manedsoverskrift(90_00, null, 100_00, false)).toEqual({ nokkel: 'inntektUnder', ore: 10_00 });
  });
  test('never calls a running month by a result', () => {
    expect(manedsoverskrift(90_00, 10_00, 100_00, true)).toEqual({ nokkel: 'hittil', ore: 90_00 });
  });
});

test('the budget of a component is its volume at its price, rounded once', () => {
  expect(budsjettbelop('10.3333', 300)).toBe(3100);
});

test('what only last month or the budget has is a row too, once, so that the rows add up to the sums', () => {
  const timer = { ordningId: 1, komponent: 'TIMER', volum: '10', belopOre: 500 };
  const overfort = { ordningId: 1, komponent: 'overforing/1', volum: '1', belopOre: -300 };
  const rader = medAndresLedd([timer], [{ ...timer, belopOre: 450 }, overfort, overfort]);
  expect(rader).toEqual([timer, { ordningId: 1, komponent: 'overforing/1', volum: '0', belopOre: 0 }]);
});
