import type { Dato } from '#lib/core/dato.ts';
import type { Mottakernavn } from '#lib/oppdrag/oppdrag-view.ts';

export type Justeringsrad = Mottakernavn & {
  readonly id: number;
  readonly oppdragId: number;
  readonly mottakerId: number;
  readonly enhet: string;
  readonly vedtakNummer: string;
  readonly slag: 'MER' | 'FLYTTET';
  readonly fom: Dato;
  readonly tom: Dato;
  /** more per week */
  readonly minutter: number;
  readonly besok: number;
  /** the new start, minutes after midnight */
  readonly tilMinutt: number | null;
  readonly grunn: string;
  readonly meldt: Dato;
  readonly meldtAv: string | null;
  readonly meldtAvId: number | null;
  readonly godkjent: boolean;
  readonly avslatt: boolean;
  readonly avslattFra: Dato | null;
  readonly avslagGrunn: string | null;
  readonly svar: Dato | null;
  readonly svarAv: string | null;
};

export type Kapasitetsrad = Mottakernavn & { readonly id: number; readonly oppdragId: number; readonly mottakerId: number; readonly enhet: string; readonly vedtakNummer: string; readonly grunn: string; readonly tidligst: Dato; readonly meldt: Dato; readonly meldtAv: string | null };

export type Pauserad = Mottakernavn & { readonly id: number; readonly mottakerId: number; readonly vedtakNummer: string; readonly fom: Dato; readonly tom: Dato | null; readonly arsak: string; readonly meldtAv: string | null; readonly bekreftet: boolean };

export type Justeringsside = {
  readonly venter: readonly Justeringsrad[];
  readonly besvarte: readonly Justeringsrad[];
  readonly kapasitet: readonly Kapasitetsrad[];
  readonly pauser: readonly Pauserad[];
  readonly maksDager: number;
};

/** What a unit can report on one order. */
export type Meldebilde = {
  readonly oppdragId: number;
  readonly vedtakNummer: string;
  readonly hvem: Mottakernavn;
  readonly fom: Dato;
  readonly tom: Dato | null;
  readonly maksDager: number;
  readonly justeringer: readonly Justeringsrad[];
  readonly kapasitet: readonly Kapasitetsrad[];
  readonly pauser: readonly Pauserad[];
  readonly besok: readonly { readonly planId: number; readonly ukedag: number; readonly startMinutt: number; readonly minutter: number }[];
};
