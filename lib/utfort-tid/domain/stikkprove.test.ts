import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folgOpp, kontroller, trekk, type Trekkbart } from './stikkprove.ts';

const mange = (antall: number, hver: number): Trekkbart[] => Array.from({ length: antall }, (_, i) => ({ id: 1000 + i * 7, etterfort: i % hver === 0 }));

describe('a draw', () => {
  test('is the same for the same seed and visits in any order, each visit at most once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 50 }), (fro, n, antall) => {
        const alle = mange(n, 4);
        const forste = trekk(alle, antall, fro, 3).map((b) => b.id);
        expect(trekk(alle.toReversed(), antall, fro, 3).map((b) => b.id)).toEqual(forste);
        expect(new Set(forste).size).toBe(Math.min(antall, n));
      }),
    );
  });

  test('differs by seed', () => {
    const alle = mange(500, 5);
    expect(trekk(alle, 20, 1, 3)).not.toEqual(trekk(alle, 20, 2, 3));
  });

  test('takes visits registered afterwards about three times as often as their share says', () => {
    // A fifth is registered afterwards: 3/5 of one ticket each against 4/5, so some 3 of 7 drawn.
    const alle = mange(2000, 5);
    let etter = 0;
    for (let fro = 1; fro <= 200; fro += 1) etter += trekk(alle, 20, fro, 3).filter((b) => b.etterfort).length;
    expect(etter / (200 * 20)).toBeGreaterThan(0.39);
    expect(etter / (200 * 20)).toBeLessThan(0.47);
    let uten = 0;
    for (let fro = 1; fro <= 200; fro += 1) uten += trekk(alle, 20, fro, 1).filter((b) => b.etterfort).length;
    expect(uten / (200 * 20)).toBeGreaterThan(0.17);
    expect(uten / (200 * 20)).toBeLessThan(0.23);
  });
});

test('a deviation has a kind, what agrees has none, and what is followed up stands', () => {
  expect(kontroller({ fulgtOpp: false }, { utfall: 'AVVIK', slag: null, merknad: null })).toEqual({ ok: false, feil: { grunn: 'slagMangler', felt: 'slag' } });
  expect(kontroller({ fulgtOpp: false }, { utfall: 'STEMMER', slag: 'KORTERE', merknad: null })).toMatchObject({ ok: true, verdi: { slag: null } });
  expect(kontroller({ fulgtOpp: true }, { utfall: 'STEMMER', slag: null, merknad: null })).toMatchObject({ ok: false });
  expect([folgOpp({ utfall: 'STEMMER', fulgtOpp: false }).ok, folgOpp({ utfall: 'AVVIK', fulgtOpp: true }).ok, folgOpp({ utfall: 'AVVIK', fulgtOpp: false }).ok]).toEqual([false, false, true]);
});
