import { expect, test } from 'vitest';
import { TRINN_UNDER, trinnRundt } from './varsel.ts';

const kr = (belop: number): number => belop * 100;

test('recipients are counted per 50 000 kr around the threshold; at it is under, far under is left out, far over is in the last', () => {
  const antall = trinnRundt([999_999, 1_000_000, 1_000_001, 1_050_000, 1_050_001, 850_000, 850_001, 9_000_000].map(kr), kr(1_000_000));
  expect([antall[0], antall[TRINN_UNDER - 1], antall[TRINN_UNDER], antall[TRINN_UNDER + 1], antall.at(-1)]).toEqual([1, 2, 2, 1, 1]);
  expect(antall.reduce((a, b) => a + b, 0)).toBe(7);
});
