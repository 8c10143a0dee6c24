import { describe, expect, test } from 'vitest';
import {
  type Enhetsgang,
  erForsent,
  erVirkedag,
  frister,
  hindringForAttest,
  hindringForErklaring,
  hindringForStedfortreder,
  skalVarsles,
  STANDARDKALENDER,
  stegstatus,
  tolkKalender,
  virkedagEtter,
} from '#lib/avregning/domain/kalender.ts';
import { type Dato, dato, leggTilDager } from '#lib/core/dato.ts';
import { maned } from '#lib/core/maned.ts';

const ingenting: Enhetsgang = { erklart: false, stipulert: false, attestert: false, bokfort: false, lukket: false, apenInnsigelse: false };

describe('deadlines are working days after the end of the month', () => {
  test('weekends and holidays move them on', () => {
    expect(virkedagEtter(maned('2026-10'), 1)).toBe('2026-11-02');
    expect(virkedagEtter(maned('2026-10'), 6)).toBe('2026-11-09');
    // New Year's Day is a Friday
    expect(virkedagEtter(maned('2026-12'), 1)).toBe('2027-01-04');
    // 1 April 2027 is a Thursday after Easter; 2026 has Maundy Thursday 2 April, Good Friday 3, Easter Monday 6
    expect(virkedagEtter(maned('2026-03'), 1)).toBe('2026-04-01');
    expect(virkedagEtter(maned('2026-03'), 2)).toBe('2026-04-07');
    // 1 May and Ascension Day (14 May 2026)
    expect(virkedagEtter(maned('2026-04'), 1)).toBe('2026-05-04');
    expect(virkedagEtter(maned('2026-04'), 9)).toBe('2026-05-15');
    expect(erVirkedag(dato('2026-05-17'))).toBe(false);
  });

  test('the day itself is in time, the next is late, and reminders begin three days before', () => {
    const { ERKLAR } = frister(maned('2026-10'), STANDARDKALENDER);
    expect(ERKLAR).toBe('2026-11-04');
    expect([erForsent(ERKLAR, ERKLAR), erForsent(ERKLAR, leggTilDager(ERKLAR, 1))]).toEqual([false, true]);
    expect([skalVarsles(ERKLAR, dato('2026-10-31')), skalVarsles(ERKLAR, dato('2026-11-01'))]).toEqual([false, true]);
  });

  test('a setting that is not five rising working days is none', () => {
    expect(tolkKalender(STANDARDKALENDER)).toEqual(STANDARDKALENDER);
    expect(tolkKalender({ ...STANDARDKALENDER, LUKK: 2 })).toBeNull();
    expect(tolkKalender({ ...STANDARDKALENDER, ERKLAR: 0 })).toBeNull();
    expect(tolkKalender(null)).toBeNull();
  });
});

describe('where a step stands', () => {
  const frist = dato('2026-11-05');
  const for_ = dato('2026-11-05');
  const etter = dato('2026-11-06');
  const status = (steg: Parameters<typeof stegstatus>[0], gang: Partial<Enhetsgang>, dag: Dato) => stegstatus(steg, { ...ingenting, ...gang }, frist, dag);

  test('one after the other: what rests on a step waits until it is done', () => {
    expect(status('ERKLAR', {}, for_)).toBe('VENTER');
    expect(status('ATTESTER', {}, for_)).toBe('SENERE');
    expect(status('ATTESTER', { erklart: true }, for_)).toBe('VENTER');
    expect(status('ATTESTER', { erklart: true, apenInnsigelse: true }, for_)).toBe('SENERE');
    expect(status('BOKFOR', { erklart: true }, for_)).toBe('SENERE');
    expect(status('BOKFOR', { erklart: true, attestert: true }, for_)).toBe('VENTER');
    expect(status('LUKK', { erklart: true, attestert: true, bokfort: true }, for_)).toBe('VENTER');
    expect(status('LUKK', { lukket: true }, etter)).toBe('GJORT');
  });

  test('a unit that is missing is late, and goes on when it is stipulated', () => {
    expect(status('ERKLAR', {}, etter)).toBe('FORSENT');
    expect(status('ERKLAR', { stipulert: true }, etter)).toBe('STIPULERT');
    expect(status('ATTESTER', { stipulert: true }, for_)).toBe('VENTER');
  });

  test('the time for objections is over when it is out and none is open', () => {
    expect(status('INNSIGELSE', {}, for_)).toBe('VENTER');
    expect(status('INNSIGELSE', {}, etter)).toBe('GJORT');
    expect(status('INNSIGELSE', { apenInnsigelse: true }, etter)).toBe('FORSENT');
  });
});

describe('who may do what, when', () => {
  const hel = { over: true, lukket: false, attestert: false, dager: 31, avDager: 31 };

  test('a month is declared when it is over and each day is covered', () => {
    expect(hindringForErklaring(hel)).toBeNull();
    expect(hindringForErklaring({ ...hel, dager: 30 })).toEqual({ grunn: 'IKKE_ERKLART_DAGER' });
    expect(hindringForErklaring({ ...hel, over: false })).toEqual({ grunn: 'IKKE_OVER' });
    expect(hindringForErklaring({ ...hel, attestert: true })).toEqual({ grunn: 'ALT_ATTESTERT' });
    expect(hindringForErklaring({ ...hel, lukket: true })).toEqual({ grunn: 'MANED_LUKKET' });
  });

  test('a unit is attested at the very amount that was shown', () => {
    const klar = { ...ingenting, erklart: true };
    expect(hindringForAttest(klar, true, 100, 100)).toBeNull();
    expect(hindringForAttest(klar, true, 100, 101)).toEqual({ grunn: 'ENDRET' });
    expect(hindringForAttest(ingenting, true, 100, 100)).toEqual({ grunn: 'IKKE_ERKLART' });
    expect(hindringForAttest({ ...ingenting, stipulert: true }, true, 100, 100)).toBeNull();
    expect(hindringForAttest({ ...klar, apenInnsigelse: true }, true, 100, 100)).toEqual({ grunn: 'APEN_INNSIGELSE' });
  });

  test('a deputy is another with a fitting role, at one’s own unit, for at most a year', () => {
    const n = { leder: 1, stedfortreder: 2, fom: dato('2026-11-01'), tom: dato('2026-12-01'), egenEnhet: true, riktigRolle: true };
    const dag = dato('2026-11-20');
    expect(hindringForStedfortreder(n, dag)).toBeNull();
    expect(hindringForStedfortreder({ ...n, stedfortreder: 1 }, dag)).toMatchObject({ grunn: 'SEG_SELV' });
    expect(hindringForStedfortreder({ ...n, egenEnhet: false }, dag)).toMatchObject({ grunn: 'IKKE_DIN_ENHET' });
    expect(hindringForStedfortreder({ ...n, riktigRolle: false }, dag)).toMatchObject({ grunn: 'FEIL_ROLLE' });
    expect(hindringForStedfortreder({ ...n, tom: dato('2026-11-19') }, dag)).toMatchObject({ grunn: 'I_FORTIDEN' });
    expect(hindringForStedfortreder({ ...n, tom: dato('2027-12-01') }, dag)).toMatchObject({ grunn: 'FOR_LANG' });
  });
});
