import type { z } from 'zod';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { annullerTildeling, finnLedigplass, lasTildeling, nyTildeling } from '#lib/utfort-tid/tildeling-repo.ts';
import type { taTilbakeSkjema, tildelSkjema } from '#lib/utfort-tid/tildeling-schema.ts';
import { lasVentende } from '#lib/utfort-tid/venteliste-repo.ts';

/** Gives a free place to one who waits for that kind: one place to one, and one to each. */
export async function tildelPlass(tx: Tx, data: z.output<typeof tildelSkjema>): Promise<Result<{ id: number; mottakerId: number }, readonly Avslag[]>> {
  const ledig = await finnLedigplass(tx, data.meldingId, true);
  if (ledig === null) return nei([{ grunn: 'IKKE_LEDIG' }]);
  if (ledig.tildelt) return nei([{ grunn: 'TILDELT_ALLEREDE' }]);
  const ventende = await lasVentende(tx, data.ventelisteId);
  if (ventende === null) return nei([{ grunn: 'VENTER_IKKE', felt: 'ventelisteId' }]);
  if (ventende.tildelt) return nei([{ grunn: 'HAR_TILDELING', felt: 'ventelisteId' }]);
  if (ventende.plasstype !== ledig.plasstype) return nei([{ grunn: 'FEIL_TYPE', felt: 'ventelisteId' }]);
  if (data.fra < ledig.ledigFra) return nei([{ grunn: 'FOR_LEDIG', felt: 'fra' }]);
  const id = await nyTildeling(tx, ledig, ventende.id, ventende.mottakerId, data.fra);
  if (id === null) return nei([{ grunn: 'TILDELT_ALLEREDE' }]);
  await loggfor(tx, { handling: 'TILDEL_PLASS', objektType: 'tildeling', objektId: id, mottakerId: ventende.mottakerId, grunn: `${ledig.enhetNavn} ${ledig.kode} ${data.fra}` });
  return ok({ id, mottakerId: ventende.mottakerId });
}

/** Takes a place back that nobody has moved in to, with the reason; the recipient waits again from the day they were set up. */
export async function taTilbakePlass(tx: Tx, data: z.output<typeof taTilbakeSkjema>): Promise<Result<{ id: number }, readonly Avslag[]>> {
  const tildeling = await lasTildeling(tx, data.id);
  if (tildeling === null) return nei([{ grunn: 'FINNES_IKKE' }]);
  await annullerTildeling(tx, data.id, data.grunn);
  await loggfor(tx, { handling: 'TA_TILBAKE_PLASS', objektType: 'tildeling', objektId: data.id, mottakerId: tildeling.mottakerId, grunn: data.grunn });
  return ok({ id: data.id });
}
