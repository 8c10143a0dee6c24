import type { Maned } from '#lib/core/maned.ts';
import { leggTilManeder, manedAv, manederFraTil, manedensAr, manedensNummer } from '#lib/core/maned.ts';
import type { Korreksjonsfrist } from '#lib/grunnlag/domain/korreksjonsfrist.ts';

/**
 * The months that a run of `maned` recomputes: the year's months up to it, and last year's while the deadline for
 * corrections has not passed. None before `forste`, the first month that a scheme holds.
 */
export function apneManeder(maned: Maned, frist: Korreksjonsfrist, forste: Maned): Maned[] {
  const januar = manedAv(manedensAr(maned), 1);
  const fra = manedensNummer(maned) <= frist.manederEtterArsslutt ? leggTilManeder(januar, -12) : januar;
  return manederFraTil(fra > forste ? fra : forste, maned);
}
