import type { Dato } from '#lib/core/dato.ts';
import type { Omfang } from '#lib/vedtak/domain/omfang.ts';

/** What is looked through. */
export const GJENNOMGANGER = ['UTLOPER', 'KORTE', 'REVURDERES', 'SLUTT', 'UTEN_LEVERT', 'UTEN_VEDTAK'] as const;
export type Gjennomgang = (typeof GJENNOMGANGER)[number];

export type Gjennomgangsrad = {
  readonly mottakerId: number;
  readonly navn: string;
  readonly vedtakId: number;
  readonly virkningId: number | null;
  readonly nummer: string;
  readonly tjeneste: string;
  readonly omfang: Omfang | null;
  readonly enhet: string | null;
  readonly fom: Dato | null;
  readonly tom: Dato | null;
  /** days to the end, since the start, or without delivery, as the list counts */
  readonly dager: number | null;
  /** visits, where the list counts them */
  readonly antall: number | null;
  readonly saksbehandler: string | null;
};

export type Gjennomgangsside = { readonly rader: readonly Gjennomgangsrad[]; readonly antall: number; readonly telling: { readonly d14: number; readonly d30: number; readonly d60: number } };
