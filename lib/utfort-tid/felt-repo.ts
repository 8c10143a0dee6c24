import type { Dato } from '#lib/core/dato.ts';
import { leggTilDager } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Feltoppsett } from '#lib/utfort-tid/domain/felt-oppsett.ts';
import type { Nabobesok } from '#lib/utfort-tid/domain/felt-samtidig.ts';
import type { Foring } from '#lib/utfort-tid/domain/registrer-besok.ts';
import { egneEnheter } from '#lib/utfort-tid/merket-repo.ts';
import type { Feltbesok } from '#lib/utfort-tid/felt-view.ts';

/** One with address protection is there for named staff only: the identity row decides who they are, and the policy on it. */
const SYNLIG = sql`(not m.skjermet or i.mottaker_id is not null)`;
const FELTNAVN = sql`case when m.skjermet then m.pseudonym else i.fornavn || ' ' || left(i.etternavn, 1) || '.' end`;

export function findFeltoppsett(tx: Tx): Promise<Feltoppsett | null> {
  return tx.en<Feltoppsett>(sql`select paa, parregel, sted from felt_oppsett where kommune_id = ${tx.hvem.kommuneId} order by id desc limit 1`);
}

export async function insertFeltoppsett(tx: Tx, o: Feltoppsett): Promise<void> {
  await tx.kjor(sql`insert into felt_oppsett (kommune_id, paa, parregel, sted, satt, satt_av) values (${tx.hvem.kommuneId}, ${o.paa}, ${o.parregel}, ${o.sted}, ${naa()}, ${tx.hvem.kontoId})`);
}

export type Feltrad = {
  readonly oppdragId: number;
  readonly enhetId: number;
  readonly mottakerId: number;
  readonly navn: string;
  readonly fodselsar: number;
  readonly tjenesteNb: string;
  readonly tjenesteNn: string;
  readonly minutter: number;
  readonly besok: number;
  readonly perUker: number;
  readonly registrert: number;
  readonly merkeHash: string | null;
};

/** The orders in hours at the account's units that are in force on a day, with what is registered on each in the week. */
export function findFeltoppdrag(tx: Tx, dag: Dato, uke: { mandag: Dato; sondag: Dato }): Promise<Feltrad[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Feltrad>(sql`
    with gjort as materialized (
      select b.oppdrag_id, sum(b.minutter)::int minutter from besok b
      where b.kommune_id = ${k} and ${egneEnheter(tx, sql`b.enhet_id`)} and b.dato between ${uke.mandag} and ${uke.sondag} and not b.erstattet and b.kategori = 'BRUKERRETTET'
      group by 1)
    select o.id "oppdragId", o.enhet_id "enhetId", ${FELTNAVN} navn, o.mottaker_id "mottakerId", m.fodselsar, coalesce(t.navn_nb, v.tjeneste) "tjenesteNb", coalesce(t.navn_nn, v.tjeneste) "tjenesteNn",
      v.minutter, coalesce(v.besok, 0) besok, v.per_uker "perUker", coalesce(g.minutter, 0) registrert,
      (select encode(sha256(convert_to(d.kode, 'UTF8')), 'hex') from dormerke d where d.kommune_id = ${k} and d.oppdrag_id = o.id and d.trukket is null) "merkeHash"
    from oppdrag o
    join vedtak v on v.kommune_id = ${k} and v.id = o.vedtak_id and v.omfang_type = 'TIMER'
    join mottaker m on m.kommune_id = ${k} and m.id = o.mottaker_id
    left join mottaker_identitet i on i.kommune_id = ${k} and i.mottaker_id = o.mottaker_id
    left join gjort g on g.oppdrag_id = o.id
    left join lateral (select t.navn_nb, t.navn_nn from tjeneste t where t.kommune_id = ${k} and t.kode = v.tjeneste and t.fom <= o.fom order by t.fom desc limit 1) t on true
    where o.kommune_id = ${k} and ${egneEnheter(tx, sql`o.enhet_id`)} and o.annullert is null and o.fom <= ${dag} and (o.tom is null or o.tom >= ${dag}) and ${SYNLIG}
    order by 3, o.id`);
}

/** Whether the account may know of the recipient of an order. */
export async function erSynligIFelt(tx: Tx, oppdragId: number): Promise<boolean> {
  const k = tx.hvem.kommuneId;
  const rad = await tx.en(sql`
    select 1 from oppdrag o join mottaker m on m.kommune_id = ${k} and m.id = o.mottaker_id left join mottaker_identitet i on i.kommune_id = ${k} and i.mottaker_id = m.id
    where o.kommune_id = ${k} and o.id = ${oppdragId} and ${SYNLIG}`);
  return rad !== null;
}

/** What an account has registered on a day. */
export function findGjort(tx: Tx, kontoId: number, dag: Dato): Promise<Feltbesok[]> {
  return tx.alle<Feltbesok>(sql`
    select b.oppdrag_id "oppdragId", to_char(b.start at time zone 'Europe/Oslo', 'HH24.MI') kl, b.minutter, b.kategori from besok b
    where b.kommune_id = ${tx.hvem.kommuneId} and ${egneEnheter(tx, sql`b.enhet_id`)} and b.dato = ${dag} and b.ansatt_id = ${kontoId} and not b.erstattet order by b.start, b.id`);
}

/** Other visits on an order around a day; `unntatt` is the new one. An order's registrations are made one at a time from here on. */
export async function findNaboer(tx: Tx, oppdragId: number, dag: Dato, unntatt: number): Promise<Nabobesok[]> {
  return tx.alle<Nabobesok>(sql`
    select b.id "besokId", b.ansatt_id "ansattId", (extract(epoch from b.start) / 60)::bigint "startMinutt", b.minutter from besok b
    where b.kommune_id = ${tx.hvem.kommuneId} and b.oppdrag_id = ${oppdragId} and b.dato between ${leggTilDager(dag, -1)} and ${leggTilDager(dag, 1)}
      and not b.erstattet and b.kategori = 'BRUKERRETTET' and b.id <> ${unntatt}`);
}

/** Two phones that send the same visit at the same moment are judged one after the other. */
export async function laasOppdrag(tx: Tx, oppdragId: number): Promise<void> {
  await tx.kjor(sql`select pg_advisory_xact_lock(hashtextextended('felt/' || ${tx.hvem.kommuneId}::int || '/' || ${oppdragId}::int, 0))`);
}

export async function findAnsattFor(tx: Tx, besokId: number, dag: Dato): Promise<string | null> {
  const rad = await tx.en<{ navn: string | null }>(sql`
    select a.navn from besok b left join konto a on a.kommune_id = b.kommune_id and a.id = b.ansatt_id
    where b.kommune_id = ${tx.hvem.kommuneId} and b.id = ${besokId} and b.dato between ${leggTilDager(dag, -1)} and ${leggTilDager(dag, 1)} and not b.erstattet`);
  return rad?.navn ?? null;
}

/** The tag in force with a code, on an order; null when it is not that order's. */
export async function findMerke(tx: Tx, oppdragId: number, kode: string): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`select id from dormerke where kommune_id = ${tx.hvem.kommuneId} and oppdrag_id = ${oppdragId} and kode = ${kode} and trukket is null`);
  return rad?.id ?? null;
}

export function findFeltbesok(tx: Tx, klientId: string): Promise<{ kontoId: number | null; avtrykk: string } | null> {
  return tx.en(sql`select konto_id "kontoId", avtrykk from felt_besok where kommune_id = ${tx.hvem.kommuneId} and klient_id = ${klientId}`);
}

export type NyttFeltbesok = {
  readonly klientId: string;
  /** whose phone it came from */
  readonly kontoId: number | null;
  readonly enhetId: number;
  readonly oppdragId: number;
  readonly besokId: number;
  readonly dato: Dato;
  readonly foring: Foring;
  readonly startMs: number | null;
  readonly opprettet: number;
  readonly sendt: number;
  readonly klokkeavvik: number;
  readonly flagg: readonly string[];
  readonly samtidigId: number | null;
  readonly dormerkeId: number | null;
  readonly sammen: string | null;
  readonly avtrykk: string;
};

const tidspunkt = (ms: number | null): Sql => sql`to_timestamp(${ms}::double precision / 1000)`;

export async function insertFeltbesok(tx: Tx, b: NyttFeltbesok): Promise<void> {
  await tx.kjor(sql`
    insert into felt_besok (kommune_id, klient_id, enhet_id, konto_id, oppdrag_id, besok_id, dato, foring, telefon_start, opprettet, telefon_sendt, mottatt, klokkeavvik, flagg, samtidig_id, dormerke_id, sammen, avtrykk)
    values (${tx.hvem.kommuneId}, ${b.klientId}, ${b.enhetId}, ${b.kontoId}, ${b.oppdragId}, ${b.besokId}, ${b.dato}, ${b.foring}, ${tidspunkt(b.startMs)}, ${tidspunkt(b.opprettet)},
      ${tidspunkt(b.sendt)}, ${naa()}, ${b.klokkeavvik}, ${b.flagg}::text[], ${b.samtidigId}, ${b.dormerkeId}, ${b.sammen}, ${b.avtrykk})`);
}

export type Forkasting = { readonly klientId: string; readonly enhetId: number; readonly oppdragId: number | null; readonly innhold: unknown; readonly avslag: string; readonly grunn: string };

/** False when it was thrown away before. */
export async function insertForkastet(tx: Tx, f: Forkasting): Promise<boolean> {
  return (
    (await tx.kjor(sql`
      insert into felt_forkastet (kommune_id, klient_id, enhet_id, konto_id, oppdrag_id, innhold, avslag, grunn, forkastet)
      values (${tx.hvem.kommuneId}, ${f.klientId}, ${f.enhetId}, ${tx.hvem.kontoId}, ${f.oppdragId}, ${JSON.stringify(f.innhold)}::jsonb, ${f.avslag}, ${f.grunn}, ${naa()}) on conflict do nothing`)) === 1
  );
}
