import type { Dato } from '#lib/core/dato.ts';
import type { IkkeUtfort, Oppgave } from '#lib/oppdrag/domain/besoksplan.ts';
import type { Mottakernavn } from '#lib/oppdrag/oppdrag-view.ts';

export const PLAN_PER_SIDE = 60;

/** A planned visit on a day. Minutes after local midnight; `kl` is `07.40`. */
export type Planlagt = Mottakernavn & {
  readonly planId: number;
  readonly dato: Dato;
  readonly oppdragId: number;
  readonly vedtakId: number;
  readonly vedtakNummer: string;
  readonly mottakerId: number;
  readonly enhetId: number;
  readonly tjenesteNb: string;
  readonly tjenesteNn: string;
  readonly startMinutt: number;
  readonly kl: string;
  readonly minutter: number;
  /** so many are to be there, each with minutes of their own */
  readonly personer: number;
  readonly oppgaver: readonly Oppgave[];
  readonly ansattId: number | null;
  readonly ansatt: string | null;
  /** differs from the week's plan on this day */
  readonly endret: boolean;
  readonly ikkeUtfort: IkkeUtfort | null;
  /** why the vedtak rests this day, null when it does not */
  readonly pause: string | null;
};

/** A planned visit as an employee's list has it. Minutes of the vedtak per `perUker` weeks. */
export type Arbeid = Planlagt & { readonly vedtattMinutter: number; readonly perUker: number };

export type Planansatt = { readonly kontoId: number; readonly navn: string };

/** One employee's week: visits and minutes a day, Monday first. `kontoId` null: nobody yet. */
export type Planuke = { readonly kontoId: number | null; readonly navn: string | null; readonly dager: readonly { readonly dag: Dato; readonly besok: number; readonly minutter: number }[] };

export type Planside = {
  readonly enhet: { readonly id: number; readonly navn: string };
  readonly enheter: readonly { readonly id: number; readonly navn: string }[];
  readonly mandag: Dato;
  readonly dag: Dato;
  readonly ansattId: number | null | 'alle';
  readonly uke: readonly Planuke[];
  readonly rader: readonly Planlagt[];
  readonly antall: number;
  readonly side: number;
  readonly ansatte: readonly Planansatt[];
  /** orders in hours, in force or to come, that nobody has planned */
  readonly utenPlan: readonly (Mottakernavn & { readonly oppdragId: number; readonly vedtakNummer: string; readonly minutter: number; readonly besok: number; readonly perUker: number; readonly fom: Dato })[];
  readonly utenPlanAntall: number;
  readonly kanRedigere: boolean;
};

/** A row of the plan as it is edited. */
export type Planrad = {
  readonly planId: number;
  readonly oppdragId: number;
  readonly enhetId: number;
  readonly ukedag: number | null;
  readonly dato: Dato | null;
  readonly hver: number;
  readonly fase: number;
  readonly startMinutt: number;
  readonly minutter: number;
  readonly personer: number;
  readonly oppgaver: readonly Oppgave[];
  readonly ansattId: number | null;
  readonly fom: Dato;
  readonly tom: Dato | null;
};

/** One order's plan beside what its vedtak gives. */
export type Planbilde = {
  readonly rad: Planrad | null;
  readonly dato: Dato;
  readonly hvem: Mottakernavn & { readonly oppdragId: number; readonly vedtakNummer: string; readonly tjenesteNb: string; readonly tjenesteNn: string; readonly minutter: number; readonly besok: number; readonly perUker: number; readonly enhetId: number };
  readonly rader: readonly Planrad[];
  readonly planlagtMinutter: number;
  readonly ansatte: readonly Planansatt[];
  readonly unntak: { readonly slag: 'ENDRET' | 'IKKE_UTFORT'; readonly startMinutt: number | null; readonly minutter: number | null; readonly ansattId: number | null; readonly grunn: IkkeUtfort | null } | null;
};
