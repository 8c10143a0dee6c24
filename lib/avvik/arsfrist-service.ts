import { tolkKorreksjonsfrist } from '#lib/avregning/domain/apne-maneder.ts';
import { leggTilManeder, type Maned, manedAv, sisteDag } from '#lib/core/maned.ts';
import { finnInnstilling } from '#lib/grunnlag/grunnlag-repo.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/**
 * The closing of a year's accounts: the last month whose run may still correct the year's months (the dated setting
 * `korreksjonsfrist`, which the run and the registrations read too). Later than that only an approved manual line.
 */
export async function finnArsoppgjorsfrist(tx: Tx, ar: number): Promise<{ manederEtterArsslutt: number; sisteManed: Maned }> {
  const { manederEtterArsslutt } = tolkKorreksjonsfrist(await finnInnstilling(tx, 'korreksjonsfrist', sisteDag(manedAv(ar + 1, 1))));
  return { manederEtterArsslutt, sisteManed: leggTilManeder(manedAv(ar, 12), manederEtterArsslutt) };
}
