import type { Dato } from '#lib/core/dato.ts';
import { forsteDag, type Maned, sisteDag } from '#lib/core/maned.ts';
import type { Besokskategori, Minuttregel } from '#lib/avregning/domain/avregning-inn.ts';
import { fastDag, type Sql, sql } from '#lib/server/sql.ts';
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
  /** Visits in force that are not approved, or not of the recipient's own time. */
  readonly andre: number;
};

function etterRegel(minutter: Sql, regel: Minuttregel | null): Sql {
  if (regel === null) return minutter;
  const loftet = sql`greatest(${minutter}, ${regel.minst}::int)`;
  const trinn = sql`${regel.trinn}::int`;
  const rest = sql`(${loftet} % ${trinn})`;
  const opp = regel.retning === 'OPP' ? sql`${rest} > 0` : regel.retning === 'NED' ? sql`false` : sql`${rest} * 2 >= ${trinn}`;
  return sql`(${loftet} - ${rest} + case when ${opp} and ${rest} > 0 then ${trinn} else 0 end)`;
}

function uke(form: Telleform): Sql {
  return form.ukentlig ? sql`(b.dato - (extract(isodow from b.dato)::int - 1))` : sql`null::date`;
}

/** What an order has in a month, in force or not. */
export type Manedsrad = Pick<Tellerad, 'oppdragId' | 'uke' | 'minutter' | 'antall'> & {
  /** Approved visits, of every category. */
  readonly kvittert: number;
  /** Visits that are not approved, or not of the recipient's own time. */
  readonly andre: number;
};

/** Every order's month in one pass of the covering index: approved visits of the recipient's own time, and how many there are of others. */
export function tellManed(tx: Tx, form: Telleform, m: Maned): Promise<Manedsrad[]> {
  const teller = sql`b.kvittert and b.kategori = 'BRUKERRETTET'`;
  const gruppe = form.ukentlig ? sql`1, 2` : sql`1`;
  return tx.alle<Manedsrad>(sql`
    select b.oppdrag_id as "oppdragId", ${uke(form)} as uke, coalesce(sum(${etterRegel(sql`b.minutter`, form.minuttregel)}) filter (where ${teller}), 0)::int as minutter,
      (count(*) filter (where ${teller}))::int as antall, (count(*) filter (where b.kvittert))::int as kvittert,
      (count(*) filter (where not (${teller})))::int as andre
    from besok b where b.kommune_id = ${tx.hvem.kommuneId} and not b.erstattet and b.dato between ${fastDag(forsteDag(m))} and ${fastDag(sisteDag(m))} group by ${gruppe}`);
}

/** Orders of a month with some visit that is not approved or not of the recipient's own time, or that are not in force the whole month (`delvis`). */
export type Kandidater = { readonly oppdrag: readonly number[]; readonly delvis: readonly number[] };

/** An order, with the days it is in force (`tom` null: open). */
export type Ordreram = { readonly id: number; readonly fom: Dato; readonly tom: Dato | null };

/**
 * Visits in force of some orders, each looked up by itself: where `antall` is not 0, the same rows as the pure `samle` makes.
 * `bareAndre`: without those of the recipient's own time.
 */
export function tellBesok(tx: Tx, form: Telleform, fra: Maned, til: Maned, oppdrag: readonly Ordreram[], bareAndre = false): Promise<Tellerad[]> {
  if (oppdrag.length === 0) return Promise.resolve([]);
  const maned = fra === til ? sql`${fra}::text` : sql`to_char(b.dato, 'YYYY-MM')`;
  return tx.alle<Tellerad>(sql`
    select b.oppdrag_id as "oppdragId", ${maned} as maned, ${uke(form)} as uke, b.kategori, coalesce(sum(${etterRegel(sql`b.minutter`, form.minuttregel)}) filter (where b.kvittert), 0)::int as minutter,
      coalesce(sum(${etterRegel(sql`coalesce(b.planlagt_minutter, 0)`, form.minuttregel)}) filter (where b.kvittert), 0)::int as planlagt,
      (count(*) filter (where b.kvittert))::int as antall, (count(*) filter (where not (b.kvittert and b.kategori = 'BRUKERRETTET')))::int as andre
    from unnest(${oppdrag.map((o) => o.id)}::int[], ${oppdrag.map((o) => o.fom)}::date[], ${oppdrag.map((o) => o.tom)}::date[]) g(id, fom, tom)
    join besok b on b.kommune_id = ${tx.hvem.kommuneId} and b.oppdrag_id = g.id and b.dato >= g.fom and b.dato <= coalesce(g.tom, 'infinity')
    where not b.erstattet and b.dato between ${fastDag(forsteDag(fra))} and ${fastDag(sisteDag(til))} and ${bareAndre ? sql`b.kategori <> 'BRUKERRETTET'` : sql`true`}
    group by 1, 2, 3, 4`);
}
