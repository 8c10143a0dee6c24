import type { Styringsvarsel } from '#lib/avvik/domain/styringsvarsler.ts';
import type { PrognoseView } from './prognose-view.ts';

/** What now: where the year ends, what is over its frame by the municipality's own threshold, and how much waits for this person. */
export type Styringsbilde = {
  readonly prognose: Pick<PrognoseView, 'ar' | 'harBudsjett' | 'sum'> | null;
  readonly grensePromille: number;
  readonly varsler: readonly Styringsvarsel[];
  /** null for those who approve nothing */
  readonly venter: number | null;
};
