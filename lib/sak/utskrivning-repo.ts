import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Svar } from '#lib/sak/domain/utskrivning.ts';
import type { Dognsats, Utskrivningsrad } from '#lib/sak/utskrivning-view.ts';

const RAD = sql`u.id, u.mottaker_id "mottakerId", i.fornavn || ' ' || i.etternavn navn, u.sykehus, u.meldt_klar "meldtKlar", u.svar, u.svart, u.kan_fra "kanFra", u.tilbud, u.hentet, u.trukket is not null trukket`;

/** Messages that touch a stretch of days: those who are still at the hospital, and those who left in it. */
export function finnUtskrivninger(tx: Tx, fra: Dato): Promise<Utskrivningsrad[]> {
  return tx.alle<Utskrivningsrad>(sql`
    select ${RAD} from utskrivning u join mottaker_identitet i on i.kommune_id = u.kommune_id and i.mottaker_id = u.mottaker_id
    where u.kommune_id = ${tx.hvem.kommuneId} and (coalesce(u.hentet, 'infinity') >= ${fra}::date) and (u.trukket is null or u.trukket >= ${fra}::date)
    order by u.hentet is not null, u.trukket is not null, u.meldt_klar desc`);
}

/** One message; `las` holds it until the transaction ends. */
export function finnUtskrivning(tx: Tx, id: number, las = false): Promise<Utskrivningsrad | null> {
  return tx.en<Utskrivningsrad>(sql`
    select ${RAD} from utskrivning u join mottaker_identitet i on i.kommune_id = u.kommune_id and i.mottaker_id = u.mottaker_id
    where u.kommune_id = ${tx.hvem.kommuneId} and u.id = ${id} ${las ? sql`for update of u` : sql``}`);
}

/** Null: the patient waits at a hospital already. */
export async function nyUtskrivning(tx: Tx, u: { mottakerId: number; sykehus: string; meldtKlarMs: number }): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into utskrivning (kommune_id, mottaker_id, sykehus, meldt_klar, registrert, registrert_av)
    values (${tx.hvem.kommuneId}, ${u.mottakerId}, ${u.sykehus}, to_timestamp(${u.meldtKlarMs}::bigint / 1000), ${naa()}, ${tx.hvem.kontoId}) on conflict do nothing returning id`);
  return rad?.id ?? null;
}

export function lagreSvar(tx: Tx, id: number, s: { svar: Svar; kanFra: Dato | null; tilbud: string | null }): Promise<number> {
  return tx.kjor(sql`update utskrivning set svar = ${s.svar}, svart = ${naa()}, svart_av = ${tx.hvem.kontoId}, kan_fra = ${s.kanFra}, tilbud = ${s.tilbud} where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

export function lagreHentet(tx: Tx, id: number, dag: Dato): Promise<number> {
  return tx.kjor(sql`update utskrivning set hentet = ${dag} where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

export function lagreTrukket(tx: Tx, id: number): Promise<number> {
  return tx.kjor(sql`update utskrivning set trukket = ${naa()} where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

const DOGNSATS = 'utskrivningDognsats';

/** The rates of a night, the newest first. */
export async function finnDognsatser(tx: Tx): Promise<Dognsats[]> {
  const rader = await tx.alle<{ fom: Dato; verdi: { ore: number; kilde: string; bekreftet: boolean } }>(sql`select fom, verdi from innstilling where kommune_id = ${tx.hvem.kommuneId} and nokkel = ${DOGNSATS} order by fom desc`);
  return rader.map((r) => ({ fom: r.fom, ...r.verdi }));
}

/** A rate once set for a day stays: a new one begins on another day. False: there is one for the day. */
export async function nyDognsats(tx: Tx, s: Dognsats): Promise<boolean> {
  const { fom, ...verdi } = s;
  return (await tx.kjor(sql`insert into innstilling (kommune_id, nokkel, fom, verdi) values (${tx.hvem.kommuneId}, ${DOGNSATS}, ${fom}, ${JSON.stringify(verdi)}::jsonb) on conflict do nothing`)) > 0;
}

/** A recipient that the account may see the identity of, and whose case is open. */
export function finnApenMottaker(tx: Tx, id: number): Promise<{ id: number; navn: string; pseudonym: string } | null> {
  return tx.en(sql`
    select m.id, i.fornavn || ' ' || i.etternavn navn, m.pseudonym from mottaker m join mottaker_identitet i on i.kommune_id = m.kommune_id and i.mottaker_id = m.id
    where m.kommune_id = ${tx.hvem.kommuneId} and m.id = ${id} and m.avsluttet is null`);
}
