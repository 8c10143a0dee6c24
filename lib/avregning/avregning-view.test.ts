import { describe, expect, test } from 'vitest';
import type { Maned } from '#lib/core/maned.ts';
import { manedsfunn, nesteKjoring, type KjoringView, type Manedslinje } from './avregning-view.ts';

const m = (tekst: string) => tekst as Maned;
const linje = (maned: string, status: Manedslinje['status']): Manedslinje => ({ maned: m(maned), status, belopOre: 0, rettelserOre: 0, siste: null });
const kjoring = (status: KjoringView['status']): KjoringView => ({ id: 1, jobbId: null, nummer: 1, status, tid: '', av: null, apneManeder: [], antallBesok: 0, antallVedtak: 0, antallLinjer: 0, belastningOre: 0, gjort: 0, totalt: 0, feil: [] });

describe('the month that is settled next', () => {
  test('is the first past month without a settlement', () => expect(nesteKjoring([linje('2026-08', 'LUKKET'), linje('2026-09', 'AVREGNET')], m('2026-12'))).toBe('2026-10'));
  test('is the newest settled one when all past months are settled and it may run again', () => expect(nesteKjoring([linje('2026-10', 'AVREGNET')], m('2026-11'))).toBe('2026-10'));
  test('is the running month when the last one is closed', () => expect(nesteKjoring([linje('2026-10', 'LUKKET')], m('2026-11'))).toBe('2026-11'));
  test('is last month where nothing is settled', () => expect(nesteKjoring([], m('2026-11'))).toBe('2026-10'));
});

describe('the heading of a month', () => {
  const brudd = [{ regel: 'IKKE_ERKLART', alvor: 'varsel', antall: 1, ore: null, hvor: [] }] as const;
  test('says that a run is under way before anything else', () => expect(manedsfunn('AVREGNET', kjoring('KJORER'), brudd)).toEqual({ nokkel: 'underveis', antall: 1 }));
  test('counts the rules that are broken', () => expect(manedsfunn('AVREGNET', kjoring('FERDIG'), brudd)).toEqual({ nokkel: 'brudd', antall: 1 }));
  test('is in order when none is', () => expect(manedsfunn('AVREGNET', kjoring('FERDIG'), [])).toEqual({ nokkel: 'orden', antall: 0 }));
  test('says that the run stopped', () => expect(manedsfunn('APEN', kjoring('STOPPET'), [])).toMatchObject({ nokkel: 'stoppet' }));
});
