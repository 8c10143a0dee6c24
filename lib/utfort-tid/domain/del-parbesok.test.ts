import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { delParbesok, PARREGLER } from '#lib/utfort-tid/domain/del-parbesok.ts';

describe('one visit to a couple', () => {
  test('in two, an odd minute to the first', () => {
    expect(delParbesok(30, 'LIKT', [20, 40])).toEqual([15, 15]);
    expect(delParbesok(31, 'LIKT', [20, 40])).toEqual([16, 15]);
  });
  test('as granted: 20 and 40 minutes share 30 as 10 and 20', () => {
    expect(delParbesok(30, 'ETTER_VEDTAK', [20, 40])).toEqual([10, 20]);
  });
  test('as granted falls back to in two where a vedtak has no length', () => {
    expect(delParbesok(30, 'ETTER_VEDTAK', [20, null])).toEqual([15, 15]);
    expect(delParbesok(30, 'ETTER_VEDTAK', [0, 0])).toEqual([15, 15]);
  });
  test('no minute is lost or made, and nobody gets none', () => {
    const lengde = fc.option(fc.integer({ min: 0, max: 600 }), { nil: null });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1440 }), fc.constantFrom(...PARREGLER), lengde, lengde, (minutter, regel, a, b) => {
        const [forste, andre] = delParbesok(minutter, regel, [a, b]);
        expect(forste + andre).toBe(minutter);
        expect(Math.min(forste, andre)).toBeGreaterThanOrEqual(1);
        expect(Number.isInteger(forste)).toBe(true);
      }),
    );
  });
  test('one minute cannot be shared', () => {
    expect(() => delParbesok(1, 'LIKT', [null, null])).toThrow(RangeError);
  });
});
