import { rensTekst } from '#lib/grunnlag/domain/filimport/les-celle.ts';
import type { Celle, Importdefinisjon, Kolonne } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';

/** What a kommune has said about a kind of file. Saved, and proposed for the next file. */
export type Kartlegging = {
  /** our column → the file's heading */
  readonly kolonner: Readonly<Record<string, string>>;
  /** code list → the file's value (as `verdinokkel`) → our code; an empty code leaves the row out */
  readonly verdier: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** code lists whose unknown values leave the row out */
  readonly hoppOver: readonly string[];
};

export const TOM_KARTLEGGING: Kartlegging = { kolonner: {}, verdier: {}, hoppOver: [] };

/** How a value is compared: case and spaces aside. */
export function verdinokkel(verdi: string): string {
  return rensTekst(verdi).toLowerCase();
}

/** A heading compared with others: letters and digits only. */
function hodenokkel(tekst: string): string {
  return tekst.toLowerCase().replaceAll(/[^a-z0-9æøå]/g, '');
}

/** Headings as names of their own: an empty one is "Kolonne 3", the second "Beløp" is "Beløp (2)". */
export function lesHode(celler: readonly Celle[]): string[] {
  const sett = new Map<string, number>();
  return celler.map((celle, i) => {
    const navn = rensTekst(String(celle ?? '')) || `Kolonne ${i + 1}`;
    const antall = (sett.get(navn) ?? 0) + 1;
    sett.set(navn, antall);
    return antall === 1 ? navn : `${navn} (${antall})`;
  });
}

/** Headings that stand more than once in a file, by the names that `lesHode` gave them. */
export function dobleHoder(hode: readonly string[]): string[] {
  return [...new Set(hode.flatMap((navn) => /^(.+) \(\d+\)$/.exec(navn)?.[1] ?? []).filter((navn) => hode.includes(navn)))];
}

function passer(kolonne: Kolonne, navn: string): boolean {
  const nokkel = hodenokkel(navn);
  return nokkel !== '' && (nokkel === hodenokkel(kolonne.nokkel) || kolonne.aliaser.some((a) => hodenokkel(a) === nokkel));
}

/** The row (from 1) among the first ones that looks most like headings of this kind. */
export function finnHoderad(rader: readonly (readonly Celle[])[], kolonner: readonly Kolonne[]): number {
  let [beste, poeng] = [0, 0];
  rader.forEach((rad, i) => {
    const hode = rad.map((c) => (typeof c === 'string' ? c : ''));
    const treff = kolonner.filter((k) => hode.some((h) => passer(k, h))).length;
    if (treff > poeng) [beste, poeng] = [i, treff];
  });
  if (poeng > 0) return beste + 1;
  const medTekst = (minst: number): number => rader.findIndex((rad) => rad.filter((c) => typeof c === 'string' && c.trim() !== '').length >= minst);
  return Math.max(0, [medTekst(2), medTekst(1)].find((i) => i !== -1) ?? 0) + 1;
}

/** A first proposal: what was saved where its headings are there, else by the usual names. One heading is used once. */
export function foreslaKartlegging<Rad>(definisjon: Importdefinisjon<Rad>, hode: readonly string[], lagret: Kartlegging | null): Kartlegging {
  const brukt = new Set<string>();
  const kolonner: Record<string, string> = {};
  const ta = (nokkel: string, navn: string | undefined): void => {
    if (navn === undefined || brukt.has(navn) || nokkel in kolonner) return;
    kolonner[nokkel] = navn;
    brukt.add(navn);
  };
  for (const k of definisjon.kolonner) ta(k.nokkel, hode.find((h) => h === lagret?.kolonner[k.nokkel]));
  for (const k of definisjon.kolonner) ta(k.nokkel, hode.find((h) => !brukt.has(h) && passer(k, h)));
  return { kolonner, verdier: lagret?.verdier ?? {}, hoppOver: lagret?.hoppOver ?? [] };
}

/** Columns the file must have and the mapping lacks. */
export function manglendeKolonner<Rad>(definisjon: Importdefinisjon<Rad>, kartlegging: Kartlegging, hode: readonly string[]): string[] {
  return definisjon.kolonner.filter((k) => k.pakrevd && !hode.includes(kartlegging.kolonner[k.nokkel] ?? '')).map((k) => k.nokkel);
}
