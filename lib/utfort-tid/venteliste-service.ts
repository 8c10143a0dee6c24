import type { z } from 'zod';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { finnApenMottaker } from '#lib/sak/utskrivning-repo.ts';
import type { avsluttVentingSkjema, ventelisteSkjema } from '#lib/utfort-tid/tildeling-schema.ts';
import { avsluttInnflyttede, avsluttVentende, lasVentende, nyVentende } from '#lib/utfort-tid/venteliste-repo.ts';

/** Puts a recipient on the waiting list for a kind of place, once. */
export async function settPaVenteliste(tx: Tx, data: z.output<typeof ventelisteSkjema>): Promise<Result<{ id: number }, readonly Avslag[]>> {
  if ((await finnApenMottaker(tx, data.mottakerId)) === null) return nei([{ grunn: 'FINNES_IKKE' }]);
  if (data.sattOpp > iDag()) return nei([{ grunn: 'IKKE_I_FREMTIDEN', felt: 'sattOpp' }]);
  await avsluttInnflyttede(tx, data.mottakerId);
  const id = await nyVentende(tx, data);
  if (id === null) return nei([{ grunn: 'VENTER_ALLEREDE', felt: 'plasstype' }]);
  await loggfor(tx, { handling: 'SETT_PA_VENTELISTE', objektType: 'venteliste', objektId: id, mottakerId: data.mottakerId, grunn: data.plasstype });
  return ok({ id });
}

/** Ends the wait without a place. One who has been given a place has it taken back first. */
export async function avsluttVenting(tx: Tx, data: z.output<typeof avsluttVentingSkjema>): Promise<Result<{ id: number }, readonly Avslag[]>> {
  const ventende = await lasVentende(tx, data.id);
  if (ventende === null) return nei([{ grunn: 'FINNES_IKKE' }]);
  if (ventende.tildelt) return nei([{ grunn: 'HAR_TILDELING' }]);
  await avsluttVentende(tx, data.id, data.grunn);
  await loggfor(tx, { handling: 'AVSLUTT_VENTING', objektType: 'venteliste', objektId: data.id, mottakerId: ventende.mottakerId, grunn: data.grunn });
  return ok({ id: data.id });
}
