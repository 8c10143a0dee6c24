import type { Dato } from '#lib/core/dato.ts';
import type { Kriterium, Prioritet, Ventetype } from '#lib/utfort-tid/domain/venteliste.ts';

/** A place that a unit has reported free, and whom it is given to. */
export type Ledigrad = {
  readonly meldingId: number;
  readonly enhet: string;
  readonly kode: string;
  readonly plasstype: Ventetype;
  readonly ledigFra: Dato;
  readonly tildelingId: number | null;
  readonly mottakerId: number | null;
  readonly navn: string | null;
  readonly pseudonym: string | null;
  readonly fra: Dato | null;
  /** the recipient has a vedtak of a place at the unit */
  readonly harVedtak: boolean;
};

export type Ventelisterad = {
  readonly id: number;
  readonly mottakerId: number;
  readonly navn: string;
  readonly plasstype: Ventetype;
  readonly prioritet: Prioritet;
  readonly kriterier: readonly Kriterium[];
  readonly sattOpp: Dato;
  readonly onsket: string | null;
  readonly vedtakId: number | null;
  readonly vedtakNummer: string | null;
  /** services in force meanwhile, by their codes */
  readonly imens: readonly string[];
  readonly tildelt: boolean;
};

export type Enhetsplasser = { readonly enhet: string; readonly plasstype: Ventetype; readonly plasser: number; readonly iBruk: number; readonly ledigMeldt: number };

export type Plassoversikt = {
  readonly ledige: readonly Ledigrad[];
  readonly venter: readonly (Ventelisterad & { readonly dager: number })[];
  readonly enheter: readonly Enhetsplasser[];
  readonly tjenestenavn: Readonly<Record<string, string>>;
  readonly utenPlass: number;
  readonly lengst: number | null;
  readonly median: number | null;
};
