import { describe, expect, test } from 'vitest';
import { brok } from '#lib/core/brok.ts';
import { dato } from '#lib/core/dato.ts';
import {
  formatDato,
  formatDesimal,
  formatDifferanse,
  formatEndring,
  formatHeleKroner,
  formatHelDifferanse,
  formatHeltall,
  formatKroner,
  formatMillioner,
  formatPeriode,
  formatProsent,
  formatTimer,
  formatVarighet,
} from '#lib/core/format.ts';
import { ore } from '#lib/core/ore.ts';
import { minutter, sumMinutter } from '#lib/core/minutter.ts';
import { id, parseId } from '#lib/core/id.ts';
import type { VedtakId } from '#lib/core/id.ts';

const lesbar = (tekst: string) => tekst.replaceAll('\u00a0', '_').replaceAll('\u2212', '−');

describe('what people read', () => {
  test('kroner', () => {
    expect(lesbar(formatKroner(ore(123456750)))).toBe('1_234_567,50_kr');
    expect(lesbar(formatKroner(ore(-5)))).toBe('−0,05_kr');
    expect(lesbar(formatHeleKroner(ore(123456750)))).toBe('1_234_568_kr');
    expect(lesbar(formatHeleKroner(ore(-49)))).toBe('0_kr');
    expect(lesbar(formatMillioner(ore(123_456_789_00)))).toBe('123,5_mill._kr');
    expect(lesbar(formatDifferanse(ore(150)))).toBe('+1,50_kr');
    expect(lesbar(formatDifferanse(ore(0)))).toBe('0,00_kr');
    expect(lesbar(formatHelDifferanse(ore(-15000)))).toBe('−150_kr');
    expect(lesbar(formatHelDifferanse(ore(49)))).toBe('0_kr');
  });

  test('numbers, hours and shares', () => {
    expect(lesbar(formatHeltall(-1234))).toBe('−1_234');
    expect(formatDesimal(brok(1, 3), 4)).toBe('0,3333');
    expect(formatTimer(210)).toBe('3,5');
    expect(lesbar(formatVarighet(210))).toBe('3_t_30_min');
    expect(lesbar(formatVarighet(0))).toBe('0_min');
    expect(lesbar(formatVarighet(-120))).toBe('−2_t');
    expect(lesbar(formatProsent(brok(52, 1000)))).toBe('5,2_%');
    expect(lesbar(formatEndring(brok(52, 1000)))).toBe('+5,2_%');
    expect(lesbar(formatEndring(brok(-1, 100000)))).toBe('0,0_%');
  });

  test('dates', () => {
    expect(formatDato(dato('2026-01-05'))).toBe('05.01.2026');
    expect(formatPeriode(dato('2026-01-05'), null)).toBe('05.01.2026–');
    expect(formatPeriode(dato('2026-01-05'), dato('2026-01-31'))).toBe('05.01.2026–31.01.2026');
  });

  test('minutes are whole, and ids are positive whole numbers', () => {
    expect(sumMinutter([minutter(5), minutter(7)])).toBe(12);
    expect(() => minutter(0.5)).toThrow(RangeError);
    expect(id<VedtakId>('12')).toBe(12);
    expect(() => id<VedtakId>(0)).toThrow(RangeError);
    expect(parseId('0x1')).toBeNull();
    expect(parseId('42')).toBe(42);
  });
});
