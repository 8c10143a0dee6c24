import type { Bilagsform, Bilagsslag, Post } from '#lib/bilag/domain/bygg-bilag.ts';
import type { Fakturalinje } from '#lib/bilag/domain/faktura.ts';
import type { Holdegrunn } from '#lib/bilag/domain/match-faktura.ts';
import type { Formatfeil } from '#lib/bilag/domain/bilagsformat.ts';
import type { Konteringsfelt, Konteringsregel } from '#lib/bilag/domain/kontering.ts';
import type { Maned } from '#lib/core/maned.ts';

/** A voucher in a list. */
export type BilagLinje = {
  readonly id: number;
  readonly nummer: number;
  readonly slag: Bilagsslag;
  readonly form: Bilagsform;
  readonly maned: Maned;
  readonly antallLinjer: number;
  readonly belopOre: number;
  readonly reverserer: boolean;
  readonly reversert: boolean;
  readonly tid: string;
  readonly av: string | null;
};

/** A posting month: what the ledger holds, what is in vouchers, and what is left. */
export type Bilagsmaned = {
  readonly maned: Maned;
  readonly status: string;
  readonly bokfortOre: number;
  readonly utfortOre: number;
  readonly restLinjer: number;
  readonly restOre: number;
  readonly bilag: readonly BilagLinje[];
};

/** A rule that is missing, in words: which field, for what. */
export type Manglende = { readonly felt: Konteringsfelt; readonly enhet: string; readonly tjeneste: string | null; readonly komponent: string | null; readonly gruppe: string | null };

/** What would be made now. */
export type Forhandsvisning = { readonly maned: Maned; readonly antallLinjer: number; readonly belopOre: number; readonly mangler: readonly Manglende[]; readonly bilag: readonly Utkastvisning[] };
export type Utkastvisning = { readonly slag: Bilagsslag; readonly form: Bilagsform; readonly poster: readonly (Post & { readonly enhet: string | null })[] };

export type Nedlasting = { readonly kode: string; readonly navn: string; readonly bekreftet: boolean; readonly feil: readonly Formatfeil[] };

/** The month the page offers to make vouchers for: the oldest settled one with lines that stand in none. */
export function nesteManed(maneder: readonly Bilagsmaned[]): Bilagsmaned | null {
  return maneder.filter((m) => m.restLinjer > 0 && m.status !== 'APEN').toSorted((a, b) => (a.maned < b.maned ? -1 : 1))[0] ?? null;
}

/** A rule with the names of what it asks for. */
export type Regelrad = Konteringsregel & { readonly enhet: string | null; readonly tjenestenavn: string | null; readonly komponentnavn: string | null };
type Kodenavn = { readonly kode: string; readonly navn: string };
/** What a new rule may choose among. */
export type Konteringsvalg = { readonly enheter: readonly { readonly id: number; readonly navn: string }[]; readonly tjenester: readonly Kodenavn[]; readonly komponenter: readonly Kodenavn[]; readonly grupper: readonly string[] };

/** A stored invoice line beside what the ledger says; `antall` as exact fractions. */
export type FakturaLinje = Fakturalinje & {
  readonly utfall: 'GODKJENT' | 'HOLDT' | 'AVVIST';
  readonly grunn: Holdegrunn | 'PERSONNUMMER' | null;
  readonly vedtakId: number | null;
  readonly ordningId: number | null;
  readonly avregnetAntall: string | null;
  readonly avregnetPrisOre: number | null;
  readonly avregnetOre: number | null;
  readonly tjenestenavn: string;
  readonly leddnavn: string;
};

/** An invoice in a list. */
export type Fakturahode = {
  readonly id: number;
  readonly enhet: string;
  readonly nummer: string;
  readonly dato: string;
  readonly status: 'MATCHET' | 'GODKJENT' | 'AVVIST';
  readonly belopOre: number;
  readonly godkjentOre: number;
  readonly antallLinjer: number;
  readonly antallGodkjent: number;
};
/** What a private unit has earned in a month, and what of it is approved for payment. */
export type Avsattlinje = { readonly enhetId: number; readonly enhet: string; readonly maned: Maned; readonly avregnetOre: number; readonly godkjentOre: number };
