import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';

/** Validity in whole months, both included. */
export type Manedsrom = { readonly fomManed: Maned; readonly tomManed: Maned | null };

/** What a municipality has typed about a component: the keys of the settlement format (regnekjerne, section 1). */
export type Komponentregler = {
  readonly trekkPause?: boolean;
  readonly tidsband?: string | null;
  readonly tak?: { readonly faktor?: string; readonly periode?: 'MANED' | 'UKE' | 'AR' };
  readonly kategorier?: Readonly<Record<string, { readonly andel: string; readonly grunnlag?: 'PLANLAGT' | 'REGISTRERT' }>>;
  readonly minuttregel?: { readonly trinn?: number; readonly minst?: number; readonly retning?: 'OPP' | 'NED' | 'NARMEST' } | null;
  readonly plasstyper?: readonly string[];
  readonly fravarsregel?: readonly { readonly fraDag: number; readonly tilDag?: number | null; readonly andel: string }[];
  readonly fordeling?: 'DAGER' | null;
};
export type Fastleddregler = {
  readonly arter?: readonly string[];
  readonly funksjoner?: readonly string[] | null;
  readonly andel?: string;
  readonly plasstype?: string;
  readonly underPlasser?: number;
};
export type Tidsbandregel = { readonly kode: string; readonly dager: readonly number[]; readonly fra: string; readonly til: string };
/** How next year's prices are proposed; shares are decimal texts ("0.25"). Null: the prices are set by hand. */
export type Prisregelvalg = { readonly type: 'SELVREGULERENDE' | 'KOSTNADSVEKST' | 'BESTE_PRAKSIS'; readonly kvantil: string; readonly effektivitetskrav: boolean };
/** Shares as decimal texts ("0.9"); null where the municipality has not decided (only in a draft), or for a cap: none. */
export type Overforingsvalg = {
  readonly andelOverskudd: string | null;
  readonly andelUnderskudd: string | null;
  readonly takAndelAvBudsjett: string | null;
  /** cap on what is carried over several years together, share of the budget */
  readonly takAkkumulert: string | null;
  readonly dispensasjon: 'RADMANN' | 'VEDTATT_BELOP' | null;
};
export type Ordningsregler = {
  readonly tidsband?: readonly Tidsbandregel[];
  readonly prisregel?: Prisregelvalg | null;
  readonly overforing?: Overforingsvalg | null;
  /** a volume may be stipulated by decision for a unit and month where registration failed */
  readonly stipulering?: boolean;
};

export type Ordningsrad = Manedsrom & { readonly id: number; readonly kode: string; readonly navn: string; readonly regler: Ordningsregler };
/** A unit and a service belong to one scheme in a month. */
export type Dekningsrad = Manedsrom & { readonly ordningId: number; readonly enhetId: number; readonly tjeneste: string };
export type Komponentrad = Manedsrom & {
  readonly ordningId: number;
  readonly kode: string;
  readonly navnNb: string;
  readonly navnNn: string;
  readonly volumkilde: string;
  /** Empty: all services of the scheme. */
  readonly tjenester: readonly string[];
  readonly regler: Komponentregler;
  readonly rekkefolge: number;
};
export type Fastleddrad = {
  readonly ordningId: number;
  readonly kode: string;
  readonly navnNb: string;
  readonly navnNn: string;
  readonly type: 'RAMME' | 'REFUSJON' | 'SMADRIFT';
  readonly enhetId: number | null;
  readonly ar: number | null;
  readonly belopOre: number | null;
  readonly regler: Fastleddregler;
};
/** An approved price that no other row replaces. */
export type Prisrad = Manedsrom & {
  readonly id: number;
  readonly ordningId: number;
  readonly komponent: string;
  readonly gruppe: string;
  readonly niva: number | null;
  readonly ore: number;
  readonly status: 'FORELOPIG' | 'ENDELIG';
  readonly grunnlag: string;
  readonly godkjent: Date;
  readonly godkjentAv: string | null;
};
export type Enhetsrad = {
  readonly id: number;
  readonly kode: string;
  readonly navn: string;
  readonly type: string;
  readonly eierform: string;
};
export type Enhetsperioderad = {
  readonly enhetId: number;
  readonly fom: Dato;
  readonly tom: Dato | null;
  readonly gruppe: string;
  readonly plasser: Readonly<Record<string, number>>;
};

/** Every financing scheme of a municipality, as it is typed. */
export type Ordningsbok = {
  readonly ordninger: readonly Ordningsrad[];
  readonly dekning: readonly Dekningsrad[];
  readonly komponenter: readonly Komponentrad[];
  readonly fastledd: readonly Fastleddrad[];
  readonly priser: readonly Prisrad[];
};

export function gjelderIManed(rom: Manedsrom, m: Maned): boolean {
  return rom.fomManed <= m && (rom.tomManed === null || m <= rom.tomManed);
}
