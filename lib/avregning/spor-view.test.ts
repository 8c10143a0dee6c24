import { expect, test } from 'vitest';
import { brok } from '#lib/core/brok.ts';
import { eksaktVolum, sammenholdt } from './spor-view.ts';

test('the formula shows a volume that can be calculated with: as it ends, or as the fraction it is', () => {
  expect(eksaktVolum(brok(37, 2))).toBe('18,5');
  expect(eksaktVolum(brok(120))).toBe('120');
  expect(eksaktVolum(brok(6401, 60))).toBe('6\u00a0401/60');
});

test('the ledger and the facts of today are held together', () => {
  expect(sammenholdt(1000, 1000)).toEqual({ likt: true, diffOre: 0 });
  expect(sammenholdt(1000, 400)).toEqual({ likt: false, diffOre: -600 });
});
