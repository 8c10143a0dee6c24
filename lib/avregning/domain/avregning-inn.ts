import type { Brok } from '#lib/core/brok.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Ore } from '#lib/core/ore.ts';
import type { LokalTid } from '#lib/core/oslo-tid.ts';
import type { Periode } from '#lib/core/periode.ts';
import type { Plasstype, Volumkilde } from '#lib/grunnlag/domain/volumkilde.ts';

export const BESOKSKATEGORIER = ['BRUKERRETTET', 'BOMTUR', 'REISE', 'MOTE', 'DOKUMENTASJON'] as const;
export type Besokskategori = (typeof BESOKSKATEGORIER)[number];

/** Local wall time; `tilMinutt` ≤ `fraMinutt` runs into the next day and belongs to the day it starts on. */
export type Tidsband = {
  readonly kode: string;
  /** ISO weekdays; a holiday counts as 7. */
  readonly dager: readonly number[];
  readonly fraMinutt: number;
  readonly tilMinutt: number;
};
export type Pris = Periode<Maned> & { readonly gruppe: string; readonly ore: Ore; readonly niva: number | null };
export type Minuttregel = {
  readonly trinn: number;
  readonly minst: number;
  readonly retning: 'OPP' | 'NED' | 'NARMEST';
};
export type Kategoriregel = {
  readonly kategori: Besokskategori;
  readonly andel: Brok;
  readonly grunnlag: 'PLANLAGT' | 'REGISTRERT';
};
/** Days of an absence are numbered from 1; `tilDag` null is open. */
export type Fravarsregel = { readonly fraDag: number; readonly tilDag: number | null; readonly andel: Brok };
export type Tak = { readonly faktor: Brok; readonly periode: 'MANED' | 'UKE' | 'AR' };
export type Komponent = {
  readonly kode: string;
  readonly volumkilde: Volumkilde;
  /** Null: all services. */
  readonly tjenester: readonly string[] | null;
  readonly trekkPause: boolean;
  readonly tidsband: string | null;
  readonly tak: Tak;
  readonly kategorier: readonly Kategoriregel[];
  readonly minuttregel: Minuttregel | null;
  readonly plasstyper: readonly Plasstype[];
  readonly fravarsregel: readonly Fravarsregel[];
  readonly fordeling: 'DAGER' | null;
  readonly priser: readonly Pris[];
};
export type Fastledd =
  | { readonly type: 'RAMME'; readonly kode: string; readonly enhet: string; readonly ar: number; readonly arsbelopOre: Ore }
  | {
      readonly type: 'REFUSJON';
      readonly kode: string;
      readonly arter: readonly string[];
      readonly funksjoner: readonly string[] | null;
      readonly andel: Brok;
    }
  | {
      readonly type: 'SMADRIFT';
      readonly kode: string;
      readonly plasstype: Plasstype;
      readonly underPlasser: number;
      readonly ar: number;
      readonly arsbelopOre: Ore;
    };
export type Ordning = {
  readonly id: string;
  /** Null: all units. */
  readonly enheter: readonly string[] | null;
  readonly komponenter: readonly Komponent[];
  readonly fastledd: readonly Fastledd[];
};
export type Enhetsperiode = Periode<Dato> & {
  readonly gruppe: string;
  readonly plasser: Readonly<Partial<Record<Plasstype, number>>>;
};
export type Enhet = { readonly id: string; readonly perioder: readonly Enhetsperiode[] };

/** A part of the whole that lies in a time band. */
export type Omfangsdel = { readonly tidsband: string; readonly minutter: number; readonly besok: number };
export type Timer = {
  readonly type: 'TIMER';
  readonly minutter: number;
  readonly besok: number;
  readonly perUker: number;
  readonly deler: readonly Omfangsdel[];
};
export type Omfang =
  | Timer
  | { readonly type: 'ANTALL'; readonly antall: number; readonly perUker: number }
  | { readonly type: 'NIVA'; readonly niva: number }
  | { readonly type: 'PLASS'; readonly plasstype: Plasstype }
  | { readonly type: 'KONTRAKT'; readonly manedsbelopOre: Ore };
export type Vedtak = Periode<Dato> & {
  readonly id: string;
  readonly mottaker: string;
  readonly tjeneste: string;
  readonly omfang: Omfang;
  readonly pauser: readonly Periode<Dato>[];
};
/** `tidsband` null covers the whole less what other oppdrag of the vedtak name; otherwise only those parts. */
export type Oppdrag = Periode<Dato> & {
  readonly id: string;
  readonly vedtak: string;
  readonly enhet: string;
  readonly tidsband: readonly string[] | null;
};
/** Minutes and visits per week. */
export type Justering = Periode<Dato> & {
  readonly oppdrag: string;
  readonly minutter: number;
  readonly besok: number;
  readonly avslattFra: Dato | null;
};
export type Besok = {
  readonly id: string;
  readonly oppdrag: string;
  readonly start: LokalTid;
  readonly minutter: number;
  readonly planlagtMinutter: number | null;
  readonly kategori: Besokskategori;
  readonly kvittert: boolean;
};
export type Leveranse = {
  readonly id: string;
  readonly oppdrag: string;
  readonly dato: Dato;
  readonly antall: number;
  readonly kvittert: boolean;
};
/** A night *d* counts when `inn` ≤ *d* < `ut`; the `tom` of an absence is the last night away. */
export type Opphold = {
  readonly oppdrag: string;
  readonly inn: Dato;
  readonly ut: Dato | null;
  readonly fravar: readonly Periode<Dato>[];
};
export type Regnskapspost = {
  readonly enhet: string;
  readonly maned: Maned;
  readonly funksjon: string;
  readonly art: string;
  readonly ore: Ore;
};
export type ManuellLinje = {
  readonly id: string;
  readonly ordning: string;
  readonly enhet: string;
  readonly gjelderManed: Maned;
  readonly ore: Ore;
};

/** Every fact of the settlement but what was registered as delivered. */
export type Avregningsgrunnlag = {
  readonly apneManeder: readonly Maned[];
  readonly helligdager: readonly Dato[];
  readonly tidsband: readonly Tidsband[];
  readonly ordninger: readonly Ordning[];
  readonly enheter: readonly Enhet[];
  readonly vedtak: readonly Vedtak[];
  readonly oppdrag: readonly Oppdrag[];
  readonly justeringer: readonly Justering[];
  readonly opphold: readonly Opphold[];
  readonly regnskap: readonly Regnskapspost[];
  readonly manuelle: readonly ManuellLinje[];
};
export type AvregningInn = Avregningsgrunnlag & {
  readonly maned: Maned;
  readonly besok: readonly Besok[];
  readonly leveranser: readonly Leveranse[];
  readonly bokfort: readonly Linje[];
};

/** The ledger's key. */
export type Linjenokkel = {
  readonly ordning: string;
  readonly enhet: string;
  readonly komponent: string;
  readonly vedtak: string | null;
  readonly gjelderManed: Maned;
};
/** What a month should come to: the exact volume, and the amount rounded once. */
export type Mallinje = Linjenokkel & { readonly volum: Brok; readonly prisOre: Ore; readonly belopOre: Ore };
/** A posted line; its volume has four decimals. */
export type Linje = Mallinje & { readonly bokfortManed: Maned };
