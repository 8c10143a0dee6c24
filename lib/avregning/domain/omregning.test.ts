import { describe, expect, test } from 'vitest';
import type { Maned } from '#lib/core/maned.ts';
import { lesestrekk, type Merke, omregnedeManeder, omregnedeVedtak, omregnes, planleggOmregning } from './omregning.ts';

const m = (tekst: string) => tekst as Maned;
const APNE = ['2025-01', '2025-02', '2025-03', '2025-04'].map(m);
const merke = (valg: Partial<Merke>): Merke => ({ vedtakId: null, enhetId: null, maned: null, ...valg });
const plan = (merker: readonly Merke[], fulgte = APNE, arlig = false) => planleggOmregning(APNE, new Set(fulgte), merker, arlig);

describe('what a run recounts', () => {
  test('is nothing without marks, and a month that is not followed whole', () => {
    expect(omregnedeManeder(plan([]))).toEqual([]);
    expect([...plan([], APNE.slice(0, 3)).hele]).toEqual(['2025-04']);
  });

  test('is the vedtak in the month of a visit’s mark, and in every open month of another', () => {
    expect(omregnedeManeder(plan([merke({ vedtakId: 7, maned: m('2025-02') })]))).toEqual(['2025-02']);
    expect(omregnedeManeder(plan([merke({ vedtakId: 7 })]))).toEqual(APNE);
  });

  test('is carried on to the end of the year by a yearly cap, and to no other year', () => {
    expect(omregnedeManeder(plan([merke({ vedtakId: 7, maned: m('2025-02') })], APNE, true))).toEqual(['2025-02', '2025-03', '2025-04']);
    expect(omregnedeManeder(plan([merke({ vedtakId: 7, maned: m('2024-12') })], APNE, true))).toEqual([]);
    expect(omregnedeManeder(plan([merke({ enhetId: 3, maned: m('2025-02') })], APNE, true))).toEqual(['2025-02']);
  });

  test('is everything after a change of the schemes', () => {
    const alt = plan([merke({}), merke({ vedtakId: 7 })]);
    expect([...alt.hele]).toEqual(APNE);
    expect(omregnedeVedtak(alt)).toEqual([]);
  });

  test('tells keys with a vedtak from those of the unit', () => {
    const o = plan([merke({ vedtakId: 7, maned: m('2025-02') }), merke({ enhetId: 3, maned: m('2025-02') })]);
    expect(omregnes(o, '9', '7', m('2025-02'))).toBe(true);
    expect(omregnes(o, '3', '8', m('2025-02'))).toBe(false);
    expect(omregnes(o, '3', null, m('2025-02'))).toBe(true);
    expect(omregnes(o, '3', null, m('2025-03'))).toBe(false);
  });
});

describe('the registrations that are read', () => {
  test('are those of the vedtak in its months, and of all in a month that is counted whole', () => {
    const o = plan([merke({ vedtakId: 7, maned: m('2025-01') }), merke({ vedtakId: 8, maned: m('2025-03') })], APNE.slice(0, 3));
    expect(lesestrekk(o, APNE, false)).toEqual([
      { fra: '2025-01', til: '2025-01', vedtakIder: [7] },
      { fra: '2025-03', til: '2025-03', vedtakIder: [8] },
      { fra: '2025-04', til: '2025-04', vedtakIder: null },
    ]);
  });

  test('reach back to the beginning of the year under a yearly cap', () => {
    expect(lesestrekk(plan([merke({ vedtakId: 7, maned: m('2025-03') })], APNE, true), APNE, true)).toEqual([{ fra: '2025-01', til: '2025-04', vedtakIder: [7] }]);
    expect(lesestrekk(plan([], APNE.slice(0, 3), true), APNE, true)).toEqual([{ fra: '2025-01', til: '2025-04', vedtakIder: null }]);
  });
});
