import { describe, expect, test } from 'vitest';
import { ore, oreFraBigint, restOre, sumOre, trekkFra } from '#lib/core/ore.ts';

describe('øre', () => {
  test('an amount is a whole number of øre, and nothing else is an amount', () => {
    expect(ore(123)).toBe(123);
    expect(() => ore(1.5)).toThrow(RangeError);
    expect(() => ore(Number.NaN)).toThrow(RangeError);
    expect(() => ore(2 ** 53)).toThrow(RangeError);
  });

  test('sums are exact, and refuse to leave the safe integers', () => {
    expect(sumOre([])).toBe(0);
    expect(sumOre([ore(10), ore(-3)])).toBe(7);
    expect(trekkFra(ore(1), ore(3))).toBe(-2);
    expect(() => sumOre([ore(Number.MAX_SAFE_INTEGER), ore(1)])).toThrow(RangeError);
    expect(() => oreFraBigint(2n ** 60n)).toThrow(RangeError);
  });

  test('zero has no sign', () => {
    expect(Object.is(ore(-0), 0)).toBe(true);
  });

  test('a remainder is exact also where a partial sum leaves the safe integers', () => {
    const stor = ore(Number.MAX_SAFE_INTEGER - 2);
    expect(restOre(stor, ore(-3), ore(-1), stor)).toBe(4);
    expect(() => restOre(stor, ore(-stor))).toThrow(RangeError);
  });
});
