import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Sammenlignbar = { readonly id: number; readonly navn: string; readonly art: string; readonly privat: boolean };

/** The providers, by name. */
export function finnSammenlignbare(tx: Tx): Promise<Sammenlignbar[]> {
  return tx.alle<Sammenlignbar>(sql`select id, navn, art, eierform <> 'KOMMUNAL' privat from enhet where kommune_id = ${tx.hvem.kommuneId} and type = 'UTFORER' order by navn, id`);
}

export type Manedssum = { readonly enhetId: number; readonly maned: Maned; readonly hva: 'KOSTNAD' | 'BETALT' | 'INNTEKT' | 'PRIS' | 'DOGN' | 'KLAGER'; readonly verdi: number };

/** What the accounts, the hours, the ledger and the units' own counts say, by unit and month. Carry-over is no income. Øre, minutes, days, complaints. */
export function finnManedssummer(tx: Tx, fra: Maned, til: Maned): Promise<Manedssum[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Manedssum>(sql`
    with s as materialized (
      select s.enhet_id, s.gjelder_maned maned, s.belop_ore, s.volum, c.volumkilde from avregning_sum s
      left join ordning_komponent c on c.kommune_id = ${k} and c.ordning_id = s.ordning_id and c.kode = s.komponent
      where s.kommune_id = ${k} and s.gjelder_maned between ${fra} and ${til} and s.komponent not like 'overforing/%')
    select enhet_id "enhetId", maned, 'KOSTNAD' hva, sum(ore)::bigint verdi from regnskap where kommune_id = ${k} and maned between ${fra} and ${til} group by 1, 2
    union all select enhet_id, maned, 'BETALT', sum(minutter)::bigint from timeverk where kommune_id = ${k} and maned between ${fra} and ${til} group by 1, 2
    union all select enhet_id, maned, 'INNTEKT', sum(belop_ore)::bigint from s group by 1, 2
    union all select enhet_id, maned, 'PRIS', sum(belop_ore)::bigint from s where volumkilde is not null group by 1, 2
    union all select enhet_id, maned, 'DOGN', round(sum(volum))::bigint from s where volumkilde = 'BELAGTE_DOGN' group by 1, 2
    union all select enhet_id, maned, 'KLAGER', sum(antall)::bigint from enhetsmelding where kommune_id = ${k} and maned between ${fra} and ${til} and slag = 'KLAGE' group by 1, 2`);
}

export type Manedstid = { readonly enhetId: number; readonly minutter: number };

/** A month's minutes at the recipients, per unit. */
export function finnManedstid(tx: Tx, fom: Dato, tom: Dato): Promise<Manedstid[]> {
  return tx.alle<Manedstid>(sql`
    select enhet_id "enhetId", sum(minutter)::bigint minutter from besok where kommune_id = ${tx.hvem.kommuneId} and dato between ${fom} and ${tom} and not erstattet and kategori = 'BRUKERRETTET' group by 1`);
}

/** How many change marks each month has, with their sum: a month's visits are read anew when it has new ones. */
export async function finnManedsmerker(tx: Tx, fra: Maned, til: Maned): Promise<ReadonlyMap<Maned, string>> {
  const rader = await tx.alle<{ maned: Maned; avtrykk: string }>(sql`select maned, count(*) || '.' || sum(id) avtrykk from endring where kommune_id = ${tx.hvem.kommuneId} and maned between ${fra} and ${til} group by 1`);
  return new Map(rader.map((r) => [r.maned, r.avtrykk]));
}

export type Bestand = { readonly enhetId: number; readonly mottakere: number; readonly timemottakere: number; readonly ukeminutter: number };
export type Behovsrad = { readonly enhetId: number; readonly behov: string | null; readonly mottakere: number; readonly ukeminutter: number };

/** Recipients with an order in force on a day, and the granted minutes a week of those with hours. */
export function finnBestander(tx: Tx, dag: Dato): Promise<Bestand[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Bestand>(sql`
    select o.enhet_id "enhetId", count(distinct o.mottaker_id)::int mottakere, count(distinct o.mottaker_id) filter (where v.omfang_type = 'TIMER')::int timemottakere,
      coalesce(round(sum(v.minutter::numeric / v.per_uker) filter (where v.omfang_type = 'TIMER')), 0)::bigint ukeminutter
    from oppdrag o join vedtak v on v.kommune_id = ${k} and v.id = o.vedtak_id
    where o.kommune_id = ${k} and o.annullert is null and o.tidsband = '{}' and o.fom <= ${dag} and (o.tom is null or o.tom >= ${dag}) group by 1`);
}

/** The same, of those with hours, by the newest assessment of need. */
export function finnBehovsrader(tx: Tx, dag: Dato): Promise<Behovsrad[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Behovsrad>(sql`
    with b as materialized (select distinct on (u.mottaker_id) u.mottaker_id, u.hjelpebehov from utredning u where u.kommune_id = ${k} and u.dato <= ${dag} order by u.mottaker_id, u.dato desc, u.id desc)
    select o.enhet_id "enhetId", b.hjelpebehov behov, count(distinct o.mottaker_id)::int mottakere, round(sum(v.minutter::numeric / v.per_uker))::bigint ukeminutter
    from oppdrag o join vedtak v on v.kommune_id = ${k} and v.id = o.vedtak_id and v.omfang_type = 'TIMER' left join b on b.mottaker_id = o.mottaker_id
    where o.kommune_id = ${k} and o.annullert is null and o.tidsband = '{}' and o.fom <= ${dag} and (o.tom is null or o.tom >= ${dag}) group by 1, 2`);
}

export type Ventetid = { readonly enhetId: number; readonly antall: number; readonly dager: number };

/** Days from the vedtak to the start, of orders that started in the period; the median. */
export function finnOppstartsventing(tx: Tx, fom: Dato, tom: Dato): Promise<Ventetid[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Ventetid>(sql`
    select o.enhet_id "enhetId", count(*)::int antall, round(percentile_cont(0.5) within group (order by greatest(0, o.iverksatt - v.fattet_dato)))::int dager
    from oppdrag o join vedtak v on v.kommune_id = ${k} and v.id = o.vedtak_id
    where o.kommune_id = ${k} and o.annullert is null and o.iverksatt between ${fom} and ${tom} group by 1`);
}

/** Granted minutes of a month: each order's days in force, less confirmed pauses, at the vedtak's minutes a day. */
export function finnVedtattTid(tx: Tx, fom: Dato, tom: Dato): Promise<Manedstid[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Manedstid>(sql`
    with ordre as materialized (
      select o.enhet_id, o.vedtak_id, range_agg(daterange(o.fom, o.tom, '[]')) * datemultirange(daterange(${fom}::date, ${tom}::date, '[]')) kraft from oppdrag o
      where o.kommune_id = ${k} and o.annullert is null and o.tidsband = '{}' and o.fom <= ${tom} and (o.tom is null or o.tom >= ${fom}) group by 1, 2),
    borte as materialized (
      select p.vedtak_id, range_agg(daterange(p.fom, p.tom, '[]')) dager from pause p
      where p.kommune_id = ${k} and p.gjeldende and not p.trukket and p.fom <= ${tom} and (p.tom is null or p.tom >= greatest(p.fom, ${fom}::date)) group by 1)
    select o.enhet_id "enhetId", round(sum((select coalesce(sum(upper(r) - lower(r)), 0) from unnest(o.kraft - coalesce(b.dager, '{}'::datemultirange)) r) * v.minutter::numeric / v.per_uker / 7))::bigint minutter
    from ordre o join vedtak v on v.kommune_id = ${k} and v.id = o.vedtak_id and v.omfang_type = 'TIMER' left join borte b on b.vedtak_id = o.vedtak_id group by 1`);
}

/** What each unit has carried into a year. */
export function finnOverfort(tx: Tx, fra: Maned, til: Maned): Promise<{ enhetId: number; ore: number }[]> {
  return tx.alle(sql`
    select enhet_id "enhetId", sum(belop_ore)::bigint ore from avregning_sum where kommune_id = ${tx.hvem.kommuneId} and gjelder_maned between ${fra} and ${til} and komponent like 'overforing/%' group by 1`);
}
