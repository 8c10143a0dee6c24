import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { type Sql, sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Fravarsarsak, Plasstype, Utgrunn } from '#lib/utfort-tid/domain/opphold.ts';
import type { Fravarrad, Oppholdrad, Plassrad, Venterad } from '#lib/utfort-tid/opphold-view.ts';

/** The account's own units, beside what the policies say. */
function egne(tx: Tx, tabell: Sql): Sql {
  const { kommuneId, enheter } = tx.hvem;
  return enheter === null ? sql`${tabell}.kommune_id = ${kommuneId}` : sql`${tabell}.kommune_id = ${kommuneId} and ${tabell}.enhet_id = any(${enheter}::int[])`;
}

const NAVN = sql`m.pseudonym, case when i.mottaker_id is null then null else i.fornavn || ' ' || i.etternavn end navn`;
const PERSON = sql`left join mottaker m on m.kommune_id = o.kommune_id and m.id = o.mottaker_id
  left join mottaker_identitet i on i.kommune_id = o.kommune_id and i.mottaker_id = o.mottaker_id`;

/** The places in use on a day, what is empty first. */
export function finnPlasser(tx: Tx, dag: Dato): Promise<Plassrad[]> {
  return tx.alle<Plassrad>(sql`
    select p.id, p.enhet_id "enhetId", e.navn "enhetNavn", p.kode, p.plasstype, o.id "oppholdId", o.oppdrag_id "oppdragId", o.inn, f.fom "borteFra", f.arsak "borteArsak",
      case when o.id is null then s.ut end "tomFra", l.ledig_fra "ledigFra", t.id is not null tildelt, coalesce(m.pseudonym, '') pseudonym,
      case when i.mottaker_id is null then null else i.fornavn || ' ' || i.etternavn end navn
    from plass p join enhet e on e.kommune_id = p.kommune_id and e.id = p.enhet_id
    left join opphold o on o.kommune_id = p.kommune_id and o.enhet_id = p.enhet_id and o.plass = p.kode and o.inn <= ${dag} and (o.ut is null or o.ut > ${dag})
    ${PERSON}
    left join lateral (select f.fom, f.arsak from fravar f where f.kommune_id = o.kommune_id and f.opphold_id = o.id and f.trukket is null and f.fom <= ${dag} and (f.tom is null or f.tom >= ${dag})
      order by f.fom limit 1) f on true
    left join lateral (select max(s.ut) ut from opphold s where s.kommune_id = p.kommune_id and s.enhet_id = p.enhet_id and s.plass = p.kode and s.ut > s.inn and s.ut <= ${dag}) s on true
    left join ledigmelding l on l.kommune_id = p.kommune_id and l.plass_id = p.id and l.trukket is null and l.brukt is null
    left join tildeling t on t.kommune_id = l.kommune_id and t.ledigmelding_id = l.id and t.annullert is null
    where ${egne(tx, sql`p`)} and p.fom <= ${dag} and (p.tom is null or p.tom >= ${dag})
    order by o.id is not null, l.id is not null, f.fom is null, e.navn, p.kode`);
}

/** Orders of a place that are in force or soon will be, of people who do not live at the unit in such a place already, as one does whose vedtak was extended. */
export function finnVenter(tx: Tx, dag: Dato, til: Dato): Promise<Venterad[]> {
  return tx.alle<Venterad>(sql`
    select o.id "oppdragId", v.nummer "vedtakNummer", v.plasstype, o.fom, o.tom, ${NAVN},
      (select p.kode from tildeling t join plass p on p.kommune_id = t.kommune_id and p.id = t.plass_id join ledigmelding l on l.kommune_id = t.kommune_id and l.id = t.ledigmelding_id
        where t.kommune_id = o.kommune_id and t.mottaker_id = o.mottaker_id and t.enhet_id = o.enhet_id and t.annullert is null and l.brukt is null order by t.id desc limit 1) plass
    from oppdrag o join vedtak v on v.kommune_id = o.kommune_id and v.id = o.vedtak_id ${PERSON}
    where ${egne(tx, sql`o`)} and v.omfang_type = 'PLASS' and v.plasstype <> 'DAG' and o.annullert is null and o.fom <= ${til} and (o.tom is null or o.tom >= ${dag})
      and not exists (select 1 from opphold s join vedtak sv on sv.kommune_id = s.kommune_id and sv.id = s.vedtak_id
        where s.kommune_id = o.kommune_id and s.enhet_id = o.enhet_id and s.mottaker_id = o.mottaker_id and sv.plasstype = v.plasstype and (s.ut is null or s.ut > ${dag}))
    order by o.fom, o.id`);
}

/** Every stay that touches some nights, for the plot. */
export async function finnOppholdMellom(tx: Tx, fra: Dato, til: Dato): Promise<{ inn: Dato; ut: Dato | null; fravar: { fom: Dato; tom: Dato | null }[] }[]> {
  return tx.alle(sql`
    select o.inn, o.ut, coalesce((select json_agg(json_build_object('fom', f.fom, 'tom', f.tom)) from fravar f where f.kommune_id = o.kommune_id and f.opphold_id = o.id and f.trukket is null), '[]') fravar
    from opphold o where ${egne(tx, sql`o`)} and o.plass is not null and o.inn <= ${til} and coalesce(o.ut, 'infinity') > ${fra}::date`);
}

export type LagretPlass = { readonly id: number; readonly enhetId: number; readonly enhetNavn: string; readonly kode: string; readonly plasstype: Plasstype; readonly fom: Dato; readonly tom: Dato | null };

/** One place; `las` holds it until the transaction ends, so that two cannot move in at once. */
export function finnPlass(tx: Tx, id: number, las = false): Promise<LagretPlass | null> {
  return tx.en<LagretPlass>(sql`
    select p.id, p.enhet_id "enhetId", e.navn "enhetNavn", p.kode, p.plasstype, p.fom, p.tom
    from plass p join enhet e on e.kommune_id = p.kommune_id and e.id = p.enhet_id where ${egne(tx, sql`p`)} and p.id = ${id} ${las ? sql`for update of p` : sql``}`);
}

type Oppholdkolonner = Omit<Oppholdrad, 'fravar'>;
const OPPHOLD = sql`o.id, o.oppdrag_id "oppdragId", o.mottaker_id "mottakerId", o.inn, o.ut, o.ut_grunn "utGrunn", coalesce(m.pseudonym, '') pseudonym,
  case when i.mottaker_id is null then null else i.fornavn || ' ' || i.etternavn end navn`;

async function medFravar(tx: Tx, rader: readonly Oppholdkolonner[]): Promise<Oppholdrad[]> {
  const fravar = await tx.alle<Fravarrad & { oppholdId: number }>(sql`
    select f.id, f.opphold_id "oppholdId", f.fom, f.tom, f.arsak, f.trukket is not null trukket from fravar f
    where f.kommune_id = ${tx.hvem.kommuneId} and f.opphold_id = any(${rader.map((r) => r.id)}::int[]) order by f.fom desc, f.id desc`);
  const per = Map.groupBy(fravar, (f) => f.oppholdId);
  return rader.map((r) => ({ ...r, fravar: per.get(r.id) ?? [] }));
}

/** Everybody who has lived at a place, the last first. */
export async function finnOppholdPa(tx: Tx, plass: Pick<LagretPlass, 'enhetId' | 'kode'>): Promise<Oppholdrad[]> {
  return medFravar(tx, await tx.alle<Oppholdkolonner>(sql`
    select ${OPPHOLD} from opphold o ${PERSON} where ${egne(tx, sql`o`)} and o.enhet_id = ${plass.enhetId} and o.plass = ${plass.kode} order by o.inn desc, o.id desc limit 50`));
}

/** One stay at a place, held until the transaction ends. */
export async function lasOpphold(tx: Tx, id: number, plass: Pick<LagretPlass, 'enhetId' | 'kode'>): Promise<Oppholdrad | null> {
  const last = await tx.en(sql`select id from opphold o where ${egne(tx, sql`o`)} and o.id = ${id} and o.enhet_id = ${plass.enhetId} and o.plass = ${plass.kode} for update`);
  if (last === null) return null;
  const rader = await tx.alle<Oppholdkolonner>(sql`select ${OPPHOLD} from opphold o ${PERSON} where ${egne(tx, sql`o`)} and o.id = ${id}`);
  return (await medFravar(tx, rader))[0] ?? null;
}

export type Plassoppdrag = { readonly id: number; readonly vedtakId: number; readonly mottakerId: number; readonly enhetId: number; readonly fom: Dato; readonly tom: Dato | null; readonly plasstype: string | null };

export function finnPlassoppdrag(tx: Tx, id: number): Promise<Plassoppdrag | null> {
  return tx.en<Plassoppdrag>(sql`
    select o.id, o.vedtak_id "vedtakId", o.mottaker_id "mottakerId", o.enhet_id "enhetId", o.fom, o.tom, v.plasstype
    from oppdrag o join vedtak v on v.kommune_id = o.kommune_id and v.id = o.vedtak_id
    where ${egne(tx, sql`o`)} and o.id = ${id} and o.annullert is null and v.omfang_type = 'PLASS' for update of o`);
}

export function finnOppholdFor(tx: Tx, oppdragId: number): Promise<{ inn: Dato; ut: Dato | null }[]> {
  return tx.alle(sql`select inn, ut from opphold where kommune_id = ${tx.hvem.kommuneId} and oppdrag_id = ${oppdragId} and (ut is null or ut > inn)`);
}

export async function nyttOpphold(tx: Tx, o: Plassoppdrag, plass: string, inn: Dato): Promise<number> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into opphold (kommune_id, oppdrag_id, vedtak_id, mottaker_id, enhet_id, plass, inn) values (${tx.hvem.kommuneId}, ${o.id}, ${o.vedtakId}, ${o.mottakerId}, ${o.enhetId}, ${plass}, ${inn}) returning id`);
  if (!rad) throw new Error('oppholdet ble ikke skrevet');
  return rad.id;
}

export function avsluttOpphold(tx: Tx, id: number, ut: Dato, grunn: Utgrunn): Promise<number> {
  return tx.kjor(sql`update opphold set ut = ${ut}, ut_grunn = ${grunn} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and ut is null`);
}

export function nyttFravar(tx: Tx, o: { id: number; enhetId: number }, fom: Dato, tom: Dato | null, arsak: Fravarsarsak): Promise<number> {
  return tx.kjor(sql`insert into fravar (kommune_id, opphold_id, enhet_id, fom, tom, arsak) values (${tx.hvem.kommuneId}, ${o.id}, ${o.enhetId}, ${fom}, ${tom}, ${arsak})`);
}

/** An absence of a stay at the place; held until the transaction ends. */
export function lasFravar(tx: Tx, id: number, plass: Pick<LagretPlass, 'enhetId' | 'kode'>): Promise<{ id: number; fom: Dato; tom: Dato | null; mottakerId: number } | null> {
  return tx.en(sql`
    select f.id, f.fom, f.tom, o.mottaker_id "mottakerId" from fravar f join opphold o on o.kommune_id = f.kommune_id and o.id = f.opphold_id
    where ${egne(tx, sql`f`)} and f.id = ${id} and f.trukket is null and o.enhet_id = ${plass.enhetId} and o.plass = ${plass.kode} for update of f`);
}

export function settSisteNatt(tx: Tx, id: number, tom: Dato): Promise<number> {
  return tx.kjor(sql`update fravar set tom = ${tom} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and tom is null`);
}

export function trekkFravaret(tx: Tx, id: number): Promise<number> {
  return tx.kjor(sql`update fravar set trukket = ${naa()} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and trukket is null`);
}
