import { createHash } from 'node:crypto';
import { type Filformat, filtype, finnSkilletegn, lagUtf8Prover, type UlesbarFil } from '#lib/grunnlag/domain/filimport/gjenkjenn.ts';
import type { Celle, Kolonne } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';
import { finnHoderad, lesHode } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import { harPersonnummer } from '#lib/grunnlag/domain/filimport/personnummer.ts';
import { erTomRad } from '#lib/grunnlag/domain/filimport/tolk-rad.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { helt, type Innhold, lesForste } from '#lib/server/filimport/filrader.ts';
import { apneXlsx, type Filrad } from '#lib/server/filimport/xlsx.ts';
import { UlesbartRegneark } from '#lib/server/filimport/xlsx-zip.ts';

const SER_PA = 30;
const EKSEMPLER = 5;

/** The file's own words under its headings, to choose columns by. */
export type Eksempelrad = { readonly rad: number; readonly celler: Readonly<Record<string, string>> };
export type Hodet = { readonly hode: string[]; readonly eksempler: Eksempelrad[] };
export type Gjenkjent = Hodet & { readonly format: Filformat };
export type KanIkkeLeseFil = UlesbarFil | 'SKADET_REGNEARK' | 'INGEN_RADER';

/** SHA-256 of the content, and whether all of it is UTF-8. */
export async function avtrykk(innhold: Innhold): Promise<{ hash: string; storrelse: number; utf8: boolean; start: Buffer }> {
  const sum = createHash('sha256');
  const utf8 = lagUtf8Prover();
  let storrelse = 0;
  let start: Buffer = Buffer.alloc(0);
  for await (const bit of innhold.biter()) {
    sum.update(bit);
    utf8.prov(bit);
    storrelse += bit.length;
    if (start.length < 65_536) start = Buffer.concat([start, bit.subarray(0, 65_536)]);
  }
  return { hash: sum.digest('hex'), storrelse, utf8: utf8.slutt(), start };
}

async function grunnformat(innhold: Innhold, start: Buffer, utf8: boolean): Promise<Result<Filformat, KanIkkeLeseFil>> {
  const type = filtype(start);
  if (type === 'XLSX') {
    const { ark } = await apneXlsx(await helt(innhold));
    return ok({ type: 'XLSX', ark: ark[0] ?? '', arkene: [...ark], hoderad: 1 });
  }
  if (type !== 'TEKST') return nei(type);
  const tegnsett = start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : utf8 ? 'utf-8' : 'windows-1252';
  return ok({ type: 'CSV', tegnsett, skilletegn: finnSkilletegn(new TextDecoder(tegnsett).decode(start)), hoderad: 1 });
}

function medEksempler(rader: readonly Filrad[], hoderad: Filrad): Hodet {
  const hode = lesHode(hoderad.celler);
  const vist = (celle: Celle): string => (harPersonnummer(celle) ? '•••••••••••' : String(celle ?? '').slice(0, 80).replaceAll('\0', ''));
  const under = rader.filter((r) => r.nummer > hoderad.nummer && !erTomRad(r.celler)).slice(0, EKSEMPLER);
  return { hode, eksempler: under.map((r) => ({ rad: r.nummer, celler: Object.fromEntries(hode.map((navn, i) => [navn, vist(r.celler[i] ?? null)])) })) };
}

/** The headings of a file as its format says, or null when it has no such row. */
export async function lesHoder(innhold: Innhold, format: Filformat): Promise<Hodet | null> {
  const rader = await lesForste(innhold, format, format.hoderad + SER_PA);
  const rad = rader.find((r) => r.nummer === format.hoderad);
  return rad ? medEksempler(rader, rad) : null;
}

/** How a file is to be read and what its headings are, guessed from its content; "no" is a file that cannot be read. */
export async function gjenkjennFil(innhold: Innhold, kolonner: readonly Kolonne[], start: Buffer, utf8: boolean): Promise<Result<Gjenkjent, KanIkkeLeseFil>> {
  try {
    const grunn = await grunnformat(innhold, start, utf8);
    if (!grunn.ok) return grunn;
    const rader = await lesForste(innhold, grunn.verdi, SER_PA);
    const rad = rader[finnHoderad(rader.map((r) => r.celler), kolonner) - 1];
    if (!rad || erTomRad(rad.celler)) return nei('INGEN_RADER');
    return ok({ format: { ...grunn.verdi, hoderad: rad.nummer }, ...medEksempler(rader, rad) });
  } catch (feil) {
    if (feil instanceof UlesbartRegneark) return nei('SKADET_REGNEARK');
    throw feil;
  }
}
