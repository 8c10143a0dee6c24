import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dagerMellom,
  dagnummer,
  dato,
  datoFraDagnummer,
  erDato,
  forsteDagIManeden,
  isoUke,
  leggTilDager,
  sisteDagIManeden,
  ukedag,
} from '#lib/core/dato.ts';

describe('dato', () => {
  test('only days that exist are dates', () => {
    for (const d of ['2024-02-29', '2000-02-29', '2025-12-31']) expect(erDato(d)).toBe(true);
    for (const d of ['2025-02-29', '1900-02-29', '2025-13-01', '2025-00-10', '2025-04-31', '25-04-01', '2025-4-1']) {
      expect(erDato(d)).toBe(false);
    }
    expect(() => dato('2025-02-30')).toThrow(RangeError);
  });

  test('days are counted over leap days and centuries', () => {
    expect(dagnummer(dato('1970-01-01'))).toBe(0);
    expect(dagerMellom(dato('2024-02-28'), dato('2024-03-01'))).toBe(2);
    expect(dagerMellom(dato('2025-02-28'), dato('2025-03-01'))).toBe(1);
    expect(leggTilDager(dato('2025-12-31'), 1)).toBe('2026-01-01');
    expect(leggTilDager(dato('2025-01-01'), -1)).toBe('2024-12-31');
  });

  test('a day number names one date', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719162, max: 2932896 }), (n) => {
        expect(dagnummer(datoFraDagnummer(n))).toBe(n);
      }),
    );
  });

  test.each([
    ['2025-01-01', 3, 2025, 1],
    ['2024-12-30', 1, 2025, 1],
    ['2021-01-03', 7, 2020, 53],
    ['2026-12-31', 4, 2026, 53],
    ['1969-12-28', 7, 1969, 52],
  ])('%s is weekday %i of ISO week %i-%i', (d, dag, ar, uke) => {
    expect(ukedag(dato(d))).toBe(dag);
    expect(isoUke(dato(d))).toEqual({ ar, uke });
  });

  test('the first and the last of the month', () => {
    expect(forsteDagIManeden(dato('2024-02-12'))).toBe('2024-02-01');
    expect(sisteDagIManeden(dato('2024-02-12'))).toBe('2024-02-29');
  });
});
