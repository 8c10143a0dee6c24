import type { Dato } from '#lib/core/dato.ts';
import { sql } from '#lib/server/sql.ts';
import type { Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Plandag } from '#lib/utfort-tid/domain/planhull.ts';
import { egneEnheter } from '#lib/utfort-tid/merket-repo.ts';

export type Plantall = {
  /** visits planned and not excused, by day */
  readonly perDag: readonly { readonly dato: Dato; readonly planlagt: number; readonly minutter: number }[];
  /** days of an order with fewer registered than planned: those that may have a gap */
  readonly dager: readonly Plandag[];
  /** vedtak with some order that has a plan in these days, also one that has no visit just now */
  readonly medPlan: readonly number[];
  /** planned, and said not to be delivered */
  readonly ikkeUtfort: number;
};

/** Planned against registered. `planlagte` is the common table of the room of orders: `planlagt` with one row a visit and day. */
export async function findPlantall(tx: Tx, p: { enhetId: number; fom: Dato; tom: Dato }, planlagte: Sql): Promise<Plantall> {
  const rad = await tx.en<Plantall>(sql`
    with ${planlagte},
    ventet as materialized (
      select p.oppdrag_id, p.dag, sum(p.personer)::int antall, sum(p.minutter * p.personer)::int minutter
      from planlagt p where p.pause is null and p.ikke_utfort is null group by 1, 2),
    registrert as materialized (
      select b.oppdrag_id, b.dato, b.start from besok b
      where b.kommune_id = ${tx.hvem.kommuneId} and b.enhet_id = ${p.enhetId} and ${egneEnheter(tx, sql`b.enhet_id`)} and b.dato between ${p.fom} and ${p.tom}
        and not b.erstattet and b.kategori in ('BRUKERRETTET', 'BOMTUR')),
    -- Most days lack nothing; only those that do are looked into. In a case, so that it is hashed once whatever the planner thinks of the sizes.
    kort as materialized (
      select v.oppdrag_id, v.dag from ventet v left join (select r.oppdrag_id, r.dato, count(*) antall from registrert r group by 1, 2) g on g.oppdrag_id = v.oppdrag_id and g.dato = v.dag
      where coalesce(g.antall, 0) < v.antall),
    rader as (
      select p.oppdrag_id, p.dag,
        json_agg(json_build_object('planId', p.plan_id, 'startMinutt', p.start_minutt, 'minutter', p.minutter, 'personer', p.personer, 'ansattId', p.ansatt_id) order by p.start_minutt, p.plan_id) rader
      from planlagt p where case when p.pause is null and p.ikke_utfort is null then (p.oppdrag_id, p.dag) in (select k.oppdrag_id, k.dag from kort k) end group by 1, 2),
    startet as materialized (
      select r.oppdrag_id, r.dato, array_agg((extract(hour from l) * 60 + extract(minute from l))::int order by l) starter
      from registrert r cross join lateral (select r.start at time zone 'Europe/Oslo' l) t
      where case when r.start is not null then (r.oppdrag_id, r.dato) in (select k.oppdrag_id, k.dag from kort k) end group by 1, 2)
    select
      (select coalesce(json_agg(d), '[]') from (select v.dag dato, sum(v.antall)::int planlagt, sum(v.minutter)::int minutter from ventet v group by 1) d) "perDag",
      (select coalesce(json_agg(json_build_object('oppdragId', r.oppdrag_id, 'dato', r.dag, 'planlagt', r.rader, 'startet', coalesce(s.starter, '{}'::int[]))), '[]')
        from rader r left join startet s on s.oppdrag_id = r.oppdrag_id and s.dato = r.dag) dager,
      (select coalesce(json_agg(distinct o.vedtak_id), '[]') from planoppdrag o) "medPlan",
      (select count(*)::int from planlagt p where p.ikke_utfort is not null) "ikkeUtfort"`);
  return rad ?? { perDag: [], dager: [], medPlan: [], ikkeUtfort: 0 };
}

export type Hullnavn = { readonly oppdragId: number; readonly mottakerId: number; readonly vedtakNummer: string; readonly pseudonym: string; readonly navn: string | null };

/** Who the gaps are at. */
export function findHullnavn(tx: Tx, oppdragIder: readonly number[]): Promise<Hullnavn[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Hullnavn>(sql`
    select o.id "oppdragId", o.mottaker_id "mottakerId", v.nummer "vedtakNummer", m.pseudonym, case when i.mottaker_id is null then null else i.fornavn || ' ' || i.etternavn end navn
    from oppdrag o join vedtak v on v.kommune_id = ${k} and v.id = o.vedtak_id join mottaker m on m.kommune_id = ${k} and m.id = o.mottaker_id
    left join mottaker_identitet i on i.kommune_id = ${k} and i.mottaker_id = o.mottaker_id
    where o.kommune_id = ${k} and o.id = any(${oppdragIder}::int[]) and ${egneEnheter(tx, sql`o.enhet_id`)}`);
}

export function findKontonavn(tx: Tx, ider: readonly number[]): Promise<{ id: number; navn: string }[]> {
  return tx.alle(sql`select id, navn from konto where kommune_id = ${tx.hvem.kommuneId} and id = any(${ider}::int[])`);
}
