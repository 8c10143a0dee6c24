import { sql, type Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** Rows of a delivery whose visit has more than one employee already get the id of their own employee's part. */
export async function settKjenteDeler(tx: Tx, tabell: Sql): Promise<void> {
  await tx.kjor(sql`update ${tabell} t set kilde_id = k.kilde_id from besok_kildeid k
    where t.ansatt_id is not null and k.kommune_id = ${tx.hvem.kommuneId} and k.system = t.system and k.kilde_id = t.kilde_id || '#' || t.ansatt_id`);
}

/** Whether any row says who did it. */
export async function harAnsatte(tx: Tx, tabell: Sql): Promise<boolean> {
  return (await tx.en(sql`select 1 from ${tabell} where ansatt_id is not null limit 1`)) !== null;
}

/**
 * The same id on several rows, each with an employee of its own: one visit that several did. The first row, or the one whose
 * employee the visit has here, keeps the id; each of the others gets its own, the id and the employee's account.
 */
export async function delPaAnsatte(tx: Tx, tabell: Sql, dager: { fra: string; til: string } | null): Promise<void> {
  const k = tx.hvem.kommuneId;
  const kjent = dager
    ? sql`left join besok_kildeid k on k.kommune_id = ${k} and k.system = t.system and k.kilde_id = t.kilde_id
        left join besok b on b.kommune_id = ${k} and b.dato = k.dato and b.id = k.besok_id and b.versjon = k.versjon and b.dato between ${dager.fra}::date and ${dager.til}::date`
    : sql`cross join (select null::int ansatt_id) b`;
  await tx.kjor(sql`
    with flere as (select system, kilde_id from ${tabell} group by 1, 2 having count(*) > 1),
      delt as (select t.system, t.kilde_id from ${tabell} t join flere f on f.system = t.system and f.kilde_id = t.kilde_id group by 1, 2 having count(*) = count(distinct t.ansatt_id)),
      rang as (select t.rad, row_number() over (partition by t.system, t.kilde_id order by (b.ansatt_id is not null and b.ansatt_id = t.ansatt_id) desc, t.rad) nr
        from ${tabell} t join delt d on d.system = t.system and d.kilde_id = t.kilde_id ${kjent})
    update ${tabell} t set kilde_id = t.kilde_id || '#' || t.ansatt_id from rang r where r.rad = t.rad and r.nr > 1`);
}
