import { forsteDag, type Maned, manedAv, sisteDag } from '#lib/core/maned.ts';
import { datoAv } from '#lib/core/dato.ts';
import { fastDag, sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Manedstid } from '#lib/toppfinansiering/domain/varsel.ts';
import type { Tiltaksrad } from '#lib/toppfinansiering/varsel-view.ts';

/** Granted minutes a week from which a recipient is worth computing: some 25 hours, far below any threshold. */
const MINST_I_UKEN = 1500;

/** Months of the year with accounts, before a month. */
export async function finnKjenteManeder(tx: Tx, ar: number, for_: Maned): Promise<number> {
  const rad = await tx.en<{ antall: number }>(sql`
    select coalesce(max(substr(maned, 6, 2)::int), 0) as antall from regnskap where kommune_id = ${tx.hvem.kommuneId} and maned >= ${manedAv(ar, 1)} and maned <= ${manedAv(ar, 12)} and maned < ${for_}`);
  return rad?.antall ?? 0;
}

/** Recipients who may come near the threshold in a year: many granted hours, or something registered for the grant this year or the one before. */
export async function finnKandidater(tx: Tx, ar: number): Promise<number[]> {
  const [k, fom, tom] = [tx.hvem.kommuneId, datoAv(ar, 1, 1), datoAv(ar, 12, 31)];
  const rader = await tx.alle<{ id: number }>(sql`
    select v.mottaker_id as id from vedtak v join vedtak_virkning g on g.kommune_id = v.kommune_id and g.vedtak_id = v.id and g.gjeldende and g.fom <= ${tom} and (g.tom is null or g.tom >= ${fom})
      where v.kommune_id = ${k} and v.omfang_type = 'TIMER' group by 1 having sum(v.minutter::numeric / v.per_uker) >= ${MINST_I_UKEN}
    union select mottaker_id from ressurspost where kommune_id = ${k} and regnskapsar between ${ar - 1} and ${ar} and trukket is null
    union select mottaker_id from ressursfradrag where kommune_id = ${k} and regnskapsar between ${ar - 1} and ${ar} and trukket is null
    union select unnest(mottakere) from fellesressurs where kommune_id = ${k} and regnskapsar between ${ar - 1} and ${ar} and trukket is null`);
  return rader.map((r) => r.id);
}

/** Approved time with the recipients, and what their vedtak grant, month by month. Pauses are not taken off what is granted. */
export async function finnManedstid(tx: Tx, ar: number, ider: readonly number[]): Promise<Manedstid[]> {
  const k = tx.hvem.kommuneId;
  const rader = await tx.alle<Omit<Manedstid, 'levert' | 'vedtatt'> & { maned: number; levert: number; vedtatt: number }>(sql`
    with o as (select distinct o.vedtak_id, o.enhet_id, v.mottaker_id, v.nummer, v.tjeneste, v.omfang_type, v.minutter, v.per_uker from oppdrag o join vedtak v on v.kommune_id = o.kommune_id and v.id = o.vedtak_id
        where o.kommune_id = ${k} and v.mottaker_id = any(${ider}::int[]) and o.annullert is null),
      levert as (select b.vedtak_id, b.enhet_id, extract(month from b.dato)::int as maned, sum(b.minutter)::float8 as minutter from oppdrag o
        join besok b on b.kommune_id = o.kommune_id and b.oppdrag_id = o.id and not b.erstattet and b.kvittert and b.kategori = 'BRUKERRETTET'
          and not exists (select 1 from pause p where p.kommune_id = b.kommune_id and p.vedtak_id = b.vedtak_id and p.gjeldende and not p.trukket and p.arsak = 'SYKEHUS' and p.fom <= b.dato and (p.tom is null or p.tom >= b.dato))
          and b.dato between ${fastDag(forsteDag(manedAv(ar, 1)))} and ${fastDag(sisteDag(manedAv(ar, 12)))}
        where o.kommune_id = ${k} and o.mottaker_id = any(${ider}::int[]) group by 1, 2, 3),
      m as (select n, make_date(${ar}::int, n, 1) as fra, (make_date(${ar}::int, n, 1) + interval '1 month - 1 day')::date as til from generate_series(1, 12) n),
      kraft as (select o.vedtak_id, o.enhet_id, m.n as maned,
          sum(o.minutter::numeric / o.per_uker * (least(coalesce(p.tom, m.til), coalesce(g.tom, m.til), m.til) - greatest(p.fom, g.fom, m.fra) + 1) / 7)::bigint::float8 as minutter
        from o join vedtak_virkning g on g.kommune_id = ${k} and g.vedtak_id = o.vedtak_id and g.gjeldende
        join oppdrag p on p.kommune_id = ${k} and p.vedtak_id = o.vedtak_id and p.enhet_id = o.enhet_id and p.annullert is null
        join m on m.til >= greatest(p.fom, g.fom) and m.fra <= least(coalesce(p.tom, 'infinity'), coalesce(g.tom, 'infinity'))
        where o.omfang_type = 'TIMER' group by 1, 2, 3)
    select o.mottaker_id as "mottakerId", o.enhet_id as "enhetId", o.vedtak_id as "vedtakId", o.nummer, coalesce(s.kostra, '') as funksjon, m.n as maned, coalesce(l.minutter, 0) as levert, coalesce(x.minutter, 0) as vedtatt
    from o cross join m left join levert l on l.vedtak_id = o.vedtak_id and l.enhet_id = o.enhet_id and l.maned = m.n left join kraft x on x.vedtak_id = o.vedtak_id and x.enhet_id = o.enhet_id and x.maned = m.n
    left join lateral (select kostra_funksjon as kostra from tjeneste j where j.kommune_id = ${k} and j.kode = o.tjeneste and j.fom <= ${datoAv(ar, 12, 31)} order by j.fom desc limit 1) s on true
    order by o.nummer, o.enhet_id, m.n`);
  return [...Map.groupBy(rader, (r) => `${r.vedtakId}/${r.enhetId}`).values()].flatMap((tolv) => {
    const [forste] = tolv;
    if (!forste) return [];
    const { mottakerId, enhetId, vedtakId, nummer, funksjon } = forste;
    const [levert, vedtatt] = [tolv.map((r) => r.levert), tolv.map((r) => r.vedtatt)];
    return [...levert, ...vedtatt].some((n) => n > 0) ? [{ mottakerId, enhetId, vedtakId, nummer, funksjon, levert, vedtatt }] : [];
  });
}

/** Documented sick pay in a unit's wages, and the share of it within 16 days. */
export type Sykelonn = { readonly ore: number; readonly andel: string };

/** The providers, with paid minutes and accounts per art of the known months, and the absence and sick pay that were documented this year and the year before. */
export async function finnEnheterSaLangt(tx: Tx, ar: number, kjente: number): Promise<{ enhetId: number; navn: string; privat: boolean; timeverkMinutter: number; arter: { art: string; ore: number }[]; fravarMinutter: number | null; ifjorFravar: number | null; ifjorTimeverk: number; sykelonn: Sykelonn | null; ifjorSykelonn: Sykelonn | null; ifjorArter: { art: string; ore: number }[] }[]> {
  const [k, fra, til] = [tx.hvem.kommuneId, manedAv(ar, 1), manedAv(ar, Math.max(1, kjente))];
  const med = (aret: number) => sql`(select d.fravar_minutter::float8 from delingstall d where d.kommune_id = e.kommune_id and d.enhet_id = e.id and d.regnskapsar = ${aret} and d.godkjent is not null and d.erstattet is null)`;
  const syk = (aret: number) => sql`(select json_build_object('ore', d.sykelonn_ore, 'andel', d.andel_innen_16) from delingstall d where d.kommune_id = e.kommune_id and d.enhet_id = e.id and d.regnskapsar = ${aret} and d.godkjent is not null and d.erstattet is null and d.sykelonn_ore is not null)`;
  return tx.alle(sql`
    select e.id as "enhetId", e.navn, e.eierform <> 'KOMMUNAL' as privat,
      coalesce((select sum(t.minutter) from timeverk t where t.kommune_id = e.kommune_id and t.enhet_id = e.id and t.maned between ${fra} and ${til} and ${kjente}::int > 0), 0)::float8 as "timeverkMinutter",
      coalesce((select sum(t.minutter) from timeverk t where t.kommune_id = e.kommune_id and t.enhet_id = e.id and t.maned between ${manedAv(ar - 1, 1)} and ${manedAv(ar - 1, 12)}), 0)::float8 as "ifjorTimeverk",
      coalesce((select json_agg(json_build_object('art', a.art, 'ore', a.ore)) from (select art, sum(ore)::float8 as ore from regnskap r where r.kommune_id = e.kommune_id and r.enhet_id = e.id and r.maned between ${fra} and ${til} and ${kjente}::int > 0 group by 1) a), '[]') as arter,
      coalesce((select json_agg(json_build_object('art', a.art, 'ore', a.ore)) from (select art, sum(ore)::float8 as ore from regnskap r where r.kommune_id = e.kommune_id and r.enhet_id = e.id and r.maned between ${manedAv(ar - 1, 1)} and ${manedAv(ar - 1, 12)} group by 1) a), '[]') as "ifjorArter",
      ${med(ar)} as "fravarMinutter", ${med(ar - 1)} as "ifjorFravar", ${syk(ar)} as sykelonn, ${syk(ar - 1)} as "ifjorSykelonn"
    from enhet e where e.kommune_id = ${k} and e.type = 'UTFORER' order by e.navn`);
}

export function finnTiltak(tx: Tx, ar: number): Promise<Tiltaksrad[]> {
  return tx.alle<Tiltaksrad>(sql`
    select t.id, t.slag, t.navn, array(select m.pseudonym from mottaker m where m.kommune_id = t.kommune_id and m.id = any(t.mottakere) order by 1) as mottakere,
      t.spart_ore::float8 as "spartOre", t.ny_kostnad_ore::float8 as "nyKostnadOre", k.navn as "registrertAvNavn", t.registrert
    from ressurstiltak t join konto k on k.kommune_id = t.kommune_id and k.id = t.registrert_av
    where t.kommune_id = ${tx.hvem.kommuneId} and t.regnskapsar = ${ar} and t.trukket is null order by t.id`);
}

export async function skrivTiltak(tx: Tx, t: { ar: number; slag: string; navn: string; mottakere: readonly number[]; spartOre: number; nyKostnadOre: number }, tid: Date): Promise<number> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into ressurstiltak (kommune_id, regnskapsar, slag, navn, mottakere, spart_ore, ny_kostnad_ore, registrert_av, registrert)
    values (${tx.hvem.kommuneId}, ${t.ar}, ${t.slag}, ${t.navn}, ${t.mottakere}::int[], ${t.spartOre}, ${t.nyKostnadOre}, ${tx.hvem.kontoId}, ${tid}) returning id`);
  if (!rad) throw new Error('Tiltaket ble ikke skrevet');
  return rad.id;
}

export function trekkTiltak(tx: Tx, id: number, tid: Date): Promise<number> {
  return tx.kjor(sql`update ressurstiltak set trukket = ${tid}, trukket_av = ${tx.hvem.kontoId} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and trukket is null`);
}
