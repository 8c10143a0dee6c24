import type { Dato } from '#lib/core/dato.ts';
import { forsteDag, type Maned, sisteDag } from '#lib/core/maned.ts';
import type { Vedtaksmaned } from '#lib/avregning/domain/ledermaned.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Vinduer = { readonly enhetId: number; readonly forrigeFom: Dato; readonly forrigeTom: Dato; readonly fom: Dato; readonly tom: Dato; readonly hittil: Dato };

/** The unit's vedtak in hours with their days in force and not paused, of last month, this month, and this month so far. */
export function findVedtaksmaneder(tx: Tx, v: Vinduer): Promise<Vedtaksmaned[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Vedtaksmaned>(sql`
    with ordre as materialized (
      select o.vedtak_id, max(o.id) oppdrag_id, range_agg(daterange(o.fom, o.tom, '[]')) kraft, min(o.fom) fom, max(coalesce(o.tom, 'infinity'::date)) tom from oppdrag o
      where o.kommune_id = ${k} and o.enhet_id = ${v.enhetId} and o.annullert is null and o.tidsband = '{}' and o.fom <= ${v.tom} and (o.tom is null or o.tom >= ${v.forrigeFom}) group by 1),
    borte as materialized (
      select p.vedtak_id, range_agg(daterange(p.fom, p.tom, '[]')) dager from pause p
      where p.kommune_id = ${k} and p.gjeldende and not p.trukket and p.fom <= ${v.tom} and (p.tom is null or p.tom >= greatest(p.fom, ${v.forrigeFom}::date)) group by 1),
    aktiv as (select o.vedtak_id, o.oppdrag_id, o.fom, o.tom, o.kraft - coalesce(b.dager, '{}'::datemultirange) dager from ordre o left join borte b on b.vedtak_id = o.vedtak_id)
    select v.id "vedtakId", a.oppdrag_id "oppdragId", v.nummer, v.minutter, v.per_uker "perUker", v.erstatter_id "erstatterId",
      (select coalesce(sum(upper(r) - lower(r)), 0)::int from unnest(a.dager * datemultirange(daterange(${v.forrigeFom}::date, ${v.forrigeTom}::date, '[]'))) r) "dagerForrige",
      (select coalesce(sum(upper(r) - lower(r)), 0)::int from unnest(a.dager * datemultirange(daterange(${v.fom}::date, ${v.tom}::date, '[]'))) r) "dagerNa",
      (select coalesce(sum(upper(r) - lower(r)), 0)::int from unnest(a.dager * datemultirange(daterange(${v.fom}::date, ${v.hittil}::date, '[]'))) r) "dagerHittil",
      a.fom > ${v.forrigeFom}::date "nyDenneManeden", a.tom < ${v.tom}::date sluttet
    from aktiv a join vedtak v on v.kommune_id = ${k} and v.id = a.vedtak_id and v.omfang_type = 'TIMER' order by v.id`);
}

/**
 * The unit's stays by vedtak, in days: the day of coming in counts, the day of going out does not, and one with no end
 * known is there to the month's end. `minutter` is seven a week, so that a day granted is a day.
 */
export function findOppholdsmaneder(tx: Tx, v: Vinduer): Promise<Vedtaksmaned[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Vedtaksmaned>(sql`
    with bodd as materialized (
      select s.vedtak_id, max(s.oppdrag_id) oppdrag_id, range_agg(daterange(s.inn, s.ut, '[)')) dager, min(s.inn) fom, max(coalesce(s.ut, 'infinity'::date)) tom from opphold s
      where s.kommune_id = ${k} and s.enhet_id = ${v.enhetId} and s.ut_grunn is distinct from 'FEILFORT' and s.inn <= ${v.tom} and (s.ut is null or s.ut > ${v.forrigeFom}) group by 1)
    select v.id "vedtakId", a.oppdrag_id "oppdragId", v.nummer, 7 minutter, 1 "perUker", v.erstatter_id "erstatterId",
      (select coalesce(sum(upper(r) - lower(r)), 0)::int from unnest(a.dager * datemultirange(daterange(${v.forrigeFom}::date, ${v.forrigeTom}::date, '[]'))) r) "dagerForrige",
      (select coalesce(sum(upper(r) - lower(r)), 0)::int from unnest(a.dager * datemultirange(daterange(${v.fom}::date, ${v.tom}::date, '[]'))) r) "dagerNa",
      (select coalesce(sum(upper(r) - lower(r)), 0)::int from unnest(a.dager * datemultirange(daterange(${v.fom}::date, ${v.hittil}::date, '[]'))) r) "dagerHittil",
      a.fom > ${v.forrigeFom}::date "nyDenneManeden", a.tom <= ${v.tom}::date sluttet
    from bodd a join vedtak v on v.kommune_id = ${k} and v.id = a.vedtak_id order by v.id`);
}

export type Dognsum = { readonly forrige: number; readonly hittil: number };

/** Days of stays on which the recipient was there and not away, last month and this month so far. */
export async function findDognsum(tx: Tx, v: Vinduer): Promise<Dognsum> {
  const rad = await tx.en<Dognsum>(sql`
    select count(*) filter (where g::date <= ${v.forrigeTom})::int forrige, count(*) filter (where g::date >= ${v.fom})::int hittil
    from opphold s cross join lateral generate_series(greatest(s.inn, ${v.forrigeFom}::date), least(coalesce(s.ut - 1, 'infinity'::date), ${v.hittil}::date), interval '1 day') g
    where s.kommune_id = ${tx.hvem.kommuneId} and s.enhet_id = ${v.enhetId} and s.ut_grunn is distinct from 'FEILFORT' and s.inn <= ${v.hittil} and (s.ut is null or s.ut > ${v.forrigeFom})
      and not exists (select 1 from fravar f where f.kommune_id = s.kommune_id and f.opphold_id = s.id and f.trukket is null and g::date between f.fom and coalesce(f.tom, g::date))`);
  return rad ?? { forrige: 0, hittil: 0 };
}

export type Minuttsum = { readonly forrige: number; readonly hittil: number; readonly godkjent: number };

/** Registered minutes at recipients, approved or not; `godkjent` of this month's. */
export async function findMinuttsum(tx: Tx, v: Vinduer): Promise<Minuttsum> {
  const rad = await tx.en<Minuttsum>(sql`
    select coalesce(sum(b.minutter) filter (where b.dato <= ${v.forrigeTom}), 0)::bigint forrige, coalesce(sum(b.minutter) filter (where b.dato >= ${v.fom}), 0)::bigint hittil,
      coalesce(sum(b.minutter) filter (where b.dato >= ${v.fom} and b.kvittert), 0)::bigint godkjent
    from besok b where b.kommune_id = ${tx.hvem.kommuneId} and b.enhet_id = ${v.enhetId} and b.dato between ${v.forrigeFom} and ${v.hittil} and not b.erstattet and b.kategori = 'BRUKERRETTET'`);
  return rad ?? { forrige: 0, hittil: 0, godkjent: 0 };
}

/** `annen`: travel, meetings and the like by category; as the time sheets have it, else as it is registered with visits. */
export type Betalt = { readonly maned: Maned; readonly minutter: number; readonly ore: number; readonly brukerrettet: number; readonly annen: Readonly<Record<string, number>> };

/** Paid hours and what they went to, without their cost. */
export type Timebruk = Omit<Betalt, 'ore'>;

/** The newest month with both paid hours and accounts, not after `til`, with what the hours went to. */
export function findBetalt(tx: Tx, enhetId: number, til: Maned): Promise<Betalt | null> {
  return nyeste<Betalt>(tx, enhetId, til, true);
}

/** The newest month with paid hours: a private provider's accounts are its own. */
export function findTimebruk(tx: Tx, enhetId: number, til: Maned): Promise<Timebruk | null> {
  return nyeste<Timebruk>(tx, enhetId, til, false);
}

/** The newest month with accounts, not after `til`, and its cost. */
export function findSisteRegnskap(tx: Tx, enhetId: number, til: Maned): Promise<{ maned: Maned; ore: number } | null> {
  return tx.en<{ maned: Maned; ore: number }>(sql`
    select r.maned, sum(r.ore)::bigint ore from regnskap r where r.kommune_id = ${tx.hvem.kommuneId} and r.enhet_id = ${enhetId} and r.maned <= ${til} group by 1 order by 1 desc limit 1`);
}

function nyeste<T extends Timebruk>(tx: Tx, enhetId: number, til: Maned, medRegnskap: boolean): Promise<T | null> {
  const k = tx.hvem.kommuneId;
  return tx.en<T>(sql`
    with t as (
      select t.maned, sum(t.minutter)::bigint minutter from timeverk t where t.kommune_id = ${k} and t.enhet_id = ${enhetId} and t.maned <= ${til}
        and (not ${medRegnskap}::boolean or exists (select 1 from regnskap r where r.kommune_id = ${k} and r.enhet_id = ${enhetId} and r.maned = t.maned)) group by 1 order by 1 desc limit 1)
    select t.maned, t.minutter, (select sum(r.ore)::bigint from regnskap r where r.kommune_id = ${k} and r.enhet_id = ${enhetId} and r.maned = t.maned) ore,
      (select coalesce(sum(b.minutter), 0)::bigint from besok b where b.kommune_id = ${k} and b.enhet_id = ${enhetId} and not b.erstattet and b.kategori = 'BRUKERRETTET'
        and b.dato between (t.maned || '-01')::date and ((t.maned || '-01')::date + interval '1 month - 1 day')::date) brukerrettet,
      (select coalesce(json_object_agg(x.kategori, x.minutter), '{}') from (
        select kategori, coalesce(a.minutter, f.minutter)::bigint minutter
        from (select a.kategori, sum(a.minutter) minutter from annen_tid a where a.kommune_id = ${k} and a.enhet_id = ${enhetId} and a.maned = t.maned group by 1) a
        full join (select b.kategori, sum(b.minutter) minutter from besok b where b.kommune_id = ${k} and b.enhet_id = ${enhetId} and not b.erstattet and b.kategori <> 'BRUKERRETTET'
          and b.dato between (t.maned || '-01')::date and ((t.maned || '-01')::date + interval '1 month - 1 day')::date group by 1) f using (kategori)) x) annen
    from t`);
}

export type Tidsuke = { readonly mandag: Dato; readonly kategori: string; readonly minutter: number };

/** What is registered in a month by week and category: what the shares of the hours are made of. */
export function findTidsuker(tx: Tx, enhetId: number, maned: Maned): Promise<Tidsuke[]> {
  return tx.alle<Tidsuke>(sql`
    select date_trunc('week', b.dato)::date mandag, b.kategori, sum(b.minutter)::bigint minutter from besok b
    where b.kommune_id = ${tx.hvem.kommuneId} and b.enhet_id = ${enhetId} and not b.erstattet and b.dato between ${forsteDag(maned)} and ${sisteDag(maned)} group by 1, 2 order by 1, 2`);
}

/** A fingerprint of what the leader's month is made of: visits, vedtak, orders, pauses and accounts leave change marks, which go away only by a run; hours have none, and are hashed. */
export async function findLederavtrykk(tx: Tx, enhetId: number): Promise<string> {
  const k = tx.hvem.kommuneId;
  const rad = await tx.en<{ avtrykk: string }>(sql`
    select concat_ws('|', (select count(*) || '.' || coalesce(sum(id), 0) from endring where kommune_id = ${k}),
      (select count(*) || '.' || coalesce(max(id), 0) || '.' || coalesce(max(ferdig)::text, '') from avregning where kommune_id = ${k}),
      (select coalesce(sum(hashtextextended(t::text, 0)), 0)::text from timeverk t where t.kommune_id = ${k} and t.enhet_id = ${enhetId}),
      (select coalesce(sum(hashtextextended(t::text, 0)), 0)::text from annen_tid t where t.kommune_id = ${k} and t.enhet_id = ${enhetId})) avtrykk`);
  return rad?.avtrykk ?? '';
}

/** What the month was settled to, for the unit. */
export async function findManedsinntekt(tx: Tx, enhetId: number, maned: Maned): Promise<number> {
  const rad = await tx.en<{ ore: number }>(sql`
    select coalesce(sum(s.belop_ore), 0)::bigint ore from avregning_sum s where s.kommune_id = ${tx.hvem.kommuneId} and s.enhet_id = ${enhetId} and s.gjelder_maned = ${maned} and s.komponent not like 'overforing/%'`);
  return rad?.ore ?? 0;
}
