import { brok, tilDesimal, type Brok } from '#lib/core/brok.ts';

/** A cell: text as typed, a number that is already exact, or an amount in øre, written as kroner with two decimals. */
export type Csvcelle = string | number | Brok | { readonly ore: number } | null;

const FARLIG = /^[=+\-@\t\r]/;

function celle(verdi: Csvcelle): string {
  if (verdi === null) return '';
  if (typeof verdi === 'number') return String(verdi).replace('.', ',');
  if (typeof verdi !== 'string' && 'ore' in verdi) return tilDesimal(brok(verdi.ore, 100), 2).replace('.', ',');
  if (typeof verdi !== 'string') return tilDesimal(verdi).replace('.', ',');
  // a text that a spreadsheet would read as a formula gets an apostrophe in front
  const trygg = FARLIG.test(verdi) ? `'${verdi}` : verdi;
  return /[";\r\n]/.test(trygg) ? `"${trygg.replaceAll('"', '""')}"` : trygg;
}

/** Semicolons, decimal commas and a byte order mark, as Norwegian spreadsheets open them. */
export function tilCsv(rader: readonly (readonly Csvcelle[])[]): string {
  return `\uFEFF${rader.map((rad) => rad.map(celle).join(';')).join('\r\n')}\r\n`;
}
