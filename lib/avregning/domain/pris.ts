import { inneholder, overlapper } from '#lib/core/periode.ts';
import type { Maned } from '#lib/core/maned.ts';
import { periodeFor } from '#lib/core/maned.ts';
import type { Ore } from '#lib/core/ore.ts';
import type { Enhet, Komponent } from '#lib/avregning/domain/avregning-inn.ts';

/** A missing price where there is volume stops the run: it is never 0. */
export type ManglendePris = {
  readonly ordning: string;
  readonly komponent: string;
  /** Null where the unit has no group in the month. */
  readonly gruppe: string | null;
  readonly niva: number | null;
  readonly maned: Maned;
};

/** The unit's price group in a month: that of its first period that touches the month. */
export function prisgruppe(enhet: Enhet | undefined, m: Maned): string | null {
  const treff = (enhet?.perioder ?? []).filter((p) => overlapper(p, periodeFor(m)));
  return treff.toSorted((a, b) => (a.fom < b.fom ? -1 : 1))[0]?.gruppe ?? null;
}

/** The component's price for a group (and a level, where the component is priced by level) in a month. */
export function finnPris(k: Komponent, gruppe: string | null, niva: number | null, m: Maned): Ore | null {
  const pris = k.priser.find((p) => p.gruppe === gruppe && p.niva === niva && inneholder(p, m));
  return pris?.ore ?? null;
}
