import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { brok } from '#lib/core/brok.ts';
import { type Ark, skrivXlsx } from './skriv-xlsx.ts';

const ARK: Ark = {
  navn: 'Bilag 2026/10',
  kolonner: [
    { tittel: 'Tekst', type: 'tekst' },
    { tittel: 'Beløp', type: 'ore' },
    { tittel: 'Timer', type: 'desimal' },
    { tittel: 'Dato', type: 'dato' },
    { tittel: 'Antall', type: 'heltall' },
  ],
  rader: [
    ['=HYPERLINK("x")', -123_456_789, brok(1, 3), '2026-10-31', 12],
    ['æøå <&> \u0000', 5, null, null, 0],
  ],
};

async function innhold(ark: Ark): Promise<{ ark: string; strenger: string; bok: string }> {
  const filer = unzipSync(await skrivXlsx(ark));
  const les = (navn: string) => strFromU8(filer[navn] ?? new Uint8Array());
  return { ark: les('xl/worksheets/sheet1.xml'), strenger: les('xl/sharedStrings.xml'), bok: les('xl/workbook.xml') };
}

test('amounts and dates are numbers, to the øre, with their sign', async () => {
  const { ark } = await innhold(ARK);
  expect(ark).toContain('<v>-1234567.89</v>');
  expect(ark).toContain('<v>0.05</v>');
  expect(ark).toContain('<v>0.3333</v>');
  expect(ark).toContain('<v>46326</v>');
  expect(ark).not.toContain('<f>');
});

test('a text is a text, whatever it begins with, and the sheet’s name is one a spreadsheet accepts', async () => {
  const { strenger, bok } = await innhold(ARK);
  expect(strenger).toContain('=HYPERLINK');
  expect(strenger).toContain('æøå &lt;&amp;&gt; ');
  expect(strenger).not.toContain('\u0000');
  expect(bok).toContain('Bilag 2026 10');
});

test('the same content gives the same bytes', async () => {
  expect((await skrivXlsx(ARK)).equals(await skrivXlsx([ARK]))).toBe(true);
});

test('a cell that does not fit its column is refused', async () => {
  await expect(skrivXlsx({ ...ARK, rader: [['x', 1.5]] })).rejects.toThrow(RangeError);
});
