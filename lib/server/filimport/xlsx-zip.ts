import { StringDecoder } from 'node:string_decoder';
import sax from 'sax';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** Inflated bytes that one part of a workbook may hold: a small file that grows past it is not a workbook. */
const MAKS_UTPAKKET = 1_500_000_000;

/** The file is not a workbook we can read. */
export class UlesbartRegneark extends Error {
  constructor(grunn: string) {
    super(`regnearket kan ikke leses: ${grunn}`);
    this.name = 'UlesbartRegneark';
  }
}

export type Zip = { readonly fil: ZipFile; readonly deler: ReadonlyMap<string, Entry> };

/** Opens the archive and lists its parts. @throws UlesbartRegneark */
export async function apneZip(innhold: Buffer): Promise<Zip> {
  try {
    const fil = await fromBufferPromise(innhold, { lazyEntries: true, autoClose: false });
    const deler = new Map<string, Entry>();
    for await (const del of fil.eachEntry()) deler.set(del.fileName.replace(/^\//, ''), del);
    return { fil, deler };
  } catch (feil) {
    throw new UlesbartRegneark(feil instanceof Error ? feil.message : 'arkivet er skadet');
  }
}

export type Xmlhendelser = {
  start(navn: string, attributter: Readonly<Record<string, string>>): void;
  tekst?(tekst: string): void;
  slutt?(navn: string): void;
};

const uteForstavelse = (navn: string): string => navn.slice(navn.indexOf(':') + 1);

/**
 * Reads a part as XML events, a piece at a time; after each piece the caller gets how many inflated bytes have been
 * read. Entities of the document's own are not expanded. @throws UlesbartRegneark
 */
export async function* lesXml({ fil }: Zip, del: Entry, hendelser: Xmlhendelser): AsyncGenerator<number> {
  if (del.uncompressedSize > MAKS_UTPAKKET) throw new UlesbartRegneark('den er for stor utpakket');
  const xml = sax.parser(true);
  xml.onerror = (feil) => {
    throw new UlesbartRegneark(feil.message.split('\n')[0] ?? '');
  };
  // A workbook has none, and entities come with it.
  xml.ondoctype = () => {
    throw new UlesbartRegneark('den har en dokumenttype');
  };
  xml.onopentag = ({ name, attributes }) => hendelser.start(uteForstavelse(name), attributes as Record<string, string>);
  const { tekst, slutt } = hendelser;
  if (tekst) [xml.ontext, xml.oncdata] = [tekst, tekst];
  if (slutt) xml.onclosetag = (navn) => slutt(uteForstavelse(navn));
  const tegn = new StringDecoder('utf8');
  let lest = 0;
  try {
    for await (const bit of await fil.openReadStreamPromise(del)) {
      const bytes = bit as Buffer;
      lest += bytes.length;
      if (lest > MAKS_UTPAKKET) throw new UlesbartRegneark('den er for stor utpakket');
      xml.write(tegn.write(bytes));
      yield lest;
    }
    xml.write(tegn.end()).close();
  } catch (feil) {
    throw feil instanceof UlesbartRegneark ? feil : new UlesbartRegneark(feil instanceof Error ? feil.message : 'ukjent');
  }
  yield lest;
}

/** The same, for parts that are read for their content alone. */
export async function lesHelXml(zip: Zip, navn: string, hendelser: Xmlhendelser): Promise<void> {
  const del = zip.deler.get(navn);
  if (!del) return;
  const biter = lesXml(zip, del, hendelser);
  while ((await biter.next()).done !== true);
}
