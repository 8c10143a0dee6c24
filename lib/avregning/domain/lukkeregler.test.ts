import { describe, expect, test } from 'vitest';
import { LUKKEREGLER, regelstand, stoppere, tolkLukkeregler } from './lukkeregler.ts';

describe('which rules stop closing a month', () => {
  test('a missing price always stops, also where the municipality has typed that it only warns', () => {
    expect(tolkLukkeregler({ PRIS_MANGLER: 'VARSLER', SUM: 'VARSLER' })).toMatchObject({ PRIS_MANGLER: 'STOPPER', SUM: 'STOPPER' });
  });
  test('the municipality decides on the others', () => {
    expect(tolkLukkeregler({ IKKE_ERKLART: 'VARSLER', IKKE_KVITTERT: 'STOPPER' })).toMatchObject({ IKKE_ERKLART: 'VARSLER', IKKE_KVITTERT: 'STOPPER' });
  });
  test('what is not typed, or not usable, is as usual', () => {
    for (const verdi of [null, 'x', { IKKE_ERKLART: 7, UKJENT: 'STOPPER' }]) expect(tolkLukkeregler(verdi)).toEqual(tolkLukkeregler({}));
    expect(Object.keys(tolkLukkeregler(null))).toEqual([...LUKKEREGLER]);
  });
});

describe('a rule of the month', () => {
  const valg = tolkLukkeregler({});
  test('is kept where nothing breaks it', () => expect(regelstand('IKKE_ERKLART', [], valg)).toEqual({ regel: 'IKKE_ERKLART', alvor: 'ok', antall: 0, ore: 0, funn: [] }));
  test('sums what it touches', () => {
    expect(regelstand('IKKE_KVITTERT', [{ enhetId: 1, antall: 2, ore: 300 }, { enhetId: 2, antall: 1, ore: 50 }], valg)).toMatchObject({ alvor: 'varsel', antall: 3, ore: 350 });
  });
  test('says that kroner are unknown where one of its parts is', () => {
    expect(regelstand('IKKE_KVITTERT', [{ enhetId: 1, antall: 2, ore: 300 }, { enhetId: 2, antall: 1, ore: null }], valg).ore).toBeNull();
  });
  test('hinders the units it is broken at, and everyone where it is the whole month’s', () => {
    const stand = [regelstand('IKKE_ERKLART', [{ enhetId: 1, antall: 1, ore: 0 }], valg), regelstand('PRIS_MANGLER', [], valg)];
    expect(stoppere(stand, new Set([1])).map((r) => r.regel)).toEqual(['IKKE_ERKLART']);
    expect(stoppere(stand, new Set([2]))).toEqual([]);
    expect(stoppere([regelstand('PRIS_MANGLER', [{ enhetId: null, antall: 1, ore: null }], valg)], new Set([2]))).toHaveLength(1);
  });
});
