import { skrivInnstilling } from '#lib/avregning/lukking-regler-repo.ts';
import { arFor } from '#lib/core/dato.ts';
import { ok, type Result } from '#lib/core/result.ts';
import { fristdagForAr, KORREKSJONSFRIST, tolkKorreksjonsfrist } from '#lib/grunnlag/domain/korreksjonsfrist.ts';
import { finnInnstilling } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** This year's deadline for corrections as it stands: it can be changed until the year is over. */
export async function hentKorreksjonsfrist(tx: Tx): Promise<{ ar: number; maneder: number }> {
  const ar = arFor(iDag());
  return { ar, maneder: tolkKorreksjonsfrist(await finnInnstilling(tx, KORREKSJONSFRIST, fristdagForAr(ar))).manederEtterArsslutt };
}

/** Sets how many months into the next year this year's months, and later years', may be corrected. Earlier years keep theirs. */
export async function settKorreksjonsfrist(tx: Tx, maneder: number): Promise<Result<null, never>> {
  await skrivInnstilling(tx, KORREKSJONSFRIST, iDag(), { manederEtterArsslutt: maneder });
  await loggfor(tx, { handling: 'SETT_KORREKSJONSFRIST', objektType: 'innstilling', objektId: KORREKSJONSFRIST, grunn: String(maneder) });
  return ok(null);
}
