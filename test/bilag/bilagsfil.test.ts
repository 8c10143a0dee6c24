import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { skrivFil } from '#lib/bilag/bilagsfil-service.ts';
import { BILAGSFORMATER, type Bilagsformat, fastBredde, type Filhode, type Filpost, finnFormat } from '#lib/bilag/domain/bilagsformat.ts';
import type { Maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';

const HODE: Filhode = { nummer: 47, maned: '2026-10' as Maned, dato: '2026-10-31', form: 'BILAG' };
const post = (linjenr: number, p: Partial<Filpost>): Filpost => ({ linjenr, side: 'BESTILLER', enhetId: null, ansvar: '3100', funksjon: '254', art: '19990', prosjekt: '', tekst: 'Avregning 2026-10', belopOre: ore(0), ...p });
const POSTER: readonly Filpost[] = [
  post(1, { belopOre: ore(403_930_967) }),
  post(2, { side: 'UTFORER', ansvar: '3210', tekst: 'Avregning 2026-10 NORD', belopOre: ore(-391_683_936) }),
  post(3, { side: 'UTFORER', ansvar: '3220', prosjekt: '7001', tekst: '=cmd|Sør; "æøå"', belopOre: ore(-12_247_031) }),
];

/** The committed file; `OPPDATER=1` writes it anew. */
function fasit(navn: string, innhold: Buffer): Buffer {
  const sti = join(import.meta.dirname, 'fasit', navn);
  if (process.env['OPPDATER'] === '1') writeFileSync(sti, innhold);
  return readFileSync(sti);
}
async function skrevet(format: Bilagsformat): Promise<Buffer> {
  const fil = await skrivFil(format, HODE, POSTER);
  if (!fil.ok) throw new Error(JSON.stringify(fil.feil));
  return fil.verdi.innhold;
}

describe('the same voucher gives the very file that was approved', () => {
  test.each(BILAGSFORMATER.filter((f) => f.type !== 'XLSX'))('$kode', async (format) => {
    const innhold = await skrevet(format);
    expect(innhold.toString('latin1')).toBe(fasit(`${format.kode}.${format.filendelse}`, innhold).toString('latin1'));
  });

  test('regneark-1: the sheet inside, and the same bytes each time', async () => {
    const format = finnFormat('regneark-1');
    if (!format) throw new Error('mangler');
    const innhold = await skrevet(format);
    const ark = Buffer.from(unzipSync(innhold)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(ark.equals(fasit('regneark-1.xml', ark))).toBe(true);
    expect(innhold.equals(await skrevet(format))).toBe(true);
    expect(strFromU8(ark)).toContain('<v>-122470.31</v>');
  });
});

test('the semicolon file has a byte order mark, decimal commas, and no formula', async () => {
  const tekst = (await skrevet(BILAGSFORMATER[0] as Bilagsformat)).toString('utf8');
  expect(tekst.startsWith('\uFEFFBilagsnr;')).toBe(true);
  expect(tekst).toContain(';4039309,67;');
  expect(tekst).toContain(';-122470,31\r\n');
  expect(tekst).toContain(`"'=cmd|Sør; ""æøå"""`);
});

describe('fixed width', () => {
  const gl07 = finnFormat('gl07-fast-1') as Bilagsformat;

  test('every line is as wide as the layout', () => {
    const svar = fastBredde(gl07, HODE, POSTER);
    const bredde = gl07.kolonner.reduce((s, k) => s + k.bredde, 0);
    expect(svar.ok && svar.verdi.split('\r\n').map((l) => l.length)).toEqual([bredde, bredde, bredde, 0]);
  });

  test('what does not fit is an error that names line, column and value; nothing is cut', () => {
    const svar = fastBredde(gl07, HODE, [post(1, { tekst: 'x'.repeat(81), belopOre: ore(1) }), post(2, { tekst: 'Łódź', belopOre: ore(-1) })]);
    expect(svar).toEqual({
      ok: false,
      feil: [
        { grunn: 'FOR_BRED', kolonne: 'description', linjenr: 1, verdi: 'x'.repeat(81) },
        { grunn: 'TEGN', kolonne: 'description', linjenr: 2, verdi: 'Łódź' },
      ],
    });
  });
});
