import { describe, expect, test } from 'vitest';
import type { Maned } from '#lib/core/maned.ts';
import { kanForeslaGjenapning, kanGodkjenneGjenapning, kanLukke, tolkGjenapner } from './lukketilstand.ts';

const m = (tekst: string) => tekst as Maned;
const ingen: ReadonlySet<number> = new Set();

describe('closing a month', () => {
  test('waits until the month is over', () => expect(kanLukke(m('2026-11'), m('2026-11'), 'AVREGNET', [1], ingen)).toEqual({ grunn: 'MANED_IKKE_OVER' }));
  test('waits until it is settled', () => expect(kanLukke(m('2026-10'), m('2026-11'), 'APEN', [1], ingen)).toEqual({ grunn: 'IKKE_AVREGNET' }));
  test('is done once a unit', () => {
    expect(kanLukke(m('2026-10'), m('2026-11'), 'AVREGNET', [1, 2], new Set([2]))).toEqual({ grunn: 'ALLEREDE_LUKKET' });
    expect(kanLukke(m('2026-10'), m('2026-11'), 'AVREGNET', [], new Set([2]))).toEqual({ grunn: 'ALLEREDE_LUKKET' });
    expect(kanLukke(m('2026-10'), m('2026-11'), 'AVREGNET', [1], new Set([2]))).toBeNull();
  });
});

describe('reopening a month', () => {
  const na = Date.UTC(2026, 10, 22);
  const dag = 86_400_000;
  test('is for a closed month, for a time to come, and not for long', () => {
    expect(kanForeslaGjenapning(false, na, na + dag)).toEqual({ grunn: 'IKKE_LUKKET' });
    expect(kanForeslaGjenapning(true, na, na)).toEqual({ grunn: 'FOR_SENT' });
    expect(kanForeslaGjenapning(true, na, na + 32 * dag)).toEqual({ grunn: 'FOR_LENGE' });
    expect(kanForeslaGjenapning(true, na, na + dag)).toBeNull();
  });
  const forslag = { foreslattAv: 1, apenTil: na + dag, avgjort: false };
  test('is approved by another person, in the role that the municipality has named', () => {
    expect(kanGodkjenneGjenapning(forslag, 2, 'radmann', 'radmann', na)).toBeNull();
    expect(kanGodkjenneGjenapning(forslag, 1, 'controller', 'controller', na)).toEqual({ grunn: 'SAMME_PERSON' });
    expect(kanGodkjenneGjenapning(forslag, 2, 'controller', 'radmann', na)).toEqual({ grunn: 'IKKE_DIN_ROLLE' });
  });
  test('is decided once, and in time', () => {
    expect(kanGodkjenneGjenapning({ ...forslag, avgjort: true }, 2, 'radmann', 'radmann', na)).toEqual({ grunn: 'AVGJORT' });
    expect(kanGodkjenneGjenapning(forslag, 2, 'radmann', 'radmann', na + dag)).toEqual({ grunn: 'UTLOPT' });
  });
  test('is the rådmann’s where nobody else is named', () => {
    expect(tolkGjenapner(null)).toBe('radmann');
    expect(tolkGjenapner({ rolle: 'politiker' })).toBe('radmann');
    expect(tolkGjenapner({ rolle: 'controller' })).toBe('controller');
  });
});
