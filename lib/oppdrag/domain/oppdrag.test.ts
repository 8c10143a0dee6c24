import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { iverksettOppdrag, kanIverksettes } from '#lib/oppdrag/domain/iverksett-oppdrag.ts';
import { gjelderPa, oppdragTilstand } from '#lib/oppdrag/domain/oppdrag-tilstand.ts';
import type { Oppdragsfakta } from '#lib/oppdrag/domain/oppdrag-tilstand.ts';

const iDag = dato('2026-11-18');
const nytt: Oppdragsfakta = { fom: dato('2026-11-16'), tom: dato('2027-02-28'), bekreftet: false, iverksatt: null, annullert: false };
const bekreftet = { ...nytt, bekreftet: true };

describe('where an order stands', () => {
  test.each([
    ['one that nobody has confirmed waits on the unit', nytt, 'MOTTATT'],
    ['one that is confirmed but not started is confirmed', bekreftet, 'BEKREFTET'],
    ['one with a start that has come is being delivered', { ...bekreftet, iverksatt: dato('2026-11-17') }, 'IVERKSATT'],
    ['one whose time is over is ended, also when nobody confirmed it', { ...nytt, tom: dato('2026-11-17') }, 'AVSLUTTET'],
    ['its last day is still its own', { ...bekreftet, tom: iDag }, 'BEKREFTET'],
    ['one whose vedtak ended before it began is void, whatever else', { ...bekreftet, annullert: true }, 'ANNULLERT'],
  ] as const)('%s', (_setning, oppdrag, tilstand) => {
    expect(oppdragTilstand(oppdrag, iDag)).toBe(tilstand);
  });

  test('a void order is never in force, and the first and last day both are', () => {
    expect(gjelderPa({ ...nytt, annullert: true }, iDag)).toBe(false);
    expect(gjelderPa(nytt, nytt.fom)).toBe(true);
    expect(gjelderPa(nytt, dato('2027-02-28'))).toBe(true);
    expect(gjelderPa(nytt, dato('2027-03-01'))).toBe(false);
  });
});

describe('the day the delivery started', () => {
  test.each([
    ['cannot be before the receipt is confirmed', nytt, '2026-11-17', 'ikkeBekreftet'],
    ['cannot be before the order begins', bekreftet, '2026-11-15', 'forOppdraget'],
    ['cannot be after the order ends', { ...bekreftet, tom: dato('2026-11-16') }, '2026-11-17', 'etterOppdraget'],
    ['cannot be tomorrow', bekreftet, '2026-11-19', 'startIFremtiden'],
    ['cannot be on a void order', { ...bekreftet, annullert: true }, '2026-11-17', 'annullert'],
  ] as const)('%s', (_setning, oppdrag, start, grunn) => {
    expect(iverksettOppdrag(oppdrag, dato(start), iDag)).toEqual({ ok: false, feil: { grunn } });
  });

  test('is stored when it lies inside the order, today included', () => {
    expect(iverksettOppdrag(bekreftet, iDag, iDag)).toEqual({ ok: true, verdi: iDag });
  });

  test('is asked for only when the order is confirmed, has begun and has none', () => {
    expect(kanIverksettes(bekreftet, iDag)).toBe(true);
    expect(kanIverksettes(nytt, iDag)).toBe(false);
    expect(kanIverksettes({ ...bekreftet, fom: dato('2026-12-01') }, iDag)).toBe(false);
  });
});
