import type { Ore } from '#lib/core/ore.ts';
import type { Kommando } from '#lib/grunnlag/domain/tilgang.ts';

/** What can wait for somebody's approval; the key of its words under `godkjenning.slag`. */
export type Ventendeslag = 'PRIS' | 'OVERFORING' | 'DISPENSASJON' | 'ANSLAG' | 'MANUELL_LINJE' | 'STIPULERT' | 'ATTEST' | 'GJENAPNING' | 'ORDNING' | 'KRAV' | 'RAPPORT' | 'VEDTAK' | 'FAKTURA' | 'BUDSJETT';

/**
 * One thing that waits for another person: every room with an approval has `ventende<Noun>(tx)` that answers a list of them,
 * and the page of approvals reads them all. `kommando` is what approving it demands.
 */
export type Ventende = {
  readonly slag: Ventendeslag;
  readonly id: number;
  /** what it concerns, in the municipality's own words: a unit's, a scheme's or a month's name */
  readonly gjelder: string;
  readonly belopOre: Ore | null;
  readonly foreslattAv: number | null;
  /** instant, ISO */
  readonly foreslatt: string;
  /** the page where it is seen whole and approved */
  readonly href: string;
  readonly kommando: Kommando;
};
