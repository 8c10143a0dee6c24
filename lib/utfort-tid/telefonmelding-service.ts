import type { z } from 'zod';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { settSkjema } from '#lib/utfort-tid/felt-schema.ts';
import type { Forkastet, Telefonmelding } from '#lib/utfort-tid/felt-view.ts';
import { findForkastede, findTelefonmeldinger, settSett } from '#lib/utfort-tid/telefonmelding-repo.ts';

export type Telefonside = { readonly meldinger: readonly Telefonmelding[]; readonly forkastet: readonly Forkastet[] };

/** What phones said that a leader should look at, and what was thrown away. */
export async function visTelefonmeldinger(tx: Tx): Promise<Telefonside> {
  return { meldinger: await findTelefonmeldinger(tx), forkastet: await findForkastede(tx) };
}

/** A leader has looked. The visit is approved, corrected or put aside in the week, as any other. */
export async function merkSett(tx: Tx, data: z.output<typeof settSkjema>): Promise<Result<{ klientId: string }, readonly Avslag[]>> {
  if (!(await settSett(tx, data.klientId))) return nei([{ grunn: 'alleredeSett' }]);
  await loggfor(tx, { handling: 'SE_TELEFONMELDING', objektType: 'felt_besok', objektId: data.klientId });
  return ok({ klientId: data.klientId });
}
