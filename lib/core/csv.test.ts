import { expect, test } from 'vitest';
import { brok } from './brok.ts';
import { tilCsv } from './csv.ts';

test('numbers have a decimal comma, texts with separators are quoted, and the file says it is UTF-8', () => {
  expect(tilCsv([['Vedtak', 'kr'], ['a;b "c"', 12.5], ['d', brok(-1, 3)], [null, -4]])).toBe('\uFEFFVedtak;kr\r\n"a;b ""c""";12,5\r\nd;-0,3333\r\n;-4\r\n');
});

test('a text can never become a formula in a spreadsheet', () => {
  expect(tilCsv([['=1+1', '+47', '-x', '@sum', '\tx']])).toBe("\uFEFF'=1+1;'+47;'-x;'@sum;'\tx\r\n");
});
