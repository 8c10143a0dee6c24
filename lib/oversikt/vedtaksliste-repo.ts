import type { Dato } from '#lib/core/dato.ts';
import { synligForBestiller } from '#lib/server/skjerming.ts';
import { sett, sql } from '#lib/server/sql.ts';
import type { Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Vedtakstilstand } from '#lib/vedtak/domain/vedtak-tilstand.ts';
import type { Vedtaksfilter, Vedtakslinje } from '#lib/oversikt/vedtaksliste-view.ts';

function tilstandVilkar(t: Vedtakstilstand, dag: Dato): Sql {
  const slutt = sql`w.gjeldende and w.tom < ${dag}`;
  switch (t) {
    case 'AVSLAG':
      return sql`v.utfall = 'AVSLAG'`;
    case 'I_KRAFT':
      return finnes(sql`w.gjeldende and w.fom <= ${dag} and (w.tom is null or w.tom >= ${dag})`);
    case 'KOMMENDE':
      return finnes(sql`w.gjeldende and w.fom > ${dag}`);
    case 'ERSTATTET':
      return finnes(sql`${slutt} and w.grunn = 'ERSTATTET'`);
    case 'AVSLUTTET':
      return finnes(sql`${slutt} and w.grunn <> 'ERSTATTET'`);
  }
}

function finnes(vilkar: Sql): Sql {
  return sql`exists (select 1 from vedtak_virkning w where w.kommune_id = v.kommune_id and w.vedtak_id = v.id and ${vilkar})`;
}

function vilkar(tx: Tx, f: Vedtaksfilter, dag: Dato): Sql {
  const ut: Sql[] = [sql`v.kommune_id = ${tx.hvem.kommuneId}`, synligForBestiller(tx, sql`v.mottaker_id`)];
  if (f.nummer !== '') {
    // A whole number is found by its key; a part of one by comparing.
    const helt = /^V-\d{4}-\d+$/.test(f.nummer);
    ut.push(helt ? sql`v.nummer = ${f.nummer}` : sql`v.nummer like ${`%${f.nummer.replaceAll(/[\\%_]/g, '\\$&')}%`}`);
  }
  if (f.tjeneste !== null) ut.push(sql`v.tjeneste = ${f.tjeneste}`);
  if (f.tilstand !== null) ut.push(tilstandVilkar(f.tilstand, dag));
  if (f.enhet !== null) {
    ut.push(sql`exists (select 1 from oppdrag o where o.kommune_id = v.kommune_id and o.vedtak_id = v.id and o.enhet_id = ${f.enhet} and o.annullert is null)`);
  }
  return sett(ut, ' and ', sql`true`);
}

/** One page of issued vedtak, newest first, and one row more when there is a next page. */
export async function findVedtaksliste(tx: Tx, f: Vedtaksfilter, dag: Dato, antall: number): Promise<Vedtakslinje[]> {
  const orden = f.eldstForst ? sql`v.fattet_dato, v.id` : sql`v.fattet_dato desc, v.id desc`;
  return tx.alle<Vedtakslinje>(sql`
    with v as materialized (select v.* from vedtak v where ${vilkar(tx, f, dag)} order by ${orden} limit ${antall + 1} offset ${(f.side - 1) * antall})
    select v.id, v.nummer, v.tjeneste, v.fattet_dato "fattetDato", m.pseudonym, m.skjermet, i.fornavn || ' ' || i.etternavn navn, w.fom, w.tom, w.grunn, o.utforer,
      v.omfang_type "omfangType", v.minutter, v.besok, v.per_uker "perUker", v.antall, v.niva, v.plasstype, v.manedsbelop_ore "manedsbelopOre", v.deler
    from v join mottaker m on m.kommune_id = v.kommune_id and m.id = v.mottaker_id
    left join mottaker_identitet i on i.kommune_id = v.kommune_id and i.mottaker_id = v.mottaker_id
    left join vedtak_virkning w on w.kommune_id = v.kommune_id and w.vedtak_id = v.id and w.gjeldende
    left join lateral (select e.navn utforer from oppdrag o join enhet e on e.kommune_id = o.kommune_id and e.id = o.enhet_id
      where o.kommune_id = v.kommune_id and o.vedtak_id = v.id and o.annullert is null order by o.tidsband = '{}' desc, o.fom desc limit 1) o on true
    order by ${orden}`);
}

/** How many fit the filter, counted to `tak` and no further. */
export async function countVedtaksliste(tx: Tx, f: Vedtaksfilter, dag: Dato, tak: number): Promise<number> {
  const rad = await tx.en<{ antall: number }>(sql`select count(*) antall from (select 1 from vedtak v where ${vilkar(tx, f, dag)} limit ${tak + 1}) x`);
  return rad?.antall ?? 0;
}
