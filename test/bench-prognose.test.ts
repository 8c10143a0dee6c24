import { describe, expect, test } from 'vitest';
import { lagKommune } from '../scripts/bench/prognose-data.ts';
import { prognose } from '../scripts/bench/prognose.ts';

describe('the forecast’s backtest', () => {
  test('beats both simple methods and has every figure and bar, also in small', async () => {
    const svar = await prognose(true);
    expect(svar.bar).toEqual({ motSisteManed: 1, motIFjor: 1, dekningAvvik: 0.1 });
    expect(svar.tall['motSisteManed']).toBeLessThan(1);
    expect(svar.tall['motIFjor']).toBeLessThan(1);
    expect(svar.tall['startmaneder']).toBeGreaterThanOrEqual(12);
    expect(svar.tall['dekning']).toBeGreaterThan(0.5);
  }, 60_000);

  test('the municipalities are the same every time, and unlike each other', () => {
    expect(lagKommune(3).linjer).toEqual(lagKommune(3).linjer);
    expect(lagKommune(3).linjer[0]?.posteringer).not.toEqual(lagKommune(4).linjer[0]?.posteringer);
  });
});
