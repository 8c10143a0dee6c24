import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  avrund,
  avrundTilDesimaler,
  brok,
  brokFraDesimal,
  delt,
  ganger,
  minus,
  minst,
  pluss,
  rundOpp,
  sammenlign,
  sumBrok,
  tilDesimal,
  tilEksaktDesimal,
} from '#lib/core/brok.ts';

const broker = fc.tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 20n)).map(([t, n]) => brok(t, n));

describe('brøk', () => {
  test('is kept in lowest terms with a positive denominator', () => {
    expect(brok(6, -4)).toEqual({ t: -3n, n: 2n });
    expect(brok(10n ** 30n, 10n ** 29n)).toEqual({ t: 10n, n: 1n });
    expect(() => brok(1, 0)).toThrow(RangeError);
  });

  test('reads decimal strings exactly, and only those', () => {
    expect(brokFraDesimal('-0.032')).toEqual({ t: -4n, n: 125n });
    expect(brokFraDesimal('12')).toEqual({ t: 12n, n: 1n });
    for (const tekst of ['', '1,5', '.5', '5.', '+1', '1e3', ' 1']) expect(() => brokFraDesimal(tekst)).toThrow(RangeError);
  });

  test.each([
    [brok(1, 2), 1n],
    [brok(-1, 2), -1n],
    [brok(5, 2), 3n],
    [brok(-5, 2), -3n],
    [brok(49, 100), 0n],
    [brok(-7, 3), -2n],
  ])('%o rounds half away from zero', (verdi, hel) => {
    expect(avrund(verdi)).toBe(hel);
  });

  test('prints a fixed number of decimals, never minus zero', () => {
    expect(tilDesimal(brok(2, 3))).toBe('0.6667');
    expect(tilDesimal(brok(-1, 20000))).toBe('-0.0001');
    expect(tilDesimal(brok(-1, 20001))).toBe('0.0000');
    expect(tilDesimal(brok(1234567, 100))).toBe('12345.6700');
    expect(tilDesimal(brok(5, 2), 0)).toBe('3');
    expect(avrundTilDesimaler(brok(2, 3))).toEqual(brok(6667, 10000));
  });

  test('is written as a decimal string that reads back as the same number, where there is one', () => {
    expect([brok(-4, 125), brok(12), brok(1, 2), brok(0)].map(tilEksaktDesimal)).toEqual(['-0.032', '12', '0.5', '0']);
    expect(() => tilEksaktDesimal(brok(1, 3))).toThrow(RangeError);
  });

  test('rounds up to the next whole number', () => {
    expect([brok(7, 2), brok(4), brok(-7, 2), brok(0)].map(rundOpp)).toEqual([4n, 4n, -3n, 0n]);
  });

  test('what is added can be taken away, and what is multiplied divided', () => {
    fc.assert(
      fc.property(broker, broker, (a, b) => {
        expect(minus(pluss(a, b), b)).toEqual(a);
        if (b.t !== 0n) expect(delt(ganger(a, b), b)).toEqual(a);
        expect(sammenlign(a, b)).toBe(Number(sammenlign(minus(a, b), brok(0))));
        expect(sammenlign(minst(a, b), a)).toBeLessThanOrEqual(0);
        expect(sumBrok([a, b])).toEqual(pluss(b, a));
      }),
    );
  });

  test('rounding moves a number by at most a half', () => {
    fc.assert(
      fc.property(broker, (a) => {
        const rest = minus(a, brok(avrund(a)));
        expect(sammenlign(rest, brok(1, 2)) <= 0 && sammenlign(rest, brok(-1, 2)) >= 0).toBe(true);
      }),
    );
  });
});
