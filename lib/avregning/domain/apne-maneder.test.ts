import { describe, expect, test } from 'vitest';
import type { Maned } from '#lib/core/maned.ts';
import { STANDARDFRIST, tolkKorreksjonsfrist } from '#lib/grunnlag/domain/korreksjonsfrist.ts';
import { apneManeder } from './apne-maneder.ts';

const m = (tekst: string) => tekst as Maned;

describe('the months that a run may still correct', () => {
  test('are the year’s months up to the one that is run', () => {
    expect(apneManeder(m('2026-03'), STANDARDFRIST, m('2024-01'))).toEqual(['2026-01', '2026-02', '2026-03']);
  });
  test('are last year’s too while its accounts are open: the run of January', () => {
    expect(apneManeder(m('2027-01'), STANDARDFRIST, m('2024-01'))).toHaveLength(13);
    expect(apneManeder(m('2027-02'), STANDARDFRIST, m('2024-01'))).toEqual(['2027-01', '2027-02']);
  });
  test('do not reach behind the first scheme', () => {
    expect(apneManeder(m('2027-01'), STANDARDFRIST, m('2026-11'))).toEqual(['2026-11', '2026-12', '2027-01']);
  });
  test('follow the municipality’s own deadline', () => {
    expect(apneManeder(m('2027-02'), tolkKorreksjonsfrist({ manederEtterArsslutt: 2 }), m('2026-12'))).toEqual(['2026-12', '2027-01', '2027-02']);
  });
});
