import { describe, expect, test } from 'vitest';
import type { Maned } from '#lib/core/maned.ts';
import { type Manedslinje, nesteKjoring } from './avregning-view.ts';

const m = (tekst: string) => tekst as Maned;
const linje = (maned: string, status: Manedslinje['status']): Manedslinje => ({ maned: m(maned), status, belopOre: 0, rettelserOre: 0, siste: null });

describe('the month that is settled next', () => {
  test('is the first past month without a settlement', () => expect(nesteKjoring([linje('2026-08', 'LUKKET'), linje('2026-09', 'AVREGNET')], m('2026-12'))).toBe('2026-10'));
  test('is the newest settled one when all past months are settled and it may run again', () => expect(nesteKjoring([linje('2026-10', 'AVREGNET')], m('2026-11'))).toBe('2026-10'));
  test('is the running month when the last one is closed', () => expect(nesteKjoring([linje('2026-10', 'LUKKET')], m('2026-11'))).toBe('2026-11'));
  test('is last month where nothing is settled', () => expect(nesteKjoring([], m('2026-11'))).toBe('2026-10'));
});
