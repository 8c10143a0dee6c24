import type { Dato } from '#lib/core/dato.ts';
import type { Mottakernavn } from '#lib/oppdrag/oppdrag-view.ts';
import type { Oppmote } from '#lib/utfort-tid/domain/oppmote.ts';

export type Oppmoterad = Mottakernavn & {
  readonly oppdragId: number;
  readonly mottakerId: number;
  readonly tjenesteNb: string;
  readonly tjenesteNn: string;
  readonly antall: number;
  readonly perUker: number;
  /** what is kept of the day; null: nothing yet */
  readonly oppmote: Oppmote | null;
  /** days come this week, the day included */
  readonly mottIUken: number;
};

export type Oppmoteside = {
  readonly dag: Dato;
  readonly rader: readonly Oppmoterad[];
  readonly enheter: readonly { readonly id: number; readonly navn: string; readonly stengt: string | null }[];
  /** closed days from today on */
  readonly stengte: readonly { readonly enhetId: number; readonly enhet: string; readonly dato: Dato; readonly grunn: string }[];
};
