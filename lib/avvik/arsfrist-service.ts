import { leggTilManeder, type Maned, manedAv } from '#lib/core/maned.ts';
import { fristdagForAr, KORREKSJONSFRIST, tolkKorreksjonsfrist } from '#lib/grunnlag/domain/korreksjonsfrist.ts';
import { finnInnstilling } from '#lib/grunnlag/grunnlag-repo.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/**
 * The closing of a year's accounts: the last month whose run may still correct the year's months (the setting
 * `korreksjonsfrist` of the year's last day, which the run and the registrations read too). Later than that only an approved manual line.
 */
export async function finnArsoppgjorsfrist(tx: Tx, ar: number): Promise<{ manederEtterArsslutt: number; sisteManed: Maned }> {
  const { manederEtterArsslutt } = tolkKorreksjonsfrist(await finnInnstilling(tx, KORREKSJONSFRIST, fristdagForAr(ar)));
  return { manederEtterArsslutt, sisteManed: leggTilManeder(manedAv(ar, 12), manederEtterArsslutt) };
}
