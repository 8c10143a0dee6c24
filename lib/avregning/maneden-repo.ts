import { forrige, type Maned } from '#lib/core/maned.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Okonomirad = { readonly kostnadOre: number | null; readonly forrigeKostnadOre: number | null; readonly kostnadsbudsjettOre: number | null };

/** A unit's booked cost and cost budget in a month, and the booked cost of the month before; null where there is none yet. */
export async function finnOkonomi(tx: Tx, enhetId: number, maned: Maned): Promise<Okonomirad> {
  const k = tx.hvem.kommuneId;
  const rad = await tx.en<Okonomirad>(sql`
    select (sum(ore) filter (where maned = ${maned}))::bigint as "kostnadOre", (sum(ore) filter (where maned <> ${maned}))::bigint as "forrigeKostnadOre",
      (select ore from enhetsbudsjett where kommune_id = ${k} and enhet_id = ${enhetId} and maned = ${maned} order by versjon desc limit 1) as "kostnadsbudsjettOre"
    from regnskap where kommune_id = ${k} and enhet_id = ${enhetId} and maned in (${maned}, ${forrige(maned)})`);
  return rad ?? { kostnadOre: null, forrigeKostnadOre: null, kostnadsbudsjettOre: null };
}

export type Budsjettrad = { readonly ordningId: number; readonly komponent: string; readonly volum: string; readonly prisOre: number };

/** The purchaser's budget for a unit in a month, newest version of each component. */
export function finnBudsjett(tx: Tx, enhetId: number, maned: Maned): Promise<Budsjettrad[]> {
  return tx.alle<Budsjettrad>(sql`
    select distinct on (ordning_id, komponent) ordning_id as "ordningId", komponent, volum::text as volum, pris_ore as "prisOre" from budsjett
    where kommune_id = ${tx.hvem.kommuneId} and enhet_id = ${enhetId} and maned = ${maned} order by ordning_id, komponent, versjon desc`);
}

/** The vedtak that a unit delivers on in a month. */
export async function finnEnhetensVedtak(tx: Tx, enhetId: number, fra: string, til: string): Promise<number[]> {
  const rader = await tx.alle<{ id: number }>(sql`
    select distinct vedtak_id as id from oppdrag where kommune_id = ${tx.hvem.kommuneId} and enhet_id = ${enhetId} and annullert is null
      and fom <= ${til} and coalesce(tom, 'infinity') >= ${fra}::date`);
  return rader.map((r) => r.id);
}

/** Number and service of vedtak, by id. */
export async function finnVedtaksnavn(tx: Tx, ider: readonly number[]): Promise<ReadonlyMap<number, { nummer: string; tjeneste: string; pseudonym: string }>> {
  const rader = await tx.alle<{ id: number; nummer: string; tjeneste: string; pseudonym: string }>(sql`
    select v.id, v.nummer, v.tjeneste, m.pseudonym from vedtak v join mottaker m on m.kommune_id = v.kommune_id and m.id = v.mottaker_id
    where v.kommune_id = ${tx.hvem.kommuneId} and v.id = any(${ider}::int[])`);
  return new Map(rader.map(({ id, ...rad }) => [id, rad]));
}
