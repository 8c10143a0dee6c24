import { ok } from '#lib/core/result.ts';
import { nei } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { naa } from '#lib/server/clock.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { UtkastData } from '#lib/vedtak/vedtak-mottak-schema.ts';

export type Utkast = { readonly innhold: UtkastData['innhold']; readonly endret: Date };

/** The account's own draft for a recipient; one each. */
export async function hentUtkast(tx: Tx, mottakerId: number): Promise<Utkast | null> {
  return tx.en<Utkast>(sql`select innhold, endret from vedtak_utkast
    where kommune_id = ${tx.hvem.kommuneId} and mottaker_id = ${mottakerId} and konto_id = ${tx.hvem.kontoId}`);
}

/** Keeps what has been typed, in place of the draft before it. Answers when, in milliseconds. */
export async function lagreUtkast(tx: Tx, data: UtkastData): Promise<Result<{ lagret: number }, readonly Avslag[]>> {
  const { kommuneId, kontoId } = tx.hvem;
  const finnes = await tx.en(sql`select 1 from mottaker_identitet where kommune_id = ${kommuneId} and mottaker_id = ${data.mottakerId}`);
  if (!finnes) return nei([{ grunn: 'ukjentMottaker' }]);
  const tid = naa();
  await tx.kjor(sql`insert into vedtak_utkast (kommune_id, mottaker_id, konto_id, innhold, endret)
    values (${kommuneId}, ${data.mottakerId}, ${kontoId}, ${JSON.stringify(data.innhold)}::jsonb, ${tid})
    on conflict (kommune_id, mottaker_id, konto_id) do update set innhold = excluded.innhold, endret = excluded.endret, versjon = vedtak_utkast.versjon + 1`);
  return ok({ lagret: tid.getTime() });
}

export async function slettUtkast(tx: Tx, mottakerId: number): Promise<void> {
  await tx.kjor(sql`delete from vedtak_utkast
    where kommune_id = ${tx.hvem.kommuneId} and mottaker_id = ${mottakerId} and konto_id = ${tx.hvem.kontoId}`);
}
