import type { Brok } from '#lib/core/brok.ts';
import type { Dato } from '#lib/core/dato.ts';
import { type Maned, manedFor } from '#lib/core/maned.ts';
import type { Ore } from '#lib/core/ore.ts';

export type Volumenhet = 'TIMER' | 'ANTALL';

/** An invoice line as codes and numbers. Free text is read only to see that it names no person, and is never kept. */
export type Fakturalinje = {
  readonly linjenr: number;
  /** the vedtak's number; '' when what stood there is no such code */
  readonly ordrereferanse: string;
  /** null when the period is missing or is not within one month */
  readonly maned: Maned | null;
  readonly tjeneste: string;
  /** '' when the supplier names only the service */
  readonly komponent: string;
  readonly volumenhet: Volumenhet;
  readonly antall: Brok;
  readonly prisOre: Ore;
  readonly belopOre: Ore;
  /** holds a number of eleven digits: it may be a person's */
  readonly personnummer: boolean;
};
export type LestFaktura = { readonly kilde: 'EHF' | 'CSV'; readonly orgnr: string; readonly nummer: string; readonly dato: Dato; readonly linjer: readonly Fakturalinje[] };

export type KanIkkeLeseFaktura = {
  readonly grunn: 'FELT_MANGLER' | 'FELT_UGYLDIG' | 'IKKE_FAKTURA' | 'IKKE_NOK' | 'INGEN_LINJER' | 'FOR_MANGE_LINJER' | 'SUM_STEMMER_IKKE' | 'PERSONNUMMER_I_HODET' | 'KOLONNE_MANGLER';
  readonly verdier?: Readonly<Record<string, string | number>>;
};

export const MAKS_LINJER = 20_000;

/** Whether a text holds eleven digits in a row, also written 6 + 5. */
export function harPersonnummer(tekst: string): boolean {
  return /(?<!\d)\d{6}[\s.-]?\d{5}(?!\d)/.test(tekst);
}

/** A code as ours are, with a digit in it; anything else may be a name and is not kept. */
export function renReferanse(tekst: string | null): string {
  const ren = tekst?.trim() ?? '';
  return /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9/-]{0,29}$/.test(ren) && !harPersonnummer(ren) ? ren : '';
}

/** `TJENESTE` or `TJENESTE/ledd`. */
export function lesVare(tekst: string | null): { readonly tjeneste: string; readonly komponent: string } {
  const treff = /^([A-Z][A-Z0-9_]{1,40})(?:\/([a-z][a-z0-9_-]{0,40}))?$/.exec(tekst?.trim() ?? '');
  return { tjeneste: treff?.[1] ?? '', komponent: treff?.[2] ?? '' };
}

/** The month both days lie in, or null. */
export function fellesManed(fom: Dato | null, tom: Dato | null): Maned | null {
  if (fom === null || tom === null || tom < fom || manedFor(fom) !== manedFor(tom)) return null;
  return manedFor(fom);
}

export function gyldigFakturanummer(nummer: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9/-]{0,29}$/.test(nummer) && !harPersonnummer(nummer);
}
