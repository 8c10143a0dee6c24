import type { Dato } from '#lib/core/dato.ts';
import type { Planlinje } from '#lib/oppdrag/domain/besoksplan.ts';
import type { Planansatt, Planbilde, Planlagt, Planrad, Planside, Arbeid } from '#lib/oppdrag/plan-view.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** A unit's days from `fom` to `tom`. */
export type Planperiode = { readonly enhetId: number; readonly fom: Dato; readonly tom: Dato };

function egne(tx: Tx, kolonne: Sql): Sql {
  return tx.hvem.enheter === null ? sql`true` : sql`${kolonne} = any(${tx.hvem.enheter}::int[])`;
}

/**
 * Every planned visit of a unit's days, one row a visit and day, as the common table `planlagt`: the rows of the plan in
 * force that day, inside their order, with what differs on the day, and the cause when the vedtak rests. Orders are looked
 * up once each, since every look-up asks the policies.
 */
export function planlagteBesok(tx: Tx, p: Planperiode): Sql {
  const { kommuneId } = tx.hvem;
  return sql`
    dager as (select g::date dag, extract(isodow from g)::int ukedag, (g::date - date '1970-01-05') / 7 ukenr
      from generate_series(${p.fom}::date, ${p.tom}::date, interval '1 day') g),
    planrad as materialized (
      select b.* from besoksplan b where b.kommune_id = ${kommuneId} and b.enhet_id = ${p.enhetId} and ${egne(tx, sql`b.enhet_id`)}
        and b.trukket is null and b.fom <= ${p.tom} and (b.tom is null or b.tom >= ${p.fom})),
    planoppdrag as materialized (
      select o.id, o.vedtak_id, o.mottaker_id, o.fom, o.tom from (select distinct r.oppdrag_id from planrad r) d
      join oppdrag o on o.kommune_id = ${kommuneId} and o.id = d.oppdrag_id and o.annullert is null),
    -- The pauses first, then their days: the other way round every vedtak is looked up once a day.
    planpause as materialized (
      select s.vedtak_id, s.fom, s.tom, s.arsak from pause s
      where s.kommune_id = ${kommuneId} and s.gjeldende and not s.trukket and s.fom <= ${p.tom} and (s.tom is null or s.tom >= greatest(s.fom, ${p.fom}::date))
        and s.vedtak_id in (select o.vedtak_id from planoppdrag o)),
    planhvile as materialized (
      select s.vedtak_id, d.dag, min(s.arsak) arsak from planpause s join dager d on d.dag between s.fom and coalesce(s.tom, d.dag) group by 1, 2),
    planavvik as materialized (
      select u.* from planunntak u where u.kommune_id = ${kommuneId} and u.dato between ${p.fom} and ${p.tom} and u.trukket is null),
    -- A row is of one date or of a weekday; either way its weekday finds the day.
    planlagt as materialized (
      select r.id plan_id, d.dag, r.oppdrag_id, o.vedtak_id, o.mottaker_id, r.enhet_id, coalesce(u.start_minutt, r.start_minutt) start_minutt,
        coalesce(u.minutter, r.minutter) minutter, r.personer, r.oppgaver, coalesce(u.ansatt_id, r.ansatt_id) ansatt_id,
        coalesce(u.slag = 'ENDRET', false) endret, u.grunn ikke_utfort, s.arsak pause
      from planrad r
      join dager d on d.ukedag = coalesce(extract(isodow from r.dato)::int, r.ukedag) and d.dag >= r.fom and (r.tom is null or d.dag <= r.tom)
        and (r.dato = d.dag or (r.dato is null and d.ukenr % r.hver = r.fase))
      join planoppdrag o on o.id = r.oppdrag_id and o.fom <= d.dag and (o.tom is null or o.tom >= d.dag)
      left join planhvile s on s.vedtak_id = o.vedtak_id and s.dag = d.dag
      left join planavvik u on u.plan_id = r.id and u.dato = d.dag)`;
}

const KOLONNER = sql`p.plan_id "planId", p.dag dato, p.oppdrag_id "oppdragId", p.vedtak_id "vedtakId", v.nummer "vedtakNummer", p.mottaker_id "mottakerId", p.enhet_id "enhetId",
  coalesce(t.navn_nb, v.tjeneste) "tjenesteNb", coalesce(t.navn_nn, v.tjeneste) "tjenesteNn", p.start_minutt "startMinutt",
  to_char(make_interval(mins => p.start_minutt), 'HH24.MI') kl, p.minutter, p.personer, p.oppgaver, p.ansatt_id "ansattId", a.navn ansatt, p.endret,
  p.ikke_utfort "ikkeUtfort", p.pause, m.pseudonym, case when i.mottaker_id is null then null else i.fornavn || ' ' || i.etternavn end navn`;

function kilder(tx: Tx): Sql {
  const k = tx.hvem.kommuneId;
  return sql`join vedtak v on v.kommune_id = ${k} and v.id = p.vedtak_id
    join mottaker m on m.kommune_id = ${k} and m.id = p.mottaker_id
    left join mottaker_identitet i on i.kommune_id = ${k} and i.mottaker_id = p.mottaker_id
    left join konto a on a.kommune_id = ${k} and a.id = p.ansatt_id
    left join lateral (select t.navn_nb, t.navn_nn from tjeneste t where t.kommune_id = ${k} and t.kode = v.tjeneste and t.fom <= p.dag order by t.fom desc limit 1) t on true`;
}

/** A day's planned visits by time; of one employee, of nobody (`null`), or all. Those that rest are not work. */
export function findArbeid(tx: Tx, p: Planperiode, ansattId: number | null | 'alle'): Promise<Arbeid[]> {
  const hvem = ansattId === 'alle' ? sql`true` : sql`p.ansatt_id is not distinct from ${ansattId}::int`;
  return tx.alle<Arbeid>(sql`
    with ${planlagteBesok(tx, p)}
    select ${KOLONNER}, v.minutter "vedtattMinutter", v.per_uker "perUker" from planlagt p ${kilder(tx)}
    where ${hvem} and p.pause is null order by p.dag, p.start_minutt, p.oppdrag_id, p.plan_id`);
}

/** One page of a day's plan, resting ones too. */
export function findDagsplan(tx: Tx, p: Planperiode, ansattId: number | null | 'alle', utsnitt: { antall: number; fra: number }): Promise<(Planlagt & { totalt: number })[]> {
  const hvem = ansattId === 'alle' ? sql`true` : sql`p.ansatt_id is not distinct from ${ansattId}::int`;
  return tx.alle(sql`
    with ${planlagteBesok(tx, p)}, side as (select p.*, count(*) over ()::int totalt from planlagt p where ${hvem} order by p.start_minutt, p.oppdrag_id, p.plan_id limit ${utsnitt.antall} offset ${utsnitt.fra})
    select ${KOLONNER}, p.totalt from side p ${kilder(tx)} order by p.start_minutt, p.oppdrag_id, p.plan_id`);
}

export type Ukecelle = { readonly ansattId: number | null; readonly dag: Dato; readonly besok: number; readonly minutter: number };

/** Visits and minutes by employee and day; a visit by two counts for the one it is given to. */
export function findUkesum(tx: Tx, p: Planperiode): Promise<Ukecelle[]> {
  return tx.alle<Ukecelle>(sql`
    with ${planlagteBesok(tx, p)}
    select p.ansatt_id "ansattId", p.dag, count(*)::int besok, sum(p.minutter)::int minutter from planlagt p where p.pause is null and p.ikke_utfort is null group by 1, 2`);
}

export function findPlanansatte(tx: Tx, enhetId: number, dag: Dato): Promise<Planansatt[]> {
  return tx.alle<Planansatt>(sql`
    select distinct k.id "kontoId", k.navn from konto_rolle r join konto k on k.kommune_id = r.kommune_id and k.id = r.konto_id and k.stengt is null
    where r.kommune_id = ${tx.hvem.kommuneId} and r.enhet_id = ${enhetId} and ${egne(tx, sql`r.enhet_id`)} and r.rolle in ('utforeransatt', 'utforerleder')
      and r.fom <= ${dag} and (r.tom is null or r.tom >= ${dag}) order by k.navn`);
}

function utenPlan(tx: Tx, enhetId: number, dag: Dato): Sql {
  return sql`from oppdrag o join vedtak v on v.kommune_id = o.kommune_id and v.id = o.vedtak_id and v.omfang_type = 'TIMER' and v.minutter > 0
    where o.kommune_id = ${tx.hvem.kommuneId} and o.enhet_id = ${enhetId} and ${egne(tx, sql`o.enhet_id`)} and o.annullert is null and (o.tom is null or o.tom >= ${dag})
      and not exists (select 1 from besoksplan b where b.kommune_id = o.kommune_id and b.enhet_id = o.enhet_id and b.oppdrag_id = o.id and b.trukket is null)`;
}

export async function findUtenPlan(tx: Tx, enhetId: number, dag: Dato, maks: number): Promise<{ antall: number; rader: Planside['utenPlan'] }> {
  const { kommuneId } = tx.hvem;
  const telt = await tx.en<{ antall: number }>(sql`select count(*)::int antall ${utenPlan(tx, enhetId, dag)}`);
  const rader = await tx.alle<Planside['utenPlan'][number]>(sql`
    select o.id "oppdragId", o.fom, v.nummer "vedtakNummer", v.minutter, coalesce(v.besok, 0) besok, v.per_uker "perUker", m.pseudonym,
      case when i.mottaker_id is null then null else i.fornavn || ' ' || i.etternavn end navn
    from (select o.*, v.nummer, v.minutter vm, v.besok vb ${utenPlan(tx, enhetId, dag)} order by o.fom, o.id limit ${maks}) o
    join vedtak v on v.kommune_id = ${kommuneId} and v.id = o.vedtak_id
    join mottaker m on m.kommune_id = ${kommuneId} and m.id = o.mottaker_id
    left join mottaker_identitet i on i.kommune_id = ${kommuneId} and i.mottaker_id = o.mottaker_id order by o.fom, o.id`);
  return { antall: telt?.antall ?? 0, rader };
}

export type Planlost = { readonly oppdragId: number; readonly vedtakId: number; readonly enhetId: number; readonly fom: Dato; readonly tom: Dato | null; readonly tidsband: readonly string[]; readonly andresBand: readonly string[]; readonly minutter: number; readonly besok: number | null; readonly perUker: number; readonly deler: { tidsband: string; minutter?: number; besok?: number }[] | null };

/** Orders without a plan, with what a proposal is made of. `bare`: of these only. */
export function findPlanlose(tx: Tx, enhetId: number, dag: Dato, bare: readonly number[] | null): Promise<Planlost[]> {
  return tx.alle<Planlost>(sql`
    select o.id "oppdragId", o.vedtak_id "vedtakId", o.enhet_id "enhetId", o.fom, o.tom, o.tidsband, v.minutter, v.besok, v.per_uker "perUker", v.deler,
      array(select distinct unnest(x.tidsband) from oppdrag x where x.kommune_id = o.kommune_id and x.vedtak_id = o.vedtak_id and x.id <> o.id and x.annullert is null) "andresBand"
    ${utenPlan(tx, enhetId, dag)} and (${bare}::int[] is null or o.id = any(${bare}::int[])) order by o.id`);
}

export type NyPlanrad = Planlinje & { readonly oppdragId: number; readonly vedtakId: number; readonly enhetId: number; readonly fom: Dato; readonly tom: Dato | null };

/** Stores proposed rows, all in one statement. @returns how many */
export function insertForslag(tx: Tx, rader: readonly NyPlanrad[]): Promise<number> {
  return tx.kjor(sql`
    insert into besoksplan (kommune_id, oppdrag_id, vedtak_id, enhet_id, ukedag, hver, fase, start_minutt, minutter, oppgaver, fom, tom, opphav, registrert, registrert_av)
    select ${tx.hvem.kommuneId}, r."oppdragId", r."vedtakId", r."enhetId", r.ukedag, r.hver, r.fase, r."startMinutt", r.minutter, '{}', r.fom, r.tom, 'FORSLAG', ${naa()}, ${tx.hvem.kontoId}
    from json_to_recordset(${JSON.stringify(rader)}::json) r("oppdragId" int, "vedtakId" int, "enhetId" int, ukedag int, hver int, fase int, "startMinutt" int, minutter int, fom date, tom date)`);
}

const RAD = sql`b.id "planId", b.oppdrag_id "oppdragId", b.enhet_id "enhetId", b.ukedag, b.dato, b.hver, b.fase, b.start_minutt "startMinutt", b.minutter, b.personer, b.oppgaver, b.ansatt_id "ansattId", b.fom, b.tom`;

/** Locks a row of the plan for the rest of the transaction. */
export function lockPlanrad(tx: Tx, planId: number): Promise<(Planrad & { vedtakId: number }) | null> {
  return tx.en(sql`select ${RAD}, b.vedtak_id "vedtakId" from besoksplan b where b.kommune_id = ${tx.hvem.kommuneId} and b.id = ${planId} and ${egne(tx, sql`b.enhet_id`)} and b.trukket is null for update`);
}

/** An order's rows in force on a day or later. */
export function findPlanrader(tx: Tx, oppdragId: number, fra: Dato): Promise<Planrad[]> {
  return tx.alle<Planrad>(sql`
    select ${RAD} from besoksplan b where b.kommune_id = ${tx.hvem.kommuneId} and b.oppdrag_id = ${oppdragId} and ${egne(tx, sql`b.enhet_id`)} and b.trukket is null
      and (b.tom is null or b.tom >= ${fra}) order by b.fase, b.ukedag nulls last, b.dato, b.start_minutt`);
}

export type Planoppdrag = Planbilde['hvem'] & { readonly vedtakId: number; readonly mottakerId: number; readonly fom: Dato; readonly tom: Dato | null };

/** An order granted in hours that can be planned, or null. */
export function findPlanoppdrag(tx: Tx, oppdragId: number): Promise<Planoppdrag | null> {
  return tx.en<Planoppdrag>(sql`
    select o.id "oppdragId", o.vedtak_id "vedtakId", o.mottaker_id "mottakerId", o.enhet_id "enhetId", o.fom, o.tom, v.nummer "vedtakNummer", v.minutter, coalesce(v.besok, 0) besok, v.per_uker "perUker",
      coalesce(t.navn_nb, v.tjeneste) "tjenesteNb", coalesce(t.navn_nn, v.tjeneste) "tjenesteNn", m.pseudonym, case when i.mottaker_id is null then null else i.fornavn || ' ' || i.etternavn end navn
    from oppdrag o join vedtak v on v.kommune_id = o.kommune_id and v.id = o.vedtak_id and v.omfang_type = 'TIMER'
    join mottaker m on m.kommune_id = o.kommune_id and m.id = o.mottaker_id
    left join mottaker_identitet i on i.kommune_id = o.kommune_id and i.mottaker_id = o.mottaker_id
    left join lateral (select t.navn_nb, t.navn_nn from tjeneste t where t.kommune_id = o.kommune_id and t.kode = v.tjeneste and t.fom <= o.fom order by t.fom desc limit 1) t on true
    where o.kommune_id = ${tx.hvem.kommuneId} and o.id = ${oppdragId} and ${egne(tx, sql`o.enhet_id`)} and o.annullert is null`);
}

export type Planskriv = Omit<Planrad, 'planId'> & { readonly vedtakId: number };

export async function insertPlanrad(tx: Tx, r: Planskriv): Promise<number> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into besoksplan (kommune_id, oppdrag_id, vedtak_id, enhet_id, ukedag, dato, hver, fase, start_minutt, minutter, personer, oppgaver, ansatt_id, fom, tom, opphav, registrert, registrert_av)
    values (${tx.hvem.kommuneId}, ${r.oppdragId}, ${r.vedtakId}, ${r.enhetId}, ${r.ukedag}, ${r.dato}, ${r.hver}, ${r.fase}, ${r.startMinutt}, ${r.minutter}, ${r.personer}, ${r.oppgaver}, ${r.ansattId},
      ${r.fom}, ${r.tom}, 'REGISTRERT', ${naa()}, ${tx.hvem.kontoId}) returning id`);
  return rad?.id ?? 0;
}

/** Ends a row the day before, or takes it away when it then never was in force. */
export async function avsluttPlanrad(tx: Tx, planId: number, sisteDag: Dato): Promise<void> {
  await tx.kjor(sql`
    update besoksplan set tom = case when fom <= ${sisteDag} then ${sisteDag}::date else tom end, trukket = case when fom <= ${sisteDag} then null else ${naa()}::timestamptz end
    where kommune_id = ${tx.hvem.kommuneId} and id = ${planId} and (tom is null or tom > ${sisteDag})`);
}

export function findUnntak(tx: Tx, planId: number, dato: Dato): Promise<Planbilde['unntak']> {
  return tx.en(sql`select slag, start_minutt "startMinutt", minutter, ansatt_id "ansattId", grunn from planunntak
    where kommune_id = ${tx.hvem.kommuneId} and plan_id = ${planId} and dato = ${dato} and trukket is null`);
}

export type Nyttunntak = { readonly planId: number; readonly oppdragId: number; readonly enhetId: number; readonly dato: Dato; readonly slag: 'ENDRET' | 'IKKE_UTFORT'; readonly startMinutt: number | null; readonly minutter: number | null; readonly ansattId: number | null; readonly grunn: string | null };

export function trekkUnntak(tx: Tx, planId: number, dato: Dato): Promise<number> {
  return tx.kjor(sql`update planunntak set trukket = ${naa()} where kommune_id = ${tx.hvem.kommuneId} and plan_id = ${planId} and dato = ${dato} and trukket is null and ${egne(tx, sql`enhet_id`)}`);
}

/** What differs on a day takes the place of what differed before. */
export async function saveUnntak(tx: Tx, u: Nyttunntak): Promise<void> {
  await trekkUnntak(tx, u.planId, u.dato);
  await tx.kjor(sql`
    insert into planunntak (kommune_id, plan_id, oppdrag_id, enhet_id, dato, slag, start_minutt, minutter, ansatt_id, grunn, registrert, registrert_av)
    values (${tx.hvem.kommuneId}, ${u.planId}, ${u.oppdragId}, ${u.enhetId}, ${u.dato}, ${u.slag}, ${u.startMinutt}, ${u.minutter}, ${u.ansattId}, ${u.grunn}, ${naa()}, ${tx.hvem.kontoId})`);
}
