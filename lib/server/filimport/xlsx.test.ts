import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { apneXlsx, type Filrad } from './xlsx.ts';
import { UlesbartRegneark } from './xlsx-zip.ts';

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

function bok(ark: string, { egenskaper = '', tekster = '', stiler = '', arkene = '<sheet name="Regnskap" r:id="rId1"/>' } = {}): Buffer {
  return Buffer.from(
    zipSync({
      'xl/workbook.xml': strToU8(`<workbook ${NS}><workbookPr ${egenskaper}/><sheets>${arkene}</sheets></workbook>`),
      'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'),
      'xl/sharedStrings.xml': strToU8(`<sst ${NS}>${tekster}</sst>`),
      'xl/styles.xml': strToU8(`<styleSheet ${NS}><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>${stiler}</styleSheet>`),
      'xl/worksheets/sheet1.xml': strToU8(`${ark.startsWith('<!') ? ark : `<worksheet ${NS}><sheetData>${ark}</sheetData></worksheet>`}`),
    }),
  );
}

async function les(innhold: Buffer, ark = 'Regnskap'): Promise<Filrad[]> {
  const rader: Filrad[] = [];
  for await (const bunke of (await apneXlsx(innhold)).rader(ark)) rader.push(...bunke.rader);
  return rader;
}

describe('a workbook', () => {
  test('texts of every kind, numbers, gaps and row numbers', async () => {
    const ark = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>inni</t></is></c></row><row r="4"><c r="B4"><v>12.5</v></c><c t="b"><v>1</v></c></row>';
    expect(await les(bok(ark, { tekster: '<si><r><t>An</t></r><r><t>svar</t></r><rPh><t>x</t></rPh></si>' }))).toEqual([
      { nummer: 1, celler: ['Ansvar', null, 'inni'] },
      { nummer: 4, celler: [null, 12.5, 'Ja'] },
    ]);
  });

  test('a formula is the value it was saved with; without one it is told apart; faults are texts', async () => {
    const ark = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>NOW()</f></c><c r="C1" t="e"><v>#REF!</v></c><c r="D1"/></row>';
    expect((await les(bok(ark)))[0]?.celler).toEqual([2, '=', '#REF!', null]);
  });

  test('the calendar of 1904 is counted as the other', async () => {
    const ark = '<row r="1"><c r="A1" s="1"><v>0</v></c><c r="B1"><v>0</v></c></row>';
    expect((await les(bok(ark, { egenskaper: 'date1904="1"' })))[0]?.celler).toEqual([1462, 0]);
  });

  test('hidden sheets are not offered', async () => {
    const arkene = '<sheet name="Skjult" state="hidden" r:id="rId9"/><sheet name="Regnskap" r:id="rId1"/>';
    expect((await apneXlsx(bok('', { arkene }))).ark).toEqual(['Regnskap']);
  });

  test.each<[string, () => Buffer]>([
    ['not an archive', () => Buffer.from('PK\u0003\u0004 og så noe helt annet')],
    ['an archive of something else', () => Buffer.from(zipSync({ 'a.txt': strToU8('x') }))],
    ['broken XML', () => bok('<row r="1"><c r="A1"><v>1</c></row>')],
    ['a document type', () => bok('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>')],
    ['a column beyond reason', () => bok('<row r="1"><c r="ZZZ1"><v>1</v></c></row>')],
    ['no visible sheet', () => bok('', { arkene: '<sheet name="S" state="hidden" r:id="rId1"/>' })],
  ])('%s is refused', async (_, innhold) => {
    await expect(les(innhold())).rejects.toThrow(UlesbartRegneark);
  });
});
