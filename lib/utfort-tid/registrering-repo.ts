import type { Dato } from '#lib/core/dato.ts';
import { inneholder, navnMed } from '#lib/server/navnesok.ts';
import { sql } from '#lib/server/sql.ts';
import type { Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { egneEnheter, merketBesok, RADKOLONNER, radkilde } from '#lib/utfort-tid/merket-repo.ts';
import type { Ansatt, Besoksrad, Registrerbart } from '#lib/utfort-tid/utfort-tid-view.ts';

export const MAKS_TREFF = 40;

function registrerbare(tx: Tx, vilkar: Sql, mandag: Dato, sondag: Dato): Promise<Registrerbart[]> {
  const { kommuneId } = tx.hvem;
  return tx.alle<Registrerbart>(sql`
    with side as materialized (
      select o.id, o.enhet_id, o.fom, o.tom, m.pseudonym, m.fodselsar, i.mottaker_id kjent, i.fornavn, i.etternavn, v.tjeneste, v.minutter, v.besok, v.per_uker
      from oppdrag o
      join vedtak v on v.kommune_id = o.kommune_id and v.id = o.vedtak_id and v.omfang_type = 'TIMER'
      join mottaker m on m.kommune_id = o.kommune_id and m.id = o.mottaker_id
      left join mottaker_identitet i on i.kommune_id = o.kommune_id and i.mottaker_id = o.mottaker_id
      where o.kommune_id = ${kommuneId} and ${egneEnheter(tx, sql`o.enhet_id`)} and ${vilkar}
      order by i.fornavn nulls last, i.etternavn, m.pseudonym, o.id limit ${MAKS_TREFF})
    select s.id "oppdragId", s.enhet_id "enhetId", s.pseudonym, case when s.kjent is null then null else s.fornavn || ' ' || s.etternavn end navn, s.fodselsar,
      coalesce(t.navn_nb, s.tjeneste) "tjenesteNb", coalesce(t.navn_nn, s.tjeneste) "tjenesteNn", s.fom, s.tom, s.minutter "vedtattMinutter", s.per_uker "perUker",
      case when s.besok > 0 then (2 * s.minutter + s.besok) / (2 * s.besok) end "planlagtMinutter",
      coalesce((select sum(b.minutter) from besok b where b.kommune_id = ${kommuneId} and b.oppdrag_id = s.id and b.dato between ${mandag} and ${sondag}
        and not b.erstattet and b.kategori = 'BRUKERRETTET'), 0)::int "registrertMinutter"
    from side s
    left join lateral (select t.navn_nb, t.navn_nn from tjeneste t where t.kommune_id = ${kommuneId} and t.kode = s.tjeneste and t.fom <= s.fom order by t.fom desc limit 1) t on true
    order by s.fornavn nulls last, s.etternavn, s.pseudonym, s.id`);
}

export type Uke = { readonly mandag: Dato; readonly sondag: Dato };

/** Orders found by name or pseudonym, in force on `dag`; `endtEtter` lets those that ended after it in too. */
export function findRegistrerbare(tx: Tx, sok: string, dag: Dato, endtEtter: Dato, uke: Uke): Promise<Registrerbart[]> {
  return registrerbare(
    tx,
    sql`o.annullert is null and o.fom <= ${dag} and (o.tom is null or o.tom >= ${endtEtter})
      and (${sok} = '' or ${navnMed(sok)} or m.pseudonym ilike ${inneholder(sok)})`,
    uke.mandag,
    uke.sondag,
  );
}

/** One order for the form; `endtEtter` as above. */
export async function findRegistrerbart(tx: Tx, oppdragId: number, dag: Dato, endtEtter: Dato, uke: Uke): Promise<Registrerbart | null> {
  const rader = await registrerbare(tx, sql`o.id = ${oppdragId} and o.annullert is null and o.fom <= ${dag} and (o.tom is null or o.tom >= ${endtEtter})`, uke.mandag, uke.sondag);
  return rader[0] ?? null;
}

/** Who works at a unit on a day. */
export function findAnsatte(tx: Tx, enhetId: number, dag: Dato): Promise<Ansatt[]> {
  return tx.alle<Ansatt>(sql`
    select distinct k.id "kontoId", k.navn from konto_rolle r join konto k on k.kommune_id = r.kommune_id and k.id = r.konto_id and k.stengt is null
    where r.kommune_id = ${tx.hvem.kommuneId} and r.enhet_id = ${enhetId} and r.rolle in ('utforeransatt', 'utforerleder') and r.fom <= ${dag} and (r.tom is null or r.tom >= ${dag})
    order by k.navn`);
}

/** A day's visits of one employee, or one visit by its id, with their remarks. */
export function findDagensBesok(tx: Tx, enhetId: number, dag: Dato, hvem: { ansattId: number } | { besokId: number }): Promise<Besoksrad[]> {
  const [bare, vilkar] = 'ansattId' in hvem ? [sql`b.ansatt_id = ${hvem.ansattId}`, sql`true`] : [sql`true`, sql`k.id = ${hvem.besokId}`];
  return tx.alle<Besoksrad>(sql`
    with ${merketBesok(tx, enhetId, dag, dag, bare)}
    select ${RADKOLONNER} from merket k ${radkilde(tx)} where ${vilkar} order by k.start desc, k.id`);
}

/** The unit of a current visit, or null when it is not there for this account. */
export async function findEnhetForBesok(tx: Tx, dag: Dato, besokId: number): Promise<number | null> {
  const rad = await tx.en<{ enhetId: number }>(sql`
    select b.enhet_id "enhetId" from besok b where b.kommune_id = ${tx.hvem.kommuneId} and b.dato = ${dag} and b.id = ${besokId} and not b.erstattet and ${egneEnheter(tx, sql`b.enhet_id`)}`);
  return rad?.enhetId ?? null;
}

/** An order's visits of a week, the newest first. */
export function findOppdragetsBesok(tx: Tx, enhetId: number, oppdragId: number, uke: Uke): Promise<Besoksrad[]> {
  return tx.alle<Besoksrad>(sql`
    with ${merketBesok(tx, enhetId, uke.mandag, uke.sondag)}
    select ${RADKOLONNER} from merket k ${radkilde(tx)} where k.oppdrag_id = ${oppdragId} order by k.start desc, k.id`);
}
