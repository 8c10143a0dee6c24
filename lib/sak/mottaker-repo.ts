import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { MOTTAKERFELT } from '#lib/sak/domain/mottakerdata.ts';
import type { Feltendring, Mottakerdata } from '#lib/sak/domain/mottakerdata.ts';
import type { NyKontaktData } from '#lib/sak/mottaker-schema.ts';
import type { Historierad, Kontovalg, Navngitt } from '#lib/sak/mottaker-view.ts';

export async function erDemo(tx: Tx): Promise<boolean> {
  return (await tx.en<{ demo: boolean }>(sql`select demo from kommune where id = ${tx.hvem.kommuneId}`))?.demo ?? false;
}

/** The person as registered; null when the account may not see them. `skriv` holds the row until the transaction ends. */
export async function findData(tx: Tx, mottakerId: number, skriv = false): Promise<Mottakerdata | null> {
  return tx.en<Mottakerdata>(sql`
    select i.fornavn, i.etternavn, i.fodselsdato, i.fodselsnummer, i.adresse, i.telefon, i.gradering, i.egen_ansatt "egenAnsatt", m.sprak, m.sone, m.saksbehandler_id "saksbehandlerId"
    from mottaker_identitet i join mottaker m on m.kommune_id = i.kommune_id and m.id = i.mottaker_id
    where i.kommune_id = ${tx.hvem.kommuneId} and i.mottaker_id = ${mottakerId} ${skriv ? sql`for update of m` : sql``}`);
}

/** The id of a new recipient without identity yet; null when the pseudonym is taken. */
export async function insertMottaker(tx: Tx, pseudonym: string, m: Mottakerdata, skjermet: boolean): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into mottaker (kommune_id, pseudonym, fodselsar, sone, sprak, skjermet, saksbehandler_id)
    values (${tx.hvem.kommuneId}, ${pseudonym}, ${Number(m.fodselsdato.slice(0, 4))}, ${m.sone}, ${m.sprak}, ${skjermet}, ${m.saksbehandlerId})
    on conflict (kommune_id, pseudonym) do nothing returning id`);
  return rad?.id ?? null;
}

/** False when the number is registered already, also where the account may not see by whom. */
export async function insertIdentitet(tx: Tx, mottakerId: number, m: Mottakerdata): Promise<boolean> {
  const antall = await tx.kjor(sql`
    insert into mottaker_identitet (mottaker_id, kommune_id, fornavn, etternavn, fodselsdato, fodselsnummer, adresse, telefon, gradering, egen_ansatt)
    values (${mottakerId}, ${tx.hvem.kommuneId}, ${m.fornavn}, ${m.etternavn}, ${m.fodselsdato}, ${m.fodselsnummer}, ${m.adresse}, ${m.telefon}, ${m.gradering}, ${m.egenAnsatt})
    on conflict do nothing`);
  return antall === 1;
}

export async function updateIdentitet(tx: Tx, mottakerId: number, m: Mottakerdata): Promise<void> {
  await tx.kjor(sql`update mottaker_identitet set fornavn = ${m.fornavn}, etternavn = ${m.etternavn}, fodselsdato = ${m.fodselsdato}, fodselsnummer = ${m.fodselsnummer},
    adresse = ${m.adresse}, telefon = ${m.telefon}, gradering = ${m.gradering}, egen_ansatt = ${m.egenAnsatt}
    where kommune_id = ${tx.hvem.kommuneId} and mottaker_id = ${mottakerId}`);
}

/** True when a number is in use by another recipient that the account can see. What it cannot see, the unique index refuses. */
export async function erNummerIBruk(tx: Tx, nummer: string, annenEnn: number): Promise<boolean> {
  return (await tx.en(sql`select 1 from mottaker_identitet where kommune_id = ${tx.hvem.kommuneId} and fodselsnummer = ${nummer} and mottaker_id <> ${annenEnn}`)) !== null;
}

export async function updateMottaker(tx: Tx, mottakerId: number, m: Mottakerdata, skjermet: boolean): Promise<void> {
  await tx.kjor(sql`update mottaker set fodselsar = ${Number(m.fodselsdato.slice(0, 4))}, sone = ${m.sone}, sprak = ${m.sprak}, saksbehandler_id = ${m.saksbehandlerId}, skjermet = ${skjermet}
    where kommune_id = ${tx.hvem.kommuneId} and id = ${mottakerId}`);
}

export async function insertHistorie(tx: Tx, mottakerId: number, endringer: readonly Feltendring[]): Promise<void> {
  for (const { felt, fra, til } of endringer) {
    await tx.kjor(sql`insert into mottaker_historie (kommune_id, mottaker_id, tid, konto_id, felt, fra, til)
      values (${tx.hvem.kommuneId}, ${mottakerId}, ${naa()}, ${tx.hvem.kontoId}, ${felt}, ${fra}, ${til})`);
  }
}

export async function findHistorie(tx: Tx, mottakerId: number, antall: number): Promise<Historierad[]> {
  return tx.alle<Historierad>(sql`
    select h.id, h.tid, k.navn hvem, h.felt, h.fra, h.til from mottaker_historie h left join konto k on k.kommune_id = h.kommune_id and k.id = h.konto_id
    where h.kommune_id = ${tx.hvem.kommuneId} and h.mottaker_id = ${mottakerId} order by h.tid desc, h.id desc limit ${antall}`);
}

/** The newest change of the person's own facts, with who made it. */
export async function findSisteEndring(tx: Tx, mottakerId: number): Promise<{ id: number; hvem: string | null; felt: string } | null> {
  return tx.en(sql`select h.id, k.navn hvem, h.felt from mottaker_historie h left join konto k on k.kommune_id = h.kommune_id and k.id = h.konto_id
    where h.kommune_id = ${tx.hvem.kommuneId} and h.mottaker_id = ${mottakerId} and h.felt = any (${[...MOTTAKERFELT]}) order by h.id desc limit 1`);
}

export async function insertKontakt(tx: Tx, k: NyKontaktData): Promise<void> {
  await tx.kjor(sql`insert into kontaktperson (kommune_id, mottaker_id, rolle, navn, telefon, omfang, tom)
    values (${tx.hvem.kommuneId}, ${k.mottakerId}, ${k.rolle}, ${k.navn}, ${k.telefon}, ${k.omfang}, ${k.tom})`);
}

/** Ends a contact the day before; null when there is none. */
export async function endKontakt(tx: Tx, mottakerId: number, kontaktId: number, dag: Dato): Promise<{ rolle: string; navn: string } | null> {
  return tx.en(sql`update kontaktperson set tom = ${dag} where kommune_id = ${tx.hvem.kommuneId} and mottaker_id = ${mottakerId} and id = ${kontaktId}
    and (tom is null or tom > ${dag}) returning rolle, navn`);
}

export async function findNavngitte(tx: Tx, mottakerId: number, dag: Dato): Promise<Navngitt[]> {
  return tx.alle<Navngitt>(sql`
    select distinct on (k.navn, t.konto_id) t.konto_id "kontoId", k.navn, t.fom, t.tom, t.grunn, g.navn "gittAv"
    from mottaker_tilgang t join konto k on k.kommune_id = t.kommune_id and k.id = t.konto_id
    left join konto g on g.kommune_id = t.kommune_id and g.id = t.gitt_av
    where t.kommune_id = ${tx.hvem.kommuneId} and t.mottaker_id = ${mottakerId} and (t.tom is null or t.tom >= ${dag}) order by k.navn, t.konto_id, t.fom desc`);
}

/** Names an account. `gittAv` null: it comes with the shielding itself. */
export async function insertTilgang(tx: Tx, mottakerId: number, kontoId: number, dag: Dato, tom: Dato | null, grunn: string, gittAv: number | null): Promise<void> {
  await tx.kjor(sql`insert into mottaker_tilgang (kommune_id, mottaker_id, konto_id, fom, tom, grunn, gitt_av, gitt)
    values (${tx.hvem.kommuneId}, ${mottakerId}, ${kontoId}, ${dag}, ${tom}, ${grunn}, ${gittAv}, ${naa()})
    on conflict (kommune_id, mottaker_id, konto_id, fom) do update set tom = excluded.tom, grunn = excluded.grunn, gitt_av = excluded.gitt_av, gitt = excluded.gitt`);
}

/** The access lasts to the day before `dag`. */
export async function endTilgang(tx: Tx, mottakerId: number, kontoId: number, igar: Dato): Promise<number> {
  return tx.kjor(sql`update mottaker_tilgang set tom = ${igar} where kommune_id = ${tx.hvem.kommuneId} and mottaker_id = ${mottakerId} and konto_id = ${kontoId} and (tom is null or tom > ${igar})`);
}

/** Accounts with one of the roles on the day, by name. */
export async function findKontoer(tx: Tx, roller: readonly string[], dag: Dato): Promise<Kontovalg[]> {
  return tx.alle<Kontovalg>(sql`
    select k.id, k.navn from konto k where k.kommune_id = ${tx.hvem.kommuneId} and exists (select 1 from konto_rolle r where r.kommune_id = k.kommune_id and r.konto_id = k.id
      and r.rolle = any (${[...roller]}) and r.fom <= ${dag} and (r.tom is null or r.tom >= ${dag})) order by k.navn, k.id`);
}

export async function findSoner(tx: Tx): Promise<string[]> {
  return (await tx.alle<{ sone: string }>(sql`select distinct region sone from enhet where kommune_id = ${tx.hvem.kommuneId} and region is not null order by 1`)).map(({ sone }) => sone);
}
