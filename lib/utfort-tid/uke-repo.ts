import type { Dato } from '#lib/core/dato.ts';
import { sql } from '#lib/server/sql.ts';
import type { Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { egneEnheter, merketBesok, pausedager, RADKOLONNER, radkilde } from '#lib/utfort-tid/merket-repo.ts';
import { BESOK_PER_SIDE } from '#lib/utfort-tid/utfort-tid-view.ts';
import type { Besoksrad, Erklaring, Kvitteringsrunde, Mangelrad, Visning } from '#lib/utfort-tid/utfort-tid-view.ts';

/** A unit's days from `fom` to `tom`; every read here is of one. */
export type Enhetsperiode = { readonly enhetId: number; readonly fom: Dato; readonly tom: Dato };

export type Dagstall = {
  readonly dato: Dato;
  readonly registrert: number;
  readonly minutter: number;
  readonly kvittert: number;
  readonly ukvittert: number;
  readonly utenMerknad: number;
  readonly avtrykk: string | null;
  readonly utenfor: number;
  readonly overlapp: number;
  readonly tid: number;
  readonly pause: number;
};

/** Of approval without eyes: no remark, and not yet approved. */
const UTEN_MERKNAD = sql`k.merknad is null and not k.kvittert`;

const DAGSTALL = sql`
  select k.dato, count(*) filter (where k.kategori in ('BRUKERRETTET', 'BOMTUR'))::int registrert,
    coalesce(sum(k.minutter) filter (where k.kategori = 'BRUKERRETTET'), 0)::bigint minutter,
    count(*) filter (where k.kvittert)::int kvittert, count(*) filter (where not k.kvittert and k.merknad is distinct from 'UTENFOR')::int ukvittert,
    count(*) filter (where ${UTEN_MERKNAD})::int "utenMerknad", md5(string_agg(k.id || '.' || k.versjon, ',' order by k.id) filter (where ${UTEN_MERKNAD})) avtrykk,
    count(*) filter (where k.merknad = 'UTENFOR')::int utenfor, count(*) filter (where k.merknad = 'OVERLAPP' and not k.kvittert)::int overlapp,
    count(*) filter (where k.merknad = 'AVVIKENDE_TID' and not k.kvittert)::int tid, count(*) filter (where k.merknad = 'I_PAUSE' and not k.kvittert)::int pause
  from merket k group by k.dato`;

export function findDagstall(tx: Tx, p: Enhetsperiode): Promise<Dagstall[]> {
  return tx.alle<Dagstall>(sql`with ${merketBesok(tx, p.enhetId, p.fom, p.tom)} ${DAGSTALL}`);
}

const REKKEFOLGE = sql`order by array_position(array['UTENFOR', 'OVERLAPP', 'AVVIKENDE_TID', 'I_PAUSE'], k.merknad), k.start, k.id`;

const VILKAR: Readonly<Record<Exclude<Visning, 'mangler' | 'bort'>, Sql>> = {
  alle: sql`(k.merknad = 'UTENFOR' or (k.merknad is not null and not k.kvittert))`,
  utenfor: sql`k.merknad = 'UTENFOR'`,
  overlapp: sql`k.merknad = 'OVERLAPP' and not k.kvittert`,
  tid: sql`k.merknad = 'AVVIKENDE_TID' and not k.kvittert`,
  pause: sql`k.merknad = 'I_PAUSE' and not k.kvittert`,
  uten: UTEN_MERKNAD,
  kvittert: sql`k.kvittert`,
};

/** Which visits of the week are listed. `dag` null is all its days. */
export type Besoksutvalg = { readonly visning: Visning; readonly dag: Dato | null; readonly side: number };

export type Ukebesok = {
  readonly tall: readonly Dagstall[];
  /** one page of the view, grouped by remark, then by time; empty for the views that are not of current visits */
  readonly besok: readonly Besoksrad[];
  /** visits by vedtak */
  readonly gjort: readonly { readonly vedtakId: number; readonly registrert: number }[];
  /** the latest rounds of approval, for taking back */
  readonly runder: readonly Kvitteringsrunde[];
};

/** All that a week's page says about its current visits, from one reading of them. */
export async function findUkebesok(tx: Tx, p: Enhetsperiode, utvalg: Besoksutvalg): Promise<Ukebesok> {
  const { visning, dag, side } = utvalg;
  const vilkar = visning === 'mangler' || visning === 'bort' ? sql`false` : VILKAR[visning];
  const rad = await tx.en<Ukebesok>(sql`
    with ${merketBesok(tx, p.enhetId, p.fom, p.tom)},
    side as (select k.*, row_number() over (${REKKEFOLGE}) nr from merket k where ${vilkar} and k.dato = coalesce(${dag}::date, k.dato)
      ${REKKEFOLGE} limit ${BESOK_PER_SIDE} offset ${(side - 1) * BESOK_PER_SIDE}),
    gjort as (select k.vedtak_id, count(*)::int registrert from merket k where k.kategori in ('BRUKERRETTET', 'BOMTUR') group by 1),
    runder as (
      select (extract(epoch from k.kvittert_tid) * 1000)::bigint tid_ms, k.kvittert_tid, k.kvittert_av, count(*)::int antall
      from merket k where k.kvittert and k.kvittert_tid is not null group by 2, 3 order by 1 desc limit 5)
    select
      (select coalesce(json_agg(t), '[]') from (${DAGSTALL}) t) tall,
      (select coalesce(json_agg(r), '[]') from (select ${RADKOLONNER} from side k ${radkilde(tx)} order by k.nr) r) besok,
      (select coalesce(json_agg(json_build_object('vedtakId', g.vedtak_id, 'registrert', g.registrert)), '[]') from gjort g) gjort,
      (select coalesce(json_agg(r), '[]') from (
        select r.tid_ms "tidMs", to_char(r.kvittert_tid at time zone 'Europe/Oslo', 'HH24.MI') kl, (r.kvittert_tid at time zone 'Europe/Oslo')::date dag,
          r.kvittert_av "avKontoId", a.navn av, r.antall
        from runder r left join konto a on a.kommune_id = ${tx.hvem.kommuneId} and a.id = r.kvittert_av order by r.tid_ms desc) r) runder`);
  return rad ?? { tall: [], besok: [], gjort: [], runder: [] };
}

/** Visits that were put aside: kept, and counted nowhere. */
export function findLagtBort(tx: Tx, p: Enhetsperiode, side: number): Promise<Besoksrad[]> {
  const { kommuneId } = tx.hvem;
  return tx.alle<Besoksrad>(sql`
    with bort as (
      select b.*, o.mottaker_id, o.fom oppdrag_fom, o.tom oppdrag_tom, o.annullert is not null annullert, v.nummer vedtak_nummer, b.planlagt_minutter planlagt, null::text merknad
      from besok b left join oppdrag o on o.kommune_id = b.kommune_id and o.id = b.oppdrag_id left join vedtak v on v.kommune_id = b.kommune_id and v.id = b.vedtak_id
      where b.kommune_id = ${kommuneId} and b.enhet_id = ${p.enhetId} and ${egneEnheter(tx, sql`b.enhet_id`)} and b.dato between ${p.fom} and ${p.tom}
        and b.erstattet and b.kilde = 'LAGT_BORT')
    select (select navn from konto l where l.kommune_id = ${kommuneId} and l.id = k.registrert_av) "lagtBortAv", ${RADKOLONNER}
    from bort k ${radkilde(tx)} order by k.start, k.id limit ${BESOK_PER_SIDE} offset ${(side - 1) * BESOK_PER_SIDE}`);
}

export async function tellLagtBort(tx: Tx, p: Enhetsperiode): Promise<number> {
  const rad = await tx.en<{ antall: number }>(sql`
    select count(*)::int antall from besok b where b.kommune_id = ${tx.hvem.kommuneId} and b.enhet_id = ${p.enhetId} and ${egneEnheter(tx, sql`b.enhet_id`)}
      and b.dato between ${p.fom} and ${p.tom} and b.erstattet and b.kilde = 'LAGT_BORT'`);
  return rad?.antall ?? 0;
}

/** A vedtak in hours that the unit has an order for, with the days of the period it is in force and not paused. */
export type Vedtakskraft = {
  readonly vedtakId: number;
  readonly oppdragId: number;
  readonly nummer: string;
  readonly besok: number;
  readonly minutter: number;
  readonly perUker: number;
  readonly dager: readonly Dato[];
};

/** What is granted, by vedtak; those that are paused all the days are left out. */
export function findVedtakskraft(tx: Tx, p: Enhetsperiode): Promise<Vedtakskraft[]> {
  const { kommuneId } = tx.hvem;
  return tx.alle<Vedtakskraft>(sql`
    with i_uken as materialized (
      select o.vedtak_id, max(o.id) oppdrag_id, range_agg(daterange(o.fom, o.tom, '[]')) kraft from oppdrag o
      where o.kommune_id = ${kommuneId} and o.enhet_id = ${p.enhetId} and ${egneEnheter(tx, sql`o.enhet_id`)}
        and o.annullert is null and o.fom <= ${p.tom} and (o.tom is null or o.tom >= ${p.fom}) group by 1)
    select v.id "vedtakId", d.oppdrag_id "oppdragId", v.nummer, coalesce(v.besok, 0) besok, v.minutter, v.per_uker "perUker", k.dager
    from i_uken d
    join vedtak v on v.kommune_id = ${kommuneId} and v.id = d.vedtak_id and v.omfang_type = 'TIMER'
    cross join lateral (select ${pausedager(tx, p.fom, p.tom)} pauset offset 0) q
    cross join lateral (select array_agg(g::date order by g) dager from generate_series(${p.fom}::date, ${p.tom}::date, interval '1 day') g
      where g::date <@ d.kraft and (g::date <@ q.pauset) is not true) k
    where k.dager is not null`);
}

/** Who the orders are for, by order. */
export function findNavn(tx: Tx, oppdragIder: readonly number[]): Promise<Pick<Mangelrad, 'oppdragId' | 'navn' | 'pseudonym'>[]> {
  const { kommuneId } = tx.hvem;
  return tx.alle(sql`
    select o.id "oppdragId", m.pseudonym, case when i.mottaker_id is null then null else i.fornavn || ' ' || i.etternavn end navn
    from oppdrag o join mottaker m on m.kommune_id = ${kommuneId} and m.id = o.mottaker_id
    left join mottaker_identitet i on i.kommune_id = ${kommuneId} and i.mottaker_id = o.mottaker_id
    where o.kommune_id = ${kommuneId} and o.id = any(${oppdragIder}::int[]) and ${egneEnheter(tx, sql`o.enhet_id`)}`);
}

export function findErklaring(tx: Tx, enhetId: number, uke: string): Promise<Erklaring | null> {
  return tx.en<Erklaring>(sql`
    select (u.erklart at time zone 'Europe/Oslo')::date dag, a.navn av from uke_erklaring u
    left join konto a on a.kommune_id = u.kommune_id and a.id = u.erklart_av
    where u.kommune_id = ${tx.hvem.kommuneId} and u.enhet_id = ${enhetId} and u.uke = ${uke}`);
}
