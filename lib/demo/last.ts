import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { BESOK_KOLONNER, TABELLER } from '#lib/demo/domain/tabeller.ts';
import type { BesokRad, Rad, Rader, Tabell, Verdi } from '#lib/demo/domain/tabeller.ts';

const BIT = 2_000;

function felt(verdi: Verdi): string {
  if (verdi === null) return '\\N';
  if (typeof verdi === 'boolean') return verdi ? 't' : 'f';
  if (typeof verdi === 'number') return String(verdi);
  return /[\\\t\n\r]/.test(verdi) ? verdi.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r') : verdi;
}

function* linjer(rader: readonly Readonly<Record<string, Verdi>>[], kolonner: readonly string[]): Generator<string> {
  for (let fra = 0; fra < rader.length; fra += BIT) {
    let bit = '';
    for (const rad of rader.slice(fra, fra + BIT)) {
      for (let i = 0; i < kolonner.length; i += 1) bit += (i === 0 ? '' : '\t') + felt(rad[kolonner[i] as string] ?? null);
      bit += '\n';
    }
    yield bit;
  }
}

/** COPY is refused into a table with row-level security, so rows go by a temporary table and through the policies. */
async function skriv(klient: pg.ClientBase, tabell: string, kolonner: readonly string[], rader: readonly Readonly<Record<string, Verdi>>[]): Promise<void> {
  if (rader.length === 0) return;
  const navn = kolonner.join(', ');
  await klient.query(`CREATE TEMP TABLE IF NOT EXISTS demo_${tabell} ON COMMIT DROP AS SELECT ${navn} FROM ${tabell} LIMIT 0`);
  await pipeline(Readable.from(linjer(rader, kolonner)), klient.query(copyFrom(`COPY demo_${tabell} (${navn}) FROM STDIN`)));
  await klient.query(`INSERT INTO ${tabell} (${navn}) SELECT ${navn} FROM demo_${tabell}`);
  await klient.query(`TRUNCATE demo_${tabell}`);
}

/** Writes rows in the order of the tables. The connection's transaction must have its tenant set. */
export async function skrivRader(klient: pg.ClientBase, rader: Rader): Promise<number> {
  let antall = 0;
  for (const tabell of Object.keys(TABELLER) as Tabell[]) {
    await skriv(klient, tabell, TABELLER[tabell].split(' '), rader[tabell]);
    antall += rader[tabell].length;
  }
  return antall;
}

export async function skrivPauser(klient: pg.ClientBase, rader: readonly Rad<'pause'>[]): Promise<void> {
  await skriv(klient, 'pause', TABELLER.pause.split(' '), rader);
}

export async function skrivBesok(klient: pg.ClientBase, rader: readonly BesokRad[]): Promise<void> {
  await skriv(klient, 'besok', BESOK_KOLONNER.split(' '), rader);
}
