import type { Dato } from '#lib/core/dato.ts';
import type { EpokeMinutt } from '#lib/core/oslo-tid.ts';
import { finnInnstilling } from '#lib/grunnlag/grunnlag-repo.ts';
import { naa } from '#lib/server/clock.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { tolkManederEtterArsslutt } from '#lib/utfort-tid/domain/las.ts';

/** How long into the next year this municipality lets a year's time be changed. */
export async function hentManederEtterArsslutt(tx: Tx, iDag: Dato): Promise<number> {
  return tolkManederEtterArsslutt(await finnInnstilling(tx, 'korreksjonsfrist', iDag));
}

/** Now, in the minutes the rules count in. */
export function naaMinutt(): EpokeMinutt {
  return Math.floor(naa().getTime() / 60_000) as EpokeMinutt;
}
