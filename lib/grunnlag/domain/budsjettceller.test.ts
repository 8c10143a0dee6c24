import { describe, expect, test } from 'vitest';
import { medCeller, visCeller } from './budsjettceller.ts';

const tolv = <T>(v: T): T[] => Array.from({ length: 12 }, () => v);
const INNHOLD = {
  linjer: [{ ordningId: 1, komponent: 'time', enhetId: 2, volum: tolv('100.5000'), prisOre: tolv(66_850) }],
  enheter: [{ enhetId: 2, ore: tolv(1_000_000) }],
  poster: [{ post: 'EGENBETALING' as const, ore: tolv(-5_000) }],
};
const rad = (nokkel: string, celler: string[]) => [{ nokkel, celler }];

describe('the table one writes a budget in', () => {
  test('shows the figures as people type them', () => {
    expect(visCeller(INNHOLD, 'volum')[0]?.celler[0]).toBe('100,5');
    expect(visCeller(INNHOLD, 'pris')[0]?.celler[0]).toBe('668,5');
    expect(visCeller(INNHOLD, 'poster')[0]?.celler[0]).toBe('-50');
  });
  test('what is shown and saved again is the same budget', () => {
    for (const del of ['volum', 'pris', 'enheter', 'poster'] as const) {
      const igjen = medCeller(INNHOLD, del, visCeller(INNHOLD, del));
      expect(igjen.ok && visCeller(igjen.verdi, del)).toEqual(visCeller(INNHOLD, del));
    }
  });
  test('a part leaves the others as they were, and an empty cell is nothing', () => {
    const svar = medCeller(INNHOLD, 'volum', rad('1/time/2', ['', ...tolv('1 200,25').slice(1)]));
    expect(svar.ok && svar.verdi.linjer[0]?.volum.slice(0, 2)).toEqual(['0', '1200.25']);
    expect(svar.ok && svar.verdi.linjer[0]?.prisOre).toEqual(tolv(66_850));
  });
  test('every faulty cell is named, and nothing is saved', () => {
    const svar = medCeller(INNHOLD, 'pris', rad('1/time/2', ['mye', '-1', ...tolv('1').slice(2)]));
    expect(!svar.ok && svar.feil.map((f) => [f.maned, f.grunn])).toEqual([[1, 'IKKE_TALL'], [2, 'NEGATIVT']]);
  });
  test('fees are income and may be negative', () => {
    expect(medCeller(INNHOLD, 'poster', rad('EGENBETALING', tolv('−75'))).ok).toBe(true);
  });
  test('a row the draft does not have is not made', () => {
    const svar = medCeller(INNHOLD, 'enheter', rad('99', tolv('1')));
    expect(svar.ok && svar.verdi.enheter).toEqual(INNHOLD.enheter);
  });
});
