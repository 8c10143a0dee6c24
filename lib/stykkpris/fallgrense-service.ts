import { skrivInnstilling } from '#lib/avregning/lukking-regler-repo.ts';
import { ok } from '#lib/core/result.ts';
import type { Ok } from '#lib/core/result.ts';
import { FALLGRENSE } from '#lib/stykkpris/verksted-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** The share (percent as exact text) that a price may fall before the workshop warns, from today. */
export async function lagreFallgrense(tx: Tx, prosent: string): Promise<Ok<{ prosent: string }>> {
  await skrivInnstilling(tx, FALLGRENSE, iDag(), { prosent });
  await loggfor(tx, { handling: 'SETT_PRISFALLGRENSE', objektType: 'innstilling', objektId: FALLGRENSE, grunn: prosent });
  return ok({ prosent });
}
