import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lagCsvleser } from './les-csv.ts';

function les(tekst: string, skille = ';', bit = tekst.length || 1): { rader: string[][]; numre: number[]; apent: number | null } {
  const rader: string[][] = [];
  const numre: number[] = [];
  const leser = lagCsvleser(skille, (celler, nummer) => {
    rader.push(celler);
    numre.push(nummer);
  });
  for (let i = 0; i < tekst.length; i += bit) leser.mat(tekst.slice(i, i + bit));
  leser.slutt();
  return { rader, numre, apent: leser.apentSitat };
}

const skriv = (rader: readonly (readonly string[])[], skille: string, linje: string): string =>
  rader.map((r) => r.map((f) => `"${f.replaceAll('"', '""')}"`).join(skille)).join(linje);

describe('separated text', () => {
  test.each([
    ['', []],
    ['a;b', [['a', 'b']]],
    ['a;b\r\nc;d\r\n', [['a', 'b'], ['c', 'd']]],
    ['a\rb', [['a'], ['b']]],
    ['a;;', [['a', '', '']]],
    ['\n\na', [[''], [''], ['a']]],
    ['"a;b";"c""d"', [['a;b', 'c"d']]],
    ['"to\nlinjer";x\ny', [['to\nlinjer', 'x'], ['y']]],
    ['5" rør;x', [['5" rør', 'x']]],
    ['"";x', [['', 'x']]],
    ['""', [['']]],
  ])('%j is read as the spreadsheet reads it', (tekst, rader) => expect(les(tekst).rader).toEqual(rader));

  test('rows have the numbers a spreadsheet shows, also after empty ones and quoted line breaks', () => {
    expect(les('a\n\n"x\ny"\nb').numre).toEqual([1, 2, 3, 4]);
  });

  test('a quotation mark that is never closed is told with its row, and does not swallow memory', () => {
    expect(les('a;b\nc;"d\ne;f\n').apent).toBe(2);
    expect(les(`a\n"${'x'.repeat(100_000)}`).apent).toBe(2);
  });

  test('what is written is read back, however the pieces are cut and whatever ends the lines', () => {
    const felt = fc.string({ unit: fc.constantFrom('a', 'å', '"', ';', ',', '\t', '\n', '\r', ' ', '=') });
    fc.assert(
      fc.property(
        fc.array(fc.array(felt, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(';', ',', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 9 }),
        (rader, skille, linje, bit) => {
          expect(les(skriv(rader, skille, linje), skille, bit).rader).toEqual(rader);
        },
      ),
    );
  });
});
