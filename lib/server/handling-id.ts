import { createHash } from 'node:crypto';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** The id was used for another command or with other content: answering with the first one's answer would lose this one. */
export class AnnenInnsending extends Error {
  constructor() {
    super('samme innsendings-id er brukt til noe annet');
    this.name = 'AnnenInnsending';
  }
}

/** What the submission is: its command and a fingerprint of its content. */
export function innsendingsnavn(kommando: string, data: unknown): string {
  const innhold = JSON.stringify(data, (_, verdi: unknown) => (typeof verdi === 'bigint' ? `${verdi}n` : verdi)) ?? '';
  return `${kommando}:${createHash('sha256').update(innhold).digest('hex').slice(0, 24)}`;
}

/**
 * Claims a submission for this transaction. Null: it is ours to carry out. Otherwise the answer the first one gave.
 * The unique key makes a simultaneous second submission wait until the first commits or rolls back.
 */
export async function claimHandling(tx: Tx, handlingId: string, navn: string): Promise<unknown> {
  const { kommuneId, kontoId } = tx.hvem;
  const nye = await tx.kjor(sql`insert into handling (kommune_id, konto_id, handling_id, navn, tid)
    values (${kommuneId}, ${kontoId}, ${handlingId}, ${navn}, ${naa()}) on conflict do nothing`);
  if (nye === 1) return null;
  const rad = await tx.en<{ resultat: unknown }>(
    sql`select resultat from handling where kommune_id = ${kommuneId} and konto_id = ${kontoId} and handling_id = ${handlingId} and navn = ${navn}`,
  );
  if (!rad) throw new AnnenInnsending();
  return rad.resultat;
}

export async function completeHandling(tx: Tx, handlingId: string, resultat: unknown): Promise<void> {
  const { kommuneId, kontoId } = tx.hvem;
  await tx.kjor(sql`update handling set resultat = ${JSON.stringify(resultat)}::jsonb
    where kommune_id = ${kommuneId} and konto_id = ${kontoId} and handling_id = ${handlingId}`);
}
