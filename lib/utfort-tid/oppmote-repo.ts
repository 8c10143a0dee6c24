import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { type Sql, sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Dagfravarsarsak, Oppmote } from '#lib/utfort-tid/domain/oppmote.ts';
import type { Oppmoterad, Oppmoteside } from '#lib/utfort-tid/oppmote-view.ts';

function egne(tx: Tx, tabell: Sql): Sql {
  const { kommuneId, enheter } = tx.hvem;
  return enheter === null ? sql`${tabell}.kommune_id = ${kommuneId}` : sql`${tabell}.kommune_id = ${kommuneId} and ${tabell}.enhet_id = any(${enheter}::int[])`;
}

/** The source and id that make one day's attendance of one order one row. */
const KILDE = 'OPPMOTE';
const kildeId = (oppdragId: number, dag: Dato): string => `${oppdragId}/${dag}`;

/** KPR 4 is a day activity, 17 a day in an institution; an alarm is in the same group of the budget, and nobody comes to it. */
const DAGTILBUD = sql`case when t.kpr_kode is null then t.gruppe = 'dagtilbud' else t.kpr_kode in ('4', '17') end`;

/** Orders of days at a centre that hold on a day, with what is kept of it. */
export function finnOppmote(tx: Tx, dag: Dato, uke: { fom: Dato; tom: Dato }): Promise<Oppmoterad[]> {
  return tx.alle<Oppmoterad>(sql`
    select o.id "oppdragId", o.mottaker_id "mottakerId", coalesce(t.navn_nb, v.tjeneste) "tjenesteNb", coalesce(t.navn_nn, v.tjeneste) "tjenesteNn", v.antall, v.per_uker "perUker",
      m.pseudonym, case when i.mottaker_id is null then null else i.fornavn || ' ' || i.etternavn end navn,
      case when l.id is not null and l.kvittert then 'MOTT' else f.arsak end oppmote,
      (select count(*)::int from leveranse x where x.kommune_id = o.kommune_id and x.oppdrag_id = o.id and x.dato between ${uke.fom} and ${uke.tom} and x.kvittert) "mottIUken"
    from oppdrag o join vedtak v on v.kommune_id = o.kommune_id and v.id = o.vedtak_id
    left join lateral (select t.navn_nb, t.navn_nn, t.gruppe, t.kpr_kode from tjeneste t where t.kommune_id = v.kommune_id and t.kode = v.tjeneste and t.fom <= o.fom order by t.fom desc limit 1) t on true
    left join mottaker m on m.kommune_id = o.kommune_id and m.id = o.mottaker_id
    left join mottaker_identitet i on i.kommune_id = o.kommune_id and i.mottaker_id = o.mottaker_id
    left join leveranse l on l.kommune_id = o.kommune_id and l.oppdrag_id = o.id and l.dato = ${dag} and l.kilde = ${KILDE}
    left join dagfravar f on f.kommune_id = o.kommune_id and f.oppdrag_id = o.id and f.dato = ${dag} and f.trukket is null
    where ${egne(tx, sql`o`)} and v.omfang_type = 'ANTALL' and ${DAGTILBUD} and o.annullert is null and o.fom <= ${dag} and (o.tom is null or o.tom >= ${dag})
    order by i.etternavn, i.fornavn, o.id`);
}

export type Dagoppdrag = { readonly id: number; readonly vedtakId: number; readonly mottakerId: number; readonly enhetId: number; readonly fom: Dato; readonly tom: Dato | null; readonly stengt: boolean; readonly naa: Oppmote | null };

/** The orders of an attendance, held until the transaction ends. */
export function lasDagoppdrag(tx: Tx, ider: readonly number[], dag: Dato): Promise<Dagoppdrag[]> {
  return tx.alle<Dagoppdrag>(sql`
    select o.id, o.vedtak_id "vedtakId", o.mottaker_id "mottakerId", o.enhet_id "enhetId", o.fom, o.tom,
      exists (select 1 from stengt_dag s where s.kommune_id = o.kommune_id and s.enhet_id = o.enhet_id and s.dato = ${dag}) stengt,
      case when exists (select 1 from leveranse l where l.kommune_id = o.kommune_id and l.oppdrag_id = o.id and l.dato = ${dag} and l.kilde = ${KILDE} and l.kvittert) then 'MOTT'
        else (select f.arsak from dagfravar f where f.kommune_id = o.kommune_id and f.oppdrag_id = o.id and f.dato = ${dag} and f.trukket is null) end naa
    from oppdrag o join vedtak v on v.kommune_id = o.kommune_id and v.id = o.vedtak_id
    where ${egne(tx, sql`o`)} and o.id = any(${ider}::int[]) and o.annullert is null and v.omfang_type = 'ANTALL' order by o.id for update of o`);
}

/** Somebody came: one row a day, approved as it is kept. */
export async function settMott(tx: Tx, o: Dagoppdrag, dag: Dato): Promise<void> {
  const endret = await tx.kjor(sql`
    update leveranse set kvittert = true, kvittert_av = ${tx.hvem.kontoId} where kommune_id = ${tx.hvem.kommuneId} and kilde = ${KILDE} and kilde_id = ${kildeId(o.id, dag)} and not kvittert`);
  if (endret > 0) return;
  await tx.kjor(sql`
    insert into leveranse (kommune_id, oppdrag_id, vedtak_id, enhet_id, dato, antall, kvittert, kvittert_av, kilde, kilde_id)
    values (${tx.hvem.kommuneId}, ${o.id}, ${o.vedtakId}, ${o.enhetId}, ${dag}, 1, true, ${tx.hvem.kontoId}, ${KILDE}, ${kildeId(o.id, dag)}) on conflict do nothing`);
}

/** Somebody did not come after all: the row stays, and counts for nothing. */
export function tilbakekallMott(tx: Tx, o: Dagoppdrag, dag: Dato): Promise<number> {
  return tx.kjor(sql`update leveranse set kvittert = false, kvittert_av = null where kommune_id = ${tx.hvem.kommuneId} and kilde = ${KILDE} and kilde_id = ${kildeId(o.id, dag)} and kvittert`);
}

/** The reason somebody did not come, in place of the one before; null: none. */
export async function settDagfravar(tx: Tx, o: Dagoppdrag, dag: Dato, arsak: Dagfravarsarsak | null): Promise<void> {
  await tx.kjor(sql`
    update dagfravar set trukket = ${naa()} where kommune_id = ${tx.hvem.kommuneId} and oppdrag_id = ${o.id} and dato = ${dag} and trukket is null and arsak is distinct from ${arsak}`);
  if (arsak === null) return;
  await tx.kjor(sql`
    insert into dagfravar (kommune_id, oppdrag_id, enhet_id, dato, arsak, registrert, registrert_av) values (${tx.hvem.kommuneId}, ${o.id}, ${o.enhetId}, ${dag}, ${arsak}, ${naa()}, ${tx.hvem.kontoId})
    on conflict do nothing`);
}

export function finnStengte(tx: Tx, fra: Dato, til: Dato | null): Promise<Oppmoteside['stengte']> {
  return tx.alle(sql`
    select s.enhet_id "enhetId", e.navn enhet, s.dato, s.grunn from stengt_dag s join enhet e on e.kommune_id = s.kommune_id and e.id = s.enhet_id
    where ${egne(tx, sql`s`)} and s.dato >= ${fra} and (${til}::date is null or s.dato <= ${til}) order by s.dato, e.navn`);
}

/** Whether anybody is kept as present at a unit on a day. */
export async function harOppmote(tx: Tx, enhetId: number, dag: Dato): Promise<boolean> {
  return (await tx.en(sql`select 1 from leveranse where kommune_id = ${tx.hvem.kommuneId} and enhet_id = ${enhetId} and dato = ${dag} and kvittert limit 1`)) !== null;
}

export function nyStengtDag(tx: Tx, enhetId: number, dag: Dato, grunn: string): Promise<number> {
  return tx.kjor(sql`insert into stengt_dag (kommune_id, enhet_id, dato, grunn, registrert, registrert_av) values (${tx.hvem.kommuneId}, ${enhetId}, ${dag}, ${grunn}, ${naa()}, ${tx.hvem.kontoId}) on conflict do nothing`);
}

export function slettStengtDag(tx: Tx, enhetId: number, dag: Dato): Promise<number> {
  return tx.kjor(sql`delete from stengt_dag where kommune_id = ${tx.hvem.kommuneId} and enhet_id = ${enhetId} and dato = ${dag}`);
}
