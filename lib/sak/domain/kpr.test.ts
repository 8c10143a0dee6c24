import { describe, expect, test } from 'vitest';
import { endring, KPR_1, lesSkarer, mangler, samlemal } from './kpr.ts';
import type { Skar } from './kpr.ts';

const alle = (skar: Skar, unntak: Record<string, Skar> = {}) => ({ ...Object.fromEntries(KPR_1.variabler.map((v) => [v.kode, skar])), ...unntak });

describe('samlemålet', () => {
  test.each([[1, 'NOE'], [2, 'NOE'], [3, 'MIDDELS'], [4, 'OMFATTENDE'], [5, 'OMFATTENDE']] as const)('alt skåret %i gir %s', (skar, gruppe) => {
    expect(samlemal(KPR_1, alle(skar)).gruppe).toBe(gruppe);
  });
  test('er ikke et gjennomsnitt: alvorlig kognitiv svikt gir omfattende behov selv om resten går bra', () => {
    const skarer = alle(1, { HUKOMMELSE: 5, KOMMUNIKASJON: 4 });
    const snitt = Object.values(skarer).reduce((a, b) => a + b, 0) / KPR_1.variabler.length;
    expect(snitt).toBeLessThan(2);
    expect(samlemal(KPR_1, skarer)).toEqual({ gruppe: 'OMFATTENDE', fordi: ['KOGNITIV'], over: 3 });
  });
  test('9 teller ikke, verken opp eller ned', () => {
    expect(samlemal(KPR_1, alle(3, { HUKOMMELSE: 4, KOMMUNIKASJON: 9 }))).toMatchObject({ gruppe: 'OMFATTENDE', fordi: ['KOGNITIV'] });
    expect(samlemal(KPR_1, alle(9)).gruppe).toBe('UOPPGITT');
  });
  test('grensen er over, ikke på: nøyaktig 3 i snitt er ikke omfattende', () => {
    expect(samlemal(KPR_1, alle(1, { HUKOMMELSE: 2, KOMMUNIKASJON: 4 })).gruppe).toBe('MIDDELS');
  });
  test('husholdet alene gir aldri omfattende behov', () => {
    expect(samlemal(KPR_1, alle(1, { HUSARBEID: 5, INNKJOP: 5 }))).toMatchObject({ gruppe: 'MIDDELS', fordi: ['HUSHOLD'] });
  });
  test('for få skårer er uoppgitt', () => {
    expect(samlemal(KPR_1, { HYGIENE: 5, SPISE: 5 }).gruppe).toBe('UOPPGITT');
  });
});

test('bare kjente variabler med 1–5 eller 9 leses, og det som mangler, nevnes', () => {
  const lest = lesSkarer(KPR_1, { HYGIENE: '3', SPISE: 9, TOALETT: 7, UKJENT: 2, SYN: '' });
  expect(lest).toEqual({ HYGIENE: 3, SPISE: 9 });
  expect(mangler(KPR_1, lest)).toHaveLength(KPR_1.variabler.length - 2);
});

test('alle delmål i reglene finnes', () => {
  const koder = new Set(KPR_1.delmal.map((d) => d.kode));
  expect(KPR_1.regler.flatMap((r) => r.delmal).filter((d) => !koder.has(d))).toEqual([]);
  expect(KPR_1.variabler.filter((v) => v.delmal !== null && !koder.has(v.delmal))).toEqual([]);
});

test.each([[2, 3, 'MER'], [4, 3, 'MINDRE'], [3, 3, 'LIK'], [9, 3, 'NY'], [undefined, 3, 'NY'], [undefined, undefined, 'LIK']] as const)('fra %s til %s: %s', (fra, til, ventet) => {
  expect(endring(fra, til)).toBe(ventet);
});
