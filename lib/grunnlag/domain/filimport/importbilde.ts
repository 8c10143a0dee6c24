import type { Maned } from '#lib/core/maned.ts';
import type { Filformat } from '#lib/grunnlag/domain/filimport/gjenkjenn.ts';
import type { Omfang } from '#lib/grunnlag/domain/filimport/forskjell.ts';
import type { Delnavn, Maleenhet } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';
import type { Importstatus } from '#lib/grunnlag/domain/filimport/importstatus.ts';
import type { Kartlegging } from '#lib/grunnlag/domain/filimport/kartlegging.ts';

/** Who and when, for people: "12.11.2026 kl. 10.31". */
export type Merket = { readonly av: string; readonly tid: string };
export type Importhode = {
  readonly id: number;
  readonly slag: string;
  readonly filnavn: string;
  readonly storrelse: number;
  readonly hash: string | null;
  readonly status: Importstatus;
  readonly grunn: string | null;
  readonly antallRader: number;
  readonly antallHoppet: number;
  readonly antallFeil: number;
  readonly lastetOpp: Merket;
  readonly tattInn: Merket | null;
};
export type Vistfeilgruppe = { readonly hode: string | null; readonly grunn: string; readonly verdi: string; readonly antall: number; readonly forsteRad: number; readonly sisteRad: number };
export type Ukjentverdi = { readonly kodeliste: string; readonly verdi: string; readonly antall: number };
export type Vistforskjell = { readonly navn: string; readonly serie: string; readonly periode: string; readonly for: number | null; readonly etter: number | null; readonly forskjell: number };
export type Forskjellsbilde = {
  /** the sums of all lines, also those not shown */
  readonly for: number;
  readonly etter: number;
  readonly forskjell: number;
  readonly antall: number;
  readonly endrede: number;
  readonly fra: Maned | null;
  readonly til: Maned | null;
  /** the changed ones first, as many as are shown */
  readonly linjer: readonly Vistforskjell[];
  /** what "Ta inn" confirms */
  readonly merke: string;
};

/** Everything the page of an import shows. */
export type Importbilde = Importhode & {
  readonly maleenhet: Maleenhet;
  readonly delnavn: Delnavn;
  readonly format: Filformat | null;
  readonly hode: readonly string[];
  readonly kolonner: readonly { readonly nokkel: string; readonly pakrevd: boolean; readonly kodeliste: string | null }[];
  readonly kartlegging: Kartlegging;
  readonly omfang: Omfang;
  readonly gjort: number;
  readonly av: number;
  /** an earlier import of the same content */
  readonly lik: (Merket & { readonly id: number }) | null;
  readonly forhandsvisning: readonly { readonly rad: number; readonly celler: Readonly<Record<string, string>> }[];
  readonly feilgrupper: readonly Vistfeilgruppe[];
  readonly ukjente: readonly Ukjentverdi[];
  /** values whose rows are left out by choice */
  readonly utelatt: readonly Ukjentverdi[];
  readonly valg: Readonly<Record<string, readonly { readonly verdi: string; readonly tekst: string }[]>>;
  readonly forskjell: Forskjellsbilde | null;
};
