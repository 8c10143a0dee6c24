import type { Dato } from '#lib/core/dato.ts';
import { JUSTERINGSDAGER } from '#lib/oppdrag/domain/justering.ts';
import type { Justeringsrad, Kapasitetsrad, Pauserad } from '#lib/oppdrag/justering-view.ts';
import { naa } from '#lib/server/clock.ts';
import { synligForBestiller } from '#lib/server/skjerming.ts';
import { sql } from '#lib/server/sql.ts';
import type { Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

function egne(tx: Tx, kolonne: Sql): Sql {
  return tx.hvem.enheter === null ? sql`true` : sql`${kolonne} = any(${tx.hvem.enheter}::int[])`;
}

/** `kolonne` is the order a row is about. */
function synligOppdrag(tx: Tx, kolonne: Sql): Sql {
  return synligForBestiller(tx, sql`(select so.mottaker_id from oppdrag so where so.kommune_id = ${tx.hvem.kommuneId} and so.id = ${kolonne})`);
}

function synligVedtak(tx: Tx, kolonne: Sql): Sql {
  return synligForBestiller(tx, sql`(select sv.mottaker_id from vedtak sv where sv.kommune_id = ${tx.hvem.kommuneId} and sv.id = ${kolonne})`);
}

const HVEM = sql`m.pseudonym, case when i.mottaker_id is null then null else i.fornavn || ' ' || i.etternavn end navn`;

/** Adjustments with who they are for, newest first. `vilkar` is of `justering j`. */
export function findJusteringer(tx: Tx, vilkar: Sql, maks: number): Promise<Justeringsrad[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Justeringsrad>(sql`
    select j.id, j.oppdrag_id "oppdragId", o.mottaker_id "mottakerId", e.navn enhet, v.nummer "vedtakNummer", j.slag, j.fom, j.tom, j.minutter, j.besok, j.til_minutt "tilMinutt", j.grunn,
      (j.meldt at time zone 'Europe/Oslo')::date meldt, a.navn "meldtAv", j.meldt_av "meldtAvId", j.godkjent is not null godkjent, j.avslatt_fra is not null avslatt, j.avslatt_fra "avslattFra",
      j.avslag_grunn "avslagGrunn", (coalesce(j.godkjent, j.avslatt) at time zone 'Europe/Oslo')::date svar, s.navn "svarAv", ${HVEM}
    from (select * from justering j where j.kommune_id = ${k} and ${egne(tx, sql`j.enhet_id`)} and ${synligOppdrag(tx, sql`j.oppdrag_id`)} and ${vilkar} order by j.meldt desc, j.id desc limit ${maks}) j
    join oppdrag o on o.kommune_id = ${k} and o.id = j.oppdrag_id join vedtak v on v.kommune_id = ${k} and v.id = o.vedtak_id
    join enhet e on e.kommune_id = ${k} and e.id = j.enhet_id join mottaker m on m.kommune_id = ${k} and m.id = o.mottaker_id
    left join mottaker_identitet i on i.kommune_id = ${k} and i.mottaker_id = o.mottaker_id
    left join konto a on a.kommune_id = ${k} and a.id = j.meldt_av left join konto s on s.kommune_id = ${k} and s.id = coalesce(j.godkjent_av, j.avslatt_av)
    order by j.meldt desc, j.id desc`);
}

/** Waits for an answer, and is not so old that nobody asks. */
export const VENTER = sql`j.godkjent is null and j.avslatt_fra is null`;

export async function countVentende(tx: Tx): Promise<number> {
  const rad = await tx.en<{ antall: number }>(sql`select count(*)::int antall from justering j where j.kommune_id = ${tx.hvem.kommuneId} and ${synligOppdrag(tx, sql`j.oppdrag_id`)} and ${VENTER}`);
  return rad?.antall ?? 0;
}

export function findKapasitet(tx: Tx, vilkar: Sql): Promise<Kapasitetsrad[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Kapasitetsrad>(sql`
    select c.id, c.oppdrag_id "oppdragId", o.mottaker_id "mottakerId", e.navn enhet, v.nummer "vedtakNummer", c.grunn, c.tidligst, (c.meldt at time zone 'Europe/Oslo')::date meldt, a.navn "meldtAv", ${HVEM}
    from kapasitetsmelding c join oppdrag o on o.kommune_id = ${k} and o.id = c.oppdrag_id and o.annullert is null join vedtak v on v.kommune_id = ${k} and v.id = o.vedtak_id
    join enhet e on e.kommune_id = ${k} and e.id = c.enhet_id join mottaker m on m.kommune_id = ${k} and m.id = o.mottaker_id
    left join mottaker_identitet i on i.kommune_id = ${k} and i.mottaker_id = o.mottaker_id left join konto a on a.kommune_id = ${k} and a.id = c.meldt_av
    where c.kommune_id = ${k} and c.lost is null and ${egne(tx, sql`c.enhet_id`)} and ${synligForBestiller(tx, sql`o.mottaker_id`)} and ${vilkar} order by c.tidligst, c.id limit 200`);
}

export function findPauserader(tx: Tx, vilkar: Sql): Promise<Pauserad[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Pauserad>(sql`
    select p.id, v.mottaker_id "mottakerId", v.nummer "vedtakNummer", p.fom, p.tom, p.arsak, a.navn "meldtAv", p.bekreftet_av is not null bekreftet, ${HVEM}
    from pause p join vedtak v on v.kommune_id = ${k} and v.id = p.vedtak_id join mottaker m on m.kommune_id = ${k} and m.id = v.mottaker_id
    left join mottaker_identitet i on i.kommune_id = ${k} and i.mottaker_id = v.mottaker_id left join konto a on a.kommune_id = ${k} and a.id = p.meldt_av
    where p.kommune_id = ${k} and p.gjeldende and not p.trukket and ${synligForBestiller(tx, sql`v.mottaker_id`)} and ${vilkar} order by p.fom desc, p.id desc limit 100`);
}

export type Meldeoppdrag = { readonly oppdragId: number; readonly vedtakId: number; readonly mottakerId: number; readonly enhetId: number; readonly fom: Dato; readonly tom: Dato | null; readonly annullert: boolean; readonly iTimer: boolean; readonly vedtakNummer: string; readonly pseudonym: string; readonly navn: string | null };

/** The order, locked for the rest of the transaction when `las`. */
export function findMeldeoppdrag(tx: Tx, oppdragId: number, las: boolean): Promise<Meldeoppdrag | null> {
  const k = tx.hvem.kommuneId;
  return tx.en<Meldeoppdrag>(sql`
    select o.id "oppdragId", o.vedtak_id "vedtakId", o.mottaker_id "mottakerId", o.enhet_id "enhetId", o.fom, o.tom, o.annullert is not null annullert, v.omfang_type = 'TIMER' "iTimer", v.nummer "vedtakNummer", ${HVEM}
    from oppdrag o join vedtak v on v.kommune_id = ${k} and v.id = o.vedtak_id join mottaker m on m.kommune_id = ${k} and m.id = o.mottaker_id
    left join mottaker_identitet i on i.kommune_id = ${k} and i.mottaker_id = o.mottaker_id
    where o.kommune_id = ${k} and o.id = ${oppdragId} and ${egne(tx, sql`o.enhet_id`)} and ${synligForBestiller(tx, sql`o.mottaker_id`)} ${las ? sql`for update of o` : sql``}`);
}

/** Days of adjustments for more that stand, of an order. */
export function findStaende(tx: Tx, oppdragId: number): Promise<{ fom: Dato; tom: Dato }[]> {
  return tx.alle(sql`select fom, tom from justering where kommune_id = ${tx.hvem.kommuneId} and oppdrag_id = ${oppdragId} and slag = 'MER' and avslatt_fra is null`);
}

export type NyJustering = { readonly oppdragId: number; readonly enhetId: number; readonly slag: 'MER' | 'FLYTTET'; readonly fom: Dato; readonly tom: Dato; readonly minutter: number; readonly besok: number; readonly tilMinutt: number | null; readonly planId: number | null; readonly grunn: string };

export async function insertJustering(tx: Tx, j: NyJustering): Promise<number> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into justering (kommune_id, oppdrag_id, enhet_id, slag, fom, tom, minutter, besok, til_minutt, plan_id, grunn, meldt_av, meldt)
    values (${tx.hvem.kommuneId}, ${j.oppdragId}, ${j.enhetId}, ${j.slag}, ${j.fom}, ${j.tom}, ${j.minutter}, ${j.besok}, ${j.tilMinutt}, ${j.planId}, ${j.grunn}, ${tx.hvem.kontoId}, ${naa()}) returning id`);
  return rad?.id ?? 0;
}

export type Lastjustering = { readonly id: number; readonly oppdragId: number; readonly mottakerId: number; readonly planId: number | null; readonly fom: Dato; readonly tom: Dato; readonly meldtAv: number | null; readonly godkjent: boolean; readonly avslatt: boolean };

export function lockJusteringer(tx: Tx, ider: readonly number[]): Promise<Lastjustering[]> {
  return tx.alle<Lastjustering>(sql`
    select j.id, j.oppdrag_id "oppdragId", (select o.mottaker_id from oppdrag o where o.kommune_id = j.kommune_id and o.id = j.oppdrag_id) "mottakerId", j.plan_id "planId", j.fom, j.tom, j.meldt_av "meldtAv",
      j.godkjent is not null godkjent, j.avslatt_fra is not null avslatt
    from justering j where j.kommune_id = ${tx.hvem.kommuneId} and j.id = any(${ider}::int[]) and ${egne(tx, sql`j.enhet_id`)} and ${synligOppdrag(tx, sql`j.oppdrag_id`)} order by j.id for update`);
}

export async function saveGodkjent(tx: Tx, ider: readonly number[]): Promise<void> {
  await tx.kjor(sql`update justering set godkjent = ${naa()}, godkjent_av = ${tx.hvem.kontoId} where kommune_id = ${tx.hvem.kommuneId} and id = any(${ider}::int[])`);
}

export async function saveAvslatt(tx: Tx, id: number, fra: Dato, grunn: string): Promise<void> {
  await tx.kjor(sql`update justering set avslatt = ${naa()}, avslatt_av = ${tx.hvem.kontoId}, avslatt_fra = ${fra}, avslag_grunn = ${grunn} where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

/** The visit is back at the plan's time from the day the move was turned down. */
export async function trekkFlytting(tx: Tx, planId: number, fra: Dato, til: Dato): Promise<void> {
  await tx.kjor(sql`update planunntak set trukket = ${naa()} where kommune_id = ${tx.hvem.kommuneId} and plan_id = ${planId} and slag = 'ENDRET' and dato between ${fra} and ${til} and trukket is null`);
}

export async function insertPause(tx: Tx, p: { vedtakId: number; fom: Dato; tom: Dato | null; arsak: string; erstatterId: number | null }): Promise<number> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into pause (kommune_id, vedtak_id, fom, tom, arsak, erstatter_id, meldt_av, registrert)
    values (${tx.hvem.kommuneId}, ${p.vedtakId}, ${p.fom}, ${p.tom}, ${p.arsak}, ${p.erstatterId}, ${tx.hvem.kontoId}, ${naa()}) returning id`);
  return rad?.id ?? 0;
}

export function findPauseFor(tx: Tx, vedtakId: number, fom: Dato, tom: Dato | null): Promise<{ id: number } | null> {
  return tx.en(sql`select id from pause where kommune_id = ${tx.hvem.kommuneId} and vedtak_id = ${vedtakId} and gjeldende and not trukket and daterange(fom, tom, '[]') && daterange(${fom}::date, ${tom}::date, '[]') limit 1`);
}

export function lockPause(tx: Tx, id: number): Promise<{ id: number; vedtakId: number; mottakerId: number; fom: Dato; tom: Dato | null; arsak: string } | null> {
  return tx.en(sql`select p.id, p.vedtak_id "vedtakId", (select v.mottaker_id from vedtak v where v.kommune_id = p.kommune_id and v.id = p.vedtak_id) "mottakerId", p.fom, p.tom, p.arsak
    from pause p where p.kommune_id = ${tx.hvem.kommuneId} and p.id = ${id} and p.gjeldende and not p.trukket and ${synligVedtak(tx, sql`p.vedtak_id`)} for update`);
}

export async function erstattPause(tx: Tx, id: number): Promise<void> {
  await tx.kjor(sql`update pause set gjeldende = false where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

export function bekreftPauser(tx: Tx, ider: readonly number[]): Promise<{ id: number }[]> {
  return tx.alle(sql`update pause set bekreftet_av = ${tx.hvem.kontoId} where kommune_id = ${tx.hvem.kommuneId} and id = any(${ider}::int[]) and gjeldende and not trukket and bekreftet_av is null and ${synligVedtak(tx, sql`vedtak_id`)}
    and meldt_av is distinct from ${tx.hvem.kontoId} returning id`);
}

export async function insertKapasitet(tx: Tx, o: Meldeoppdrag, grunn: string, tidligst: Dato): Promise<number> {
  const rad = await tx.en<{ id: number }>(sql`insert into kapasitetsmelding (kommune_id, oppdrag_id, enhet_id, grunn, tidligst, meldt, meldt_av)
    values (${tx.hvem.kommuneId}, ${o.oppdragId}, ${o.enhetId}, ${grunn}, ${tidligst}, ${naa()}, ${tx.hvem.kontoId}) returning id`);
  return rad?.id ?? 0;
}

export function losKapasitet(tx: Tx, id: number): Promise<number> {
  return tx.kjor(sql`update kapasitetsmelding set lost = ${naa()}, lost_av = ${tx.hvem.kontoId} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and lost is null and ${egne(tx, sql`enhet_id`)} and ${synligOppdrag(tx, sql`oppdrag_id`)}`);
}

export async function saveJusteringsdager(tx: Tx, fom: Dato, dager: number): Promise<void> {
  await tx.kjor(sql`insert into innstilling (kommune_id, nokkel, fom, verdi) values (${tx.hvem.kommuneId}, ${JUSTERINGSDAGER}, ${fom}, ${JSON.stringify(dager)}::jsonb)
    on conflict (kommune_id, nokkel, fom) do update set verdi = excluded.verdi`);
}
