import { describe, expect, test } from 'vitest';
import type { Dato } from '#lib/core/dato.ts';
import { budfeil, erTurTil, kontraktsavvik, kontraktstilstand, motbudfeil, signaturfeil, sluttFor } from './kontrakt.ts';
import type { Bud, Forhandling } from './kontrakt.ts';

const IDAG = '2026-11-23' as Dato;
const bud = (over: Partial<Bud> = {}): Bud => ({
  nr: 1, part: 'BESTILLER', manedsbelopOre: 4_250_050, fom: '2026-12-01' as Dato, tom: '2027-11-30' as Dato, frist: '2026-12-07' as Dato,
  poster: [{ hva: 'Nattevakt', ofte: 'hver natt' }], signaturer: [{ part: 'BESTILLER', kontoId: 1 }], ...over,
});
const sak = (siste: Partial<Bud> = {}, status: Forhandling['status'] = 'APEN'): Forhandling => ({ status, slutt: null, siste: bud(siste) });
const grunner = (feil: readonly { grunn: string }[]) => feil.map((f) => f.grunn);

describe('who it waits for', () => {
  test('the one who did not send the last bid; the purchaser when its deadline is past', () => {
    expect(kontraktstilstand(IDAG, sak())).toBe('VENTER_UTFORER');
    expect(kontraktstilstand(IDAG, sak({ part: 'UTFORER' }))).toBe('VENTER_BESTILLER');
    expect(kontraktstilstand(IDAG, sak({ frist: IDAG }))).toBe('VENTER_UTFORER');
    expect(kontraktstilstand(IDAG, sak({ frist: '2026-11-22' as Dato }))).toBe('UTLOPT');
    expect(erTurTil('BESTILLER', 'UTLOPT')).toBe(true);
    expect(erTurTil('UTFORER', 'UTLOPT')).toBe(false);
  });
  test('nobody when it is over', () => {
    expect(kontraktstilstand(IDAG, sak({}, 'ENIG'))).toBe('SIGNERT');
    expect(kontraktstilstand(IDAG, { ...sak({}, 'AVBRUTT'), slutt: 'AVSLATT' })).toBe('AVSLATT');
    expect(erTurTil('BESTILLER', 'SIGNERT') || erTurTil('UTFORER', 'SIGNERT')).toBe(false);
  });
});

describe('a signature', () => {
  test('is the other party’s, on the last bid, within the deadline, by another account', () => {
    expect(signaturfeil(IDAG, sak(), 'UTFORER', 1, 2)).toEqual([]);
    expect(grunner(signaturfeil(IDAG, sak(), 'BESTILLER', 1, 2))).toEqual(['dinTur']);
    expect(grunner(signaturfeil(IDAG, sak({ nr: 2 }), 'UTFORER', 1, 2))).toEqual(['nyttBud']);
    expect(grunner(signaturfeil(IDAG, sak({ frist: '2026-11-22' as Dato }), 'UTFORER', 1, 2))).toEqual(['fristUte']);
    expect(grunner(signaturfeil(IDAG, sak({ part: 'UTFORER', frist: '2026-11-22' as Dato }), 'BESTILLER', 1, 2))).toEqual(['fristUte']);
    expect(grunner(signaturfeil(IDAG, sak(), 'UTFORER', 1, 1))).toEqual(['sammePerson']);
    expect(grunner(signaturfeil(IDAG, sak({}, 'ENIG'), 'UTFORER', 1, 2))).toEqual(['forhandlingSlutt']);
  });
});

describe('a bid', () => {
  test('says everything that is wrong at once', () => {
    expect(grunner(budfeil(IDAG, bud({ fom: '2026-10-01' as Dato, frist: '2026-11-22' as Dato })))).toEqual(['budForTidlig', 'fristForTidlig']);
    expect(grunner(budfeil(IDAG, bud({ fom: '2028-01-01' as Dato, frist: '2027-11-22' as Dato })))).toEqual(['budForSent', 'fristForSen']);
  });
  test('answers the bid that was looked at, in turn; after the deadline the purchaser can send another', () => {
    expect(motbudfeil(IDAG, sak(), 'UTFORER', 1, bud())).toEqual([]);
    expect(grunner(motbudfeil(IDAG, sak(), 'BESTILLER', 1, bud()))).toEqual(['dinTur']);
    expect(grunner(motbudfeil(IDAG, sak({ nr: 3 }), 'UTFORER', 1, bud()))).toEqual(['nyttBud']);
    expect(motbudfeil(IDAG, sak({ frist: '2026-11-22' as Dato }), 'BESTILLER', 1, bud())).toEqual([]);
    expect(grunner(motbudfeil(IDAG, sak({ frist: '2026-11-22' as Dato }), 'UTFORER', 1, bud()))).toEqual(['fristUte']);
  });
});

test('it ends as the party may end it', () => {
  expect([sluttFor(sak(), 'BESTILLER'), sluttFor(sak(), 'UTFORER')]).toEqual(['TRUKKET', 'AVSLATT']);
  expect([sluttFor(sak({}, 'ENIG'), 'BESTILLER'), sluttFor(sak({}, 'ENIG'), 'UTFORER')]).toEqual(['BORTFALT', null]);
  expect(sluttFor(sak({}, 'I_BRUK'), 'BESTILLER')).toBeNull();
});

test('a vedtak of a contract says the same as the contract, to the øre and the day', () => {
  const kontrakt = { ...bud(), forhandlingId: 1, enhetId: 7 };
  const forslag = { omfang: { type: 'KONTRAKT', manedsbelopOre: 4_250_050 }, enhetId: 7, fom: kontrakt.fom, tom: kontrakt.tom } as const;
  expect(kontraktsavvik(forslag, kontrakt)).toEqual([]);
  expect(grunner(kontraktsavvik(forslag, null))).toEqual(['ingenKontrakt']);
  const annet = { omfang: { type: 'KONTRAKT', manedsbelopOre: 4_250_051 }, enhetId: 8, fom: '2026-12-02' as Dato, tom: null } as const;
  expect(grunner(kontraktsavvik(annet, kontrakt))).toEqual(['kontraktBelop', 'kontraktEnhet', 'kontraktFom', 'kontraktTom']);
  expect(kontraktsavvik({ ...annet, omfang: { type: 'NIVA', niva: 2 } }, null)).toEqual([]);
});
