import { describe, expect, test } from 'vitest';
import { bruddstart, fossefallSvg, linjeSvg } from './rapportplott.ts';

const tall = (svg: string, element: string, felt: string): number[] => [...svg.matchAll(new RegExp(`<${element} [^>]*?\\b${felt}="([^"]+)"`, 'g'))].map((m) => Number(m[1]));

describe('a waterfall on paper', () => {
  const bar = (navn: string, slag: 'NIVA' | 'ENDRING', verdi: number) => ({ navn, under: '', slag, verdi, tekst: String(verdi) });

  test('each bar starts where the one before ended, and the last level is the sum', () => {
    const svg = fossefallSvg([bar('Ramme', 'NIVA', 10), bar('Volum', 'ENDRING', 6), bar('Pris', 'ENDRING', -4), bar('Avregnet', 'NIVA', 12)]);
    const [y, hoyde] = [tall(svg, 'rect', 'y'), tall(svg, 'rect', 'height')];
    const bunn = (i: number): number => (y[i] ?? 0) + (hoyde[i] ?? 0);
    expect(bunn(1)).toBeCloseTo(y[0] ?? 0, 0);
    expect(y[2]).toBe(y[1]);
    expect(bunn(2)).toBeCloseTo(y[3] ?? 0, 0);
    expect(svg).toContain('>-4<');
  });

  test('levels far from zero are cut, and the cut is drawn on both of them', () => {
    const brudd = (svg: string): number => svg.split('fill="#ffffff"').length - 1;
    expect(bruddstart([bar('Ramme', 'NIVA', 273), bar('Volum', 'ENDRING', 6), bar('Avregnet', 'NIVA', 279)])).toBe(270);
    expect(brudd(fossefallSvg([bar('Ramme', 'NIVA', 273), bar('Volum', 'ENDRING', 6), bar('Avregnet', 'NIVA', 279)]))).toBe(2);
    expect(brudd(fossefallSvg([bar('Ramme', 'NIVA', 3), bar('Volum', 'ENDRING', 6), bar('Avregnet', 'NIVA', 9)]))).toBe(0);
  });

  test('text is never read as markup', () => {
    expect(fossefallSvg([bar('<script>&', 'NIVA', 1)])).not.toContain('<script>');
  });
});

test('a line lies below zero where the year is under the frame, and a gap is left open', () => {
  const punkter = [{ navn: 'jan', verdi: -2 }, { navn: 'feb', verdi: null }, { navn: 'mar', verdi: -1 }, { navn: 'apr', verdi: 3 }];
  const svg = linjeSvg(punkter, '+3,0');
  expect(svg.split('stroke-width="2"').length - 1).toBe(1);
  expect(svg).toContain('+3,0');
  expect(tall(svg, 'circle', 'cy')[0]).toBeLessThan(tall(svg, 'line', 'y1')[0] ?? 0);
});
