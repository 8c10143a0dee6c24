import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { BesokNokkel } from '#lib/utfort-tid/besok-repo.ts';
import { egneEnheter, merketBesok } from '#lib/utfort-tid/merket-repo.ts';
import type { Enhetsperiode } from '#lib/utfort-tid/uke-repo.ts';

/**
 * Approves everything without a remark in one statement, and says per day what it took: count and fingerprint, to be
 * compared with what was shown.
 */
export function kvitterUtenMerknad(tx: Tx, p: Enhetsperiode): Promise<{ dato: Dato; antall: number; avtrykk: string }[]> {
  return tx.alle(sql`
    with ${merketBesok(tx, p.enhetId, p.fom, p.tom)},
    tatt as (
      update besok b set kvittert = true, kvittert_av = ${tx.hvem.kontoId}, kvittert_tid = ${naa()}
      from merket k
      where b.kommune_id = ${tx.hvem.kommuneId} and b.dato between ${p.fom} and ${p.tom} and b.dato = k.dato and b.id = k.id and b.versjon = k.versjon
        and k.merknad is null and not k.kvittert and not b.kvittert and not b.erstattet
      returning b.dato, b.id, b.versjon)
    select t.dato, count(*)::int antall, md5(string_agg(t.id || '.' || t.versjon, ',' order by t.id)) avtrykk from tatt t group by t.dato order by t.dato`);
}

/** Approves the version that was seen; false when it has changed. */
export async function kvitterVersjon(tx: Tx, n: BesokNokkel): Promise<boolean> {
  return (
    (await tx.kjor(sql`
      update besok b set kvittert = true, kvittert_av = ${tx.hvem.kontoId}, kvittert_tid = ${naa()}
      where b.kommune_id = ${tx.hvem.kommuneId} and b.dato = ${n.dag} and b.id = ${n.besokId} and b.versjon = ${n.versjon} and not b.erstattet and not b.kvittert
        and ${egneEnheter(tx, sql`b.enhet_id`)}`)) === 1
  );
}

export async function angreVersjon(tx: Tx, n: BesokNokkel): Promise<boolean> {
  return (
    (await tx.kjor(sql`
      update besok b set kvittert = false, kvittert_av = null, kvittert_tid = null
      where b.kommune_id = ${tx.hvem.kommuneId} and b.dato = ${n.dag} and b.id = ${n.besokId} and b.versjon = ${n.versjon} and not b.erstattet and b.kvittert
        and ${egneEnheter(tx, sql`b.enhet_id`)}`)) === 1
  );
}

/** Takes a whole round of approvals back; the months it touched and how many visits each. */
export function angreRunde(tx: Tx, p: Enhetsperiode, tidMs: number, kontoId: number | null): Promise<{ maned: string; antall: number }[]> {
  return tx.alle(sql`
    with angret as (
      update besok b set kvittert = false, kvittert_av = null, kvittert_tid = null
      where b.kommune_id = ${tx.hvem.kommuneId} and b.enhet_id = ${p.enhetId} and ${egneEnheter(tx, sql`b.enhet_id`)} and b.dato between ${p.fom} and ${p.tom}
        and b.kvittert and not b.erstattet and (extract(epoch from b.kvittert_tid) * 1000)::bigint = ${tidMs} and b.kvittert_av is not distinct from ${kontoId}
      returning b.dato)
    select to_char(dato, 'YYYY-MM') maned, count(*)::int antall from angret group by 1`);
}

/** False when the week was declared before. */
export async function insertErklaring(tx: Tx, p: Enhetsperiode, uke: string): Promise<boolean> {
  return (
    (await tx.kjor(sql`
      insert into uke_erklaring (kommune_id, enhet_id, uke, fom, tom, erklart, erklart_av)
      values (${tx.hvem.kommuneId}, ${p.enhetId}, ${uke}, ${p.fom}, ${p.tom}, ${naa()}, ${tx.hvem.kontoId}) on conflict do nothing`)) === 1
  );
}

export async function deleteErklaring(tx: Tx, enhetId: number, uke: string): Promise<boolean> {
  return (await tx.kjor(sql`delete from uke_erklaring u where u.kommune_id = ${tx.hvem.kommuneId} and u.enhet_id = ${enhetId} and u.uke = ${uke} and ${egneEnheter(tx, sql`u.enhet_id`)}`)) === 1;
}
