import { ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { finnInnstilling } from '#lib/grunnlag/grunnlag-repo.ts';
import type { Rolle } from '#lib/grunnlag/domain/rolle.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { RammevisningData } from '#lib/vedtak/regler-schema.ts';
import { skrivVedtaksinnstilling } from '#lib/vedtak/vedtaksregler-repo.ts';

const NOKKEL = 'rammevisning';

/** Has the municipality opened what is left of the budget to its caseworkers? Not unless it has said so. */
export async function rammenErApen(tx: Tx): Promise<boolean> {
  const verdi = await finnInnstilling(tx, NOKKEL, iDag());
  return typeof verdi === 'object' && verdi !== null && (verdi as { saksbehandler?: unknown }).saksbehandler === true;
}

/** Who sees it beside the form of a vedtak: the bestillerleder, and the caseworker where it is opened. */
export async function serRammen(tx: Tx, rolle: Rolle): Promise<boolean> {
  return rolle === 'bestillerleder' || (rolle === 'saksbehandler' && (await rammenErApen(tx)));
}

/** From today: whether caseworkers see it too. */
export async function settRammevisning(tx: Tx, data: RammevisningData): Promise<Result<null, readonly Avslag[]>> {
  await skrivVedtaksinnstilling(tx, NOKKEL, iDag(), { saksbehandler: data.saksbehandler });
  await loggfor(tx, { handling: 'SETT_VEDTAKSREGEL', objektType: 'innstilling', objektId: NOKKEL, grunn: data.saksbehandler ? 'saksbehandlere ser rammen' : 'bare bestillerlederen ser rammen' });
  return ok(null);
}
