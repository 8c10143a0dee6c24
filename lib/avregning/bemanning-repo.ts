import type { Dato } from '#lib/core/dato.ts';
import type { Behovsrad, Vedtaksuke } from '#lib/avregning/domain/bemanning.ts';
import { sql } from '#lib/server/sql.ts';
import type { Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Ukesvindu = { readonly enhetId: number; readonly fom: Dato; readonly tom: Dato };

/** Weeks count from 0 at `fom`, a Monday. */
export function findVedtaksuker(tx: Tx, v: Ukesvindu): Promise<Vedtaksuke[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Vedtaksuke>(sql`
    with ordre as materialized (
      select o.vedtak_id, range_agg(daterange(o.fom, o.tom, '[]')) kraft from oppdrag o
      where o.kommune_id = ${k} and o.enhet_id = ${v.enhetId} and o.annullert is null and o.tidsband = '{}' and o.fom <= ${v.tom} and (o.tom is null or o.tom >= ${v.fom}) group by 1),
    borte as materialized (
      select p.vedtak_id, range_agg(daterange(p.fom, p.tom, '[]')) dager from pause p
      where p.kommune_id = ${k} and p.gjeldende and not p.trukket and p.fom <= ${v.tom} and (p.tom is null or p.tom >= greatest(p.fom, ${v.fom}::date)) group by 1),
    uker as (select n uke, daterange(${v.fom}::date + 7 * n, ${v.fom}::date + 7 * n + 7) vindu from generate_series(0, (${v.tom}::date - ${v.fom}::date) / 7) n)
    select u.uke, v.minutter, v.per_uker "perUker",
      (select coalesce(sum(upper(r) - lower(r)), 0)::int from unnest((o.kraft - coalesce(b.dager, '{}'::datemultirange)) * datemultirange(u.vindu)) r) dager
    from ordre o left join borte b on b.vedtak_id = o.vedtak_id join vedtak v on v.kommune_id = ${k} and v.id = o.vedtak_id and v.omfang_type = 'TIMER' cross join uker u`);
}

/** Planned minutes by week, weekday and start. `planlagte` is the common table of the room of orders. */
export function findBehovsrader(tx: Tx, v: Ukesvindu, planlagte: Sql): Promise<Behovsrad[]> {
  return tx.alle<Behovsrad>(sql`
    with ${planlagte}
    select (p.dag - ${v.fom}::date) / 7 uke, extract(isodow from p.dag)::int ukedag, p.start_minutt "startMinutt", sum(p.minutter * p.personer)::int minutter,
      coalesce(sum(p.minutter * p.personer) filter (where p.ansatt_id is null), 0)::int "utenAnsatt"
    from planlagt p where p.pause is null group by 1, 2, 3`);
}
