import type { Brok } from '#lib/core/brok.ts';
import type { Plasstype, Volumkilde } from '#lib/grunnlag/domain/volumkilde.ts';

/** In both written languages. */
export type Tekst = { readonly nb: string; readonly nn: string };

/*
 * A mal lives to the left of the rooms that calculate, so it says their types in its own words. That the two agree is
 * held by the compiler in test/maler: what a mal gives is what the core takes.
 */
export type Malregler = {
  readonly tjenester: readonly string[] | null;
  readonly trekkPause: boolean;
  readonly tidsband: string | null;
  readonly tak: { readonly faktor: Brok; readonly periode: 'MANED' | 'UKE' | 'AR' };
  readonly kategorier: readonly {
    readonly kategori: 'BRUKERRETTET' | 'BOMTUR' | 'REISE' | 'MOTE' | 'DOKUMENTASJON';
    readonly andel: Brok;
    readonly grunnlag: 'PLANLAGT' | 'REGISTRERT';
  }[];
  readonly minuttregel: { readonly trinn: number; readonly minst: number; readonly retning: 'OPP' | 'NED' | 'NARMEST' } | null;
  readonly plasstyper: readonly Plasstype[];
  readonly fravarsregel: readonly { readonly fraDag: number; readonly tilDag: number | null; readonly andel: Brok }[];
  readonly fordeling: 'DAGER' | null;
};

/** A component without amounts. */
export type Malkomponent = {
  readonly kode: string;
  readonly navn: Tekst;
  readonly volumkilde: Volumkilde;
  readonly regler: Malregler;
  /** Null: no price of its own (a contract carries it). */
  readonly grupper: readonly string[] | null;
  /** Null: one price; a list: one per level; `KOMMUNENS`: as many levels as the municipality prices. */
  readonly nivaer: readonly number[] | 'KOMMUNENS' | null;
};

/** A fixed part without amounts. */
export type Malfastledd =
  | { readonly type: 'RAMME'; readonly kode: string; readonly navn: Tekst }
  | {
      readonly type: 'REFUSJON';
      readonly kode: string;
      readonly navn: Tekst;
      readonly arter: readonly string[];
      readonly funksjoner: readonly string[] | null;
      readonly andel: Brok;
    }
  | { readonly type: 'SMADRIFT'; readonly kode: string; readonly navn: Tekst; readonly plasstype: Plasstype };

export type Malprisregel = {
  readonly type: 'SELVREGULERENDE' | 'KOSTNADSVEKST' | 'BESTE_PRAKSIS';
  readonly kvantil: Brok;
  /** Where the first price came from. */
  readonly startpris: 'FJORARETS_KOSTNAD' | 'TIDSSTUDIE' | 'ANBUD' | 'BESTE_PRAKSIS' | 'KOMMUNENS';
  /** Whether the price may be lowered as a means of cutting. */
  readonly effektivitetskrav: boolean;
};

/** A share that the source does not print is null: the municipality decides it. */
export type Maloverforing = {
  readonly andelOverskudd: Brok | null;
  readonly andelUnderskudd: Brok | null;
  readonly takAndelAvBudsjett: Brok | null;
  /** Who may limit the deficit that a unit carries: the rådmann by name, or a decided amount. */
  readonly dispensasjon: 'RADMANN' | 'VEDTATT_BELOP' | null;
};

export type Malkriterium = { readonly kode: string; readonly navn: Tekst; readonly upavirkelig: boolean };
export type Malramme =
  | { readonly metode: 'KRITERIER'; readonly kriterier: readonly Malkriterium[] }
  | { readonly metode: 'INKREMENTELL' };

export type Malordning = {
  readonly kode: string;
  readonly navn: Tekst;
  readonly komponenter: readonly Malkomponent[];
  readonly fastledd: readonly Malfastledd[];
  readonly prisregel: Malprisregel | null;
  readonly ramme: Malramme | null;
  readonly overforing: Maloverforing;
};

export type Mal = {
  readonly kode: string;
  readonly navn: Tekst;
  readonly kilde: { readonly rapport: 'ECON'; readonly avsnitt: string };
  readonly ordninger: readonly Malordning[];
  /** What follows from the source. */
  readonly folger: readonly Tekst[];
  /** What the source leaves open, and how we have read it. */
  readonly lesning: readonly Tekst[];
  /** Trouble that the source reports, to be made visible where the mal is used. */
  readonly problemer: readonly Tekst[];
};
