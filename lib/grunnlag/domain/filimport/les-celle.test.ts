import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { formatDato, formatKroner } from '#lib/core/format.ts';
import { ore } from '#lib/core/ore.ts';
import type { Celle, Kolonnetype } from './importdefinisjon.ts';
import { lesCelle } from './les-celle.ts';
import { harPersonnummer } from './personnummer.ts';

function les(celle: Celle, type: Kolonnetype): string | number | null {
  const svar = lesCelle(celle, type);
  return svar.ok ? svar.verdi : svar.feil;
}

describe('amounts', () => {
  test.each<[Celle, string | number | null]>([
    ['1 234 567,50', 123_456_750],
    ['1\u00a0234\u00a0567,50', 123_456_750],
    ['\u2212250', -25_000],
    ['(1 234,50)', -123_450],
    ['1 234,50-', -123_450],
    ['-1.234.567,5', -123_456_750],
    ["1'234.50", 123_450],
    ['kr', 'IKKE_TALL'],
    ['12,345', 'FOR_MANGE_DESIMALER'],
    ['1.234', 'FOR_MANGE_DESIMALER'],
    ['1,234.50', 'IKKE_TALL'],
    ['=SUM(A1:A9)', 'FORMEL'],
    ['="1000"', 100_000],
    ['#REF!', 'REGNEARKFEIL'],
    [0.1 + 0.2, 30],
    [1234.565, 'FOR_MANGE_DESIMALER'],
    [1e15, 'FOR_STOR'],
    [Number.NaN, 'IKKE_TALL'],
    ['', null],
    [' \u00a0 ', null],
    [null, null],
  ])('%j is %s', (celle, svar) => expect(les(celle, 'belop')).toBe(svar));

  test('what people are shown is read back, as text and as a spreadsheet’s number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (n) => {
        expect(les(formatKroner(ore(n)).replace('kr', ''), 'belop')).toBe(n === 0 ? 0 : n);
        expect(les(n / 100, 'belop')).toBe(n === 0 ? 0 : n);
      }),
    );
  });
});

describe('months', () => {
  test.each<[Celle, string]>([
    ['2026-10', '2026-10'], ['202610', '2026-10'], [202610, '2026-10'], ['10.2026', '2026-10'], ['10/2026', '2026-10'], ['2026M10', '2026-10'],
    ['oktober 2026', '2026-10'], ['Okt 26', '2026-10'], ['2026 oktober', '2026-10'], ['31.10.2026', '2026-10'], ['2026-10-31T00:00:00', '2026-10'],
    [46_326, '2026-10'], ['10', '--10'], [10, '--10'], ['okt', '--10'],
    ['202613', 'PERIODE_13'], ['13', 'PERIODE_13'], ['2026-17', 'IKKE_MANED'], ['sommer', 'IKKE_MANED'], [2026.5, 'IKKE_MANED'],
  ])('%j is %s', (celle, svar) => expect(les(celle, 'maned')).toBe(svar));
});

describe('dates, hours and numbers', () => {
  test.each<[Celle, string]>([
    ['05.01.2026', '2026-01-05'], ['5.1.26', '2026-01-05'], ['2026-01-05', '2026-01-05'], ['20260105', '2026-01-05'], ['05.01.2026 00:00:00', '2026-01-05'],
    [46_027, '2026-01-05'], ['46027', '2026-01-05'], ['31.02.2026', 'IKKE_DATO'], [12, 'IKKE_DATO'], ['i går', 'IKKE_DATO'],
  ])('the date %j is %s', (celle, svar) => expect(les(celle, 'dato')).toBe(svar));

  test.each<[Celle, number | string]>([
    ['37,5', 2250], [37.5, 2250], ['37:30', 2250], ['37 t 30 min', 2250], ['37,33', 2240], [1 / 3, 20], ['-7,5', -450], ['fire', 'IKKE_TALL'],
  ])('%j hours are %s minutes', (celle, svar) => expect(les(celle, 'timer')).toBe(svar));

  test('a date that people are shown is read back, and so is its day number', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1930-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (d) => {
        const iso = d.toISOString().slice(0, 10);
        expect(les(formatDato(dato(iso)), 'dato')).toBe(iso);
        expect(les(Math.floor(d.getTime() / 86_400_000) + 25_569, 'dato')).toBe(iso);
      }),
    );
  });

  test('whole numbers and exact decimals', () => {
    expect([les('2 026', 'heltall'), les(2026, 'heltall'), les('1,5', 'heltall'), les('10,3333', 'desimal'), les(10.3333, 'desimal'), les('1,23456', 'desimal')]).toEqual([
      2026, 2026, 'FOR_MANGE_DESIMALER', '10.3333', '10.3333', 'FOR_MANGE_DESIMALER',
    ]);
  });
});

describe('texts', () => {
  test('a formula is refused, kept zeros are kept, and spaces are one', () => {
    expect([les('=HYPERLINK("x")', 'tekst'), les('@cmd', 'tekst'), les('="0101"', 'tekst'), les('  Nord \u00a0 sone ', 'tekst'), les('x'.repeat(501), 'tekst'), les('- annet', 'tekst')]).toEqual([
      'FORMEL', 'FORMEL', '0101', 'Nord sone', 'FOR_LANG', '- annet',
    ]);
  });

  test.each<[Celle, boolean]>([
    ['03843821722', true], ['038438 21722', true], ['Vikar 03843821722.', true], [3_843_821_722, true], ['47906701517', true], ['03843821749', true],
    ['12345678901', false], [12_345_678_901, false], ['103843821722', false], ['038438217', false], ['Nord', false], [null, false],
  ])('a person’s number in %j: %s', (celle, svar) => expect(harPersonnummer(celle)).toBe(svar));
});
