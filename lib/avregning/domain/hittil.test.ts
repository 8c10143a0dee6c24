import { expect, test } from 'vitest';
import { inntektHittil } from './hittil.ts';

test('what is delivered counts as it is, what is paid for the month counts by the days that have gone', () => {
  const ledd = [{ belopOre: 1000, volumkilde: 'BELAGTE_DOGN' }, { belopOre: 3000, volumkilde: 'VEDTATT_TID' }, { belopOre: 300, volumkilde: null }];
  expect(inntektHittil(ledd, 20, 30)).toBe(1000 + 2000 + 200);
  expect(inntektHittil(ledd, 30, 30)).toBe(4300);
  expect(inntektHittil([{ belopOre: 100, volumkilde: 'PLASSER' }], 1, 3)).toBe(33);
  expect(inntektHittil([], 0, 30)).toBe(0);
});
