import type { Dato } from '#lib/core/dato.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { ARBEIDSHANDLINGER } from '#lib/sak/domain/innsyn.ts';
import type { Tilknytning } from '#lib/sak/domain/innsyn.ts';
import type { ApenHenvendelse, Behov, Kontakt, Oppslag, Person } from '#lib/sak/sak-view.ts';

/** The recipient with identity; null when the account may not see it (row-level security hides shielded ones). */
export async function findPerson(tx: Tx, mottakerId: number): Promise<Person | null> {
  return tx.en<Person>(sql`
    select m.id, m.pseudonym, i.fornavn, i.etternavn, i.fodselsdato, i.fodselsnummer, i.adresse, i.telefon, i.gradering, i.egen_ansatt "egenAnsatt",
      m.skjermet, m.sprak, m.sone, m.avsluttet, m.saksbehandler_id "saksbehandlerId", k.navn saksbehandler
    from mottaker m join mottaker_identitet i on i.kommune_id = m.kommune_id and i.mottaker_id = m.id
    left join konto k on k.kommune_id = m.kommune_id and k.id = m.saksbehandler_id
    where m.kommune_id = ${tx.hvem.kommuneId} and m.id = ${mottakerId}`);
}

/** How the account stands to the case: by assignment of the case or of an open application, by what the log says it has done, by a reason given on the day. */
export async function findTilknytning(tx: Tx, mottakerId: number, dag: Dato): Promise<Tilknytning> {
  const { kommuneId, kontoId } = tx.hvem;
  const rad = await tx.en<Tilknytning>(sql`
    select coalesce(m.saksbehandler_id = ${kontoId}, false) "erSaksbehandler",
      exists (select 1 from logg l where l.kommune_id = m.kommune_id and l.mottaker_id = m.id and l.konto_id = ${kontoId}
              and l.handling = any (${[...ARBEIDSHANDLINGER]}))
        or exists (select 1 from henvendelse h where h.kommune_id = m.kommune_id and h.mottaker_id = m.id and h.konto_id = ${kontoId} and h.status <> 'BESVART') "harArbeidetISaken",
      (select l.grunn from logg l where l.kommune_id = m.kommune_id and l.mottaker_id = m.id and l.konto_id = ${kontoId}
       and l.handling = 'OPPGI_GRUNN' and l.tid >= (${dag}::date)::timestamp at time zone 'Europe/Oslo' order by l.lopenr desc limit 1) "grunnIDag"
    from mottaker m where m.kommune_id = ${kommuneId} and m.id = ${mottakerId}`);
  return rad ?? { erSaksbehandler: false, harArbeidetISaken: false, grunnIDag: null };
}

export async function findKontakter(tx: Tx, mottakerId: number, dag: Dato): Promise<Kontakt[]> {
  return tx.alle<Kontakt>(sql`
    select id, rolle, navn, telefon, omfang, tom from kontaktperson
    where kommune_id = ${tx.hvem.kommuneId} and mottaker_id = ${mottakerId} and (tom is null or tom >= ${dag})
    order by rolle = 'VERGE' desc, rolle, navn`);
}

/** The two latest assessments, newest first: the official group, and the one before it. */
export async function findBehov(tx: Tx, mottakerId: number): Promise<Behov[]> {
  return tx.alle<Behov>(sql`
    select dato, hjelpebehov from utredning where kommune_id = ${tx.hvem.kommuneId} and mottaker_id = ${mottakerId}
    order by dato desc, id desc limit 2`);
}

export async function findApneHenvendelser(tx: Tx, mottakerId: number): Promise<ApenHenvendelse[]> {
  return tx.alle<ApenHenvendelse>(sql`
    select id, mottatt, type, fra from henvendelse
    where kommune_id = ${tx.hvem.kommuneId} and mottaker_id = ${mottakerId} and status <> 'BESVART' order by mottatt, id limit 10`);
}

/** Log rows of a recipient, newest first. `handlinger` null: all. */
export async function findLogg(tx: Tx, mottakerId: number, handlinger: readonly string[] | null, antall: number, hopp = 0): Promise<Oppslag[]> {
  return tx.alle<Oppslag>(sql`
    select l.lopenr, l.tid, k.navn, l.rolle, l.handling, l.grunn
    from logg l left join konto k on k.kommune_id = l.kommune_id and k.id = l.konto_id
    where l.kommune_id = ${tx.hvem.kommuneId} and l.mottaker_id = ${mottakerId}
      and (${handlinger}::text[] is null or l.handling = any (${handlinger}::text[]))
    order by l.tid desc, l.lopenr desc limit ${antall} offset ${hopp}`);
}

export async function countLogg(tx: Tx, mottakerId: number): Promise<number> {
  const rad = await tx.en<{ antall: number }>(sql`select count(*) antall from logg where kommune_id = ${tx.hvem.kommuneId} and mottaker_id = ${mottakerId}`);
  return rad?.antall ?? 0;
}
