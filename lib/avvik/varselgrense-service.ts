import { skrivInnstilling } from '#lib/avregning/lukking-regler-repo.ts';
import { lesVarselgrense } from '#lib/avvik/domain/styringsvarsler.ts';
import { avrundTilTall, brok, brokFraDesimal, ganger } from '#lib/core/brok.ts';
import { ok, type Ok } from '#lib/core/result.ts';
import { finnInnstilling } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

const NOKKEL = 'styringsvarsel';

/** From how many thousandths over its frame the municipality wants to be warned. */
export async function hentVarselgrense(tx: Tx): Promise<number> {
  return lesVarselgrense(await finnInnstilling(tx, NOKKEL, iDag()));
}

/** Sets the threshold (per cent, at most one decimal) from today. */
export async function lagreVarselgrense(tx: Tx, { prosent }: { prosent: string }): Promise<Ok<{ promille: number }>> {
  const promille = avrundTilTall(ganger(brokFraDesimal(prosent), brok(10)));
  await skrivInnstilling(tx, NOKKEL, iDag(), { promille });
  await loggfor(tx, { handling: 'SETT_VARSELGRENSE', objektType: 'innstilling', objektId: NOKKEL, grunn: prosent });
  return ok({ promille });
}
