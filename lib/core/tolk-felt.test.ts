import { describe, expect, it } from 'vitest';
import { lesBelop, lesDato, lesDesimal, lesHeltall, lesKlokkeslett, lesMinutter } from '#lib/core/tolk-felt.ts';

describe('reading what people type', () => {
  it.each([
    ['12 400,50', 1240050],
    ['12.400,50', 1240050],
    ['1.234.567', 123456700],
    ['12400', 1240000],
    ['12\u00a0400,5 kr', 1240050],
    ['\u2212250', -25000],
    ['668,00', 66800],
    ['0,1', 10],
    ['12,345', null],
    ['1 2,3,4', null],
    ['tolv', null],
    ['', null],
    ['90071992547409920', null],
  ])('the amount %s is %s øre', (tekst, ore) => expect(lesBelop(tekst)).toBe(ore));

  it.each([
    ['5,25', 315],
    ['5.25', 315],
    ['5 t 15 min', 315],
    ['5t', 300],
    ['5,5 timer', 330],
    ['45 min', 45],
    ['90 minutter', 90],
    ['5:15', 315],
    ['0,33', null],
    ['0,35', 21],
    ['-1', null],
    ['5:75', null],
    ['', null],
    ['t', null],
  ])('the time %s is %s minutes', (tekst, min) => expect(lesMinutter(tekst)).toBe(min));

  it('takes a bare number as minutes where that is asked for', () => {
    expect(lesMinutter('45', 'minutter')).toBe(45);
    expect(lesMinutter('1 t 5 min', 'minutter')).toBe(65);
    expect(lesMinutter('4,5', 'minutter')).toBeNull();
  });

  it.each([
    ['5.1.2026', '2026-01-05'],
    ['05.01.26', '2026-01-05'],
    ['05012026', '2026-01-05'],
    ['050126', '2026-01-05'],
    ['2026-01-05', '2026-01-05'],
    ['29.02.2028', '2028-02-29'],
    ['29.02.2026', null],
    ['31.04.2026', null],
    ['1.13.2026', null],
    ['i dag', null],
  ])('the date %s is %s', (tekst, dato) => expect(lesDato(tekst)).toBe(dato));

  it.each([
    ['7.40', '07:40'],
    ['0740', '07:40'],
    ['23:59', '23:59'],
    ['24.00', null],
    ['7', null],
  ])('the clock %s is %s', (tekst, kl) => expect(lesKlokkeslett(tekst)).toBe(kl));

  it('reads whole numbers and exact decimals, never a binary fraction', () => {
    expect(lesHeltall('96 412')).toBe(96412);
    expect(lesHeltall('1,5')).toBeNull();
    expect(lesDesimal('3,40', 2)).toBe('3.4');
    expect(lesDesimal('\u22120,069', 3)).toBe('-0.069');
    expect(lesDesimal('0,0691', 3)).toBeNull();
  });
});
