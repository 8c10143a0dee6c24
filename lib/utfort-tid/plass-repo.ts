import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Plasstype } from '#lib/utfort-tid/domain/opphold.ts';

/** The open report that a place is free, and whom it is given to. */
export type Apenmelding = { readonly id: number; readonly ledigFra: Dato; readonly tildeltTil: number | null; readonly tildeltFra: Dato | null };

export function finnMelding(tx: Tx, plassId: number): Promise<Apenmelding | null> {
  return tx.en<Apenmelding>(sql`
    select l.id, l.ledig_fra "ledigFra", t.mottaker_id "tildeltTil", t.fra "tildeltFra" from ledigmelding l
    left join tildeling t on t.kommune_id = l.kommune_id and t.ledigmelding_id = l.id and t.annullert is null
    where l.kommune_id = ${tx.hvem.kommuneId} and l.plass_id = ${plassId} and l.trukket is null and l.brukt is null`);
}

/** Null: the place is reported free already. */
export async function nyMelding(tx: Tx, plass: { id: number; enhetId: number }, ledigFra: Dato): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into ledigmelding (kommune_id, enhet_id, plass_id, ledig_fra, meldt, meldt_av) values (${tx.hvem.kommuneId}, ${plass.enhetId}, ${plass.id}, ${ledigFra}, ${naa()}, ${tx.hvem.kontoId})
    on conflict do nothing returning id`);
  return rad?.id ?? null;
}

export function trekkMelding(tx: Tx, id: number): Promise<number> {
  return tx.kjor(sql`update ledigmelding set trukket = ${naa()}, trukket_av = ${tx.hvem.kontoId} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and trukket is null and brukt is null`);
}

export function merkBrukt(tx: Tx, id: number): Promise<number> {
  return tx.kjor(sql`update ledigmelding set brukt = ${naa()} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and trukket is null and brukt is null`);
}

/** Null: the unit has a place of that name in use then. */
export async function nyPlass(tx: Tx, p: { enhetId: number; kode: string; plasstype: Plasstype; fom: Dato }): Promise<number | null> {
  const opptatt = await tx.en(sql`
    select 1 from plass where kommune_id = ${tx.hvem.kommuneId} and enhet_id = ${p.enhetId} and lower(kode) = lower(${p.kode}) and (tom is null or tom >= ${p.fom})`);
  if (opptatt !== null) return null;
  const rad = await tx.en<{ id: number }>(sql`
    insert into plass (kommune_id, enhet_id, kode, plasstype, fom) values (${tx.hvem.kommuneId}, ${p.enhetId}, ${p.kode}, ${p.plasstype}, ${p.fom}) on conflict do nothing returning id`);
  return rad?.id ?? null;
}

export function settUteAvBruk(tx: Tx, id: number, tom: Dato): Promise<number> {
  return tx.kjor(sql`update plass set tom = ${tom} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and tom is null`);
}
