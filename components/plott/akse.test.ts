import { describe, expect, it } from 'vitest';
import { bruddstart, skala, spre, trinn, venstremarg } from '#components/plott/akse.ts';

describe('axes', () => {
  it('has at most five round grid lines', () => {
    expect(trinn(0, 15.8)).toEqual([0, 5, 10, 15]);
    expect(trinn(640, 800)).toEqual([650, 700, 750, 800]);
    expect(trinn(-1.9, 1.2)).toEqual([-1, 0, 1]);
    expect(trinn(0, 0)).toEqual([0]);
  });

  it('counts people in whole steps', () => {
    expect(trinn(0, 1, true)).toEqual([0, 1]);
    expect(trinn(0, 2, true)).toEqual([0, 1, 2]);
    expect(trinn(0, 9, true)).toEqual([0, 3, 6, 9]);
    expect(trinn(0, 240, true)).toEqual([0, 100, 200]);
  });

  it('makes room for the longest word of the axis', () => {
    expect(venstremarg(['0', '25'], 34)).toBe(34);
    expect(venstremarg(['3 400', '3 600'], 34)).toBe(43);
  });

  it('places values', () => {
    expect(skala([0, 10], [100, 0])(2.5)).toBe(75);
    expect(skala([5, 5], [100, 0])(5)).toBe(100);
  });

  it('moves labels apart and keeps their order', () => {
    expect(spre([10, 12, 40], 14)).toEqual([10, 24, 40]);
    expect(spre([12, 10], 14)).toEqual([24, 10]);
    expect(spre([10, 98, 99], 15, 100)).toEqual([10, 85, 100]);
  });

  it('breaks the axis only where changes would disappear', () => {
    expect(bruddstart([375.9, 382.7, 386.2])).toBe(370);
    expect(bruddstart([0, 10])).toBeNull();
    expect(bruddstart([4, 10])).toBeNull();
    expect(bruddstart([5, 5])).toBeNull();
  });
});
