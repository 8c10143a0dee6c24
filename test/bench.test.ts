import { describe, expect, test } from 'vitest';
import { avrund, forhold, iTur, median, resultat } from '../scripts/bench/tall.ts';

describe('the statistics of the benchmarks', () => {
  test('median', () => {
    expect(median([3])).toBe(3);
    expect(median([10, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 9])).toBe(3);
    expect(() => median([])).toThrow(RangeError);
  });

  test('a ratio compares the mean of the parts with the one they are measured by', () => {
    expect(forhold([4, 8], 2)).toBe(3);
    expect(forhold([2], 2)).toBe(1);
  });

  test('runs are interleaved, and every other round goes backwards', async () => {
    const rekke: string[] = [];
    const gi = (navn: string) => async () => void rekke.push(navn);
    const tider = await iTur({ a: gi('a'), b: gi('b') }, 3);
    expect(rekke.join('')).toBe('abbaab');
    expect(tider.a).toHaveLength(3);
    expect(tider.b).toHaveLength(3);
  });

  test('figures are rounded for reading', () => {
    expect(avrund(1.23456)).toBe(1.23);
    expect(avrund(0.041234)).toBe(0.0412);
    expect(avrund(1234.56)).toBe(1235);
    expect(avrund(0)).toBe(0);
  });
});

describe('the last line of a benchmark', () => {
  test('holds when every figure with a bar is at or under it', () => {
    expect(resultat('x', { a: 4, b: 99 }, { a: 4 })).toEqual({ navn: 'x', tall: { a: 4, b: 99 }, bar: { a: 4 }, holder: true });
  });

  test('does not hold by rounding', () => {
    expect(resultat('x', { a: 4.001 }, { a: 4 })).toMatchObject({ tall: { a: 4 }, holder: false });
  });

  test('what was not measured is an error, not a pass', () => {
    expect(() => resultat('x', {}, { a: 4 })).toThrow('ikke målt');
    expect(() => resultat('x', { a: Number.NaN }, { a: 4 })).toThrow('ikke målt');
  });
});
