import { forsteDag, type Maned, sisteDag } from '#lib/core/maned.ts';
import type { Kandidater } from '#lib/avregning/opptelling-repo.ts';
import { fastDag, type Sql, sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** Unit, service and category that some component of the month counts beyond BRUKERRETTET. */
export type Telltkategori = { readonly enhetId: number; readonly tjeneste: string; readonly kategori: string };

/** The refused visits among `besok` (an expression of the visits and their orders), with the first reason that holds. */
function avviste(tx: Tx, besok: Sql, talte: readonly Telltkategori[]): Sql {
  return sql`
    select kommune_id, id, vedtak_id, enhet_id, dato, grunn from (
      select b.kommune_id, b.id, b.vedtak_id, b.enhet_id, b.dato, case
        when o.id is null or o.annullert is not null then 'UKJENT_OPPDRAG'
        when not (b.dato between greatest(o.fom, v.fom) and least(coalesce(o.tom, 'infinity'), coalesce(v.tom, 'infinity'))) then 'UTENFOR_PERIODE'
        when not b.kvittert then 'IKKE_KVITTERT'
        when b.kategori <> 'BRUKERRETTET' and not exists (
          select 1 from unnest(${talte.map((t) => t.enhetId)}::int[], ${talte.map((t) => t.tjeneste)}::text[], ${talte.map((t) => t.kategori)}::text[]) as t(enhet, tjeneste, kategori)
          join vedtak x on x.kommune_id = o.kommune_id and x.id = o.vedtak_id and x.tjeneste = t.tjeneste
          where t.enhet = o.enhet_id and t.kategori = b.kategori) then 'KATEGORI'
        end as grunn
      from ${besok}
      left join vedtak_virkning v on v.kommune_id = o.kommune_id and v.vedtak_id = o.vedtak_id and v.gjeldende
      where b.kommune_id = ${tx.hvem.kommuneId} and not b.erstattet
    ) t where grunn is not null`;
}

type Lagret = { readonly avregningId: number; readonly maned: Maned; readonly talte: readonly Telltkategori[] };

/**
 * Keeps which visits of a month no component can count, with the first reason that holds, in place of what was kept.
 * `kandidater`: the orders that may have one; null when that is not known.
 */
export function skrivAvviste(tx: Tx, { avregningId, maned, talte }: Lagret, kandidater: Kandidater | null): Promise<number> {
  const innenfor = (dato: Sql): Sql => sql`${dato} between ${fastDag(forsteDag(maned))} and ${fastDag(sisteDag(maned))}`;
  const mistenkt = kandidater === null
    ? sql`true`
    : sql`x.oppdrag_id = any(${kandidater.oppdrag}::int[]) and (not x.kvittert or x.kategori <> 'BRUKERRETTET' or x.oppdrag_id = any(${kandidater.delvis}::int[]))`;
  return tx.kjor(sql`
    with b as materialized (select * from besok x where x.kommune_id = ${tx.hvem.kommuneId} and not x.erstattet and ${innenfor(sql`x.dato`)} and ${mistenkt}),
      bort as (delete from avregning_avvist where kommune_id = ${tx.hvem.kommuneId} and ${innenfor(sql`dato`)})
    insert into avregning_avvist (kommune_id, avregning_id, besok_id, vedtak_id, enhet_id, dato, grunn)
    select kommune_id, ${avregningId}, id, vedtak_id, enhet_id, dato, grunn from (${avviste(tx, sql`b left join oppdrag o on o.kommune_id = b.kommune_id and o.id = b.oppdrag_id`, talte)}) a`);
}

/**
 * The same for the visits of some vedtak. Their orders lead to the visits, so that no month is read through. Of the orders
 * in force the whole month (`hele`) only the candidates are read.
 */
export function skrivAvvisteFor(tx: Tx, { avregningId, maned, talte }: Lagret, vedtakIder: readonly number[], hele: readonly number[], kandidater: Kandidater | null): Promise<number> {
  const mistenkte = new Set(kandidater?.oppdrag ?? hele);
  const uten = hele.filter((id) => !mistenkte.has(id));
  const innenfor = (dato: Sql): Sql => sql`${dato} between ${fastDag(forsteDag(maned))} and ${fastDag(sisteDag(maned))}`;
  return tx.kjor(sql`
    with o as materialized (select * from oppdrag where kommune_id = ${tx.hvem.kommuneId} and vedtak_id = any(${vedtakIder}::int[]) and id <> all(${uten}::int[])),
      b as materialized (select x.* from o join besok x on x.kommune_id = ${tx.hvem.kommuneId} and x.oppdrag_id = o.id and not x.erstattet and ${innenfor(sql`x.dato`)}
        where not x.kvittert or x.kategori <> 'BRUKERRETTET' or x.oppdrag_id <> all(${hele}::int[])),
      bort as (delete from avregning_avvist where kommune_id = ${tx.hvem.kommuneId} and ${innenfor(sql`dato`)} and vedtak_id = any(${vedtakIder}::int[]))
    insert into avregning_avvist (kommune_id, avregning_id, besok_id, vedtak_id, enhet_id, dato, grunn)
    select kommune_id, ${avregningId}, id, vedtak_id, enhet_id, dato, grunn from (${avviste(tx, sql`b left join o on o.id = b.oppdrag_id`, talte)}) a`);
}
