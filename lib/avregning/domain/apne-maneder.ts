import type { Maned } from '#lib/core/maned.ts';
import { leggTilManeder, manedAv, manederFraTil, manedensAr, manedensNummer } from '#lib/core/maned.ts';

/** How far into the next year last year's months may still be corrected; 1 = through January, when the accounts close. */
export type Korreksjonsfrist = { readonly manederEtterArsslutt: number };
export const STANDARDFRIST: Korreksjonsfrist = { manederEtterArsslutt: 1 };

/** From the setting `korreksjonsfrist`; the default where nothing usable is typed. */
export function tolkKorreksjonsfrist(verdi: unknown): Korreksjonsfrist {
  const antall = typeof verdi === 'object' && verdi !== null && 'manederEtterArsslutt' in verdi ? verdi.manederEtterArsslutt : null;
  return typeof antall === 'number' && Number.isInteger(antall) && antall >= 0 && antall <= 12 ? { manederEtterArsslutt: antall } : STANDARDFRIST;
}

/**
 * The months that a run of `maned` recomputes: the year's months up to it, and last year's while the deadline for
 * corrections has not passed. None before `forste`, the first month that a scheme holds.
 */
export function apneManeder(maned: Maned, frist: Korreksjonsfrist, forste: Maned): Maned[] {
  const januar = manedAv(manedensAr(maned), 1);
  const fra = manedensNummer(maned) <= frist.manederEtterArsslutt ? leggTilManeder(januar, -12) : januar;
  return manederFraTil(fra > forste ? fra : forste, maned);
}
