import { forsteDag, type Maned, sisteDag } from '#lib/core/maned.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** Unit, service and category that some component of the month counts beyond BRUKERRETTET. */
export type Telltkategori = { readonly enhetId: number; readonly tjeneste: string; readonly kategori: string };

/**
 * Keeps which visits no component could count, with the first reason that holds. Of the earlier months only what waits
 * on somebody (outside the order's time, not approved); the category is a reason to keep once, in the visit's own month.
 */
export function skrivAvviste(tx: Tx, avregningId: number, maned: Maned, apneManeder: readonly Maned[], talte: readonly Telltkategori[]): Promise<number> {
  const fra = forsteDag(apneManeder[0] ?? maned);
  return tx.kjor(sql`
    insert into avregning_avvist (kommune_id, avregning_id, besok_id, enhet_id, dato, grunn)
    select kommune_id, ${avregningId}, id, enhet_id, dato, grunn from (
      select b.kommune_id, b.id, b.enhet_id, b.dato, case
        when o.id is null or o.annullert is not null then 'UKJENT_OPPDRAG'
        when not (b.dato between greatest(o.fom, v.fom) and least(coalesce(o.tom, 'infinity'), coalesce(v.tom, 'infinity'))) then 'UTENFOR_PERIODE'
        when not b.kvittert then 'IKKE_KVITTERT'
        when b.kategori <> 'BRUKERRETTET' and b.dato >= ${forsteDag(maned)} and not exists (
          select 1 from unnest(${talte.map((t) => t.enhetId)}::int[], ${talte.map((t) => t.tjeneste)}::text[], ${talte.map((t) => t.kategori)}::text[]) as t(enhet, tjeneste, kategori)
          join vedtak x on x.kommune_id = o.kommune_id and x.id = o.vedtak_id and x.tjeneste = t.tjeneste
          where t.enhet = o.enhet_id and t.kategori = b.kategori) then 'KATEGORI'
        end as grunn
      from besok b
      left join oppdrag o on o.kommune_id = b.kommune_id and o.id = b.oppdrag_id
      left join vedtak_virkning v on v.kommune_id = o.kommune_id and v.vedtak_id = o.vedtak_id and v.gjeldende
      where b.kommune_id = ${tx.hvem.kommuneId} and not b.erstattet and b.dato between ${fra} and ${sisteDag(maned)}
    ) t where grunn is not null`);
}

/** The moment that a snapshot sees: every change mark written before it is in its facts. */
export async function vannmerke(tx: Tx): Promise<string> {
  const rad = await tx.en<{ xmin: string }>(sql`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`);
  return rad?.xmin ?? '0';
}

/** Clears the marks that the run has seen. Marks of later months wait for their own run. */
export function tomEndringer(tx: Tx, maned: Maned, xmin: string): Promise<number> {
  return tx.kjor(sql`
    delete from endring where kommune_id = ${tx.hvem.kommuneId} and xid < ${xmin}::xid8 and (maned is null or maned <= ${maned})
      and not exists (select 1 from avregning a where a.kommune_id = ${tx.hvem.kommuneId} and a.status = 'FERDIG' and a.maned > ${maned})`);
}
