import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Kopifelt } from '#lib/server/filimport/importor.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

function felt(verdi: Kopifelt): string {
  if (verdi === null) return '\\N';
  if (typeof verdi === 'number') return String(verdi);
  return /[\\\t\n\r]/.test(verdi) ? verdi.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r') : verdi;
}

/** A row as a line of COPY. */
export function kopilinje(verdier: readonly Kopifelt[]): string {
  return `${verdier.map(felt).join('\t')}\n`;
}

/**
 * Rows into a temporary table of the transaction, by COPY: PostgreSQL refuses COPY into a table with row-level security,
 * so what is copied goes on by `INSERT … SELECT`, through the policies.
 * @param kolonner name and type, `maned text`; names of our own, never of a file
 */
export async function kopier(tx: Tx, tabell: string, kolonner: readonly string[], biter: AsyncIterable<string>): Promise<void> {
  await tx.klient.query(`CREATE TEMP TABLE ${tabell} (${kolonner.join(', ')}) ON COMMIT DROP`);
  const navn = kolonner.map((k) => k.split(' ')[0]).join(', ');
  await pipeline(Readable.from(biter), tx.klient.query(copyFrom(`COPY ${tabell} (${navn}) FROM STDIN`)));
  await tx.klient.query(`ANALYZE ${tabell}`);
}
