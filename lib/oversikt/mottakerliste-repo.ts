import type { Dato } from '#lib/core/dato.ts';
import { lesDato } from '#lib/core/tolk-felt.ts';
import { inneholder, navnMed } from '#lib/server/navnesok.ts';
import { sett, sql } from '#lib/server/sql.ts';
import type { Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { tolkSok } from '#lib/sak/domain/personnummer.ts';
import type { Mottakerfilter, Mottakerlinje } from '#lib/oversikt/mottakerliste-view.ts';

const I_KRAFT = (dag: Dato) => sql`w.gjeldende and w.fom <= ${dag} and (w.tom is null or w.tom >= ${dag})`;

function sokVilkar(tx: Tx, sok: string, dag: Dato): Sql {
  const ment = tolkSok(sok, lesDato(sok), dag);
  if (ment.type === 'NUMMER') return sql`i.fodselsnummer = ${ment.nummer}`;
  if (ment.type === 'FODT') return sql`i.fodselsdato = ${ment.dato}`;
  return sql`(${navnMed(sok)} or i.mottaker_id in (select x.id from mottaker x where x.kommune_id = ${tx.hvem.kommuneId} and x.pseudonym ilike ${inneholder(sok)}))`;
}

/** Each filter as a condition; none is joined when it is not asked for. */
function vilkar(tx: Tx, f: Mottakerfilter, dag: Dato): Sql {
  const ut: Sql[] = [sql`i.kommune_id = ${tx.hvem.kommuneId}`];
  if (f.sok !== '') ut.push(sokVilkar(tx, f.sok, dag));
  else ut.push(sql`m.avsluttet is null`);
  if (f.behov !== null) {
    ut.push(sql`(select u.hjelpebehov from utredning u where u.kommune_id = i.kommune_id and u.mottaker_id = i.mottaker_id order by u.dato desc, u.id desc limit 1) = ${f.behov}`);
  }
  if (f.tjeneste !== null) {
    ut.push(sql`exists (select 1 from vedtak_virkning w where w.kommune_id = i.kommune_id and w.mottaker_id = i.mottaker_id and w.tjeneste = ${f.tjeneste} and ${I_KRAFT(dag)})`);
  }
  if (f.enhet !== null) {
    ut.push(sql`i.mottaker_id in (select o.mottaker_id from oppdrag o where o.kommune_id = ${tx.hvem.kommuneId} and o.enhet_id = ${f.enhet} and o.annullert is null
      and o.fom <= ${dag} and (o.tom is null or o.tom >= ${dag}))`);
  }
  if (f.vedtak !== null) {
    // Whoever lacks one is found by looking at everyone: then those who have one are listed once.
    ut.push(
      f.vedtak === 'MED'
        ? sql`exists (select 1 from vedtak_virkning w where w.kommune_id = i.kommune_id and w.mottaker_id = i.mottaker_id and ${I_KRAFT(dag)})`
        : sql`i.mottaker_id not in (select w.mottaker_id from vedtak_virkning w where w.kommune_id = ${tx.hvem.kommuneId} and ${I_KRAFT(dag)})`,
    );
  }
  return sett(ut, ' and ', sql`true`);
}

function rekkefolge(f: Mottakerfilter): Sql {
  const synkende = f.retning === 'synkende';
  if (f.sorter === 'alder') return synkende ? sql`i.fodselsdato, i.mottaker_id` : sql`i.fodselsdato desc, i.mottaker_id`;
  return synkende ? sql`i.etternavn desc, i.fornavn desc, i.mottaker_id desc` : sql`i.etternavn, i.fornavn, i.mottaker_id`;
}

// Each recipient beside its name, one by one: a plain join would be guessed to give next to nothing behind the row rules, and
// the whole kommune read and sorted for a page that the index already has in order.
const KILDE = sql`mottaker_identitet i cross join lateral (select * from mottaker x where x.kommune_id = i.kommune_id and x.id = i.mottaker_id offset 0) m`;

/**
 * One page of recipients, and one row more when there is a next page. Only the rows of the page are looked into.
 * `ider`: all that fit the filter where they are known, so that it is not asked twice; null: not known.
 */
export async function findMottakere(tx: Tx, f: Mottakerfilter, ider: readonly number[] | null, dag: Dato, antall: number): Promise<Mottakerlinje[]> {
  const passer = ider === null ? vilkar(tx, f, dag) : sql`i.kommune_id = ${tx.hvem.kommuneId} and i.mottaker_id = any(${ider}::int[])`;
  return tx.alle<Mottakerlinje>(sql`
    with side as materialized (
      select i.mottaker_id id, m.kommune_id, m.pseudonym, i.fornavn, i.etternavn, i.fodselsdato, i.gradering, m.skjermet, m.avsluttet, m.saksbehandler_id,
        row_number() over (order by ${rekkefolge(f)}) plass
      from ${KILDE} where ${passer} order by ${rekkefolge(f)} limit ${antall + 1} offset ${(f.side - 1) * antall})
    select s.id, s.pseudonym, s.fornavn, s.etternavn, s.fodselsdato, s.gradering, s.skjermet, s.avsluttet, k.navn saksbehandler,
      coalesce(t.tjenester, '{}') tjenester, coalesce(e.enheter, '{}') enheter, b.hjelpebehov behov
    from side s
    left join konto k on k.kommune_id = s.kommune_id and k.id = s.saksbehandler_id
    left join lateral (select array_agg(distinct w.tjeneste) tjenester from vedtak_virkning w
      where w.kommune_id = s.kommune_id and w.mottaker_id = s.id and ${I_KRAFT(dag)}) t on true
    left join lateral (select array_agg(distinct x.navn) enheter from oppdrag o join enhet x on x.kommune_id = o.kommune_id and x.id = o.enhet_id
      where o.kommune_id = s.kommune_id and o.mottaker_id = s.id and o.annullert is null and o.fom <= ${dag} and (o.tom is null or o.tom >= ${dag})) e on true
    left join lateral (select u.hjelpebehov from utredning u where u.kommune_id = s.kommune_id and u.mottaker_id = s.id order by u.dato desc, u.id desc limit 1) b on true
    order by s.plass`);
}

/** Those that fit the filter, found to `tak` and no further: a list costs the same however long it is. */
export async function findMottakerider(tx: Tx, f: Mottakerfilter, dag: Dato, tak: number): Promise<number[]> {
  const rader = await tx.alle<{ id: number }>(sql`select i.mottaker_id id from ${f.sok === '' ? KILDE : sql`mottaker_identitet i`} where ${vilkar(tx, f, dag)} limit ${tak + 1}`);
  return rader.map(({ id }) => id);
}

/** How many of these have no vedtak in force. */
export async function countUtenVedtak(tx: Tx, ider: readonly number[], dag: Dato): Promise<number> {
  const rad = await tx.en<{ antall: number }>(sql`
    select count(*) antall from unnest(${ider}::int[]) x(id)
    where x.id not in (select w.mottaker_id from vedtak_virkning w where w.kommune_id = ${tx.hvem.kommuneId} and ${I_KRAFT(dag)})`);
  return rad?.antall ?? 0;
}

export type Valg = { readonly verdi: string; readonly tekst: string };

export async function findUtforere(tx: Tx, dag: Dato): Promise<Valg[]> {
  return tx.alle<Valg>(sql`select id::text verdi, navn tekst from enhet
    where kommune_id = ${tx.hvem.kommuneId} and type = 'UTFORER' and fom <= ${dag} and (tom is null or tom >= ${dag}) order by navn`);
}

/** Every service's name, the latest wording of each. */
export async function findTjenestenavn(tx: Tx, sprak: 'nb' | 'nn'): Promise<Valg[]> {
  return tx.alle<Valg>(sql`select kode verdi, navn tekst from (
      select distinct on (kode) kode, ${sprak === 'nn' ? sql`navn_nn` : sql`navn_nb`} navn from tjeneste where kommune_id = ${tx.hvem.kommuneId} order by kode, fom desc) t
    order by navn`);
}
