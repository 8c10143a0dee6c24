import { describe, expect, test } from 'vitest';
import { delerTekst, omfangKort } from './omfang-tekst.ts';

const t = (nokkel: string, verdier: Record<string, string | number> = {}) =>
  (({ 'omfang.timer': '{timer}/uke', 'omfang.besok': '{antall} besøk', 'omfang.timerPer': '{timer} hver {uker}. uke' }) as Record<string, string>)[nokkel]?.replace('{timer}', String(verdier['timer'])).replace('{antall}', String(verdier['antall'])).replace('{uker}', String(verdier['uker'])) ?? nokkel;
const omfang = (minutter: number, perUker = 1) => ({ type: 'TIMER', minutter, besok: 0, perUker, deler: [] }) as never;

describe('an extent in words has its unit once', () => {
  test('hours that can be written with two decimals', () => {
    expect(omfangKort(t, omfang(315))).toBe('5,25\u00a0t/uke');
    expect(omfangKort(t, omfang(90, 2))).toBe('1,5\u00a0t hver 2. uke');
  });
  test('the parts by time of day, each with what it has', () => {
    const deler = [{ tidsband: 'LORDAG_KVELD', minutter: 75, besok: 7 }, { tidsband: 'NATT', minutter: 0, besok: 2 }];
    expect(delerTekst(t, { type: 'TIMER', minutter: 315, besok: 14, perUker: 1, deler })).toBe('Lordag kveld 1,25\u00a0t · 7 besøk; Natt 2 besøk');
    expect(delerTekst(t, omfang(315))).toBeNull();
  });
  test('and those that cannot', () => {
    expect(omfangKort(t, omfang(100)).replaceAll('\u00a0', ' ')).toBe('1 t 40 min/uke');
  });
});
