import { expect, test } from 'vitest';
import { sammenlignKodepunkt } from '#lib/core/kodepunkt.ts';

test('texts are ordered by code point, also beyond the basic plane', () => {
  const tekster = ['å', 'b', 'B', 'aa', 'a', '', '\u{1F600}', '\uFFFD', 'U10', 'U2'];
  const ordnet = ['', 'B', 'U10', 'U2', 'a', 'aa', 'b', 'å', '\uFFFD', '\u{1F600}'];
  expect(tekster.toSorted(sammenlignKodepunkt)).toEqual(ordnet);
  expect(sammenlignKodepunkt('x', 'x')).toBe(0);
});
