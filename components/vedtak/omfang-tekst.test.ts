import { describe, expect, test } from 'vitest';
import { omfangKort } from './omfang-tekst.ts';

const t = (nokkel: string, verdier: Record<string, string | number> = {}) =>
  (({ 'omfang.timer': '{timer}/uke', 'omfang.timerPer': '{timer} hver {uker}. uke' }) as Record<string, string>)[nokkel]?.replace('{timer}', String(verdier['timer'])).replace('{uker}', String(verdier['uker'])) ?? nokkel;
const omfang = (minutter: number, perUker = 1) => ({ type: 'TIMER', minutter, besok: 0, perUker, deler: [] }) as never;

describe('an extent in words has its unit once', () => {
  test('hours that can be written with two decimals', () => {
    expect(omfangKort(t, omfang(315))).toBe('5,25\u00a0t/uke');
    expect(omfangKort(t, omfang(90, 2))).toBe('1,5\u00a0t hver 2. uke');
  });
  test('and those that cannot', () => {
    expect(omfangKort(t, omfang(100)).replaceAll('\u00a0', ' ')).toBe('1 t 40 min/uke');
  });
});
