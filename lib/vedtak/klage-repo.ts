import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Erstatning, Klagehendelse, Klagerad } from '#lib/vedtak/klage-view.ts';

const KOLONNER = sql`g.id, g.status, g.mottatt, g.frist, g.oppreisning, g.utfall, g.mottaker_id "mottakerId", i.fornavn || ' ' || i.etternavn navn, g.vedtak_id "vedtakId", v.nummer, v.tjeneste, v.fattet_dato fattet,
  g.klager, g.innhold, g.brev_mottatt "brevMottatt", g.instans, g.vurdering, g.avgjort, g.oversendt, g.instans_utfall "instansUtfall", g.instans_dato "instansDato", g.nytt_vedtak_id "nyttVedtakId", n.nummer "nyttNummer", k.navn saksbehandler, g.versjon`;
// Who may not see the name does not see the appeal.
const FRA = sql`from klage g join vedtak v on v.kommune_id = g.kommune_id and v.id = g.vedtak_id
  join mottaker_identitet i on i.kommune_id = g.kommune_id and i.mottaker_id = g.mottaker_id
  left join vedtak n on n.kommune_id = g.kommune_id and n.id = g.nytt_vedtak_id left join konto k on k.kommune_id = g.kommune_id and k.id = g.saksbehandler_id`;

export async function findKlager(tx: Tx, statuser: readonly string[], antall: number, fra: number): Promise<Klagerad[]> {
  return tx.alle<Klagerad>(sql`
    select ${KOLONNER} ${FRA} where g.kommune_id = ${tx.hvem.kommuneId} and g.status = any (${statuser}::text[])
    order by g.status = 'AVSLUTTET', g.mottatt, g.id limit ${antall} offset ${fra}`);
}

export async function countKlager(tx: Tx, statuser: readonly string[]): Promise<number> {
  return (await tx.en<{ antall: number }>(sql`select count(*)::int antall ${FRA} where g.kommune_id = ${tx.hvem.kommuneId} and g.status = any (${statuser}::text[])`))?.antall ?? 0;
}

export type Telling = { readonly hosOss: number; readonly forfalt: number };

/** Appeals that wait on the municipality, and those of them past its own month. */
export async function countApne(tx: Tx, forfaltFor: Dato): Promise<Telling> {
  const rad = await tx.en<Telling>(sql`
    select count(*)::int "hosOss", count(*) filter (where g.mottatt < ${forfaltFor})::int forfalt ${FRA} where g.kommune_id = ${tx.hvem.kommuneId} and g.status = 'MOTTATT'`);
  return rad ?? { hosOss: 0, forfalt: 0 };
}

export async function countUtfall(tx: Tx, ar: number): Promise<{ utfall: NonNullable<Klagerad['utfall']>; antall: number }[]> {
  return tx.alle(sql`select g.utfall, count(*)::int antall ${FRA} where g.kommune_id = ${tx.hvem.kommuneId} and g.avgjort between make_date(${ar}, 1, 1) and make_date(${ar}, 12, 31) group by g.utfall`);
}

export async function findKlage(tx: Tx, id: number): Promise<Klagerad | null> {
  return tx.en<Klagerad>(sql`select ${KOLONNER} ${FRA} where g.kommune_id = ${tx.hvem.kommuneId} and g.id = ${id}`);
}

/** The same, held for the rest of the transaction. */
export async function lockKlage(tx: Tx, id: number): Promise<Klagerad | null> {
  return tx.en<Klagerad>(sql`select ${KOLONNER} ${FRA} where g.kommune_id = ${tx.hvem.kommuneId} and g.id = ${id} for update of g`);
}

export type Paklaget = { readonly vedtakId: number; readonly mottakerId: number; readonly nummer: string; readonly tjeneste: string; readonly fattet: Dato };

export async function findPaklaget(tx: Tx, vedtakId: number): Promise<Paklaget | null> {
  return tx.en<Paklaget>(sql`select id "vedtakId", mottaker_id "mottakerId", nummer, tjeneste, fattet_dato fattet from vedtak where kommune_id = ${tx.hvem.kommuneId} and id = ${vedtakId}`);
}

/** The recipient's vedtak of the service issued after the appealed one: what a reversal can be. */
export async function findErstatninger(tx: Tx, k: Pick<Klagerad, 'mottakerId' | 'tjeneste' | 'vedtakId'>): Promise<Erstatning[]> {
  return tx.alle<Erstatning>(sql`
    select v.id, v.nummer from vedtak v where v.kommune_id = ${tx.hvem.kommuneId} and v.mottaker_id = ${k.mottakerId} and v.tjeneste = ${k.tjeneste} and v.id > ${k.vedtakId} and v.utfall <> 'AVSLAG' order by v.id desc`);
}

export type NyKlage = { readonly mottakerId: number; readonly vedtakId: number; readonly klager: string; readonly innhold: string; readonly mottatt: Dato; readonly brevMottatt: Dato; readonly frist: Dato; readonly instans: string };

export async function insertKlage(tx: Tx, k: NyKlage): Promise<number> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into klage (kommune_id, mottaker_id, vedtak_id, status, klager, innhold, mottatt, brev_mottatt, frist, instans, saksbehandler_id, registrert, registrert_av)
    values (${tx.hvem.kommuneId}, ${k.mottakerId}, ${k.vedtakId}, 'MOTTATT', ${k.klager}, ${k.innhold}, ${k.mottatt}, ${k.brevMottatt}, ${k.frist}, ${k.instans}, ${tx.hvem.kontoId}, ${naa()}, ${tx.hvem.kontoId}) returning id`);
  if (!rad) throw new Error('klagen ble ikke lagret');
  return rad.id;
}

export type Klageavgjorelse = Pick<Klagerad, 'status' | 'utfall' | 'oppreisning' | 'vurdering' | 'avgjort' | 'oversendt' | 'nyttVedtakId'>;

export async function saveAvgjorelse(tx: Tx, id: number, a: Klageavgjorelse): Promise<void> {
  await tx.kjor(sql`
    update klage set status = ${a.status}, utfall = ${a.utfall}, oppreisning = ${a.oppreisning}, vurdering = ${a.vurdering}, avgjort = ${a.avgjort}, oversendt = ${a.oversendt}, nytt_vedtak_id = ${a.nyttVedtakId},
      saksbehandler_id = ${tx.hvem.kontoId}, versjon = versjon + 1 where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

export async function saveInstans(tx: Tx, id: number, utfall: string, dato: Dato, nyttVedtakId: number | null): Promise<void> {
  await tx.kjor(sql`
    update klage set status = 'AVSLUTTET', instans_utfall = ${utfall}, instans_dato = ${dato}, nytt_vedtak_id = coalesce(${nyttVedtakId}, nytt_vedtak_id), versjon = versjon + 1
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

export async function insertHendelse(tx: Tx, klageId: number, mottakerId: number, type: string, tekst: string): Promise<void> {
  await tx.kjor(sql`
    insert into klage_hendelse (kommune_id, klage_id, mottaker_id, type, tekst, tid, konto_id) values (${tx.hvem.kommuneId}, ${klageId}, ${mottakerId}, ${type}, ${tekst}, ${naa()}, ${tx.hvem.kontoId})`);
}

export async function findHendelser(tx: Tx, klageId: number): Promise<Klagehendelse[]> {
  return tx.alle<Klagehendelse>(sql`
    select h.id, h.type, h.tekst, h.tid, k.navn hvem from klage_hendelse h left join konto k on k.kommune_id = h.kommune_id and k.id = h.konto_id
    where h.kommune_id = ${tx.hvem.kommuneId} and h.klage_id = ${klageId} order by h.id`);
}
