import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { inneholder, navnMed } from '#lib/server/navnesok.ts';
import { sett, sql } from '#lib/server/sql.ts';
import type { Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Oppdragsfakta, Oppdragstilstand } from '#lib/oppdrag/domain/oppdrag-tilstand.ts';
import { PER_SIDE } from '#lib/oppdrag/oppdrag-view.ts';
import type { Oppdragsfilter, Oppdragsrad, Oppdragsside } from '#lib/oppdrag/oppdrag-view.ts';

/** The account's own kommune and units, beside what the policies say. */
function egne(tx: Tx): Sql {
  const { kommuneId, enheter } = tx.hvem;
  return enheter === null ? sql`o.kommune_id = ${kommuneId}` : sql`o.kommune_id = ${kommuneId} and o.enhet_id = any(${enheter}::int[])`;
}

/** The pure rule `oppdragTilstand` in SQL. */
function tilstand(dag: Dato): Sql {
  return sql`case when o.annullert is not null then 'ANNULLERT' when o.tom < ${dag} then 'AVSLUTTET' when o.bekreftet is null then 'MOTTATT'
    when o.iverksatt <= ${dag} then 'IVERKSATT' else 'BEKREFTET' end`;
}

const FRA = sql`oppdrag o
  join vedtak v on v.kommune_id = o.kommune_id and v.id = o.vedtak_id
  join mottaker m on m.kommune_id = o.kommune_id and m.id = o.mottaker_id
  left join mottaker_identitet i on i.kommune_id = o.kommune_id and i.mottaker_id = o.mottaker_id
  left join lateral (select t.navn_nb, t.navn_nn from tjeneste t where t.kommune_id = v.kommune_id and t.kode = v.tjeneste and t.fom <= o.fom
    order by t.fom desc limit 1) t on true`;

function kolonner(dag: Dato): Sql {
  return sql`o.id, o.mottaker_id "mottakerId", v.nummer "vedtakNummer", coalesce(t.navn_nb, v.tjeneste) "tjenesteNb", coalesce(t.navn_nn, v.tjeneste) "tjenesteNn",
    m.pseudonym, case when i.mottaker_id is null then null else i.fornavn || ' ' || i.etternavn end navn,
    v.omfang_type "omfangType", v.minutter, v.besok, v.per_uker "perUker", v.antall, v.niva, v.plasstype,
    o.fom, o.tom, (o.mottatt at time zone 'Europe/Oslo')::date mottatt, o.iverksatt, ${tilstand(dag)} tilstand`;
}

function sokevilkar(sok: string): Sql {
  if (sok === '') return sql`true`;
  return sql`(${navnMed(sok)} or m.pseudonym ilike ${inneholder(sok)} or v.nummer ilike ${inneholder(sok)})`;
}

/** What a search must read; without one the orders alone say it all, and each row more would ask the policies again. */
function soktFra(sok: string): Sql {
  return sok === ''
    ? sql`oppdrag o`
    : sql`oppdrag o join vedtak v on v.kommune_id = o.kommune_id and v.id = o.vedtak_id
      join mottaker m on m.kommune_id = o.kommune_id and m.id = o.mottaker_id
      left join mottaker_identitet i on i.kommune_id = o.kommune_id and i.mottaker_id = o.mottaker_id`;
}

/** How many of the unit's orders stand in each state. */
export function tellPerTilstand(tx: Tx, sok: string, dag: Dato): Promise<{ tilstand: Oppdragstilstand; antall: number }[]> {
  return tx.alle(sql`select ${tilstand(dag)} tilstand, count(*)::int antall from ${soktFra(sok)} where ${egne(tx)} and ${sokevilkar(sok)} group by 1`);
}

/** One page, what waits on the unit first, then the newest. */
export function findListe(tx: Tx, filter: Oppdragsfilter, dag: Dato): Promise<Oppdragsrad[]> {
  const vilkar = [egne(tx), sokevilkar(filter.sok), ...(filter.tilstand === null ? [] : [sql`${tilstand(dag)} = ${filter.tilstand}`])];
  const orden = sql`order by array_position(array['MOTTATT', 'BEKREFTET', 'IVERKSATT', 'AVSLUTTET', 'ANNULLERT'], ${tilstand(dag)}), o.mottatt desc, o.id desc`;
  return tx.alle<Oppdragsrad>(sql`
    with side as materialized (
      select o.id from ${soktFra(filter.sok)} where ${sett(vilkar, ' and ', sql`true`)} ${orden} limit ${PER_SIDE} offset ${(filter.side - 1) * PER_SIDE})
    select ${kolonner(dag)} from side join ${FRA} on true where ${egne(tx)} and o.id = side.id ${orden}`);
}

export type LagretOppdrag = Omit<Oppdragsside, 'kanBekreftes' | 'kanIverksettes' | 'kanRegistreres' | 'pauser' | 'kontrakt'> & { readonly vedtakId: number };

export function findById(tx: Tx, id: number, dag: Dato): Promise<LagretOppdrag | null> {
  return tx.en<LagretOppdrag>(sql`
    select ${kolonner(dag)}, o.vedtak_id "vedtakId", e.navn "enhetNavn", (o.bekreftet at time zone 'Europe/Oslo')::date bekreftet, k.navn "bekreftetAv", o.annullert is not null annullert
    from ${FRA} join enhet e on e.kommune_id = o.kommune_id and e.id = o.enhet_id
    left join konto k on k.kommune_id = o.kommune_id and k.id = o.bekreftet_av
    where ${egne(tx)} and o.id = ${id}`);
}

export function findPauser(tx: Tx, vedtakId: number, fra: Dato): Promise<{ fom: Dato; tom: Dato | null; arsak: string }[]> {
  return tx.alle(sql`
    select fom, tom, arsak from pause where kommune_id = ${tx.hvem.kommuneId} and vedtak_id = ${vedtakId} and gjeldende and not trukket
      and (tom is null or tom >= ${fra}) order by fom`);
}

/** What waits on the unit: orders whose receipt nobody has confirmed. */
export async function tellNye(tx: Tx, dag: Dato): Promise<number> {
  const rad = await tx.en<{ antall: number }>(sql`
    select count(*)::int antall from oppdrag o where ${egne(tx)} and o.bekreftet is null and o.annullert is null and (o.tom is null or o.tom >= ${dag})`);
  return rad?.antall ?? 0;
}

/** Confirms those of the orders that still wait; the ones that were confirmed. */
export function bekreft(tx: Tx, ider: readonly number[]): Promise<{ id: number; mottakerId: number; enhetId: number }[]> {
  return tx.alle(sql`
    update oppdrag o set bekreftet = ${naa()}, bekreftet_av = ${tx.hvem.kontoId}
    where ${egne(tx)} and o.id = any(${ider}::int[]) and o.bekreftet is null and o.annullert is null
    returning o.id, o.mottaker_id "mottakerId", o.enhet_id "enhetId"`);
}

/** Locks the order for the rest of the transaction. */
export function lockOppdrag(tx: Tx, id: number): Promise<(Oppdragsfakta & { mottakerId: number }) | null> {
  return tx.en(sql`
    select o.fom, o.tom, o.bekreftet is not null bekreftet, o.iverksatt, o.annullert is not null annullert, o.mottaker_id "mottakerId"
    from oppdrag o where ${egne(tx)} and o.id = ${id} for update`);
}

export async function saveIverksatt(tx: Tx, id: number, start: Dato): Promise<void> {
  await tx.kjor(sql`update oppdrag o set iverksatt = ${start} where ${egne(tx)} and o.id = ${id}`);
}

/** The first visit starts an order that nobody has said has started. */
export async function saveForsteBesok(tx: Tx, id: number, dag: Dato): Promise<void> {
  await tx.kjor(sql`
    update oppdrag o set iverksatt = ${dag}
    where ${egne(tx)} and o.id = ${id} and o.iverksatt is null and o.annullert is null and o.fom <= ${dag} and (o.tom is null or o.tom >= ${dag})`);
}

/** The same for many orders at once: `funn` has `oppdrag_id` and `dato`. */
export async function saveForsteBesokSamlet(tx: Tx, funn: Sql): Promise<void> {
  await tx.kjor(sql`update oppdrag o set iverksatt = f.dato from (${funn}) f
    where ${egne(tx)} and o.id = f.oppdrag_id and o.iverksatt is null and o.annullert is null and o.fom <= f.dato and (o.tom is null or o.tom >= f.dato)`);
}
