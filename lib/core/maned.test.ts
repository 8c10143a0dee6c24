import { describe, expect, test } from 'vitest';
import {
  dagerI,
  erManed,
  forrige,
  leggTilManeder,
  maned,
  manederFraTil,
  manederMellom,
  neste,
  periodeFor,
  tertial,
} from '#lib/core/maned.ts';
import { dato } from '#lib/core/dato.ts';
import { inneholder, overlapper, snitt } from '#lib/core/periode.ts';

describe('måned', () => {
  test('is a year and a month that exist', () => {
    expect(erManed('2025-12')).toBe(true);
    for (const m of ['2025-13', '2025-00', '2025-1', '2025-01-01', '0000-01']) expect(erManed(m)).toBe(false);
  });

  test('follows the calendar over the turn of the year', () => {
    expect(neste(maned('2025-12'))).toBe('2026-01');
    expect(forrige(maned('2025-01'))).toBe('2024-12');
    expect(leggTilManeder(maned('2025-06'), -18)).toBe('2023-12');
    expect(manederMellom(maned('2024-11'), maned('2025-02'))).toBe(3);
    expect(manederFraTil(maned('2024-11'), maned('2025-01'))).toEqual(['2024-11', '2024-12', '2025-01']);
    expect(manederFraTil(maned('2025-02'), maned('2025-01'))).toEqual([]);
    expect(dagerI(maned('2024-02'))).toBe(29);
    expect(periodeFor(maned('2025-02'))).toEqual({ fom: '2025-02-01', tom: '2025-02-28' });
    expect(['2025-01', '2025-04', '2025-05', '2025-12'].map((m) => tertial(maned(m)))).toEqual([1, 1, 2, 3]);
  });
});

describe('periode', () => {
  const apen = { fom: dato('2025-03-01'), tom: null };
  const mars = { fom: dato('2025-03-01'), tom: dato('2025-03-31') };
  const april = { fom: dato('2025-04-01'), tom: dato('2025-04-30') };

  test('both ends are included, and an open end never comes', () => {
    expect(inneholder(mars, dato('2025-03-31'))).toBe(true);
    expect(inneholder(mars, dato('2025-04-01'))).toBe(false);
    expect(inneholder(apen, dato('2999-01-01'))).toBe(true);
    expect(overlapper(mars, april)).toBe(false);
    expect(overlapper(apen, april)).toBe(true);
    expect(overlapper({ fom: dato('2025-03-31'), tom: null }, mars)).toBe(true);
  });

  test('what two periods have in common', () => {
    expect(snitt(apen, april)).toEqual(april);
    expect(snitt(mars, april)).toBeNull();
    expect(snitt(apen, { fom: dato('2025-03-10'), tom: null })).toEqual({ fom: '2025-03-10', tom: null });
  });
});
