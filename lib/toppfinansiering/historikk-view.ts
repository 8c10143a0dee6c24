import type { Vekstbilde } from '#lib/toppfinansiering/simulering-view.ts';
import type { Kravversjon } from '#lib/toppfinansiering/toppfinansiering-view.ts';

/** A year of those over the threshold; `trinn` in 50 000-kr steps above it (null: not for the reader), `mangler` how many lack what stops a claim. */
export type Historikkar = {
  readonly ar: number;
  readonly kilde: 'KRAV' | 'REGNET' | 'PROGNOSE';
  readonly krav: Kravversjon | null;
  readonly bekreftet: boolean;
  readonly mottakere: number;
  readonly nettoOre: number;
  readonly tilskuddOre: number;
  readonly trinn: readonly number[] | null;
  readonly mangler: number;
};
export type Historikkside = { readonly navngitt: boolean; readonly ar: readonly Historikkar[]; readonly vekst: Vekstbilde };
