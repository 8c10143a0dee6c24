import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maSkjermes } from '#lib/avvik/domain/skjerming.ts';
import { bunter, celleAv, iFemmere, omLag, samlet } from './tiltaksskjerming.ts';

const av = (antall: number, ore = 100, navn = 'p'): Map<string, number> => new Map(Array.from({ length: antall }, (_, i) => [`${navn}${i}`, ore]));

describe('what may be chosen', () => {
  test('services of many stand alone', () => {
    expect(bunter(new Map([['A', av(9)], ['B', av(5)]]))).toEqual([['A'], ['B']]);
  });
  test('a small one goes with the next smallest, never alone', () => {
    expect(bunter(new Map([['A', av(90)], ['B', av(3)], ['C', av(20, 100, 'c')]]))).toEqual([['A'], ['B', 'C']]);
  });
  test('one of many where one recipient is nearly all, goes with another until nobody is', () => {
    const dominert = new Map([...av(9, 1), ['stor', 10_000]]);
    expect(bunter(new Map([['A', dominert], ['B', av(10, 100, 'b')], ['C', av(200, 100, 'c')]]))).toEqual([['A', 'B', 'C']]);
  });
  test('a person in two services is one person', () => {
    expect(celleAv(samlet([av(3), av(3)]))).toEqual({ ore: 600, antall: 3, storsteOre: 200 });
  });
  test('no bundle is few or dominated, unless the whole is', () => {
    const kode = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 10_000 })), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(kode, { minLength: 1, maxLength: 6 }), (koder) => {
        const grunnlag = new Map(koder.map((personer, i) => [String(i), new Map(personer.map(([hvem, ore]) => [String(hvem), ore]))]));
        const ut = bunter(grunnlag);
        const celle = (b: readonly string[]) => celleAv(samlet(b.map((k) => grunnlag.get(k) ?? new Map())));
        expect(ut.flat().toSorted()).toEqual([...grunnlag.keys()].toSorted());
        if (ut.length > 1) expect(ut.every((b) => !maSkjermes(celle(b)))).toBe(true);
      }),
    );
  });
});

test('sums in steps of ten thousand kroner, recipients in fives', () => {
  expect([omLag(1_499_999), omLag(1_500_000), omLag(-1_500_000), omLag(0)]).toEqual([1_000_000, 2_000_000, -2_000_000, 0]);
  expect([iFemmere(-7), iFemmere(4), iFemmere(12), iFemmere(-3)]).toEqual([-5, 0, 10, 0]);
});
