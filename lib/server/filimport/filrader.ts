import type { Filformat } from '#lib/grunnlag/domain/filimport/gjenkjenn.ts';
import { lagCsvleser } from '#lib/grunnlag/domain/filimport/les-csv.ts';
import { apneXlsx, type Filrad } from '#lib/server/filimport/xlsx.ts';

/** The content of a file in pieces, in order. */
export type Innhold = { readonly storrelse: number; biter(): AsyncIterable<Buffer> };
export type Radbunke = {
  readonly rader: readonly Filrad[];
  readonly lest: number;
  readonly av: number;
  /** the row whose quotation mark is never closed: the file ends there */
  readonly apentSitat: number | null;
};

export async function helt(innhold: Innhold): Promise<Buffer> {
  const biter: Buffer[] = [];
  for await (const bit of innhold.biter()) biter.push(bit);
  return Buffer.concat(biter);
}

async function* csvRader(innhold: Innhold, tegnsett: string, skille: string): AsyncGenerator<Radbunke> {
  const tegn = new TextDecoder(tegnsett);
  let rader: Filrad[] = [];
  let lest = 0;
  const leser = lagCsvleser(skille, (celler, nummer) => rader.push({ nummer, celler }));
  const tom = (): Radbunke => {
    const ferdige = rader;
    rader = [];
    return { rader: ferdige, lest, av: innhold.storrelse, apentSitat: leser.apentSitat };
  };
  for await (const bit of innhold.biter()) {
    lest += bit.length;
    leser.mat(tegn.decode(bit, { stream: true }));
    yield tom();
    if (leser.apentSitat !== null) return;
  }
  leser.mat(tegn.decode());
  leser.slutt();
  yield tom();
}

/** Every row of a file in pieces, with how much has been read. @throws UlesbartRegneark */
export async function* lesRader(innhold: Innhold, format: Filformat): AsyncGenerator<Radbunke> {
  if (format.type === 'CSV') {
    yield* csvRader(innhold, format.tegnsett, format.skilletegn);
    return;
  }
  const bok = await apneXlsx(await helt(innhold));
  for await (const bunke of bok.rader(format.ark)) yield { ...bunke, apentSitat: null };
}

/** The first rows of a file. */
export async function lesForste(innhold: Innhold, format: Filformat, antall: number): Promise<Filrad[]> {
  const forste: Filrad[] = [];
  for await (const { rader } of lesRader(innhold, format)) {
    forste.push(...rader.slice(0, antall - forste.length));
    if (forste.length >= antall) break;
  }
  return forste;
}
