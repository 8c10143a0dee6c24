import { iDag } from '#lib/server/clock.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { countGjennomgang, countUtlop, findGjennomgang } from '#lib/oversikt/gjennomgang-repo.ts';
import type { Gjennomgang, Gjennomgangsside } from '#lib/oversikt/gjennomgang-view.ts';

export const GJENNOMGANG_PER_SIDE = 50;

/** One page of what is to be looked through. */
export async function hentGjennomgang(tx: Tx, hva: Gjennomgang, side: number): Promise<Gjennomgangsside> {
  const idag = iDag();
  return {
    rader: await findGjennomgang(tx, hva, idag, GJENNOMGANG_PER_SIDE, (side - 1) * GJENNOMGANG_PER_SIDE),
    antall: await countGjennomgang(tx, hva, idag),
    telling: await countUtlop(tx, idag),
  };
}
