import type { Dato } from '#lib/core/dato.ts';
import { forsteDag, type Maned, sisteDag } from '#lib/core/maned.ts';
import type { Besokskategori, Minuttregel } from '#lib/avregning/domain/avregning-inn.ts';
import type { Lesestrekk } from '#lib/avregning/domain/omregning.ts';
import { type Sql, sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** One way of counting visits: components that share a minute rule and a rhythm share the count. */
export type Telleform = { readonly minuttregel: Minuttregel | null; readonly ukentlig: boolean };
export type Tellerad = {
  readonly oppdragId: number;
  readonly maned: Maned;
  /** The week's Monday, when counted by week. */
  readonly uke: Dato | null;
  readonly kategori: Besokskategori;
  /** After the minute rule. */
  readonly minutter: number;
  /** Planned minutes after the minute rule, 0 where none were planned. */
  readonly planlagt: number;
  readonly antall: number;
};

function etterRegel(minutter: Sql, regel: Minuttregel | null): Sql {
  if (regel === null) return minutter;
  const loftet = sql`greatest(${minutter}, ${regel.minst}::int)`;
  const trinn = sql`${regel.trinn}::int`;
  const rest = sql`(${loftet} % ${trinn})`;
  const opp = regel.retning === 'OPP' ? sql`${rest} > 0` : regel.retning === 'NED' ? sql`false` : sql`${rest} * 2 >= ${trinn}`;
  return sql`(${loftet} - ${rest} + case when ${opp} and ${rest} > 0 then ${trinn} else 0 end)`;
}

/** Approved visits in force, counted from the covering index; the same rows as the pure `samle` makes. For a few vedtak, their orders are looked up once and not per visit. */
export function tellBesok(tx: Tx, form: Telleform, { fra, til, vedtakIder }: Lesestrekk): Promise<Tellerad[]> {
  const uke = form.ukentlig ? sql`(b.dato - (extract(isodow from b.dato)::int - 1))` : sql`null::date`;
  return tx.alle<Tellerad>(sql`
    with gyldig as ${vedtakIder === null ? sql`` : sql`materialized`} (
      select o.id, greatest(o.fom, v.fom) as fom, least(coalesce(o.tom, 'infinity'), coalesce(v.tom, 'infinity')) as tom
      from oppdrag o join vedtak_virkning v on v.kommune_id = o.kommune_id and v.vedtak_id = o.vedtak_id and v.gjeldende
      where o.kommune_id = ${tx.hvem.kommuneId} and o.annullert is null
        and ${vedtakIder === null ? sql`true` : sql`o.vedtak_id = any(${vedtakIder}::int[])`}
    )
    select oppdrag_id as "oppdragId", to_char(fra, 'YYYY-MM') as maned, uke, kategori, minutter, planlagt, antall from (
      select b.oppdrag_id, date_trunc('month', b.dato) as fra, ${uke} as uke, b.kategori,
        sum(${etterRegel(sql`b.minutter`, form.minuttregel)})::bigint as minutter,
        sum(${etterRegel(sql`coalesce(b.planlagt_minutter, 0)`, form.minuttregel)})::bigint as planlagt,
        count(*)::bigint as antall
      from besok b join gyldig g on g.id = b.oppdrag_id and b.dato between g.fom and g.tom
      where b.kommune_id = ${tx.hvem.kommuneId} and not b.erstattet and b.kvittert
        and b.dato between ${forsteDag(fra)} and ${sisteDag(til)}
      group by 1, 2, 3, 4
    ) t`);
}
