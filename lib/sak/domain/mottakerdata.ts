import type { Dato } from '#lib/core/dato.ts';

export const GRADERINGER = ['UGRADERT', 'FORTROLIG', 'STRENGT_FORTROLIG', 'STRENGT_FORTROLIG_UTLAND'] as const;
export type Gradering = (typeof GRADERINGER)[number];
export const KONTAKTROLLER = ['PARORENDE', 'VERGE', 'FULLMEKTIG'] as const;
export type Kontaktrolle = (typeof KONTAKTROLLER)[number];

/** What is registered about the person. */
export type Mottakerdata = {
  readonly fornavn: string;
  readonly etternavn: string;
  readonly fodselsdato: Dato;
  readonly fodselsnummer: string;
  readonly adresse: string | null;
  readonly telefon: string | null;
  readonly gradering: Gradering;
  readonly egenAnsatt: boolean;
  readonly sprak: 'nb' | 'nn';
  readonly sone: string | null;
  readonly saksbehandlerId: number | null;
};

export const MOTTAKERFELT = ['fornavn', 'etternavn', 'fodselsdato', 'fodselsnummer', 'adresse', 'telefon', 'gradering', 'egenAnsatt', 'sprak', 'sone', 'saksbehandlerId'] as const satisfies readonly (keyof Mottakerdata)[];

export type Feltendring = { readonly felt: string; readonly fra: string | null; readonly til: string | null };

/** A protected address and an own employee are both seen by named people only. */
export function erSkjermet(m: Pick<Mottakerdata, 'gradering' | 'egenAnsatt'>): boolean {
  return m.gradering !== 'UGRADERT' || m.egenAnsatt;
}

function tekst(verdi: string | number | boolean | null): string | null {
  return verdi === null ? null : String(verdi);
}

/** What differs between two versions, field by field, for the history. */
export function finnEndringer(fra: Mottakerdata, til: Mottakerdata): Feltendring[] {
  return MOTTAKERFELT.filter((felt) => fra[felt] !== til[felt]).map((felt) => ({ felt, fra: tekst(fra[felt]), til: tekst(til[felt]) }));
}

/** Why someone cannot stop seeing a shielded recipient: somebody must be left who may. */
export function kanAvslutteTilgang(navngitte: readonly { readonly kontoId: number }[], kontoId: number): boolean {
  return navngitte.some((en) => en.kontoId !== kontoId);
}
