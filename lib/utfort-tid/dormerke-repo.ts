import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Dormerke = { readonly kode: string; readonly laget: Date };

export function findDormerke(tx: Tx, oppdragId: number): Promise<Dormerke | null> {
  return tx.en<Dormerke>(sql`select kode, laget from dormerke where kommune_id = ${tx.hvem.kommuneId} and oppdrag_id = ${oppdragId} and trukket is null`);
}

/** Takes the order's tag out of use. */
export async function trekkDormerke(tx: Tx, oppdragId: number): Promise<void> {
  await tx.kjor(sql`update dormerke set trukket = ${naa()}, trukket_av = ${tx.hvem.kontoId} where kommune_id = ${tx.hvem.kommuneId} and oppdrag_id = ${oppdragId} and trukket is null`);
}

export async function insertDormerke(tx: Tx, m: { enhetId: number; oppdragId: number; kode: string }): Promise<void> {
  await tx.kjor(sql`insert into dormerke (kommune_id, enhet_id, oppdrag_id, kode, laget, laget_av) values (${tx.hvem.kommuneId}, ${m.enhetId}, ${m.oppdragId}, ${m.kode}, ${naa()}, ${tx.hvem.kontoId})`);
}
