import { describe, expect, test } from 'vitest';
import type { Dato } from '#lib/core/dato.ts';
import { feilsvar, skalHaPost } from '#lib/oversikt/domain/varselpost.ts';

const d = (tekst: string): Dato => tekst as Dato;

describe('the digest', () => {
  test('goes out every day, on Mondays, or never', () => {
    const [mandag, tirsdag] = [d('2026-11-23'), d('2026-11-24')];
    expect([skalHaPost('DAGLIG', mandag), skalHaPost('DAGLIG', tirsdag)]).toEqual([true, true]);
    expect([skalHaPost('UKENTLIG', mandag), skalHaPost('UKENTLIG', tirsdag)]).toEqual([true, false]);
    expect([skalHaPost('ALDRI', mandag), skalHaPost('ALDRI', tirsdag)]).toEqual([false, false]);
  });

  test('keeps what the mail server answered, without addresses', () => {
    expect(feilsvar(new Error('550 5.1.1 <kari@kommunen.no>: Recipient unknown'))).toBe('550 5.1.1 <…>: Recipient unknown');
    expect(feilsvar('x'.repeat(500))).toHaveLength(200);
  });
});
