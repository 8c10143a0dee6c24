import type { Dato } from '#lib/core/dato.ts';

export type Person = {
  readonly id: number;
  readonly pseudonym: string;
  readonly fornavn: string;
  readonly etternavn: string;
  readonly fodselsdato: Dato;
  readonly fodselsnummer: string;
  readonly adresse: string | null;
  readonly telefon: string | null;
  readonly gradering: 'UGRADERT' | 'FORTROLIG' | 'STRENGT_FORTROLIG' | 'STRENGT_FORTROLIG_UTLAND';
  readonly egenAnsatt: boolean;
  readonly skjermet: boolean;
  readonly sprak: string;
  readonly sone: string | null;
  readonly avsluttet: Dato | null;
  readonly saksbehandlerId: number | null;
  readonly saksbehandler: string | null;
};

export type Kontakt = { readonly id: number; readonly rolle: 'PARORENDE' | 'VERGE' | 'FULLMEKTIG'; readonly navn: string; readonly telefon: string | null; readonly omfang: string | null; readonly tom: Dato | null };

export type Behov = { readonly dato: Dato; readonly hjelpebehov: 'NOE' | 'MIDDELS' | 'OMFATTENDE' | 'UOPPGITT' };

export type ApenHenvendelse = { readonly id: number; readonly mottatt: Dato; readonly type: string; readonly fra: string };

export type Oppslag = { readonly lopenr: number; readonly tid: Date; readonly navn: string | null; readonly rolle: string; readonly handling: string; readonly grunn: string | null };

export type Saksforhold = {
  readonly kontakter: readonly Kontakt[];
  /** newest first, at most two */
  readonly behov: readonly Behov[];
  readonly henvendelser: readonly ApenHenvendelse[];
  readonly sist: readonly Oppslag[];
};

/** A person whose age is counted on the day of the look. */
export type PersonMedAlder = Person & { readonly alder: number };
