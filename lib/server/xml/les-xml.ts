import sax from 'sax';
import { nei, ok, type Result } from '#lib/core/result.ts';
import type { Xmlnode } from '#lib/core/xmlnode.ts';

export type Xmlfeil = { readonly grunn: 'FOR_STOR' | 'DOCTYPE' | 'FOR_DYP' | 'IKKE_XML' };
/** What one document may hold at most. */
const MAKS_TEGN = 2_000_000;
const MAKS_ELEMENTER = 100_000;
const MAKS_DYBDE = 40;

type Aapen = { navn: string; navnerom: string; attributter: Record<string, string>; barn: Xmlnode[]; tekst: string };

class Stopp extends Error {
  readonly grunn: Xmlfeil['grunn'];
  constructor(grunn: Xmlfeil['grunn']) {
    super(grunn);
    this.grunn = grunn;
  }
}
function stopp(grunn: Xmlfeil['grunn']): never {
  throw new Stopp(grunn);
}

function lagLeser(): { leser: sax.SAXParser; rot: () => Xmlnode | null } {
  const leser = sax.parser(true, { xmlns: true, position: false });
  const stabel: Aapen[] = [];
  let rot: Xmlnode | null = null;
  let antall = 0;
  leser.ondoctype = () => stopp('DOCTYPE');
  leser.onerror = () => stopp('IKKE_XML');
  leser.onopentag = (tag) => {
    antall += 1;
    if (antall > MAKS_ELEMENTER) stopp('FOR_STOR');
    if (stabel.length >= MAKS_DYBDE) stopp('FOR_DYP');
    const attributter = Object.fromEntries(Object.entries(tag.attributes).map(([navn, a]) => (typeof a === 'string' ? [navn, a] : [a.local, a.value])));
    stabel.push({ navn: 'local' in tag ? tag.local : tag.name, navnerom: 'uri' in tag ? tag.uri : '', attributter, barn: [], tekst: '' });
  };
  const tekst = (bit: string): void => {
    const her = stabel.at(-1);
    if (her) her.tekst += bit;
  };
  leser.ontext = tekst;
  leser.oncdata = tekst;
  leser.onclosetag = () => {
    const ferdig = stabel.pop();
    const over = stabel.at(-1);
    if (ferdig && over) over.barn.push(ferdig);
    else if (ferdig) rot = ferdig;
  };
  return { leser, rot: () => rot };
}

/**
 * Reads a document from someone we do not trust. A document type declaration is refused outright, so there are no
 * entities to expand and nothing to fetch; size, depth and number of elements have ceilings.
 */
export function lesXml(innhold: string): Result<Xmlnode, Xmlfeil> {
  if (innhold.length > MAKS_TEGN) return nei({ grunn: 'FOR_STOR' });
  const { leser, rot } = lagLeser();
  try {
    leser.write(innhold.replace(/^\uFEFF/, '')).close();
  } catch (feil) {
    if (feil instanceof Stopp) return nei({ grunn: feil.grunn });
    throw feil;
  }
  const lest = rot();
  return lest ? ok(lest) : nei({ grunn: 'IKKE_XML' });
}
