import type { Dato } from '#lib/core/dato.ts';
import { sql } from '#lib/server/sql.ts';
import type { Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Vedtattgruppe } from '#lib/utfort-tid/domain/uke.ts';
import { egneEnheter, merketBesok, RADKOLONNER, radkilde } from '#lib/utfort-tid/merket-repo.ts';
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

export function findDagstall(tx: Tx, p: Enhetsperiode): Promise<Dagstall[]> {
  return tx.alle<Dagstall>(sql`
    with ${merketBesok(tx, p.enhetId, p.fom, p.tom)}
    select k.dato, count(*) filter (where k.kategori in ('BRUKERRETTET', 'BOMTUR'))::int registrert,
      coalesce(sum(k.minutter) filter (where k.kategori = 'BRUKERRETTET'), 0)::bigint minutter,
      count(*) filter (where k.kvittert)::int kvittert, count(*) filter (where not k.kvittert and k.merknad is distinct from 'UTENFOR')::int ukvittert,
      count(*) filter (where ${UTEN_MERKNAD})::int "utenMerknad", md5(string_agg(k.id || '.' || k.versjon, ',' order by k.id) filter (where ${UTEN_MERKNAD})) avtrykk,
      count(*) filter (where k.merknad = 'UTENFOR')::int utenfor, count(*) filter (where k.merknad = 'OVERLAPP' and not k.kvittert)::int overlapp,
      count(*) filter (where k.merknad = 'AVVIKENDE_TID' and not k.kvittert)::int tid, count(*) filter (where k.merknad = 'I_PAUSE' and not k.kvittert)::int pause
    from merket k group by k.dato`);
}

const VILKAR: Readonly<Record<Exclude<Visning, 'mangler' | 'bort'>, Sql>> = {
  alle: sql`(k.merknad = 'UTENFOR' or (k.merknad is not null and not k.kvittert))`,
  utenfor: sql`k.merknad = 'UTENFOR'`,
  overlapp: sql`k.merknad = 'OVERLAPP' and not k.kvittert`,
  tid: sql`k.merknad = 'AVVIKENDE_TID' and not k.kvittert`,
  pause: sql`k.merknad = 'I_PAUSE' and not k.kvittert`,
  uten: UTEN_MERKNAD,
  kvittert: sql`k.kvittert`,
};

/** One page of the visits of a view, grouped by remark, then by time. */
export function findBesok(tx: Tx, p: Enhetsperiode, visning: Exclude<Visning, 'mangler' | 'bort'>, side: number): Promise<Besoksrad[]> {
  return tx.alle<Besoksrad>(sql`
    with ${merketBesok(tx, p.enhetId, p.fom, p.tom)},
    side as (select * from merket k where ${VILKAR[visning]}
      order by array_position(array['UTENFOR', 'OVERLAPP', 'AVVIKENDE_TID', 'I_PAUSE'], k.merknad), k.start, k.id
      limit ${BESOK_PER_SIDE} offset ${(side - 1) * BESOK_PER_SIDE})
    select ${RADKOLONNER} from side k ${radkilde(tx)}
    order by array_position(array['UTENFOR', 'OVERLAPP', 'AVVIKENDE_TID', 'I_PAUSE'], k.merknad), k.start, k.id`);
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

/** Vedtak in hours that the unit had an order for, day by day, less the days they were paused. */
function iKraft(tx: Tx, p: Enhetsperiode): Sql {
  const { kommuneId } = tx.hvem;
  return sql`
    oppdrag_i_uken as (
      select o.* from oppdrag o where o.kommune_id = ${kommuneId} and o.enhet_id = ${p.enhetId} and ${egneEnheter(tx, sql`o.enhet_id`)}
        and o.annullert is null and o.fom <= ${p.tom} and (o.tom is null or o.tom >= ${p.fom})),
    kraft as (
      select distinct d.dag::date dag, o.vedtak_id
      from generate_series(${p.fom}::date, ${p.tom}::date, interval '1 day') d(dag)
      join oppdrag_i_uken o on o.fom <= d.dag and (o.tom is null or o.tom >= d.dag)
      where not exists (select 1 from pause p where p.kommune_id = ${kommuneId} and p.vedtak_id = o.vedtak_id and p.gjeldende and not p.trukket
        and p.fom <= d.dag and (p.tom is null or p.tom >= d.dag)))`;
}

/** What is granted per day, summed over vedtak that repeat over the same number of weeks: exact, the fraction is taken later. */
export function findVedtatt(tx: Tx, p: Enhetsperiode): Promise<Vedtattgruppe[]> {
  return tx.alle<Vedtattgruppe>(sql`
    with ${iKraft(tx, p)}
    select k.dag, v.per_uker "perUker", sum(coalesce(v.besok, 0))::bigint besok, sum(v.minutter)::bigint minutter
    from kraft k join vedtak v on v.kommune_id = ${tx.hvem.kommuneId} and v.id = k.vedtak_id and v.omfang_type = 'TIMER'
    group by 1, 2 order by 1, 2`);
}

function mangelvilkar(tx: Tx, p: Enhetsperiode): Sql {
  const { kommuneId } = tx.hvem;
  return sql`${iKraft(tx, p)},
    vedtatt as (
      select v.id vedtak_id, v.nummer, (count(*) * v.besok / (7 * v.per_uker))::int vedtatt, count(*) < (${p.tom}::date - ${p.fom}::date + 1) kortere
      from kraft k join vedtak v on v.kommune_id = ${kommuneId} and v.id = k.vedtak_id and v.omfang_type = 'TIMER' and v.besok > 0
      group by v.id, v.nummer, v.besok, v.per_uker),
    gjort as (
      select b.vedtak_id, count(*)::int registrert from besok b
      where b.kommune_id = ${kommuneId} and b.enhet_id = ${p.enhetId} and b.dato between ${p.fom} and ${p.tom} and not b.erstattet and b.kategori in ('BRUKERRETTET', 'BOMTUR')
      group by 1),
    mangel as (
      select t.*, coalesce(g.registrert, 0) registrert, t.vedtatt - coalesce(g.registrert, 0) mangler
      from vedtatt t left join gjort g using (vedtak_id) where t.vedtatt > coalesce(g.registrert, 0))`;
}

/** Visits that are missing by vedtak (granted whole visits of the days in force, less those registered), and at how many. */
export async function tellMangler(tx: Tx, p: Enhetsperiode): Promise<{ besok: number; vedtak: number }> {
  const rad = await tx.en<{ besok: number; vedtak: number }>(sql`
    with ${mangelvilkar(tx, p)} select coalesce(sum(mangler), 0)::int besok, count(*)::int vedtak from mangel`);
  return rad ?? { besok: 0, vedtak: 0 };
}

/** The biggest gaps first. */
export function findMangler(tx: Tx, p: Enhetsperiode, antall: number, hopp: number): Promise<Mangelrad[]> {
  const { kommuneId } = tx.hvem;
  return tx.alle<Mangelrad>(sql`
    with ${mangelvilkar(tx, p)},
    side as (select g.*, (select max(o.id) from oppdrag_i_uken o where o.vedtak_id = g.vedtak_id) oppdrag_id from mangel g order by g.mangler desc, g.vedtak_id limit ${antall} offset ${hopp})
    select s.oppdrag_id "oppdragId", s.nummer "vedtakNummer", s.vedtatt, s.registrert, s.mangler, s.kortere pauset, m.pseudonym,
      case when i.mottaker_id is null then null else i.fornavn || ' ' || i.etternavn end navn
    from side s join oppdrag_i_uken o on o.id = s.oppdrag_id join mottaker m on m.kommune_id = ${kommuneId} and m.id = o.mottaker_id
    left join mottaker_identitet i on i.kommune_id = ${kommuneId} and i.mottaker_id = o.mottaker_id
    order by s.mangler desc, s.vedtak_id`);
}

/** The latest rounds of approval, for taking back. */
export function findRunder(tx: Tx, p: Enhetsperiode): Promise<Kvitteringsrunde[]> {
  return tx.alle<Kvitteringsrunde>(sql`
    select r.*, a.navn av from (
      select (extract(epoch from b.kvittert_tid) * 1000)::bigint "tidMs", to_char(b.kvittert_tid at time zone 'Europe/Oslo', 'HH24.MI') kl,
        (b.kvittert_tid at time zone 'Europe/Oslo')::date dag, b.kvittert_av "avKontoId", count(*)::int antall
      from besok b where b.kommune_id = ${tx.hvem.kommuneId} and b.enhet_id = ${p.enhetId} and ${egneEnheter(tx, sql`b.enhet_id`)}
        and b.dato between ${p.fom} and ${p.tom} and not b.erstattet and b.kvittert and b.kvittert_tid is not null
      group by 1, 2, 3, 4 order by 1 desc limit 5) r
    left join konto a on a.kommune_id = ${tx.hvem.kommuneId} and a.id = r."avKontoId" order by r."tidMs" desc`);
}

export function findErklaring(tx: Tx, enhetId: number, uke: string): Promise<Erklaring | null> {
  return tx.en<Erklaring>(sql`
    select (u.erklart at time zone 'Europe/Oslo')::date dag, a.navn av from uke_erklaring u
    left join konto a on a.kommune_id = u.kommune_id and a.id = u.erklart_av
    where u.kommune_id = ${tx.hvem.kommuneId} and u.enhet_id = ${enhetId} and u.uke = ${uke}`);
}
