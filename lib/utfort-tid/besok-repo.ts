import type { Dato } from '#lib/core/dato.ts';
import { leggTilDager } from '#lib/core/dato.ts';
import type { EpokeMinutt, LokalTid } from '#lib/core/oslo-tid.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { LENGSTE_FLYTT } from '#lib/utfort-tid/domain/rett-besok.ts';
import type { Kategori } from '#lib/utfort-tid/domain/kategori.ts';
import type { NyttBesok, Oppdragsramme } from '#lib/utfort-tid/domain/registrer-besok.ts';
import { egneEnheter } from '#lib/utfort-tid/merket-repo.ts';
import type { Besoksversjon, Flyttevalg } from '#lib/utfort-tid/utfort-tid-view.ts';

export type Oppdragsfunn = Oppdragsramme & { readonly oppdragId: number; readonly vedtakId: number; readonly enhetId: number; readonly mottakerId: number };

/** The frame that a visit is judged in; null when the order is not the account's. */
export function findOppdrag(tx: Tx, oppdragId: number): Promise<Oppdragsfunn | null> {
  return tx.en<Oppdragsfunn>(sql`
    select o.id "oppdragId", o.vedtak_id "vedtakId", o.enhet_id "enhetId", o.mottaker_id "mottakerId", o.fom, o.tom, o.annullert is not null annullert,
      v.omfang_type = 'TIMER' "iTimer", coalesce(v.minutter, 0) minutter, coalesce(v.besok, 0) besok
    from oppdrag o join vedtak v on v.kommune_id = o.kommune_id and v.id = o.vedtak_id
    where o.kommune_id = ${tx.hvem.kommuneId} and o.id = ${oppdragId} and ${egneEnheter(tx, sql`o.enhet_id`)}`);
}

/** An account with a role at the unit that day. */
export async function erAnsattVed(tx: Tx, kontoId: number, enhetId: number, dag: Dato): Promise<boolean> {
  const rad = await tx.en(sql`
    select 1 from konto_rolle r where r.kommune_id = ${tx.hvem.kommuneId} and r.konto_id = ${kontoId} and r.enhet_id = ${enhetId}
      and r.rolle in ('utforeransatt', 'utforerleder') and r.fom <= ${dag} and (r.tom is null or r.tom >= ${dag})`);
  return rad !== null;
}

/** Claims a registration for this transaction; false when it came before. A simultaneous one waits here for the first. */
export async function claimKlient(tx: Tx, klientId: string): Promise<boolean> {
  const nye = await tx.kjor(sql`
    insert into mottatt_registrering (kommune_id, klient_id, konto_id, mottatt, utfall)
    values (${tx.hvem.kommuneId}, ${klientId}, ${tx.hvem.kontoId}, ${naa()}, 'LAGRET') on conflict do nothing`);
  return nye === 1;
}

export function findMottatt(tx: Tx, klientId: string): Promise<{ besokId: number | null; kontoId: number | null } | null> {
  return tx.en(sql`select besok_id "besokId", konto_id "kontoId" from mottatt_registrering where kommune_id = ${tx.hvem.kommuneId} and klient_id = ${klientId}`);
}

/** Whether a visit was first stored with just this content: a repeated sending says what the first one said. */
export async function erForstLagret(tx: Tx, besokId: number, b: { dato: string; startMinutt: EpokeMinutt; minutter: number; kategori: Kategori; oppdragId: number }): Promise<boolean> {
  const rad = await tx.en(sql`
    select 1 from besok where kommune_id = ${tx.hvem.kommuneId} and dato = ${b.dato} and id = ${besokId} and versjon = 1
      and start = to_timestamp(${b.startMinutt * 60}) and minutter = ${b.minutter} and kategori = ${b.kategori} and oppdrag_id = ${b.oppdragId}`);
  return rad !== null;
}

export async function saveMottatt(tx: Tx, klientId: string, besokId: number): Promise<void> {
  await tx.kjor(sql`update mottatt_registrering set besok_id = ${besokId} where kommune_id = ${tx.hvem.kommuneId} and klient_id = ${klientId}`);
}

export async function insertBesok(tx: Tx, b: NyttBesok, o: Oppdragsfunn, ansattId: number | null, klientId: string): Promise<number> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into besok (kommune_id, dato, start, minutter, planlagt_minutter, kategori, oppdrag_id, vedtak_id, enhet_id, ansatt_id, registrert_av, registrert, kilde, kilde_id, grunn)
    values (${tx.hvem.kommuneId}, ${b.dato}, to_timestamp(${b.startMinutt * 60}), ${b.minutter}, ${b.planlagtMinutter}, ${b.kategori}, ${o.oppdragId}, ${o.vedtakId},
      ${o.enhetId}, ${ansattId}, ${tx.hvem.kontoId}, ${naa()}, ${b.kilde}, ${klientId}, ${b.grunn}) returning id`);
  if (rad === null) throw new Error('besøket ble ikke lagret');
  return rad.id;
}

export type BesokNokkel = { readonly dag: Dato; readonly besokId: number; readonly versjon: number };

export type LagretBesok = {
  readonly id: number;
  readonly versjon: number;
  readonly dato: Dato;
  readonly start: LokalTid;
  readonly startMinutt: EpokeMinutt;
  readonly minutter: number;
  readonly planlagtMinutter: number | null;
  readonly kategori: Kategori;
  readonly oppdragId: number;
  readonly vedtakId: number;
  readonly enhetId: number;
  readonly ansattId: number | null;
  readonly mottakerId: number;
  readonly kvittert: boolean;
  readonly kilde: string;
  readonly kildeId: string | null;
};

/** The visit as it stands, or null: not there, not the account's, or changed by somebody since `versjon`. */
export function findGjeldende(tx: Tx, n: BesokNokkel): Promise<LagretBesok | null> {
  return tx.en<LagretBesok>(sql`
    select b.id, b.versjon, b.dato, to_char(b.start at time zone 'Europe/Oslo', 'YYYY-MM-DD"T"HH24:MI') start, (extract(epoch from b.start) / 60)::bigint "startMinutt",
      b.minutter, b.planlagt_minutter "planlagtMinutter", b.kategori, b.oppdrag_id "oppdragId", b.vedtak_id "vedtakId", b.enhet_id "enhetId", b.ansatt_id "ansattId",
      v.mottaker_id "mottakerId", b.kvittert, b.kilde, b.kilde_id "kildeId"
    from besok b join vedtak v on v.kommune_id = b.kommune_id and v.id = b.vedtak_id
    where ${gjeldende(tx, n)}`);
}

function gjeldende(tx: Tx, n: BesokNokkel): Sql {
  return sql`b.kommune_id = ${tx.hvem.kommuneId} and b.dato = ${n.dag} and b.id = ${n.besokId} and b.versjon = ${n.versjon} and not b.erstattet and ${egneEnheter(tx, sql`b.enhet_id`)}`;
}

/** Takes the version that was seen out of force; false when somebody has changed the visit since. */
export async function erstattVersjon(tx: Tx, n: BesokNokkel): Promise<boolean> {
  return (await tx.kjor(sql`update besok b set erstattet = true where ${gjeldende(tx, n)}`)) === 1;
}

export type NyVersjon = {
  readonly dato: Dato;
  readonly startMinutt: EpokeMinutt;
  readonly minutter: number;
  readonly planlagtMinutter: number | null;
  readonly kategori: Kategori;
  readonly oppdragId: number;
  readonly vedtakId: number;
  readonly kilde: string;
  readonly grunn: string;
  /** true: the last word about the visit is that it counts nowhere */
  readonly lagtBort: boolean;
};

/** The next version of a visit. It waits for approval, whatever the one before it did. */
export async function insertVersjon(tx: Tx, for_: LagretBesok, ny: NyVersjon): Promise<void> {
  await tx.kjor(sql`
    insert into besok (id, kommune_id, versjon, dato, start, minutter, planlagt_minutter, kategori, oppdrag_id, vedtak_id, enhet_id, ansatt_id, registrert_av, registrert, kilde, kilde_id, grunn, erstattet)
    values (${for_.id}, ${tx.hvem.kommuneId}, ${for_.versjon + 1}, ${ny.dato}, to_timestamp(${ny.startMinutt * 60}), ${ny.minutter}, ${ny.planlagtMinutter}, ${ny.kategori},
      ${ny.oppdragId}, ${ny.vedtakId}, ${for_.enhetId}, ${for_.ansattId}, ${tx.hvem.kontoId}, ${naa()}, ${ny.kilde}, ${for_.kildeId}, ${ny.grunn}, ${ny.lagtBort})`);
}

/** Every version of a visit, the newest first. A correction moves at most a month, so two on each side hold the chain. */
export function findVersjoner(tx: Tx, dag: Dato, besokId: number): Promise<Besoksversjon[]> {
  return tx.alle<Besoksversjon>(sql`
    select b.versjon, b.dato, to_char(b.start at time zone 'Europe/Oslo', 'HH24.MI') kl, b.minutter, b.kategori, coalesce(v.nummer, '–') "vedtakNummer", b.grunn,
      a.navn av, (b.registrert at time zone 'Europe/Oslo')::date registrert, b.kilde, b.kvittert
    from besok b left join vedtak v on v.kommune_id = b.kommune_id and v.id = b.vedtak_id left join konto a on a.kommune_id = b.kommune_id and a.id = b.registrert_av
    where b.kommune_id = ${tx.hvem.kommuneId} and b.id = ${besokId} and ${egneEnheter(tx, sql`b.enhet_id`)}
      and b.dato between ${leggTilDager(dag, -2 * LENGSTE_FLYTT)} and ${leggTilDager(dag, 2 * LENGSTE_FLYTT)}
    order by b.versjon desc`);
}

/** Other orders in hours of the same recipient, at the account's units, in force that day. */
export function findFlyttevalg(tx: Tx, b: Pick<LagretBesok, 'mottakerId' | 'oppdragId' | 'dato' | 'enhetId'>): Promise<Flyttevalg[]> {
  return tx.alle<Flyttevalg>(sql`
    select o.id "oppdragId", v.nummer "vedtakNummer", coalesce(t.navn_nb, v.tjeneste) "tjenesteNb", coalesce(t.navn_nn, v.tjeneste) "tjenesteNn", o.fom, o.tom
    from oppdrag o join vedtak v on v.kommune_id = o.kommune_id and v.id = o.vedtak_id and v.omfang_type = 'TIMER'
    left join lateral (select t.navn_nb, t.navn_nn from tjeneste t where t.kommune_id = v.kommune_id and t.kode = v.tjeneste and t.fom <= o.fom order by t.fom desc limit 1) t on true
    where o.kommune_id = ${tx.hvem.kommuneId} and o.mottaker_id = ${b.mottakerId} and o.id <> ${b.oppdragId} and o.enhet_id = ${b.enhetId} and o.annullert is null
      and o.fom <= ${b.dato} and (o.tom is null or o.tom >= ${b.dato}) and ${egneEnheter(tx, sql`o.enhet_id`)} order by o.fom desc`);
}
