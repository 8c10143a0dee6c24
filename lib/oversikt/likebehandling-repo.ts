import type { Dato } from '#lib/core/dato.ts';
import { sql } from '#lib/server/sql.ts';
import type { Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Inndeling, Omfangsgruppe, Utfallsgruppe } from '#lib/oversikt/likebehandling-view.ts';

/** What a recipient `m` with a vedtak by the account `fattet_av` is grouped by. */
function nokkel(inndeling: Inndeling, dag: Dato): Sql {
  const rolle = (hva: Sql): Sql => sql`(select ${hva} from konto_rolle r left join enhet e on e.kommune_id = r.kommune_id and e.id = r.enhet_id
    where r.kommune_id = b.kommune_id and r.konto_id = b.fattet_av and r.rolle in ('saksbehandler', 'bestillerleder') order by r.fom desc, r.id desc limit 1)`;
  switch (inndeling) {
    case 'behov':
      return sql`(select u.hjelpebehov from utredning u where u.kommune_id = b.kommune_id and u.mottaker_id = b.mottaker_id order by u.dato desc, u.id desc limit 1)`;
    case 'alder':
      return sql`case when extract(year from ${dag}::date) - b.fodselsar < 18 then '0-17' when extract(year from ${dag}::date) - b.fodselsar < 50 then '18-49'
        when extract(year from ${dag}::date) - b.fodselsar < 67 then '50-66' when extract(year from ${dag}::date) - b.fodselsar < 80 then '67-79'
        when extract(year from ${dag}::date) - b.fodselsar < 90 then '80-89' else '90+' end`;
    case 'sone':
      return sql`b.sone`;
    case 'kontor':
      return rolle(sql`e.navn`);
    case 'gruppe':
      return rolle(sql`r.rolle`);
  }
}

/** Minutes a week granted in hours on the day, per recipient, by group; the row of everyone has no group and `alle`. Shielded ones are left out for everyone. */
export async function findOmfang(tx: Tx, inndeling: Inndeling, tjeneste: string | null, dag: Dato): Promise<(Omfangsgruppe & { alle: boolean })[]> {
  return tx.alle(sql`
    with b as materialized (
      select m.kommune_id, m.id mottaker_id, m.fodselsar, m.sone, sum(v.minutter::numeric / v.per_uker) minutter, (array_agg(v.fattet_av order by v.fattet_dato desc, v.id desc))[1] fattet_av
      from vedtak_virkning w join vedtak v on v.kommune_id = w.kommune_id and v.id = w.vedtak_id
      join mottaker m on m.kommune_id = v.kommune_id and m.id = v.mottaker_id and not m.skjermet
      where w.kommune_id = ${tx.hvem.kommuneId} and w.gjeldende and w.fom <= ${dag} and (w.tom is null or w.tom >= ${dag}) and v.omfang_type = 'TIMER'
        and (${tjeneste}::text is null or v.tjeneste = ${tjeneste}) group by m.kommune_id, m.id),
    k as (select ${nokkel(inndeling, dag)} nokkel, minutter from b)
    select nokkel, grouping(nokkel) = 1 alle, count(*)::int antall, round(percentile_cont(0.25) within group (order by minutter::float8))::int q1,
      round(percentile_cont(0.5) within group (order by minutter::float8))::int median, round(percentile_cont(0.75) within group (order by minutter::float8))::int q3
    from k group by grouping sets ((nokkel), ()) order by 2 desc, 1 nulls last`);
}

/** Vedtak since `fra` by group: how many, wholly and partly refused, appealed and changed by the appeal. */
export async function findUtfall(tx: Tx, inndeling: Inndeling, tjeneste: string | null, fra: Dato, dag: Dato): Promise<Utfallsgruppe[]> {
  return tx.alle<Utfallsgruppe>(sql`
    with b as materialized (
      select v.kommune_id, v.id, v.mottaker_id, v.utfall, v.fattet_av, m.fodselsar, m.sone,
        exists (select 1 from klage k where k.kommune_id = v.kommune_id and k.vedtak_id = v.id) klaget,
        exists (select 1 from klage k where k.kommune_id = v.kommune_id and k.vedtak_id = v.id and (k.utfall in ('OMGJORT', 'DELVIS') or k.instans_utfall in ('ENDRET', 'OPPHEVET'))) omgjort
      from vedtak v join mottaker m on m.kommune_id = v.kommune_id and m.id = v.mottaker_id and not m.skjermet
      where v.kommune_id = ${tx.hvem.kommuneId} and v.fattet_dato >= ${fra} and (${tjeneste}::text is null or v.tjeneste = ${tjeneste}))
    select ${nokkel(inndeling, dag)} nokkel, count(*)::int antall, count(distinct b.mottaker_id)::int mottakere, count(*) filter (where utfall = 'AVSLAG')::int avslag, count(*) filter (where utfall = 'DELVIS')::int delvis,
      count(*) filter (where klaget)::int klager, count(*) filter (where omgjort)::int omgjort
    from b group by 1 order by 1 nulls last`);
}
