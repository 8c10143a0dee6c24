import type { Celle } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';
import { apneZip, lesHelXml, lesXml, UlesbartRegneark, type Zip } from '#lib/server/filimport/xlsx-zip.ts';

/** Days between the two calendars a workbook can have. */
const FRA_1904 = 1462;
const DATOFORMATER = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);

export type Filrad = { readonly nummer: number; readonly celler: Celle[] };
export type Arbeidsbok = {
  readonly ark: readonly string[];
  /** Rows of a sheet in pieces, with how many of its inflated bytes have been read, of how many. */
  rader(ark: string): AsyncGenerator<{ rader: Filrad[]; lest: number; av: number }>;
};

type Bok = { ark: { navn: string; rel: string }[]; er1904: boolean };

async function lesBok(zip: Zip): Promise<Bok> {
  const bok: Bok = { ark: [], er1904: false };
  await lesHelXml(zip, 'xl/workbook.xml', {
    start(navn, a) {
      if (navn === 'sheet' && a['state'] !== 'hidden' && a['state'] !== 'veryHidden') bok.ark.push({ navn: a['name'] ?? '', rel: a['r:id'] ?? Object.entries(a).find(([n]) => n.endsWith(':id'))?.[1] ?? '' });
      if (navn === 'workbookPr') bok.er1904 = a['date1904'] === '1' || a['date1904'] === 'true';
    },
  });
  if (bok.ark.length === 0) throw new UlesbartRegneark('den har ingen synlige ark');
  return bok;
}

async function lesStier(zip: Zip): Promise<Map<string, string>> {
  const stier = new Map<string, string>();
  await lesHelXml(zip, 'xl/_rels/workbook.xml.rels', {
    start(navn, a) {
      if (navn !== 'Relationship') return;
      const mal = a['Target'] ?? '';
      stier.set(a['Id'] ?? '', mal.startsWith('/') ? mal.slice(1) : `xl/${mal}`);
    },
  });
  return stier;
}

/** Text that cells point at; phonetic helps are left out. */
async function lesTekster(zip: Zip): Promise<string[]> {
  const tekster: string[] = [];
  let na = '';
  let iTekst = false;
  let fonetisk = false;
  await lesHelXml(zip, 'xl/sharedStrings.xml', {
    start(navn) {
      if (navn === 'si') na = '';
      else if (navn === 'rPh') fonetisk = true;
      else if (navn === 't') iTekst = !fonetisk;
    },
    tekst(t) {
      if (iTekst) na += t;
    },
    slutt(navn) {
      if (navn === 't') iTekst = false;
      else if (navn === 'rPh') fonetisk = false;
      else if (navn === 'si') tekster.push(na);
    },
  });
  return tekster;
}

/** Which cell styles show a number as a date. */
async function lesDatostiler(zip: Zip): Promise<boolean[]> {
  const egne = new Map<number, boolean>();
  const stiler: boolean[] = [];
  let iCeller = false;
  await lesHelXml(zip, 'xl/styles.xml', {
    start(navn, a) {
      if (navn === 'numFmt') egne.set(Number(a['numFmtId']), /[dmyå]/i.test((a['formatCode'] ?? '').replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')));
      else if (navn === 'cellXfs') iCeller = true;
      else if (navn === 'xf' && iCeller) stiler.push(egne.get(Number(a['numFmtId'])) ?? DATOFORMATER.has(Number(a['numFmtId'])));
    },
    slutt(navn) {
      if (navn === 'cellXfs') iCeller = false;
    },
  });
  return stiler;
}

/** "BC12" → 54, or the next one where the cell has no address. */
function plassFor(adresse: string | undefined, neste: number): number {
  const bokstaver = /^[A-Z]+/.exec(adresse ?? '')?.[0];
  if (bokstaver === undefined) return neste;
  let plass = 0;
  for (const b of bokstaver) plass = plass * 26 + b.charCodeAt(0) - 64;
  return plass - 1;
}

type Oppslag = { tekster: readonly string[]; dato: readonly boolean[]; er1904: boolean };

/** Collects the rows of a sheet from its events. A formula is the value it had when the file was saved. */
function lagArkleser({ tekster, dato, er1904 }: Oppslag) {
  let rader: Filrad[] = [];
  let rad: Filrad = { nummer: 0, celler: [] };
  let celle = { plass: 0, type: 'n', stil: 0, verdi: '', formel: false };
  let samler = false;
  const verdi = (): Celle => {
    const { type, verdi: v, stil } = celle;
    if (v === '') return celle.formel ? '=' : null;
    if (type === 's') return tekster[Number(v)] ?? null;
    if (type === 'str' || type === 'inlineStr' || type === 'e') return v;
    if (type === 'd') return v;
    if (type === 'b') return v === '1' ? 'Ja' : 'Nei';
    const tall = Number(v);
    return er1904 && dato[stil] === true ? tall + FRA_1904 : tall;
  };
  return {
    tom(): Filrad[] {
      const ferdige = rader;
      rader = [];
      return ferdige;
    },
    start(navn: string, a: Readonly<Record<string, string>>): void {
      if (navn === 'row') rad = { nummer: Number(a['r'] ?? rad.nummer + 1), celler: [] };
      else if (navn === 'c') celle = { plass: plassFor(a['r'], rad.celler.length), type: a['t'] ?? 'n', stil: Number(a['s'] ?? 0), verdi: '', formel: false };
      else if (navn === 'v' || navn === 't') samler = true;
      else if (navn === 'f') celle.formel = true;
    },
    tekst(t: string): void {
      if (samler) celle.verdi += t;
    },
    slutt(navn: string): void {
      if (navn === 'v' || navn === 't') samler = false;
      else if (navn === 'c') {
        if (celle.plass > 2_000) throw new UlesbartRegneark('den har for mange kolonner');
        while (rad.celler.length < celle.plass) rad.celler.push(null);
        rad.celler[celle.plass] = verdi();
      } else if (navn === 'row') rader.push(rad);
    },
  };
}

/** Opens a workbook: its visible sheets, whose rows are read as a stream. @throws UlesbartRegneark */
export async function apneXlsx(innhold: Buffer): Promise<Arbeidsbok> {
  const zip = await apneZip(innhold);
  if (!zip.deler.has('xl/workbook.xml')) throw new UlesbartRegneark('arkivet er ikke en arbeidsbok');
  const bok = await lesBok(zip);
  const stier = await lesStier(zip);
  let oppslag: Oppslag | null = null;
  return {
    ark: bok.ark.map((a) => a.navn),
    async *rader(navn) {
      const ark = bok.ark.find((a) => a.navn === navn) ?? bok.ark[0];
      const del = zip.deler.get(stier.get(ark?.rel ?? '') ?? '');
      if (!del) throw new UlesbartRegneark('arket mangler');
      oppslag ??= { tekster: await lesTekster(zip), dato: await lesDatostiler(zip), er1904: bok.er1904 };
      const leser = lagArkleser(oppslag);
      for await (const lest of lesXml(zip, del, leser)) yield { rader: leser.tom(), lest, av: del.uncompressedSize };
    },
  };
}
