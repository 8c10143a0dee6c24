import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { medianVentet, venterekke } from '#lib/utfort-tid/domain/venteliste.ts';

const iDag = dato('2026-11-22');

describe('the waiting list', () => {
  const v = (id: number, prioritet: 1 | 2 | 3, sattOpp: string) => ({ id, plasstype: 'LANGTID' as const, prioritet, sattOpp: dato(sattOpp) });
  const rader = [v(1, 2, '2026-10-01'), v(2, 1, '2026-11-20'), v(3, 2, '2026-09-01'), v(4, 3, '2026-01-01')];
  test('puts those who cannot wait first, then those who have waited longest', () => {
    expect(venterekke(rader).map((r) => r.id)).toEqual([2, 3, 1, 4]);
  });
  test('half have waited at most the median', () => {
    expect(medianVentet(rader, iDag)).toBe(52);
    expect(medianVentet([], iDag)).toBeNull();
  });
});
