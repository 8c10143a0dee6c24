import type { Dato } from '#lib/core/dato.ts';
import { datoAv } from '#lib/core/dato.ts';
import { manedAv } from '#lib/core/maned.ts';
import { fastDag, sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Direktetid, Mottakerfakta } from '#lib/toppfinansiering/domain/kostnad.ts';
import type { Timer } from '#lib/toppfinansiering/domain/kravsak.ts';

const grenser = (ar: number): { fom: Dato; tom: Dato } => ({ fom: datoAv(ar, 1, 1), tom: datoAv(ar, 12, 31) });

/**
 * The year's time with recipients, per vedtak and unit; visits only, so that travel, administration and training are not
 * in it, and calls where nobody was home neither. Time on days when the vedtak is paused for hospital is an escort's there:
 * told, and not counted. `ider` null: everyone's.
 */
export async function finnDirektetid(tx: Tx, ar: number, ider: readonly number[] | null): Promise<Direktetid[]> {
  const { fom, tom } = grenser(ar);
  return tx.alle<Direktetid>(sql`
    with dag as materialized (
      select b.vedtak_id, b.enhet_id, b.dato, coalesce(sum(b.minutter) filter (where b.kvittert), 0) as kvittert, coalesce(sum(b.minutter) filter (where not b.kvittert), 0) as ikke
      from besok b
      where b.kommune_id = ${tx.hvem.kommuneId} and b.dato >= ${fastDag(fom)} and b.dato <= ${fastDag(tom)} and not b.erstattet and b.kategori = 'BRUKERRETTET'
        and (${ider}::int[] is null or b.vedtak_id in (select id from vedtak where kommune_id = ${tx.hvem.kommuneId} and mottaker_id = any(${ider}::int[])))
      group by 1, 2, 3),
    kraft as materialized (select vedtak_id, range_agg(daterange(fom, tom, '[]')) as dager from vedtak_virkning where kommune_id = ${tx.hvem.kommuneId} and gjeldende and (tom is null or tom >= fom) group by 1),
    sykehus as materialized (select vedtak_id, range_agg(daterange(fom, tom, '[]')) as dager from pause where kommune_id = ${tx.hvem.kommuneId} and gjeldende and not trukket and arsak = 'SYKEHUS' and (tom is null or tom >= fom) group by 1),
    delt as (select d.*, coalesce(k.dager @> d.dato, false) as dekket, coalesce(s.dager @> d.dato, false) as borte from dag d left join kraft k using (vedtak_id) left join sykehus s using (vedtak_id)),
    tid as (
      select vedtak_id, enhet_id, dekket, coalesce(sum(kvittert) filter (where borte), 0)::float8 as sykehus, coalesce(sum(kvittert) filter (where not borte), 0)::float8 as minutter, coalesce(sum(ikke) filter (where not borte), 0)::float8 as ikke
      from delt group by 1, 2, 3)
    select v.mottaker_id as "mottakerId", t.enhet_id as "enhetId", t.vedtak_id as "vedtakId", v.nummer, coalesce(s.kostra, '') as funksjon, t.minutter, t.ikke as "ikkeKvittertMinutter", t.sykehus as "sykehusMinutter", t.dekket as "harVedtak"
    from tid t join vedtak v on v.kommune_id = ${tx.hvem.kommuneId} and v.id = t.vedtak_id
    left join lateral (select kostra_funksjon as kostra from tjeneste j where j.kommune_id = v.kommune_id and j.kode = v.tjeneste and j.fom <= ${tom} order by j.fom desc limit 1) s on true
    order by v.nummer, t.enhet_id, t.dekket desc`);
}

export type Enhetsrad = { readonly enhetId: number; readonly navn: string; readonly privat: boolean; readonly timeverkMinutter: number };

/** The providers, and their paid minutes of the year. */
export function finnEnheter(tx: Tx, ar: number): Promise<Enhetsrad[]> {
  return tx.alle<Enhetsrad>(sql`
    select e.id as "enhetId", e.navn, e.eierform <> 'KOMMUNAL' as privat,
      coalesce((select sum(t.minutter) from timeverk t where t.kommune_id = e.kommune_id and t.enhet_id = e.id and t.maned between ${manedAv(ar, 1)} and ${manedAv(ar, 12)}), 0)::float8 as "timeverkMinutter"
    from enhet e where e.kommune_id = ${tx.hvem.kommuneId} and e.type = 'UTFORER' order by e.navn`);
}

/** A year's accounts per unit and art, in øre. */
export function finnArter(tx: Tx, ar: number): Promise<{ enhetId: number; art: string; ore: number }[]> {
  return tx.alle(sql`
    select enhet_id as "enhetId", art, sum(ore)::float8 as ore from regnskap
    where kommune_id = ${tx.hvem.kommuneId} and maned between ${manedAv(ar, 1)} and ${manedAv(ar, 12)} group by 1, 2`);
}

/** Time without a recipient (travel, meetings, documentation, training) per unit, minutes. */
export async function finnAnnenTid(tx: Tx, ar: number): Promise<ReadonlyMap<number, number>> {
  const rader = await tx.alle<{ enhetId: number; minutter: number }>(sql`
    select enhet_id as "enhetId", sum(minutter)::float8 as minutter from annen_tid
    where kommune_id = ${tx.hvem.kommuneId} and maned between ${manedAv(ar, 1)} and ${manedAv(ar, 12)} group by 1`);
  return new Map(rader.map((r) => [r.enhetId, r.minutter]));
}

/** The recipients by id, with what is known of the PU criterion that year. */
export function finnMottakere(tx: Tx, ar: number, ider: readonly number[]): Promise<Mottakerfakta[]> {
  return tx.alle<Mottakerfakta>(sql`
    select m.id as "mottakerId", m.pseudonym, m.fodselsar,
      (select p.registrert_pu from pu_status p where p.kommune_id = m.kommune_id and p.regnskapsar = ${ar} and p.mottaker_id = m.id order by p.id desc limit 1) as pu
    from mottaker m where m.kommune_id = ${tx.hvem.kommuneId} and m.id = any(${ider}::int[]) order by m.pseudonym`);
}

/** Ids by pseudonym; those that do not exist are left out. */
export function finnIderForPseudonym(tx: Tx, pseudonymer: readonly string[]): Promise<{ id: number; pseudonym: string }[]> {
  return tx.alle(sql`select id, pseudonym from mottaker where kommune_id = ${tx.hvem.kommuneId} and pseudonym = any(${pseudonymer}::text[])`);
}

/**
 * Granted and settled time of recipients in a year. Granted: hourly vedtak by days in force / 7, pauses not taken off.
 * Settled: the hours and amounts that the settlement has posted for the year's months.
 */
export function finnTimer(tx: Tx, ar: number, mottakere: readonly number[]): Promise<Timer[]> {
  const { fom, tom } = grenser(ar);
  return tx.alle<Timer>(sql`
    select m.id as "mottakerId",
      coalesce((select sum(v.minutter::numeric / v.per_uker * (least(coalesce(g.tom, ${tom}::date), ${tom}::date) - greatest(g.fom, ${fom}::date) + 1) / 7)
        from vedtak v join vedtak_virkning g on g.kommune_id = v.kommune_id and g.vedtak_id = v.id and g.gjeldende and g.fom <= ${tom}::date and (g.tom is null or g.tom >= ${fom}::date)
        where v.kommune_id = m.kommune_id and v.mottaker_id = m.id and v.omfang_type = 'TIMER'), 0)::bigint::float8 as "vedtattMinutter",
      coalesce(round(sum(l.volum) filter (where k.volumkilde like '%\_TID%') * 60), 0)::float8 as "utbetaltMinutter", coalesce(sum(l.belop_ore), 0)::float8 as "utbetaltOre"
    from mottaker m left join vedtak w on w.kommune_id = m.kommune_id and w.mottaker_id = m.id
    left join avregning_linje l on l.kommune_id = w.kommune_id and l.vedtak_id = w.id and l.gjelder_maned between ${manedAv(ar, 1)} and ${manedAv(ar, 12)}
    left join ordning_komponent k on k.kommune_id = l.kommune_id and k.ordning_id = l.ordning_id and k.kode = l.komponent and k.fom_maned <= l.gjelder_maned and (k.tom_maned is null or k.tom_maned >= l.gjelder_maned)
    where m.kommune_id = ${tx.hvem.kommuneId} and m.id = any(${mottakere}::int[]) group by m.kommune_id, m.id`);
}

/** A recipient's vedtak that were in force in the year. */
export function finnVedtakI(tx: Tx, ar: number, mottakerId: number): Promise<{ id: number; nummer: string; tjeneste: string }[]> {
  const { fom, tom } = grenser(ar);
  return tx.alle(sql`
    select distinct v.id, v.nummer, v.tjeneste from vedtak v
    join vedtak_virkning g on g.kommune_id = v.kommune_id and g.vedtak_id = v.id and g.gjeldende and g.fom <= ${tom} and (g.tom is null or g.tom >= ${fom})
    where v.kommune_id = ${tx.hvem.kommuneId} and v.mottaker_id = ${mottakerId} and v.utfall <> 'AVSLAG' order by v.nummer`);
}

/** Accounting years with accounts, ended before `forAr`, newest first. */
export async function finnAr(tx: Tx, forAr: number): Promise<number[]> {
  const rader = await tx.alle<{ ar: number }>(sql`select distinct left(maned, 4)::int as ar from regnskap where kommune_id = ${tx.hvem.kommuneId} and maned < ${manedAv(forAr, 1)} order by 1 desc`);
  return rader.map((r) => r.ar);
}

export async function finnInnbyggere(tx: Tx): Promise<number> {
  return (await tx.en<{ innbyggere: number | null }>(sql`select innbyggere from kommune where id = ${tx.hvem.kommuneId}`))?.innbyggere ?? 0;
}

export type Besoksspor = { readonly dato: Dato; readonly nummer: string; readonly enhet: string; readonly minutter: number; readonly kvittert: boolean; readonly harVedtak: boolean; readonly sykehus: boolean };

/** A recipient's visits with time of their own in some days, as they are now, for the auditor. */
export function finnBesoksspor(tx: Tx, mottakerId: number, fom: Dato, tom: Dato): Promise<Besoksspor[]> {
  return tx.alle<Besoksspor>(sql`
    select b.dato, v.nummer, e.navn as enhet, b.minutter, b.kvittert,
      exists (select 1 from vedtak_virkning g where g.kommune_id = b.kommune_id and g.vedtak_id = b.vedtak_id and g.gjeldende and g.fom <= b.dato and (g.tom is null or g.tom >= b.dato)) as "harVedtak",
      exists (select 1 from pause p where p.kommune_id = b.kommune_id and p.vedtak_id = b.vedtak_id and p.gjeldende and not p.trukket and p.arsak = 'SYKEHUS' and p.fom <= b.dato and (p.tom is null or p.tom >= b.dato)) as sykehus
    from vedtak v join besok b on b.kommune_id = v.kommune_id and b.vedtak_id = v.id and not b.erstattet and b.kategori = 'BRUKERRETTET' and b.dato between ${fastDag(fom)} and ${fastDag(tom)}
    join enhet e on e.kommune_id = b.kommune_id and e.id = b.enhet_id
    where v.kommune_id = ${tx.hvem.kommuneId} and v.mottaker_id = ${mottakerId} order by b.dato, b.start, b.id`);
}
