import type { Dato } from '#lib/core/dato.ts';
import type { Enhetsplasser, Ledigrad, Ventelisterad } from '#lib/oversikt/plassoversikt-view.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** Open reports of free places, what is not given away first. */
export function finnLedige(tx: Tx): Promise<Ledigrad[]> {
  return tx.alle<Ledigrad>(sql`
    select l.id "meldingId", e.navn enhet, p.kode, p.plasstype, l.ledig_fra "ledigFra", t.id "tildelingId", t.mottaker_id "mottakerId", m.pseudonym, t.fra,
      case when i.mottaker_id is null then null else i.fornavn || ' ' || i.etternavn end navn,
      exists (select 1 from oppdrag o join vedtak v on v.kommune_id = o.kommune_id and v.id = o.vedtak_id
        where o.kommune_id = t.kommune_id and o.mottaker_id = t.mottaker_id and o.enhet_id = t.enhet_id and o.annullert is null and v.plasstype = p.plasstype and coalesce(o.tom, 'infinity') >= t.fra) "harVedtak"
    from ledigmelding l join plass p on p.kommune_id = l.kommune_id and p.id = l.plass_id join enhet e on e.kommune_id = p.kommune_id and e.id = p.enhet_id
    left join tildeling t on t.kommune_id = l.kommune_id and t.ledigmelding_id = l.id and t.annullert is null
    left join mottaker m on m.kommune_id = t.kommune_id and m.id = t.mottaker_id
    left join mottaker_identitet i on i.kommune_id = t.kommune_id and i.mottaker_id = t.mottaker_id
    where l.kommune_id = ${tx.hvem.kommuneId} and l.trukket is null and l.brukt is null order by t.id is not null, l.ledig_fra, e.navn, p.kode`);
}

/** Those who wait and have not moved in. */
export function finnVentende(tx: Tx, dag: Dato): Promise<Ventelisterad[]> {
  return tx.alle<Ventelisterad>(sql`
    select v.id, v.mottaker_id "mottakerId", i.fornavn || ' ' || i.etternavn navn, v.plasstype, v.prioritet, v.kriterier, v.satt_opp "sattOpp", e.navn onsket, v.vedtak_id "vedtakId", x.nummer "vedtakNummer",
      array(select distinct w.tjeneste from vedtak_virkning w where w.kommune_id = v.kommune_id and w.mottaker_id = v.mottaker_id and w.gjeldende and w.fom <= ${dag} and coalesce(w.tom, 'infinity') >= ${dag}::date order by 1) imens,
      exists (select 1 from tildeling t where t.kommune_id = v.kommune_id and t.venteliste_id = v.id and t.annullert is null) tildelt
    from venteliste v join mottaker_identitet i on i.kommune_id = v.kommune_id and i.mottaker_id = v.mottaker_id
    left join enhet e on e.kommune_id = v.kommune_id and e.id = v.onsket_enhet_id
    left join vedtak x on x.kommune_id = v.kommune_id and x.id = v.vedtak_id
    where v.kommune_id = ${tx.hvem.kommuneId} and v.avsluttet is null and not exists (
      select 1 from tildeling t join ledigmelding l on l.kommune_id = t.kommune_id and l.id = t.ledigmelding_id
      where t.kommune_id = v.kommune_id and t.venteliste_id = v.id and t.annullert is null and l.brukt is not null)`);
}

/** Places in use by unit and kind, without anybody's name. */
export function finnEnhetsplasser(tx: Tx, dag: Dato): Promise<Enhetsplasser[]> {
  return tx.alle<Enhetsplasser>(sql`
    select e.navn enhet, p.plasstype, count(*)::int plasser, count(o.id)::int "iBruk", count(l.id)::int "ledigMeldt"
    from plass p join enhet e on e.kommune_id = p.kommune_id and e.id = p.enhet_id
    left join opphold o on o.kommune_id = p.kommune_id and o.enhet_id = p.enhet_id and o.plass = p.kode and o.inn <= ${dag} and (o.ut is null or o.ut > ${dag})
    left join ledigmelding l on l.kommune_id = p.kommune_id and l.plass_id = p.id and l.trukket is null and l.brukt is null
    where p.kommune_id = ${tx.hvem.kommuneId} and p.fom <= ${dag} and (p.tom is null or p.tom >= ${dag}) group by 1, 2 order by 1, 2`);
}

/** A recipient's vedtak that a place on the waiting list can rest on. */
export function finnPlassvedtak(tx: Tx, mottakerId: number): Promise<{ id: number; nummer: string; tjeneste: string; dato: Dato }[]> {
  return tx.alle(sql`
    select id, nummer, tjeneste, fattet_dato dato from vedtak where kommune_id = ${tx.hvem.kommuneId} and mottaker_id = ${mottakerId} order by fattet_dato desc, id desc limit 20`);
}

export function finnEnheterMedPlasser(tx: Tx, dag: Dato): Promise<{ id: number; navn: string }[]> {
  return tx.alle(sql`
    select e.id, e.navn from enhet e where e.kommune_id = ${tx.hvem.kommuneId}
      and exists (select 1 from plass p where p.kommune_id = e.kommune_id and p.enhet_id = e.id and p.fom <= ${dag} and (p.tom is null or p.tom >= ${dag})) order by e.navn`);
}
