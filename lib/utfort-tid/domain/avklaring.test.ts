import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { lokalTid, tilEpokeMinutt } from '#lib/core/oslo-tid.ts';
import { merknadFor, trengerAvklaring } from '#lib/utfort-tid/domain/avklaring.ts';
import type { Avklaringsfakta } from '#lib/utfort-tid/domain/avklaring.ts';
import { angreKvittering, kvitterBesok } from '#lib/utfort-tid/domain/kvitter-besok.ts';
import { erLast, sisteDagForEndring } from '#lib/utfort-tid/domain/las.ts';
import { flyttBesok, leggBortBesok, rettBesok } from '#lib/utfort-tid/domain/rett-besok.ts';

const vanlig: Avklaringsfakta = {
  dato: dato('2026-11-09'),
  minutter: 30,
  kategori: 'BRUKERRETTET',
  planlagtMinutter: 30,
  vedtattMinutter: 210,
  vedtattBesok: 7,
  oppdrag: { fom: dato('2026-01-01'), tom: null, annullert: false },
  overlapper: false,
  iPause: false,
};
const iDag = dato('2026-11-18');

describe('what needs a leader’s eyes', () => {
  test.each([
    ['a visit as planned needs none', {}, null],
    ['exactly half longer needs none', { minutter: 45 }, null],
    ['more than half longer does', { minutter: 46 }, 'AVVIKENDE_TID'],
    ['exactly half as long needs none', { minutter: 15 }, null],
    ['less than half does', { minutter: 14 }, 'AVVIKENDE_TID'],
    ['without a planned length the vedtak’s own is used', { planlagtMinutter: null, minutter: 46 }, 'AVVIKENDE_TID'],
    ['without visits in the vedtak there is nothing to compare with', { planlagtMinutter: null, vedtattBesok: 0, minutter: 200 }, null],
    ['a wasted trip is short by nature', { kategori: 'BOMTUR', minutter: 2 }, null],
    ['two visits of one employee at once', { overlapper: true }, 'OVERLAPP'],
    ['a visit while the vedtak was paused', { iPause: true }, 'I_PAUSE'],
    ['after the order ended, whatever else', { oppdrag: { fom: dato('2026-01-01'), tom: dato('2026-11-08'), annullert: false }, overlapper: true }, 'UTENFOR'],
    ['on an order that is not there', { oppdrag: null }, 'UTENFOR'],
  ] as const)('%s', (_setning, endret, merknad) => {
    expect(merknadFor({ ...vanlig, ...endret })).toBe(merknad);
  });

  test('an approval settles a leader’s judgement, never a visit outside the vedtak', () => {
    expect(trengerAvklaring('OVERLAPP', true)).toBe(false);
    expect(trengerAvklaring('OVERLAPP', false)).toBe(true);
    expect(trengerAvklaring('UTENFOR', true)).toBe(true);
    expect(trengerAvklaring(null, false)).toBe(false);
  });
});

describe('approval', () => {
  const besok = { dato: dato('2026-11-09'), kvittert: false, merknad: null };
  test('a visit with a remark can be approved, one outside the vedtak cannot', () => {
    expect(kvitterBesok({ ...besok, merknad: 'OVERLAPP' }, iDag, 1).ok).toBe(true);
    expect(kvitterBesok({ ...besok, merknad: 'UTENFOR' }, iDag, 1)).toEqual({ ok: false, feil: { grunn: 'utenforVedtaket' } });
  });

  test('twice is refused, and so is after the deadline, which is named', () => {
    expect(kvitterBesok({ ...besok, kvittert: true }, iDag, 1)).toEqual({ ok: false, feil: { grunn: 'alleredeKvittert' } });
    expect(kvitterBesok({ ...besok, dato: dato('2025-03-01') }, iDag, 1)).toEqual({ ok: false, feil: { grunn: 'fristUte', verdier: { frist: '2026-01-31' } } });
  });

  test('is taken back until the month is closed', () => {
    expect(angreKvittering({ kvittert: true }, false).ok).toBe(true);
    expect(angreKvittering({ kvittert: true }, true)).toEqual({ ok: false, feil: { grunn: 'manedenErLukket' } });
    expect(angreKvittering({ kvittert: false }, false)).toEqual({ ok: false, feil: { grunn: 'ikkeKvittert' } });
  });
});

describe('the deadline for corrections', () => {
  test('is the last of January the year after, unless the municipality says otherwise', () => {
    expect(sisteDagForEndring(dato('2026-11-09'), 1)).toBe('2027-01-31');
    expect(sisteDagForEndring(dato('2026-11-09'), 2)).toBe('2027-02-28');
    expect(sisteDagForEndring(dato('2026-11-09'), 0)).toBe('2026-12-31');
    expect(erLast(dato('2025-12-31'), dato('2026-01-31'), 1)).toBe(false);
    expect(erLast(dato('2025-12-31'), dato('2026-02-01'), 1)).toBe(true);
  });
});

describe('a correction', () => {
  const naa = tilEpokeMinutt(lokalTid('2026-11-18T10:42'));
  const for_ = { start: lokalTid('2026-11-09T08:00'), minutter: 30, kategori: 'BRUKERRETTET' } as const;

  test('changes time, length or category, and may move the day', () => {
    expect(rettBesok(for_, { ...for_, start: lokalTid('2026-11-10T08:00') }, naa, 1)).toMatchObject({ ok: true, verdi: { dato: '2026-11-10' } });
  });

  test.each([
    ['nothing changed', {}, 'ingenEndring'],
    ['more than a month away is another visit', { start: lokalTid('2026-10-01T08:00') }, 'forLangtUnna'],
    ['no time', { minutter: 0 }, 'nullMinutter'],
    ['time that has not been', { start: lokalTid('2026-11-18T12:00') }, 'iFremtiden'],
  ] as const)('is refused when %s', (_setning, endret, grunn) => {
    expect(rettBesok(for_, { ...for_, ...endret }, naa, 1)).toMatchObject({ ok: false, feil: { grunn } });
  });

  test('a move goes only to an order of the same person that was in force that day', () => {
    const til = { mottakerId: 1, fom: dato('2026-11-01'), tom: null, annullert: false, iTimer: true };
    expect(flyttBesok(dato('2026-11-09'), 1, til, iDag, 1).ok).toBe(true);
    expect(flyttBesok(dato('2026-11-09'), 2, til, iDag, 1)).toMatchObject({ feil: { grunn: 'annenMottaker' } });
    expect(flyttBesok(dato('2026-10-09'), 1, til, iDag, 1)).toMatchObject({ feil: { grunn: 'oppdragetGjelderIkke' } });
    expect(flyttBesok(dato('2026-11-09'), 1, { ...til, iTimer: false }, iDag, 1)).toMatchObject({ feil: { grunn: 'ikkeTimer' } });
  });

  test('putting aside waits for the same deadline', () => {
    expect(leggBortBesok(dato('2026-11-09'), iDag, 1).ok).toBe(true);
    expect(leggBortBesok(dato('2025-11-09'), iDag, 1)).toMatchObject({ feil: { grunn: 'fristUte' } });
  });
});
