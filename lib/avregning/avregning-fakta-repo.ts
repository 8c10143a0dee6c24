import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import type { LokalTid } from '#lib/core/oslo-tid.ts';
import type { Periode } from '#lib/core/periode.ts';
import type { Besok, Besokskategori, Enhet, Justering, Leveranse, ManuellLinje, Omfang, Omfangsdel, Oppdrag, Opphold, Regnskapspost, Vedtak } from '#lib/avregning/domain/avregning-inn.ts';
import type { Enhetsperioderad } from '#lib/grunnlag/domain/ordning.ts';
import type { Plasstype } from '#lib/grunnlag/domain/volumkilde.ts';
import { type Sql, sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** The days that the facts must cover, and the vedtak they are wanted for (null: all of the kommune). */
export type Utsnitt = { readonly fra: Dato; readonly til: Dato; readonly vedtakIder: readonly number[] | null };

type Vedtaksrad = Periode<Dato> & {
  id: number;
  mottaker_id: number;
  tjeneste: string;
  omfang_type: Omfang['type'];
  minutter: number | null;
  besok: number | null;
  per_uker: number;
  antall: number | null;
  niva: number | null;
  plasstype: Plasstype | null;
  manedsbelop_ore: number | null;
  deler: readonly { tidsband: string; minutter: number; besok?: number }[];
};

function krev<T>(verdi: T | null, vedtak: number): T {
  if (verdi === null) throw new RangeError(`Vedtaket ${vedtak} mangler omfang`);
  return verdi;
}

function omfangFra(r: Vedtaksrad): Omfang {
  switch (r.omfang_type) {
    case 'TIMER': {
      const deler = r.deler.map((d): Omfangsdel => ({ tidsband: d.tidsband, minutter: d.minutter, besok: d.besok ?? 0 }));
      return { type: 'TIMER', minutter: krev(r.minutter, r.id), besok: r.besok ?? 0, perUker: r.per_uker, deler };
    }
    case 'ANTALL':
      return { type: 'ANTALL', antall: krev(r.antall, r.id), perUker: r.per_uker };
    case 'NIVA':
      return { type: 'NIVA', niva: krev(r.niva, r.id) };
    case 'PLASS':
      return { type: 'PLASS', plasstype: krev(r.plasstype, r.id) };
    case 'KONTRAKT':
      return { type: 'KONTRAKT', manedsbelopOre: ore(krev(r.manedsbelop_ore, r.id)) };
  }
}

function bare(kolonne: Sql, u: Utsnitt): Sql {
  return u.vedtakIder === null ? sql`true` : sql`${kolonne} = any(${u.vedtakIder}::int[])`;
}

/** The vedtak that have or had an order at one of the units. */
export async function finnVedtakVed(tx: Tx, enhetIder: readonly number[]): Promise<number[]> {
  const rader = await tx.alle<{ id: number }>(sql`
    select distinct vedtak_id as id from oppdrag where kommune_id = ${tx.hvem.kommuneId} and enhet_id = any(${enhetIder}::int[])`);
  return rader.map((r) => r.id);
}

/** An order with its vedtak, as it is read. */
export type Oppdragsrad = Vedtaksrad & { oppdrag_id: number; enhet_id: number; o_fom: Dato; o_tom: Dato | null; tidsband: string[] };
/** A pause (no `oppdrag_id`) or an adjustment, as it is read. */
export type Avvikende = Periode<Dato> & { vedtak_id: number; oppdrag_id: number | null; minutter: number; besok: number; avslatt_fra: Dato | null };

/** Pauses that stand (no `oppdrag_id`) and adjustments of orders, in the order they were written. */
function finnPauserOgJusteringer(tx: Tx, u: Utsnitt): Promise<Avvikende[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Avvikende>(sql`
    select p.vedtak_id, null::int as oppdrag_id, p.fom, p.tom, 0 as minutter, 0 as besok, null::date as avslatt_fra, p.id from pause p
    where p.kommune_id = ${k} and p.gjeldende and not p.trukket and p.fom <= ${u.til} and coalesce(p.tom, 'infinity') >= ${u.fra}::date and ${bare(sql`p.vedtak_id`, u)}
    union all
    select o.vedtak_id, j.oppdrag_id, j.fom, j.tom, j.minutter, j.besok, j.avslatt_fra, j.id
    from justering j join oppdrag o on o.kommune_id = j.kommune_id and o.id = j.oppdrag_id and o.annullert is null
    where j.kommune_id = ${k} and j.fom <= ${u.til} and j.tom >= ${u.fra} and ${bare(sql`o.vedtak_id`, u)} order by 2 nulls first, 8`);
}

/**
 * Orders that have days in the window, their vedtak with the validity in force and the pauses that stand, and their
 * adjustments on the spot: in effect at once, until turned down. A voided order never was. `medOpphold`: orders with a
 * stay in the window too, for a stay is counted whatever days the order has.
 */
export async function finnVedtakOgOppdrag(tx: Tx, u: Utsnitt, medOpphold: boolean): Promise<{ vedtak: Vedtak[]; oppdrag: Oppdrag[]; justeringer: Justering[] }> {
  const k = tx.hvem.kommuneId;
  const opphold = medOpphold
    ? sql`exists (select 1 from opphold x where x.kommune_id = ${k} and x.oppdrag_id = o.id and x.inn <= ${u.til} and coalesce(x.ut, 'infinity') > ${u.fra}::date)`
    : sql`false`;
  const rader = await tx.alle<Oppdragsrad>(sql`
    select o.id as oppdrag_id, o.enhet_id, o.fom as o_fom, o.tom as o_tom, o.tidsband,
      v.id, v.mottaker_id, v.tjeneste, v.omfang_type, v.minutter, v.besok, v.per_uker, v.antall, v.niva, v.plasstype, v.manedsbelop_ore, v.deler, g.fom, g.tom
    from oppdrag o
    join vedtak_virkning g on g.kommune_id = o.kommune_id and g.vedtak_id = o.vedtak_id and g.gjeldende
    join vedtak v on v.kommune_id = o.kommune_id and v.id = o.vedtak_id and v.omfang_type is not null
    where o.kommune_id = ${k} and o.annullert is null and (o.fom <= ${u.til} and coalesce(o.tom, 'infinity') >= ${u.fra}::date or ${opphold}) and ${bare(sql`o.vedtak_id`, u)} order by o.id`);
  return lesVedtakOgOppdrag(rader, rader.length === 0 ? [] : await finnPauserOgJusteringer(tx, u));
}

/** The same, of rows that are read. */
export function lesVedtakOgOppdrag(rader: readonly Oppdragsrad[], avvikende: readonly Avvikende[]): { vedtak: Vedtak[]; oppdrag: Oppdrag[]; justeringer: Justering[] } {
  const pauser = Map.groupBy(avvikende.filter((a) => a.oppdrag_id === null), (a) => a.vedtak_id);
  const vedtak = new Map<number, Vedtak>();
  for (const r of rader) {
    if (vedtak.has(r.id)) continue;
    vedtak.set(r.id, { id: String(r.id), mottaker: String(r.mottaker_id), tjeneste: r.tjeneste, fom: r.fom, tom: r.tom, omfang: omfangFra(r), pauser: (pauser.get(r.id) ?? []).map(({ fom, tom }) => ({ fom, tom })) });
  }
  const oppdrag = rader.map((r) => ({ id: String(r.oppdrag_id), vedtak: String(r.id), enhet: String(r.enhet_id), fom: r.o_fom, tom: r.o_tom, tidsband: r.tidsband.length === 0 ? null : r.tidsband }));
  const kjente = new Set(rader.map((r) => r.oppdrag_id));
  const justeringer = avvikende.flatMap((a) =>
    a.oppdrag_id === null || a.tom === null || !kjente.has(a.oppdrag_id) ? [] : [{ oppdrag: String(a.oppdrag_id), fom: a.fom, tom: a.tom, minutter: a.minutter, besok: a.besok, avslattFra: a.avslatt_fra }],
  );
  return { vedtak: [...vedtak.values()], oppdrag, justeringer };
}

export async function finnOpphold(tx: Tx, u: Utsnitt): Promise<Opphold[]> {
  const k = tx.hvem.kommuneId;
  const rader = await tx.alle<{ id: number; oppdrag_id: number; inn: Dato; ut: Dato | null }>(sql`
    select id, oppdrag_id, inn, ut from opphold o
    where o.kommune_id = ${k} and o.inn <= ${u.til} and coalesce(o.ut, 'infinity') > ${u.fra}::date and ${bare(sql`o.vedtak_id`, u)} order by id`);
  const fravar = await tx.alle<Periode<Dato> & { opphold_id: number }>(sql`
    select f.opphold_id, f.fom, f.tom from fravar f
    where f.kommune_id = ${k} and f.trukket is null and f.opphold_id = any(${rader.map((r) => r.id)}::int[]) order by f.id`);
  const perOpphold = Map.groupBy(fravar, (f) => f.opphold_id);
  return rader.map((r) => ({
    oppdrag: String(r.oppdrag_id),
    inn: r.inn,
    ut: r.ut,
    fravar: (perOpphold.get(r.id) ?? []).map(({ fom, tom }) => ({ fom, tom })),
  }));
}

/** Visits as they are now (no replaced versions), of one unit or of all: for what cannot be counted in SQL and for the trace of an amount. */
export async function finnBesok(tx: Tx, u: Utsnitt, enhetId: number | null = null): Promise<Besok[]> {
  const rader = await tx.alle<{ id: number; oppdrag_id: number; start: LokalTid; minutter: number; planlagt: number | null; kategori: Besokskategori; kvittert: boolean }>(sql`
    select b.id, b.oppdrag_id, to_char(b.start at time zone 'Europe/Oslo', 'YYYY-MM-DD"T"HH24:MI') as start, b.minutter,
      b.planlagt_minutter as planlagt, b.kategori, b.kvittert
    from besok b where b.kommune_id = ${tx.hvem.kommuneId} and not b.erstattet and b.dato between ${u.fra} and ${u.til}
      and ${bare(sql`b.vedtak_id`, u)} and ${enhetId === null ? sql`true` : sql`b.enhet_id = ${enhetId}`} order by b.dato, b.start, b.id`);
  return rader.map((r) => ({
    id: String(r.id),
    oppdrag: String(r.oppdrag_id),
    start: r.start,
    minutter: r.minutter,
    planlagtMinutter: r.planlagt,
    kategori: r.kategori,
    kvittert: r.kvittert,
  }));
}

export async function finnLeveranser(tx: Tx, u: Utsnitt): Promise<Leveranse[]> {
  const rader = await tx.alle<{ id: number; oppdrag_id: number; dato: Dato; antall: number; kvittert: boolean }>(sql`
    select id, oppdrag_id, dato, antall, kvittert from leveranse l
    where l.kommune_id = ${tx.hvem.kommuneId} and l.dato between ${u.fra} and ${u.til} and ${bare(sql`l.vedtak_id`, u)} order by id`);
  return rader.map((r) => ({ id: String(r.id), oppdrag: String(r.oppdrag_id), dato: r.dato, antall: r.antall, kvittert: r.kvittert }));
}

/** Booked costs of the open months, summed as finely as a fixed part can ask. */
export async function finnRegnskap(tx: Tx, maneder: readonly Maned[]): Promise<Regnskapspost[]> {
  const rader = await tx.alle<{ enhet_id: number; maned: Maned; funksjon: string; art: string; ore: number }>(sql`
    select enhet_id, maned, funksjon, art, sum(ore)::bigint as ore from regnskap
    where kommune_id = ${tx.hvem.kommuneId} and maned = any(${maneder}) group by enhet_id, maned, funksjon, art`);
  return rader.map((r) => ({ enhet: String(r.enhet_id), maned: r.maned, funksjon: r.funksjon, art: r.art, ore: ore(r.ore) }));
}

/** Manual lines that another controller has approved and nobody has withdrawn. */
export async function finnManuelle(tx: Tx, maneder: readonly Maned[]): Promise<ManuellLinje[]> {
  const rader = await tx.alle<{ id: number; ordning_id: number; enhet_id: number; maned: Maned; ore: number }>(sql`
    select id, ordning_id, enhet_id, gjelder_maned as maned, belop_ore as ore from manuell_linje
    where kommune_id = ${tx.hvem.kommuneId} and gjelder_maned = any(${maneder}) and godkjent is not null and trukket is null order by id`);
  return rader.map((r) => ({ id: String(r.id), ordning: String(r.ordning_id), enhet: String(r.enhet_id), gjelderManed: r.maned, ore: ore(r.ore) }));
}

/** Units with the periods that decide price group and places. */
export function lesEnheter(ider: readonly number[], perioder: readonly Enhetsperioderad[]): Enhet[] {
  const perEnhet = Map.groupBy(perioder, (p) => p.enhetId);
  return ider.map((id) => ({
    id: String(id),
    perioder: (perEnhet.get(id) ?? []).map(({ fom, tom, gruppe, plasser }) => ({ fom, tom, gruppe, plasser })),
  }));
}
