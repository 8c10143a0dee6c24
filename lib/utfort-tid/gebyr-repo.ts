import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Omfang, Sum } from '#lib/grunnlag/domain/filimport/forskjell.ts';
import { naa } from '#lib/server/clock.ts';
import { sql, type Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Satsrad } from '#lib/utfort-tid/gebyr-view.ts';

const NAVN = (tx: Tx, kode: Sql): Sql => sql`left join lateral (select t.navn_nb, t.navn_nn from tjeneste t where t.kommune_id = ${tx.hvem.kommuneId} and t.kode = ${kode} order by t.fom desc limit 1) t on true`;

/** The rates, by service and newest first. */
export function findSatser(tx: Tx): Promise<Satsrad[]> {
  return tx.alle<Satsrad>(sql`select s.id, s.tjeneste, coalesce(t.navn_nb, s.tjeneste) "navnNb", coalesce(t.navn_nn, s.tjeneste) "navnNn", s.fom, s.tom, s.ore_per_time "orePerTime", s.avrunding, s.kilde, s.bekreftet
    from gebyrsats s ${NAVN(tx, sql`s.tjeneste`)} where s.kommune_id = ${tx.hvem.kommuneId} order by s.tjeneste, s.fom desc`);
}

/** Services in hours, that a fee by the hour can be for. */
export function findTimetjenester(tx: Tx): Promise<{ kode: string; navnNb: string; navnNn: string }[]> {
  return tx.alle(sql`select distinct on (kode) kode, navn_nb "navnNb", navn_nn "navnNn" from tjeneste where kommune_id = ${tx.hvem.kommuneId} and volumenhet = 'TIMER' order by kode, fom desc`);
}

export type Vedtaksmaned = {
  readonly vedtakId: number;
  readonly mottakerId: number;
  readonly pseudonym: string;
  readonly tjeneste: string;
  readonly minutter: number;
  readonly perUker: number;
  readonly dager: number;
  readonly fravarsdager: number;
  readonly levert: number;
  readonly ukvittert: number;
  readonly registreringer: number;
};

/** Each vedtak in hours of the services in a month: days in force with and without absence, and what was delivered. */
export function findVedtaksmaneder(tx: Tx, tjenester: readonly string[], fom: Dato, tom: Dato): Promise<Vedtaksmaned[]> {
  const k = tx.hvem.kommuneId;
  const dager = (multi: Sql): Sql => sql`(select coalesce(sum(upper(d) - lower(d)), 0)::int from unnest(${multi}) d)`;
  return tx.alle<Vedtaksmaned>(sql`
    with kraft as (
      select w.vedtak_id, w.mottaker_id, w.tjeneste, range_agg(daterange(greatest(w.fom, ${fom}::date), least(coalesce(w.tom, ${tom}::date), ${tom}::date), '[]')) r
      from vedtak_virkning w where w.kommune_id = ${k} and w.gjeldende and w.tjeneste = any(${tjenester}::text[]) and w.fom <= ${tom} and (w.tom is null or w.tom >= greatest(w.fom, ${fom}::date)) group by 1, 2, 3),
    pauset as (
      select p.vedtak_id, range_agg(daterange(greatest(p.fom, ${fom}::date), least(coalesce(p.tom, ${tom}::date), ${tom}::date), '[]')) r
      from pause p where p.kommune_id = ${k} and p.gjeldende and not p.trukket and p.fom <= ${tom} and (p.tom is null or p.tom >= greatest(p.fom, ${fom}::date)) group by 1),
    tid as (
      select b.vedtak_id, sum(b.minutter) filter (where b.kvittert and b.kategori = 'BRUKERRETTET') levert, sum(b.minutter) filter (where not b.kvittert and b.kategori = 'BRUKERRETTET') ukvittert, count(*)::int antall
      from besok b where b.kommune_id = ${k} and b.dato between ${fom} and ${tom} and not b.erstattet group by 1)
    select v.id "vedtakId", kr.mottaker_id "mottakerId", m.pseudonym, kr.tjeneste, v.minutter, v.per_uker "perUker", ${dager(sql`kr.r - coalesce(pa.r, '{}'::datemultirange)`)} dager, ${dager(sql`kr.r * coalesce(pa.r, '{}'::datemultirange)`)} fravarsdager,
      coalesce(ti.levert, 0)::int levert, coalesce(ti.ukvittert, 0)::int ukvittert, coalesce(ti.antall, 0) registreringer
    from kraft kr join vedtak v on v.kommune_id = ${k} and v.id = kr.vedtak_id and v.omfang_type = 'TIMER' and v.utfall <> 'AVSLAG' join mottaker m on m.kommune_id = ${k} and m.id = kr.mottaker_id
    left join pauset pa on pa.vedtak_id = kr.vedtak_id left join tid ti on ti.vedtak_id = kr.vedtak_id order by m.pseudonym, kr.tjeneste, v.id`);
}

export type Fakturert = { readonly mottakerId: number; readonly pseudonym: string; readonly tjeneste: string; readonly ore: number };

export function findFakturert(tx: Tx, maned: Maned): Promise<Fakturert[]> {
  return tx.alle<Fakturert>(sql`select g.mottaker_id "mottakerId", m.pseudonym, g.tjeneste, sum(g.ore)::bigint ore from gebyr_fakturert g join mottaker m on m.kommune_id = g.kommune_id and m.id = g.mottaker_id
    where g.kommune_id = ${tx.hvem.kommuneId} and g.maned = ${maned} group by 1, 2, 3`);
}

/** Ends the rate before `fom`, and adds the new one; false when a later one is there already. */
export async function insertSats(tx: Tx, s: { tjeneste: string; fom: Dato; orePerTime: number; avrunding: string; kilde: string; bekreftet: boolean }): Promise<boolean> {
  const k = tx.hvem.kommuneId;
  if (await tx.en(sql`select 1 from gebyrsats where kommune_id = ${k} and tjeneste = ${s.tjeneste} and fom >= ${s.fom}`)) return false;
  await tx.kjor(sql`update gebyrsats set tom = ${s.fom}::date - 1 where kommune_id = ${k} and tjeneste = ${s.tjeneste} and fom < ${s.fom} and (tom is null or tom >= ${s.fom})`);
  await tx.kjor(sql`insert into gebyrsats (kommune_id, tjeneste, fom, ore_per_time, avrunding, kilde, bekreftet, opprettet, opprettet_av)
    values (${k}, ${s.tjeneste}, ${s.fom}, ${s.orePerTime}, ${s.avrunding}, ${s.kilde}, ${s.bekreftet}, ${naa()}, ${tx.hvem.kontoId})`);
  return true;
}

export async function bekreftSatsen(tx: Tx, id: number): Promise<boolean> {
  return (await tx.kjor(sql`update gebyrsats set bekreftet = true where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and not bekreftet`)) === 1;
}

export function findMottakerkoder(tx: Tx): Promise<{ id: number; pseudonym: string }[]> {
  return tx.alle(sql`select id, pseudonym from mottaker where kommune_id = ${tx.hvem.kommuneId}`);
}

export function holdtFakturert(tx: Tx, perioder: readonly string[]): Promise<Sum[]> {
  return tx.alle<Sum>(sql`select tjeneste as del, '' as serie, maned as periode, sum(ore)::bigint as sum, count(*)::int as antall from gebyr_fakturert where kommune_id = ${tx.hvem.kommuneId} and maned = any(${perioder}) group by tjeneste, maned`);
}

export async function skrivFakturert(tx: Tx, fil: Sql, { importId, omfang }: { readonly importId: number; readonly omfang: Omfang }): Promise<void> {
  const nokler = omfang === 'ENHET' ? sql`maned, tjeneste` : sql`maned`;
  await tx.kjor(sql`delete from gebyr_fakturert where kommune_id = ${tx.hvem.kommuneId} and (${nokler}) in (select distinct ${nokler} from ${fil})`);
  await tx.kjor(sql`insert into gebyr_fakturert (kommune_id, mottaker_id, tjeneste, maned, ore, minutter, kilde_id)
    select ${tx.hvem.kommuneId}::int, mottaker_id, tjeneste, maned, ore, minutter, ${importId}::int || '-' || rad from ${fil} order by rad`);
}
