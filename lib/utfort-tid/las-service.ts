import type { Dato } from '#lib/core/dato.ts';
import type { EpokeMinutt } from '#lib/core/oslo-tid.ts';
import { fristdagFor, KORREKSJONSFRIST, tolkKorreksjonsfrist } from '#lib/grunnlag/domain/korreksjonsfrist.ts';
import { finnInnstilling } from '#lib/grunnlag/grunnlag-repo.ts';
import { naa } from '#lib/server/clock.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** How long into this year the municipality lets last year's time be changed: what held on last year's last day. */
export async function hentManederEtterArsslutt(tx: Tx, iDag: Dato): Promise<number> {
  return tolkKorreksjonsfrist(await finnInnstilling(tx, KORREKSJONSFRIST, fristdagFor(iDag))).manederEtterArsslutt;
}

/** Now, in the minutes the rules count in. */
export function naaMinutt(): EpokeMinutt {
  return Math.floor(naa().getTime() / 60_000) as EpokeMinutt;
}
