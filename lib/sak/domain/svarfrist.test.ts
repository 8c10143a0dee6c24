import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { erBesvart, fristregelFor, klokkeFor, svarfrist } from './svarfrist.ts';

describe('fristen for foreløpig svar', () => {
  test.each([['2026-10-22', '2026-11-22'], ['2027-01-31', '2027-02-28'], ['2028-01-31', '2028-02-29'], ['2026-12-05', '2027-01-05']])('mottatt %s gir %s', (mottatt, frist) => {
    expect(svarfrist(dato(mottatt))).toBe(frist);
  });
  test('regelen er data med hjemmel', () => {
    expect(fristregelFor(dato('2026-11-22')).hjemmel.nb).toContain('§ 11 a');
    expect(() => fristregelFor(dato('1969-12-31'))).toThrow(RangeError);
  });
});

describe('klokken', () => {
  const idag = dato('2026-11-22');
  test.each([
    ['2026-11-21', null, 'OVER', 1],
    ['2026-11-22', null, 'SNART', 0],
    ['2026-11-29', null, 'SNART', 7],
    ['2026-11-30', null, 'INNEN', 8],
    ['2026-11-01', '2026-12-15', 'SVART', 23],
    ['2026-11-01', '2026-11-20', 'OVER', 2],
  ] as const)('frist %s, forventet %s: %s', (frist, forventet, type, dager) => {
    expect(klokkeFor({ frist: dato(frist), forventet: forventet === null ? null : dato(forventet) }, idag)).toMatchObject({ type, dager });
  });
});

test('en søknad om to tjenester er besvart når begge har fått sitt vedtak', () => {
  expect(erBesvart(['A', 'B'], ['A'])).toBe(false);
  expect(erBesvart(['A', 'B'], ['B', 'A'])).toBe(true);
  expect(erBesvart([], [])).toBe(false);
  expect(erBesvart([], ['A'])).toBe(true);
});
