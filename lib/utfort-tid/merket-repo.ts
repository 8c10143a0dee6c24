import type { Dato } from '#lib/core/dato.ts';
import { leggTilDager } from '#lib/core/dato.ts';
import { sql } from '#lib/server/sql.ts';
import type { Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** The account's own units, beside what the policies say. */
export function egneEnheter(tx: Tx, kolonne: Sql): Sql {
  return tx.hvem.enheter === null ? sql`true` : sql`${kolonne} = any(${tx.hvem.enheter}::int[])`;
}

/**
 * A unit's current visits from `fom` to `tom` with their remark: the pure rule `merknadFor` in SQL, over thousands of
 * rows at once. A day is read on each side, so that an overlap at midnight on the edge is seen. Orders, vedtak and
 * pauses are looked up once each and not once per visit: every lookup asks the policies. `bare` narrows the visits
 * read; to one employee, never to less, since overlaps are among all of an employee's visits.
 */
export function merketBesok(tx: Tx, enhetId: number, fom: Dato, tom: Dato, bare: Sql = sql`true`): Sql {
  const { kommuneId } = tx.hvem;
  return sql`
    raa as materialized (
      select b.id, b.versjon, b.dato, b.start, b.minutter, b.kategori, b.oppdrag_id, b.vedtak_id, b.ansatt_id, b.kvittert, b.kvittert_tid, b.kvittert_av, b.kilde, b.grunn,
        b.planlagt_minutter, b.start + make_interval(mins => b.minutter) slutt, b.dato between ${fom} and ${tom} inne
      from besok b
      where b.kommune_id = ${kommuneId} and b.enhet_id = ${enhetId} and ${egneEnheter(tx, sql`b.enhet_id`)}
        and b.dato between ${leggTilDager(fom, -1)} and ${leggTilDager(tom, 1)} and not b.erstattet and ${bare}),
    rekke as (
      select r.*, r.ansatt_id is not null and (
          coalesce(lead(r.start) over w < r.slutt, false)
          or coalesce(max(r.slutt) over w > r.start, false)) overlapper
      from raa r window w as (partition by r.ansatt_id order by r.start, r.id rows between unbounded preceding and 1 preceding)),
    raa_oppdrag as materialized (
      select o.id, o.mottaker_id, o.fom, o.tom, o.annullert is not null annullert
      from (select distinct r.oppdrag_id from raa r) d join oppdrag o on o.kommune_id = ${kommuneId} and o.id = d.oppdrag_id),
    raa_vedtak as materialized (
      select v.id, v.nummer, v.minutter, v.besok, ${pausedager(tx, fom, tom)} pauset
      from (select distinct r.vedtak_id from raa r) d join vedtak v on v.kommune_id = ${kommuneId} and v.id = d.vedtak_id),
    merket as materialized (
      select r.*, o.mottaker_id, o.fom oppdrag_fom, o.tom oppdrag_tom, coalesce(o.annullert, false) annullert, v.nummer vedtak_nummer,
        coalesce(r.planlagt_minutter, case when v.besok > 0 then (2 * v.minutter + v.besok) / (2 * v.besok) end) planlagt,
        case
          when o.id is null or o.annullert or r.dato < o.fom or r.dato > o.tom then 'UTENFOR'
          when r.overlapper then 'OVERLAPP'
          when r.kategori = 'BRUKERRETTET' and case
            when r.planlagt_minutter > 0 then 2 * abs(r.minutter - r.planlagt_minutter) > r.planlagt_minutter
            when v.besok > 0 then 2 * abs(r.minutter::bigint * v.besok - v.minutter) > v.minutter
            else false end then 'AVVIKENDE_TID'
          when r.dato <@ v.pauset then 'I_PAUSE'
        end merknad
      from rekke r
      left join raa_oppdrag o on o.id = r.oppdrag_id
      left join raa_vedtak v on v.id = r.vedtak_id
      where r.inne)`;
}

/** The days a vedtak `v` is paused, as a datemultirange; null when it is not paused between `fom` and `tom`. */
export function pausedager(tx: Tx, fom: Dato, tom: Dato): Sql {
  return sql`(select range_agg(daterange(p.fom, p.tom, '[]')) from pause p
    where p.kommune_id = ${tx.hvem.kommuneId} and p.vedtak_id = v.id and p.gjeldende and not p.trukket
      and p.fom <= ${tom} and (p.tom is null or p.tom >= greatest(p.fom, ${fom}::date)))`;
}

/** Columns of a row in a list, with the names that this account may see; `merket k` and `mottaker m`, `mottaker_identitet i`, `konto a` are joined. */
export const RADKOLONNER = sql`k.id, k.versjon, k.dato, to_char(k.start at time zone 'Europe/Oslo', 'HH24.MI') kl, k.minutter, k.planlagt "planlagtMinutter", k.kategori,
  k.oppdrag_id "oppdragId", k.mottaker_id "mottakerId", coalesce(k.vedtak_nummer, '–') "vedtakNummer", a.navn ansatt, k.merknad, k.kvittert, k.kilde, k.grunn,
  k.oppdrag_fom "oppdragFom", k.oppdrag_tom "oppdragTom", coalesce(k.annullert, false) annullert, coalesce(m.pseudonym, '–') pseudonym,
  case when i.mottaker_id is null then null else i.fornavn || ' ' || i.etternavn end navn`;

export function radkilde(tx: Tx): Sql {
  const k = tx.hvem.kommuneId;
  return sql`left join mottaker m on m.kommune_id = ${k} and m.id = k.mottaker_id
    left join mottaker_identitet i on i.kommune_id = ${k} and i.mottaker_id = k.mottaker_id
    left join konto a on a.kommune_id = ${k} and a.id = k.ansatt_id`;
}
