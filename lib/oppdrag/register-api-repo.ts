import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** Two deliveries of one kommune are taken one after the other, so that a row is judged against what the other brought. */
export async function lasRegister(tx: Tx): Promise<void> {
  await tx.en(sql`select pg_advisory_xact_lock(hashtext('registerleveranse'), ${tx.hvem.kommuneId}::int)`);
}

/** Claims a delivery's key for this transaction; null when it came before. */
export async function claimRegisterleveranse(tx: Tx, klientId: number, nokkel: string, avtrykk: string, d: { navn: string; storrelse: number }): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`insert into registerimport (kommune_id, filnavn, storrelse, status, opprettet, klient_id, nokkel, avtrykk)
    values (${tx.hvem.kommuneId}, ${d.navn}, ${d.storrelse}, 'LEST', ${naa()}, ${klientId}, ${nokkel}, ${avtrykk}) on conflict do nothing returning id`);
  return rad?.id ?? null;
}

export function findRegisterleveranse(tx: Tx, klientId: number, nokkel: string): Promise<{ avtrykk: string; svar: unknown } | null> {
  return tx.en(sql`select avtrykk, svar from registerimport where kommune_id = ${tx.hvem.kommuneId} and klient_id = ${klientId} and nokkel = ${nokkel}`);
}

export async function saveRegistersvar(tx: Tx, id: number, svar: object): Promise<void> {
  await tx.kjor(sql`update registerimport set svar = ${JSON.stringify(svar)}::jsonb where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}
