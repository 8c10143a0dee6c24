import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { findOppdrag } from '#lib/utfort-tid/besok-repo.ts';
import { findDormerke, insertDormerke, trekkDormerke } from '#lib/utfort-tid/dormerke-repo.ts';
import type { Dormerke } from '#lib/utfort-tid/dormerke-repo.ts';
import { erSynligIFelt } from '#lib/utfort-tid/felt-repo.ts';
import type { merkeSkjema } from '#lib/utfort-tid/felt-schema.ts';

/** The tag of an order, or that it has none; null when the order is not the account's. */
export async function visDormerke(tx: Tx, oppdragId: number): Promise<{ merke: Dormerke | null } | null> {
  if ((await findOppdrag(tx, oppdragId)) === null || !(await erSynligIFelt(tx, oppdragId))) return null;
  return { merke: await findDormerke(tx, oppdragId) };
}

/** Makes a new code for a door: 128 random bits, and nothing about anyone. The one before stops counting at once. */
export async function nyttDormerke(tx: Tx, data: z.output<typeof merkeSkjema>): Promise<Result<{ oppdragId: number }, readonly Avslag[]>> {
  const oppdrag = await findOppdrag(tx, data.oppdragId);
  if (oppdrag === null || !(await erSynligIFelt(tx, data.oppdragId))) return nei([{ grunn: 'oppdragFinnesIkke' }]);
  await trekkDormerke(tx, data.oppdragId);
  await insertDormerke(tx, { enhetId: oppdrag.enhetId, oppdragId: data.oppdragId, kode: randomBytes(16).toString('base64url') });
  await loggfor(tx, { handling: 'LAG_DORMERKE', objektType: 'oppdrag', objektId: data.oppdragId, mottakerId: oppdrag.mottakerId });
  return ok({ oppdragId: data.oppdragId });
}
