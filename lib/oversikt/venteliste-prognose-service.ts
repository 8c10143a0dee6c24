import { brok } from '#lib/core/brok.ts';
import { dagerMellom, leggTilDager } from '#lib/core/dato.ts';
import { manedAv, manedFor, sisteDag } from '#lib/core/maned.ts';
import { iDag } from '#lib/server/clock.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { bareSummen, type Ventelistetall, ventelistetall } from './domain/ventende-plasser.ts';
import { finnVentende } from './prognose-repo.ts';

/**
 * Who waits for a place today, and what it would cost from tomorrow to the end of the forecast's year if all moved in. It stands beside the
 * forecast: those who use to come from the list are in its inflow already. Null where the reader may not see it.
 */
export async function hentVentelistetall(tx: Tx, ar: number): Promise<Ventelistetall | null> {
  const rader = await finnVentende(tx, manedFor(iDag()));
  const dager = Math.max(0, dagerMellom(leggTilDager(iDag(), 1), sisteDag(manedAv(ar, 12))) + 1);
  const tall = ventelistetall(rader.map((r) => ({ plasstype: r.plasstype, antall: r.antall, dognOre: r.sumOre === null ? null : brok(r.sumOre, r.priser) })), dager);
  return tx.hvem.rolle === 'radmann' ? bareSummen(tall) : tall;
}
