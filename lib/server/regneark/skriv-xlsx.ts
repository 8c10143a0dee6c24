import { unzipSync, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import type { CellObject, Row, Sheet } from 'write-excel-file/node';
import { tilDesimal, type Brok } from '#lib/core/brok.ts';
import { dagnummer, dato } from '#lib/core/dato.ts';

/** What a column holds. `ore`: whole øre, shown as kroner. `desimal`: an exact fraction. `dato`: `YYYY-MM-DD`. */
export type Arkkolonnetype = 'tekst' | 'ore' | 'heltall' | 'desimal' | 'dato';
/** `bredde` in characters. */
export type Arkkolonne = { readonly tittel: string; readonly type: Arkkolonnetype; readonly bredde?: number };
/** A text, a whole number (øre in an `ore` column), an exact fraction, or nothing. */
export type Arkcelle = string | number | Brok | null;
/** One sheet: a head that stays in view, and rows in the order of the columns. */
export type Ark = { readonly navn: string; readonly kolonner: readonly Arkkolonne[]; readonly rader: readonly (readonly Arkcelle[])[] };

const FORMAT: Readonly<Record<Exclude<Arkkolonnetype, 'tekst'>, string>> = { ore: '#,##0.00', heltall: '0', desimal: '#,##0.0000', dato: 'dd.mm.yyyy' };
/** Day 0 of a spreadsheet's calendar, counted from 1970. */
const REGNEARKETS_NULL = 25_569;
/** A local clock time without a zone, so that the same content gives the same bytes wherever it is written. */
const FAST_TID = '2000-01-01T00:00:00';
/** What XML 1.0 cannot hold. */
const ULOVLIGE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function tall(verdi: Arkcelle, type: Exclude<Arkkolonnetype, 'tekst'>): number {
  if (type === 'dato' && typeof verdi === 'string') return dagnummer(dato(verdi)) + REGNEARKETS_NULL;
  if (type === 'desimal' && typeof verdi === 'object' && verdi !== null) return Number(tilDesimal(verdi));
  if (typeof verdi !== 'number' || !Number.isSafeInteger(verdi)) throw new RangeError(`Cellen «${typeof verdi === 'object' ? 'brøk' : verdi}» passer ikke i en kolonne av typen ${type}`);
  return type === 'ore' ? verdi / 100 : verdi;
}

function celle(verdi: Arkcelle, { type }: Arkkolonne): CellObject | null {
  if (verdi === null) return null;
  // a text is a text also when it begins with =, so there is no formula to neutralise
  if (type === 'tekst') return { value: (typeof verdi === 'object' ? tilDesimal(verdi) : String(verdi)).replaceAll(ULOVLIGE, ''), type: String };
  return { value: tall(verdi, type), type: Number, format: FORMAT[type], align: type === 'dato' ? 'left' : 'right' };
}

function side(ark: Ark): Sheet<Buffer> {
  const hode: Row = ark.kolonner.map((k) => ({ value: k.tittel, type: String, fontWeight: 'bold', align: k.type === 'tekst' || k.type === 'dato' ? 'left' : 'right' }));
  const rader = ark.rader.map((rad): Row => ark.kolonner.map((kolonne, i) => celle(rad[i] ?? null, kolonne)));
  return {
    sheet: ark.navn.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31),
    columns: ark.kolonner.map((k) => ({ width: k.bredde ?? Math.max(10, k.tittel.length + 2) })),
    stickyRowsCount: 1,
    data: [hode, ...rader],
  };
}

/**
 * A workbook (.xlsx) of one or more sheets. Amounts, numbers and dates are numeric cells, everything else is text;
 * nothing is ever a formula. The same content gives the same bytes.
 *
 * @throws RangeError when a cell does not fit its column's type
 */
export async function skrivXlsx(ark: Ark | readonly Ark[]): Promise<Buffer> {
  const sider = ('rader' in ark ? [ark] : ark).map(side);
  const skrevet = await writeXlsxFile(sider).toBuffer();
  return Buffer.from(zipSync(unzipSync(skrevet), { mtime: FAST_TID }));
}

/** The content type of a workbook. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
