import { leggTilDager } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { type Sql, sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Gjennomgang, Gjennomgangsrad } from '#lib/oversikt/gjennomgang-view.ts';
import { omfangAv } from '#lib/vedtak/domain/omfang.ts';
import type { OmfangKolonner } from '#lib/vedtak/domain/omfang.ts';

/** From the tenth day a short service is flagged: on the fourteenth it ends or has a letter. */
export const KORT_FLAGG_DAG = 10;
export const UTEN_LEVERT_DAGER = 14;
export const REVURDERING_DAGER = 365;
const BESOK_DAGER = 60;

const IKRAFT = (dag: Dato): Sql => sql`w.gjeldende and w.fom <= ${dag} and (w.tom is null or w.tom >= ${dag})`;
const OMFANG_KOLONNER = sql`v.omfang_type "omfangType", v.minutter, v.besok, v.per_uker "perUker", v.antall, v.niva, v.plasstype, v.manedsbelop_ore "manedsbelopOre", v.deler`;
const INGEN: Sql = sql`null::int`;

/** The end is not met by anything of the same service after it. */
const UTEN_ETTERFOLGER = sql`not exists (select 1 from vedtak_virkning e where e.kommune_id = w.kommune_id and e.mottaker_id = w.mottaker_id and e.tjeneste = w.tjeneste and e.gjeldende and e.id <> w.id and (e.tom is null or e.tom > w.tom))`;

type Utvalg = { readonly vilkar: Sql; readonly dager: Sql; readonly antall: Sql };

function utvalg(tx: Tx, hva: Exclude<Gjennomgang, 'UTEN_VEDTAK'>, dag: Dato): Utvalg {
  const { kommuneId } = tx.hvem;
  const til = sql`w.tom - ${dag}::date`;
  switch (hva) {
    case 'UTLOPER':
      return { vilkar: sql`w.gjeldende and not v.kort and m.avsluttet is null and w.tom between ${dag} and ${leggTilDager(dag, 60)} and ${UTEN_ETTERFOLGER}`, dager: til, antall: INGEN };
    case 'KORTE':
      return { vilkar: sql`v.kort and w.gjeldende and w.fom <= ${leggTilDager(dag, 1 - KORT_FLAGG_DAG)} and w.tom >= ${dag} and ${UTEN_ETTERFOLGER}`, dager: sql`${dag}::date - w.fom + 1`, antall: INGEN };
    case 'REVURDERES':
      return {
        vilkar: sql`${IKRAFT(dag)} and w.tom is null and m.avsluttet is null and w.fom <= ${leggTilDager(dag, -REVURDERING_DAGER)}
          and not exists (select 1 from utredning u where u.kommune_id = ${kommuneId} and u.mottaker_id = w.mottaker_id and u.dato > ${leggTilDager(dag, -REVURDERING_DAGER)})`,
        dager: sql`${dag}::date - w.fom`, antall: INGEN,
      };
    case 'SLUTT':
      return {
        vilkar: sql`w.gjeldende and (w.tom is null or w.tom > ${dag}) and (m.avsluttet <= ${dag} or (v.plasstype is distinct from 'LANGTID' and exists (
          select 1 from vedtak_virkning l join vedtak p on p.kommune_id = l.kommune_id and p.id = l.vedtak_id and p.plasstype = 'LANGTID'
          where l.kommune_id = w.kommune_id and l.mottaker_id = w.mottaker_id and l.gjeldende and l.fom <= ${dag} and (l.tom is null or l.tom >= ${dag}))))`,
        dager: INGEN, antall: INGEN,
      };
    case 'UTEN_LEVERT':
      return {
        vilkar: sql`${IKRAFT(dag)} and v.omfang_type = 'TIMER' and w.fom <= ${leggTilDager(dag, -UTEN_LEVERT_DAGER)}
          and not exists (select 1 from besok b where b.kommune_id = ${kommuneId} and b.vedtak_id = v.id and b.dato > ${leggTilDager(dag, -UTEN_LEVERT_DAGER)} and b.dato <= ${dag} and not b.erstattet)
          and not exists (select 1 from pause p where p.kommune_id = ${kommuneId} and p.vedtak_id = v.id and p.gjeldende and not p.trukket and p.fom <= ${dag} and (p.tom is null or p.tom >= ${leggTilDager(dag, -UTEN_LEVERT_DAGER)}))`,
        dager: sql`${UTEN_LEVERT_DAGER}::int`, antall: INGEN,
      };
  }
}

type Rad = Omit<Gjennomgangsrad, 'omfang'> & OmfangKolonner;
const tilRad = ({ omfangType, minutter, besok, perUker, antall, niva, plasstype, manedsbelopOre, deler, ...resten }: Rad & { treff: number | null }): Gjennomgangsrad => {
  const { treff, ...rad } = resten;
  return { ...rad, antall: treff, omfang: omfangAv({ omfangType, minutter, besok, perUker, antall, niva, plasstype, manedsbelopOre, deler }) };
};

const PERSON = sql`join mottaker m on m.kommune_id = v.kommune_id and m.id = v.mottaker_id
  join mottaker_identitet i on i.kommune_id = v.kommune_id and i.mottaker_id = v.mottaker_id left join konto k on k.kommune_id = m.kommune_id and k.id = m.saksbehandler_id`;
const ENHET = sql`(select e.navn from oppdrag o join enhet e on e.kommune_id = o.kommune_id and e.id = o.enhet_id where o.kommune_id = v.kommune_id and o.vedtak_id = v.id and o.annullert is null order by o.tidsband = '{}' desc, o.fom desc limit 1)`;

/** Visits of the last sixty days on a day when no vedtak held for them, by vedtak. */
function besokUtenVedtak(tx: Tx, dag: Dato): Sql {
  return sql`select b.vedtak_id, count(*)::int antall from besok b
    left join vedtak_virkning w on w.kommune_id = b.kommune_id and w.vedtak_id = b.vedtak_id and w.gjeldende
    where b.kommune_id = ${tx.hvem.kommuneId} and not b.erstattet and b.dato between ${leggTilDager(dag, -BESOK_DAGER)} and ${dag} and (w.vedtak_id is null or b.dato not between w.fom and coalesce(w.tom, 'infinity'))
    group by b.vedtak_id`;
}

/** One page of a list; what is most urgent first. Shielded recipients are there only for those who may see them. */
export async function findGjennomgang(tx: Tx, hva: Gjennomgang, dag: Dato, antall: number, fra: number): Promise<Gjennomgangsrad[]> {
  const felles = sql`v.mottaker_id "mottakerId", i.fornavn || ' ' || i.etternavn navn, v.id "vedtakId", v.nummer, v.tjeneste, ${OMFANG_KOLONNER}, ${ENHET} enhet, w.fom, w.tom, w.id "virkningId", k.navn saksbehandler`;
  if (hva === 'UTEN_VEDTAK') {
    return (await tx.alle<Rad & { treff: number }>(sql`
      with x as (${besokUtenVedtak(tx, dag)})
      select ${felles}, ${INGEN} dager, x.antall treff from x join vedtak v on v.kommune_id = ${tx.hvem.kommuneId} and v.id = x.vedtak_id ${PERSON}
      left join vedtak_virkning w on w.kommune_id = v.kommune_id and w.vedtak_id = v.id and w.gjeldende order by x.antall desc, v.id limit ${antall} offset ${fra}`)).map(tilRad);
  }
  const u = utvalg(tx, hva, dag);
  return (await tx.alle<Rad & { treff: null }>(sql`
    select ${felles}, ${u.dager} dager, ${u.antall} treff from vedtak_virkning w join vedtak v on v.kommune_id = w.kommune_id and v.id = w.vedtak_id ${PERSON}
    where w.kommune_id = ${tx.hvem.kommuneId} and ${u.vilkar} order by w.tom nulls last, w.fom, v.id limit ${antall} offset ${fra}`)).map(tilRad);
}

export async function countGjennomgang(tx: Tx, hva: Gjennomgang, dag: Dato): Promise<number> {
  const tell = async (fra: Sql) => (await tx.en<{ antall: number }>(sql`select count(*)::int antall from ${fra}`))?.antall ?? 0;
  if (hva === 'UTEN_VEDTAK') return tell(sql`(${besokUtenVedtak(tx, dag)}) x join vedtak v on v.kommune_id = ${tx.hvem.kommuneId} and v.id = x.vedtak_id ${PERSON}`);
  return tell(sql`vedtak_virkning w join vedtak v on v.kommune_id = w.kommune_id and v.id = w.vedtak_id ${PERSON} where w.kommune_id = ${tx.hvem.kommuneId} and ${utvalg(tx, hva, dag).vilkar}`);
}

export type Utlopstelling = { readonly d14: number; readonly d30: number; readonly d60: number };

/** How many end within 14, 30 and 60 days, each counted with those before it. */
export async function countUtlop(tx: Tx, dag: Dato): Promise<Utlopstelling> {
  const rad = await tx.en<Utlopstelling>(sql`
    select count(*) filter (where w.tom <= ${leggTilDager(dag, 14)})::int d14, count(*) filter (where w.tom <= ${leggTilDager(dag, 30)})::int d30, count(*)::int d60
    from vedtak_virkning w join vedtak v on v.kommune_id = w.kommune_id and v.id = w.vedtak_id ${PERSON} where w.kommune_id = ${tx.hvem.kommuneId} and ${utvalg(tx, 'UTLOPER', dag).vilkar}`);
  return rad ?? { d14: 0, d30: 0, d60: 0 };
}
