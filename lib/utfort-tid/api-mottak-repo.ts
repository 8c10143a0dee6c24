import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Kildebesok } from '#lib/utfort-tid/domain/besok-import.ts';
import { KILDEKOLONNER } from '#lib/utfort-tid/mottak-repo.ts';

/** Claims a delivery's key for this transaction; null when it came before. A simultaneous one waits here for the first. */
export async function claimLeveranse(tx: Tx, klientId: number, nokkel: string, avtrykk: string): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`insert into besok_mottak (kommune_id, kilde, klient_id, nokkel, avtrykk, status, oppsummering, mottatt)
    values (${tx.hvem.kommuneId}, 'API', ${klientId}, ${nokkel}, ${avtrykk}, 'LEST', '[]', ${naa()}) on conflict do nothing returning id`);
  return rad?.id ?? null;
}

export function findLeveranse(tx: Tx, klientId: number, nokkel: string): Promise<{ avtrykk: string | null; svar: unknown } | null> {
  return tx.en(sql`select avtrykk, svar from besok_mottak where kommune_id = ${tx.hvem.kommuneId} and klient_id = ${klientId} and nokkel = ${nokkel}`);
}

export async function saveLeveransesvar(tx: Tx, id: number, svar: unknown): Promise<void> {
  await tx.kjor(sql`update besok_mottak set svar = ${JSON.stringify(svar)}, status = 'TATT_INN', tatt_inn = ${naa()} where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

/** Which of the orders are in hours, and the session's to see. */
export async function findKjenteOppdrag(tx: Tx, ider: readonly number[]): Promise<Set<number>> {
  const rader = await tx.alle<{ id: number }>(sql`select o.id from oppdrag o join vedtak v on v.kommune_id = o.kommune_id and v.id = o.vedtak_id
    where o.kommune_id = ${tx.hvem.kommuneId} and o.id = any(${ider}::int[]) and o.annullert is null and v.omfang_type = 'TIMER'`);
  return new Set(rader.map((r) => r.id));
}

/** The visits of a delivery in a temporary table of the transaction, as a file's are. */
export async function skrivTilTabell(tx: Tx, rader: readonly (Kildebesok & { readonly rad: number })[]): Promise<void> {
  await tx.klient.query(`CREATE TEMP TABLE api_rader (rad int, ${KILDEKOLONNER.join(', ')}) ON COMMIT DROP`);
  const felt = <T>(velg: (r: Kildebesok & { readonly rad: number }) => T): T[] => rader.map(velg);
  await tx.kjor(sql`insert into api_rader (rad, system, kilde_id, oppdrag_id, dato, start_minutt, minutter, planlagt, kategori, tekst, ansatt_id)
    select * from unnest(${felt((r) => r.rad)}::int[], ${felt((r) => r.system)}::text[], ${felt((r) => r.kildeId)}::text[], ${felt((r) => r.oppdragId)}::int[], ${felt((r) => r.dato)}::date[],
      ${felt((r) => r.startMinutt)}::int[], ${felt((r) => r.minutter)}::int[], ${felt((r) => r.planlagtMinutter)}::int[], ${felt((r) => r.kategori)}::text[], ${felt((r) => r.tekst)}::text[], ${felt((r) => r.ansattId)}::int[])`);
}

export type Domtrad = { readonly rad: number; readonly utfall: 'NY' | 'LIK' | 'ENDRET' | 'AVVIST'; readonly grunn: 'FRIST_UTE' | 'RETTET_HER' | 'ANNET_OPPDRAG' | 'FOR_LANGT_UNNA' | 'UTENFOR' | null; readonly besokId: number | null };

export function findDomte(tx: Tx, mottakId: number): Promise<Domtrad[]> {
  return tx.alle<Domtrad>(sql`select rad, utfall, grunn, besok_id "besokId" from besok_mottak_rad where kommune_id = ${tx.hvem.kommuneId} and mottak_id = ${mottakId}`);
}

export function findApienheter(tx: Tx): Promise<{ id: number; kode: string; navn: string }[]> {
  return tx.alle(sql`select id, kode, navn from enhet where kommune_id = ${tx.hvem.kommuneId} and type = 'UTFORER'
    and (${tx.hvem.enheter}::int[] is null or id = any(${tx.hvem.enheter}::int[])) order by id`);
}

export type Apioppdrag = { readonly id: number; readonly vedtaksnummer: string; readonly mottaker: string; readonly enhetId: number; readonly tjeneste: string; readonly fom: Dato; readonly tom: Dato | null; readonly minutter: number; readonly besok: number | null; readonly perUker: number };

/** Orders in hours after an id: what a sender must know, and nothing of the person. */
export function findApioppdrag(tx: Tx, { etter, antall, dag }: { etter: number; antall: number; dag: string | null }): Promise<Apioppdrag[]> {
  return tx.alle<Apioppdrag>(sql`
    select o.id, v.nummer vedtaksnummer, m.pseudonym mottaker, o.enhet_id "enhetId", v.tjeneste, o.fom, o.tom, v.minutter, v.besok, v.per_uker "perUker"
    from oppdrag o join vedtak v on v.kommune_id = o.kommune_id and v.id = o.vedtak_id join mottaker m on m.kommune_id = o.kommune_id and m.id = o.mottaker_id
    where o.kommune_id = ${tx.hvem.kommuneId} and o.id > ${etter} and o.annullert is null and v.omfang_type = 'TIMER'
      and (${dag}::date is null or (o.fom <= ${dag}::date and (o.tom is null or o.tom >= ${dag}::date))) order by o.id limit ${antall}`);
}

export type Kildestatus = { readonly besokId: number; readonly versjon: number; readonly dato: Dato; readonly minutter: number; readonly erstattet: boolean; readonly kvittert: boolean; readonly lagtBort: boolean };

/** What a source's visit is here now; null when it is unknown or not the session's. */
export function findKildestatus(tx: Tx, system: string, kildeId: string): Promise<Kildestatus | null> {
  return tx.en<Kildestatus>(sql`
    select k.besok_id "besokId", k.versjon, b.dato, b.minutter, b.erstattet, b.kvittert,
      exists (select 1 from besok n where n.kommune_id = k.kommune_id and n.id = k.besok_id and n.versjon > k.versjon and n.kilde = 'LAGT_BORT' and n.dato between k.dato - 62 and k.dato + 62) "lagtBort"
    from besok_kildeid k join besok b on b.kommune_id = k.kommune_id and b.dato = k.dato and b.id = k.besok_id and b.versjon = k.versjon
    where k.kommune_id = ${tx.hvem.kommuneId} and k.system = ${system} and k.kilde_id = ${kildeId}`);
}
