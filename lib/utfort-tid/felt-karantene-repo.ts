import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { egneEnheter } from '#lib/utfort-tid/merket-repo.ts';

export type Karanterad = {
  readonly klientId: string;
  readonly enhetId: number;
  readonly kontoId: number;
  readonly oppdragId: number | null;
  readonly innhold: unknown;
  readonly telefonMs: number;
  readonly mottattMs: number;
  readonly ansatt: string | null;
  readonly navn: string | null;
  readonly pseudonym: string;
  readonly mottakerId: number | null;
  readonly tjenesteNb: string;
  readonly tjenesteNn: string;
  readonly utfall: 'SENDT' | 'TATT_INN' | 'LAGT_BORT' | null;
};

const FLEST = 200;

const rader = (tx: Tx) => sql`
  select q.klient_id "klientId", q.enhet_id "enhetId", q.konto_id "kontoId", q.oppdrag_id "oppdragId", q.innhold, q.utfall,
    (extract(epoch from q.telefon_sendt) * 1000)::bigint "telefonMs", (extract(epoch from q.mottatt) * 1000)::bigint "mottattMs", a.navn ansatt,
    case when i.mottaker_id is null then null else i.fornavn || ' ' || i.etternavn end navn, coalesce(m.pseudonym, '–') pseudonym, m.id "mottakerId",
    coalesce(t.navn_nb, v.tjeneste, '–') "tjenesteNb", coalesce(t.navn_nn, v.tjeneste, '–') "tjenesteNn"
  from felt_karantene q
  left join konto a on a.kommune_id = q.kommune_id and a.id = q.konto_id
  left join oppdrag o on o.kommune_id = q.kommune_id and o.id = q.oppdrag_id
  left join vedtak v on v.kommune_id = q.kommune_id and v.id = o.vedtak_id
  left join mottaker m on m.kommune_id = q.kommune_id and m.id = o.mottaker_id
  left join mottaker_identitet i on i.kommune_id = q.kommune_id and i.mottaker_id = o.mottaker_id
  left join lateral (select t.navn_nb, t.navn_nn from tjeneste t where t.kommune_id = q.kommune_id and t.kode = v.tjeneste and t.fom <= o.fom order by t.fom desc limit 1) t on true
  where q.kommune_id = ${tx.hvem.kommuneId} and ${egneEnheter(tx, sql`q.enhet_id`)}`;

/** What waits for a leader, the oldest first. */
export function findKarantene(tx: Tx): Promise<Karanterad[]> {
  return tx.alle<Karanterad>(sql`${rader(tx)} and q.utfall is null order by q.mottatt, q.klient_id limit ${FLEST}`);
}

/** One registration, locked against another decision; null when it is not the unit's. */
export async function findKaranteneFor(tx: Tx, klientId: string): Promise<Karanterad | null> {
  return tx.en<Karanterad>(sql`${rader(tx)} and q.klient_id = ${klientId}`);
}

/** Locks an undecided one. False when it is decided, or is not there. */
export async function laasKarantene(tx: Tx, klientId: string): Promise<boolean> {
  const rad = await tx.en<{ utfall: string | null }>(sql`select utfall from felt_karantene where kommune_id = ${tx.hvem.kommuneId} and klient_id = ${klientId} and ${egneEnheter(tx, sql`enhet_id`)} for update`);
  return rad !== null && rad.utfall === null;
}

/** How an id stands in the quarantine; null when it never was there. */
export function findKaranteneutfall(tx: Tx, klientId: string): Promise<{ utfall: string | null; grunn: string | null } | null> {
  return tx.en(sql`select utfall, grunn from felt_karantene where kommune_id = ${tx.hvem.kommuneId} and klient_id = ${klientId}`);
}

export async function tellApneFor(tx: Tx, kontoId: number): Promise<number> {
  const rad = await tx.en<{ antall: number }>(sql`select count(*)::int antall from felt_karantene where kommune_id = ${tx.hvem.kommuneId} and konto_id = ${kontoId} and utfall is null`);
  return rad?.antall ?? 0;
}

export type NyKarantene = { readonly klientId: string; readonly enhetId: number; readonly kontoId: number; readonly oppdragId: number | null; readonly innhold: unknown; readonly telefonMs: number };

/** False when the id is there from before: a second sending changes nothing. */
export async function insertKarantene(tx: Tx, q: NyKarantene): Promise<boolean> {
  return (
    (await tx.kjor(sql`
      insert into felt_karantene (kommune_id, klient_id, enhet_id, konto_id, oppdrag_id, innhold, telefon_sendt, mottatt)
      values (${tx.hvem.kommuneId}, ${q.klientId}, ${q.enhetId}, ${q.kontoId}, ${q.oppdragId}, ${JSON.stringify(q.innhold)}::jsonb, to_timestamp(${q.telefonMs}::double precision / 1000), ${naa()})
      on conflict do nothing`)) === 1
  );
}

/** Decides an undecided one; nothing happens when there is none. */
export async function avgjorKarantene(tx: Tx, klientId: string, utfall: 'SENDT' | 'TATT_INN' | 'LAGT_BORT', grunn: string | null = null): Promise<boolean> {
  return (
    (await tx.kjor(sql`
      update felt_karantene set utfall = ${utfall}, grunn = ${grunn}, avgjort = ${naa()}, avgjort_av = ${tx.hvem.kontoId}
      where kommune_id = ${tx.hvem.kommuneId} and klient_id = ${klientId} and utfall is null`)) === 1
  );
}
