import { describe, expect, test } from 'vitest';
import type { Prognoserad } from '#lib/oversikt/prognose-view.ts';
import { intervallTekst, prognoseFunn } from './prognose-funn.ts';

const MILL = 100_000_000;
const tall = (ore: number, lav: number, hoy: number) => ({ ore: ore * MILL, lavOre: lav * MILL, hoyOre: hoy * MILL });

function funn(avvik: [number, number, number], harBudsjett = true) {
  const sum: Prognoserad = { grupper: [], hittilOre: 0, budsjettOre: 400 * MILL, aret: tall(408.4, 406.9, 410.1), avvik: tall(...avvik), maneder: [] };
  return prognoseFunn({ ar: 2026, harBudsjett, sum });
}

describe('the heading', () => {
  test('over the frame, with the interval', () => {
    expect(funn([8.4, 6.9, 10.1])).toEqual({ nokkel: 'over', verdier: { ar: '2026', belop: '8,4\u00a0mill.\u00a0kr', lav: '6,9', hoy: '10,1' } });
  });

  test('under the frame: the nearest edge first', () => {
    expect(funn([-3, -5, -1])).toMatchObject({ nokkel: 'under', verdier: { belop: '3,0\u00a0mill.\u00a0kr', lav: '1,0', hoy: '5,0' } });
  });

  test('neutral where the interval holds both sides', () => {
    expect(funn([0.5, -1, 2])).toMatchObject({ nokkel: 'usikkertOver', verdier: { lav: '1,0\u00a0mill.\u00a0kr', hoy: '2,0\u00a0mill.\u00a0kr' } });
    expect(funn([-0.5, -2, 1]).nokkel).toBe('usikkertUnder');
    expect(funn([0, -2, 2]).nokkel).toBe('usikkert');
  });

  test('without a budget it is the level that is said', () => {
    expect(funn([0, 0, 0], false)).toMatchObject({ nokkel: 'utenBudsjett', verdier: { intervall: '406,9–410,1' } });
  });
});

test('edges with signs are joined by a word, never a dash', () => {
  expect(intervallTekst(tall(0, -1.5, 2))).toBe('−1,5 til 2,0');
  expect(intervallTekst(tall(8, 7, 9), true)).toBe('+7,0 til +9,0');
});
