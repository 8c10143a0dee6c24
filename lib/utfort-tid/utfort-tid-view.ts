import type { Dato } from '#lib/core/dato.ts';
import type { Mottakernavn } from '#lib/oppdrag/oppdrag-view.ts';
import type { Merknad } from '#lib/utfort-tid/domain/avklaring.ts';
import type { Kategori } from '#lib/utfort-tid/domain/kategori.ts';
import type { KanIkkeErklareUke, Uke } from '#lib/utfort-tid/domain/uke.ts';

export const BESOK_PER_SIDE = 50;

/** An order an account can register a visit on. Minutes of the week that `dag` lies in. */
export type Registrerbart = Mottakernavn & {
  readonly oppdragId: number;
  readonly enhetId: number;
  readonly fodselsar: number;
  readonly tjenesteNb: string;
  readonly tjenesteNn: string;
  readonly fom: Dato;
  readonly tom: Dato | null;
  readonly vedtattMinutter: number;
  readonly perUker: number;
  readonly planlagtMinutter: number | null;
  readonly registrertMinutter: number;
};

export type Ansatt = { readonly kontoId: number; readonly navn: string };

/** A visit in a list. */
export type Besoksrad = Mottakernavn & {
  readonly id: number;
  readonly versjon: number;
  readonly dato: Dato;
  /** wall time, `07.40` */
  readonly kl: string;
  readonly minutter: number;
  readonly planlagtMinutter: number | null;
  readonly kategori: Kategori;
  readonly oppdragId: number;
  readonly mottakerId: number | null;
  readonly vedtakNummer: string;
  readonly ansatt: string | null;
  readonly merknad: Merknad | null;
  readonly kvittert: boolean;
  readonly kilde: string;
  readonly grunn: string | null;
  readonly oppdragFom: Dato | null;
  readonly oppdragTom: Dato | null;
  readonly annullert: boolean;
};

/** One day of the week's table. */
export type Ukedagrad = {
  readonly dag: Dato;
  /** planned, or where the unit has no plan, granted */
  readonly vedtatt: number;
  /** planned visits nobody has registered by now; null without a plan */
  readonly mangler: number | null;
  readonly registrert: number;
  readonly kvittert: number;
  readonly avklar: number;
  readonly utenMerknad: number;
  /** what bulk approval of the day would take, as it was shown */
  readonly avtrykk: string;
};

/** A recipient who got fewer visits than granted. */
export type Mangelrad = Mottakernavn & { readonly oppdragId: number; readonly vedtakNummer: string; readonly vedtatt: number; readonly registrert: number; readonly mangler: number; readonly pauset: boolean };

/** A planned visit that nobody has registered. `kl` is `07.40`. */
export type Planhull = Mottakernavn & {
  readonly planId: number;
  readonly oppdragId: number;
  readonly vedtakNummer: string;
  readonly dato: Dato;
  readonly kl: string;
  readonly minutter: number;
  readonly ansatt: string | null;
};

/** Where gaps are, by the likeliest cause. */
export type Hullgruppe = Mottakernavn & { readonly slag: 'ANSATT' | 'UTEN_ANSATT' | 'MOTTAKER' | 'ANDRE'; readonly antall: number; readonly oppdragId: number | null; readonly ansatt: string | null };

export type Visning = 'alle' | 'mangler' | 'utenfor' | 'overlapp' | 'tid' | 'pause' | 'uten' | 'kvittert' | 'bort';
export const VISNINGER: readonly Visning[] = ['alle', 'mangler', 'utenfor', 'overlapp', 'tid', 'pause', 'uten', 'kvittert', 'bort'];

export type Kvitteringsrunde = { readonly tidMs: number; readonly kl: string; readonly dag: Dato; readonly avKontoId: number | null; readonly av: string | null; readonly antall: number };

export type Erklaring = { readonly dag: Dato; readonly av: string | null };

export type Ukeside = {
  readonly uke: Uke;
  readonly enhet: { readonly id: number; readonly navn: string };
  readonly enheter: readonly { readonly id: number; readonly navn: string }[];
  readonly dager: readonly Ukedagrad[];
  readonly vedtatt: number;
  readonly registrert: number;
  /** of the planned visits, those registered; what nobody had planned is not among them */
  readonly registrertAvPlan: number;
  readonly vedtattMinutter: number;
  readonly registrertMinutter: number;
  /** by view; `mangler` counts visits, the others rows */
  readonly antall: Readonly<Record<Visning, number>>;
  readonly manglerHos: number;
  readonly mangler: readonly Mangelrad[];
  /** the unit has a plan this week: what is missing is planned visits, with day and time, and `mangler` is empty */
  readonly harPlan: boolean;
  /** orders in force without a plan, where the unit has one: as many as are shown, and how many there are */
  readonly utenPlan: readonly Mangelrad[];
  readonly utenPlanAntall: number;
  readonly planhull: readonly Planhull[];
  readonly hullgrupper: readonly Hullgruppe[];
  readonly ikkeUtfort: number;
  readonly besok: readonly Besoksrad[];
  readonly besokTotalt: number;
  readonly avtrykk: string;
  readonly runder: readonly Kvitteringsrunde[];
  readonly erklaring: Erklaring | null;
  readonly hindringer: readonly KanIkkeErklareUke[];
  /** months of the week that are closed: `2026-10` */
  readonly lukket: readonly string[];
  readonly frist: Dato;
  readonly last: boolean;
};

export type Besoksversjon = {
  readonly versjon: number;
  readonly dato: Dato;
  readonly kl: string;
  readonly minutter: number;
  readonly kategori: Kategori;
  readonly vedtakNummer: string;
  readonly grunn: string | null;
  readonly av: string | null;
  readonly registrert: Dato;
  readonly kilde: string;
  readonly kvittert: boolean;
};

export type Flyttevalg = { readonly oppdragId: number; readonly vedtakNummer: string; readonly tjenesteNb: string; readonly tjenesteNn: string; readonly fom: Dato; readonly tom: Dato | null };

export type Besokside = {
  readonly besok: Besoksrad;
  readonly uke: Uke;
  readonly versjoner: readonly Besoksversjon[];
  /** other orders of the recipient that were in force that day */
  readonly flyttTil: readonly Flyttevalg[];
  readonly manedLukket: boolean;
  readonly last: boolean;
  readonly frist: Dato;
};

export type Kvittering = { readonly besok: Besoksrad; readonly overlapper: boolean };
