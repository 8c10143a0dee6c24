import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { lokalTid, tilEpokeMinutt } from '#lib/core/oslo-tid.ts';
import { planlagtLengde, registrerBesok } from '#lib/utfort-tid/domain/registrer-besok.ts';
import type { Besoksforslag, Oppdragsramme } from '#lib/utfort-tid/domain/registrer-besok.ts';

const naa = tilEpokeMinutt(lokalTid('2026-11-18T10:42'));
const ramme: Oppdragsramme = { fom: dato('2026-10-01'), tom: dato('2026-11-15'), annullert: false, iTimer: true, minutter: 315, besok: 14 };
const lopende = { ...ramme, tom: null };
const forslag = (endret: Partial<Besoksforslag> = {}): Besoksforslag => ({ start: lokalTid('2026-11-18T10:00'), minutter: 25, kategori: 'BRUKERRETTET', grunn: null, ...endret });

describe('a visit that can have happened is kept', () => {
  test('today, without a word of why', () => {
    expect(registrerBesok(forslag(), lopende, naa, 1)).toMatchObject({ ok: true, verdi: { dato: '2026-11-18', minutter: 25, kilde: 'FELT', utenfor: false, planlagtMinutter: 23 } });
  });

  test('yesterday, with the reason why it is entered afterwards', () => {
    const svar = registrerBesok(forslag({ start: lokalTid('2026-11-17T20:00'), grunn: 'Telefonen var tom' }), lopende, naa, 1);
    expect(svar).toMatchObject({ ok: true, verdi: { kilde: 'ETTERREGISTRERT', grunn: 'Telefonen var tom' } });
  });

  test('started and stopped on a phone that was without net until today: measured, and nobody is asked why', () => {
    const svar = registrerBesok(forslag({ start: lokalTid('2026-11-17T20:00'), foring: 'MALT' }), lopende, naa, 1);
    expect(svar).toMatchObject({ ok: true, verdi: { kilde: 'FELT', grunn: null } });
  });

  test('entered afterwards on a phone carries its reason and its own source, the same day too', () => {
    expect(registrerBesok(forslag({ foring: 'ETTERPA' }), lopende, naa, 1)).toMatchObject({ ok: false, feil: { grunn: 'grunnMangler' } });
    expect(registrerBesok(forslag({ foring: 'ETTERPA', grunn: 'Glemte å starte' }), lopende, naa, 1)).toMatchObject({ ok: true, verdi: { kilde: 'ETTERREGISTRERT' } });
  });

  test('also when the order had ended: it is stored, and marked as outside', () => {
    expect(registrerBesok(forslag(), ramme, naa, 1)).toMatchObject({ ok: true, verdi: { utenfor: true } });
  });

  test('also on an order that was voided', () => {
    expect(registrerBesok(forslag(), { ...lopende, annullert: true }, naa, 1)).toMatchObject({ ok: true, verdi: { utenfor: true } });
  });

  test('over midnight: it belongs to the day it started', () => {
    const svar = registrerBesok(forslag({ start: lokalTid('2026-11-17T23:50'), minutter: 30, grunn: 'Nattevakt' }), lopende, naa, 1);
    expect(svar).toMatchObject({ ok: true, verdi: { dato: '2026-11-17' } });
  });

  test('in the hour that comes twice in October: the first of the two', () => {
    const svar = registrerBesok(forslag({ start: lokalTid('2026-10-25T02:30'), grunn: 'Nattevakt' }), lopende, naa, 1);
    expect(svar.ok && svar.verdi.startMinutt).toBe(tilEpokeMinutt(lokalTid('2026-10-25T01:30')) + 60);
  });
});

describe('impossible times are refused, with the field to mend', () => {
  test.each([
    ['no minutes', { minutter: 0 }, 'nullMinutter', 'minutter'],
    ['more than a day', { minutter: 1441 }, 'forLangt', 'minutter'],
    ['tomorrow', { start: lokalTid('2026-11-19T08:00') }, 'iFremtiden', 'dato'],
    ['later today', { start: lokalTid('2026-11-18T11:00') }, 'iFremtiden', 'start'],
    ['ended later than now', { start: lokalTid('2026-11-18T10:30'), minutter: 60 }, 'ikkeFerdig', 'minutter'],
    ['entered afterwards without a reason', { start: lokalTid('2026-11-17T10:00') }, 'grunnMangler', 'grunn'],
    ['after the deadline for corrections', { start: lokalTid('2024-12-31T10:00'), grunn: 'Glemt' }, 'fristUte', 'dato'],
  ] as const)('%s', (_setning, endret, grunn, felt) => {
    expect(registrerBesok(forslag(endret), lopende, naa, 1)).toMatchObject({ ok: false, feil: { grunn, felt } });
  });

  test('time on an order that is not granted in hours', () => {
    expect(registrerBesok(forslag(), { ...lopende, iTimer: false }, naa, 1)).toMatchObject({ ok: false, feil: { grunn: 'ikkeTimer' } });
  });

  test('a phone whose clock is five minutes ahead is not refused', () => {
    expect(registrerBesok(forslag({ start: lokalTid('2026-11-18T10:22') }), lopende, naa, 1).ok).toBe(true);
  });
});

describe('the length a visit is granted', () => {
  test('is the minutes over the visits in whole minutes, half up', () => {
    expect(planlagtLengde({ minutter: 315, besok: 14 })).toBe(23);
    expect(planlagtLengde({ minutter: 45, besok: 2 })).toBe(23);
    expect(planlagtLengde({ minutter: 44, besok: 2 })).toBe(22);
  });

  test('is unknown when the vedtak names no visits', () => {
    expect(planlagtLengde({ minutter: 315, besok: 0 })).toBeNull();
  });
});
