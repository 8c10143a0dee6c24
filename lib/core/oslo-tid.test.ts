import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  datoVed,
  erLokalTid,
  fraEpokeMinutt,
  lokalTid,
  lokalTidVed,
  millisekunderVed,
  tilEpokeMinutt,
} from '#lib/core/oslo-tid.ts';

const iso = (tekst: string) => Temporal.Instant.fromEpochMilliseconds(millisekunderVed(lokalTid(tekst))).toString().slice(0, 16);

describe('Oslo time', () => {
  test('winter is one hour ahead of UTC, summer two', () => {
    expect(iso('2025-01-15T12:00')).toBe('2025-01-15T11:00');
    expect(iso('2025-07-15T00:30')).toBe('2025-07-14T22:30');
  });

  test('the hour that comes twice is the first of the two', () => {
    expect(iso('2025-10-26T02:30')).toBe('2025-10-26T00:30');
    expect(iso('2025-10-26T03:00')).toBe('2025-10-26T02:00');
    expect(iso('2025-10-26T01:59')).toBe('2025-10-25T23:59');
  });

  test('the hour that is skipped is read in winter time', () => {
    expect(iso('2025-03-30T02:30')).toBe('2025-03-30T01:30');
    expect(fraEpokeMinutt(tilEpokeMinutt(lokalTid('2025-03-30T02:30')))).toBe('2025-03-30T03:30');
    expect(iso('2025-03-30T01:59')).toBe('2025-03-30T00:59');
    expect(iso('2025-03-30T03:00')).toBe('2025-03-30T01:00');
  });

  test('an instant belongs to the local date', () => {
    expect(datoVed(Date.parse('2025-06-30T22:00:00Z'))).toBe('2025-07-01');
    expect(datoVed(Date.parse('2025-12-31T22:59:59Z'))).toBe('2025-12-31');
    expect(lokalTidVed(Date.parse('2025-12-31T23:00:59Z'))).toBe('2026-01-01T00:00');
  });

  test('only wall times that can be written are local times', () => {
    for (const t of ['2025-03-30T02:30', '2025-01-01T00:00', '2025-01-01T23:59']) expect(erLokalTid(t)).toBe(true);
    for (const t of ['2025-01-01T24:00', '2025-02-30T10:00', '2025-01-01 10:00', '2025-01-01T10:00:00']) {
      expect(erLokalTid(t)).toBe(false);
    }
  });
});
