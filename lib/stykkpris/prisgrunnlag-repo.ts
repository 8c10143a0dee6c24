import type { Maned } from '#lib/core/maned.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** The months a price rests on. */
export type Basis = { readonly fom: Maned; readonly tom: Maned };

/** KOSTRA functions of the services a scheme has covered in the months. */
export async function finnFunksjoner(tx: Tx, ordningId: number, { fom, tom }: Basis): Promise<string[]> {
  const rader = await tx.alle<{ funksjon: string }>(sql`
    select distinct t.kostra_funksjon as funksjon
    from ordning_dekning d join tjeneste t on t.kommune_id = d.kommune_id and t.kode = d.tjeneste
    where d.kommune_id = ${tx.hvem.kommuneId} and d.ordning_id = ${ordningId} and d.fom_maned <= ${tom} and (d.tom_maned is null or d.tom_maned >= ${fom})
    order by 1`);
  return rader.map((r) => r.funksjon);
}

/** The accounts of the units on the functions, summed per unit and art. */
export function finnRegnskapssummer(tx: Tx, enheter: readonly number[], funksjoner: readonly string[], { fom, tom }: Basis): Promise<{ enhetId: number; art: string; ore: number }[]> {
  return tx.alle(sql`
    select enhet_id as "enhetId", art, sum(ore)::bigint as ore from regnskap
    where kommune_id = ${tx.hvem.kommuneId} and enhet_id = any (${enheter}::int[]) and funksjon = any (${funksjoner}::text[]) and maned between ${fom} and ${tom}
    group by 1, 2 order by 1, 2`);
}

/** How many months of the basis each unit has accounts for. */
export async function finnRegnskapsmaneder(tx: Tx, enheter: readonly number[], { fom, tom }: Basis): Promise<ReadonlyMap<number, number>> {
  const rader = await tx.alle<{ enhetId: number; antall: number }>(sql`
    select enhet_id as "enhetId", count(distinct maned)::int as antall from regnskap
    where kommune_id = ${tx.hvem.kommuneId} and enhet_id = any (${enheter}::int[]) and maned between ${fom} and ${tom} group by 1`);
  return new Map(rader.map((r) => [r.enhetId, r.antall]));
}

/** The newest month that a price can rest on: with accounts of a unit of the scheme, or where none has any, settled. Null: neither. */
export async function finnSisteGrunnlagsmaned(tx: Tx, ordningId: number): Promise<Maned | null> {
  const k = tx.hvem.kommuneId;
  const rad = await tx.en<{ maned: Maned | null }>(sql`
    select coalesce(
      (select max(r.maned) from regnskap r where r.kommune_id = ${k} and r.enhet_id in (select d.enhet_id from ordning_dekning d where d.kommune_id = ${k} and d.ordning_id = ${ordningId})),
      (select max(s.gjelder_maned) from avregning_sum s where s.kommune_id = ${k} and s.ordning_id = ${ordningId})) as maned`);
  return rad?.maned ?? null;
}

export type Volumrad = { readonly enhetId: number; readonly komponent: string; readonly maned: Maned; readonly volum: string; readonly belopOre: number };

/** The scheme's volume and amount in the ledger, corrections included, per unit, component and the month they belong to. */
export function finnVolum(tx: Tx, ordningId: number, { fom, tom }: Basis): Promise<Volumrad[]> {
  return tx.alle<Volumrad>(sql`
    select enhet_id as "enhetId", komponent, gjelder_maned as maned, sum(volum)::text as volum, sum(belop_ore)::bigint as "belopOre"
    from avregning_sum where kommune_id = ${tx.hvem.kommuneId} and ordning_id = ${ordningId} and gjelder_maned between ${fom} and ${tom}
    group by 1, 2, 3 order by 1, 2, 3`);
}

export type Regnskapslinje = { readonly art: string; readonly funksjon: string; readonly maned: Maned; readonly ore: number };

/** One unit's accounts in the basis, per function, art and month. */
export function finnRegnskapslinjer(tx: Tx, enhetId: number, funksjoner: readonly string[], { fom, tom }: Basis): Promise<Regnskapslinje[]> {
  return tx.alle<Regnskapslinje>(sql`
    select art, funksjon, maned, sum(ore)::bigint as ore from regnskap
    where kommune_id = ${tx.hvem.kommuneId} and enhet_id = ${enhetId} and funksjon = any (${funksjoner}::text[]) and maned between ${fom} and ${tom}
    group by 1, 2, 3 order by 2, 1, 3`);
}

/** Units of the scheme that another scheme covers too on the same functions: their accounts hold the cost of both. */
export async function finnDelteEnheter(tx: Tx, ordningId: number, funksjoner: readonly string[], { fom, tom }: Basis): Promise<{ enhetId: number; ordning: string }[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle(sql`
    select distinct d.enhet_id as "enhetId", o.navn as ordning
    from ordning_dekning d
    join ordning o on o.kommune_id = d.kommune_id and o.id = d.ordning_id
    join tjeneste t on t.kommune_id = d.kommune_id and t.kode = d.tjeneste
    where d.kommune_id = ${k} and d.ordning_id <> ${ordningId} and t.kostra_funksjon = any (${funksjoner}::text[])
      and d.fom_maned <= ${tom} and (d.tom_maned is null or d.tom_maned >= ${fom})
      and d.enhet_id in (select e.enhet_id from ordning_dekning e where e.kommune_id = ${k} and e.ordning_id = ${ordningId} and e.fom_maned <= ${tom} and (e.tom_maned is null or e.tom_maned >= ${fom}))
    order by 1, 2`);
}
