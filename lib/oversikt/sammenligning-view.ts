import type { Maned } from '#lib/core/maned.ts';
import type { Mal, Maltall } from './domain/sammenligning.ts';

export type Behovstall = { readonly behov: string; /** hundredths of an hour a week; null = under five */ readonly timer: number | null; readonly mottakere: number | null };
export type Enhetslinje = {
  readonly enhetId: number;
  readonly navn: string;
  readonly privat: boolean;
  /** so few that one recipient moves the figures */
  readonly liten: boolean;
  readonly mottakere: number;
  readonly tall: Maltall;
  /** the unit's figure where all of its kind together is 100 */
  readonly indeks: Maltall;
  readonly perManed: readonly (number | null)[];
  readonly behov: readonly Behovstall[];
};
/** Units of one kind, which can be held against each other. */
export type Enhetsgruppe = { readonly art: string; /** cost is per day and night, not per hour */ readonly dogn: boolean; readonly enheter: readonly Enhetslinje[]; readonly samlet: Maltall };
export type Sammenligning = {
  readonly fra: Maned;
  readonly til: Maned;
  readonly maneder: readonly Maned[];
  /** settled months one may end at, the newest first */
  readonly valgbare: readonly Maned[];
  readonly antall: number;
  readonly mal: Mal;
  readonly grupper: readonly Enhetsgruppe[];
};
