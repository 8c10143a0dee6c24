import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ore } from '#lib/core/ore.ts';
import { bestanddeler, drivere, type Kostnadsbilde, vedtakssteg } from './drivere.ts';

const bilde = (over: Partial<Kostnadsbilde>): Kostnadsbilde => ({ direkteOre: ore(100_000), minutter: 1000, fellesOre: ore(0), posterOre: ore(0), fradragOre: ore(0), ...over });

test('hours are counted at last year’s wage, the rest of the wages is the rate; the largest comes first', () => {
  expect(drivere(bilde({}), bilde({ direkteOre: ore(132_000), minutter: 1200, fellesOre: ore(50_000), fradragOre: ore(5_000) }))).toEqual([
    { slag: 'FELLES', ore: 50_000 }, { slag: 'TIMER', ore: 20_000 }, { slag: 'SATS', ore: 12_000 }, { slag: 'FRADRAG', ore: -5_000 },
  ]);
});

test('the parts are the whole change, in any two years', () => {
  const tall = fc.integer({ min: 0, max: 500_000_000 }).map((n) => ore(n));
  const ettAr = fc.record({ direkteOre: tall, minutter: fc.integer({ min: 0, max: 500_000 }), fellesOre: tall, posterOre: tall, fradragOre: tall });
  const netto = (b: Kostnadsbilde): number => b.direkteOre + b.fellesOre + b.posterOre - b.fradragOre;
  expect(() => fc.assert(fc.property(ettAr, ettAr, (fra, til) => drivere(fra, til).reduce((sum, d) => sum + d.ore, 0) === netto(til) - netto(fra)))).not.toThrow();
});

test('without a year before, the cost is told by its parts', () => {
  expect(bestanddeler(bilde({ posterOre: ore(200_000), fradragOre: ore(1_000) })).map((d) => d.slag)).toEqual(['POSTER', 'TIMER', 'FRADRAG']);
});

test('the step in what is granted is per week, so that a short month is none', () => {
  const dager = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const tid = (iUken: readonly number[]) => [{ mottakerId: 1, enhetId: 1, vedtakId: 1, nummer: 'V', funksjon: '254', levert: dager.map(() => 0), vedtatt: dager.map((d, m) => ((iUken[m] ?? 0) / 7) * d) }];
  expect(vedtakssteg(tid(dager.map(() => 6000)), 1, 2028)).toBeNull();
  expect(vedtakssteg(tid(dager.map((_, m) => (m < 8 ? 6000 : 7440))), 1, 2028)).toEqual({ maned: 9, minutterIUken: 1440 });
  expect(vedtakssteg(tid(dager.map((_, m) => (m < 5 ? 6000 : 3000))), 2, 2028)).toBeNull();
});
