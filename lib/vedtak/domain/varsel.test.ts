import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { fristPasser, kanVurderes, manglerHoring, standardfrist, varseltilstand } from './varsel.ts';
import type { Varsel } from './varsel.ts';

const idag = dato('2026-11-22');
const varsel: Varsel = { id: 1, slag: 'REDUKSJON', sendt: dato('2026-11-02'), frist: dato('2026-11-16'), svarMottatt: null, vurdert: false, brukt: false, trukket: false };

describe('forhåndsvarsel', () => {
  test('venter på svar til og med fristen, så er den ute', () => {
    expect(varseltilstand(dato('2026-11-16'), varsel)).toBe('VENTER_SVAR');
    expect(varseltilstand(dato('2026-11-17'), varsel)).toBe('FRIST_UTE');
    expect(varseltilstand(idag, { ...varsel, svarMottatt: idag })).toBe('BESVART');
  });

  test('vurderes først når svaret er kommet eller fristen er ute', () => {
    expect(kanVurderes(dato('2026-11-10'), varsel)).toBe(false);
    expect(kanVurderes(dato('2026-11-10'), { ...varsel, svarMottatt: dato('2026-11-09') })).toBe(true);
    expect(kanVurderes(idag, varsel)).toBe(true);
    expect(kanVurderes(idag, { ...varsel, trukket: true })).toBe(false);
  });

  test('mindre hjelp krever et hørt og vurdert varsel, eller et oppgitt unntak', () => {
    expect(manglerHoring(idag, null, null)).toBe('manglerVarsel');
    expect(manglerHoring(dato('2026-11-10'), varsel, null)).toBe('varselVenterSvar');
    expect(manglerHoring(idag, varsel, null)).toBe('varselIkkeVurdert');
    expect(manglerHoring(idag, { ...varsel, vurdert: true }, null)).toBeNull();
    expect(manglerHoring(idag, { ...varsel, vurdert: true, brukt: true }, null)).toBe('manglerVarsel');
    expect(manglerHoring(idag, null, 'ONSKET')).toBeNull();
  });

  test('fristen er minst en uke, og den foreslåtte faller aldri på en fridag', () => {
    expect(fristPasser(idag, dato('2026-11-28'))).toBe(false);
    expect(fristPasser(idag, dato('2026-11-29'))).toBe(true);
    // 14 days from Sunday the 22nd is Sunday the 6th
    expect(standardfrist(idag)).toBe('2026-12-07');
  });
});
