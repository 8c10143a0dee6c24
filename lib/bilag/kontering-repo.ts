import type { Bilagsform } from '#lib/bilag/domain/bygg-bilag.ts';
import type { Konteringsregel } from '#lib/bilag/domain/kontering.ts';
import type { Maned } from '#lib/core/maned.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** Every rule, ended ones too. */
export function finnRegler(tx: Tx): Promise<Konteringsregel[]> {
  return tx.alle<Konteringsregel>(sql`
    select id, felt, enhet_id as "enhetId", tjeneste, komponent, gruppe, verdi, fom_maned as "fomManed", tom_maned as "tomManed" from kontering
    where kommune_id = ${tx.hvem.kommuneId} order by felt, enhet_id nulls first, tjeneste nulls first, komponent nulls first, gruppe nulls first, fom_maned`);
}

/** One at a time writes rules: what is compared is what stands when the row is written. */
export async function lasRegler(tx: Tx): Promise<void> {
  await tx.kjor(sql`select pg_advisory_xact_lock(hashtextextended('kontering', ${tx.hvem.kommuneId}))`);
}

export async function skrivRegel(tx: Tx, r: Omit<Konteringsregel, 'id'>): Promise<number> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into kontering (kommune_id, felt, enhet_id, tjeneste, komponent, gruppe, verdi, fom_maned, tom_maned, registrert, registrert_av)
    values (${tx.hvem.kommuneId}, ${r.felt}, ${r.enhetId}, ${r.tjeneste}, ${r.komponent}, ${r.gruppe}, ${r.verdi}, ${r.fomManed}, ${r.tomManed}, ${naa()}, ${tx.hvem.kontoId}) returning id`);
  return rad?.id ?? 0;
}

/** Ends a rule after `tom`; before its first month it never holds. */
export function avsluttRegel(tx: Tx, id: number, tom: Maned): Promise<number> {
  return tx.kjor(sql`update kontering set tom_maned = ${tom} where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

/** How the municipality moves internal money, and how much an invoice may differ. */
export type Bilagsoppsett = { readonly form: Bilagsform; readonly toleranseMinutter: number; readonly toleranseOre: number };
const STANDARD: Bilagsoppsett = { form: 'BILAG', toleranseMinutter: 0, toleranseOre: 0 };

export async function finnOppsett(tx: Tx): Promise<Bilagsoppsett> {
  const rad = await tx.en<Bilagsoppsett>(sql`
    select form, toleranse_minutter as "toleranseMinutter", toleranse_ore as "toleranseOre" from bilag_oppsett where kommune_id = ${tx.hvem.kommuneId} order by id desc limit 1`);
  return rad ?? STANDARD;
}

export async function skrivOppsett(tx: Tx, o: Bilagsoppsett): Promise<void> {
  await tx.kjor(sql`insert into bilag_oppsett (kommune_id, form, toleranse_minutter, toleranse_ore, satt, satt_av)
    values (${tx.hvem.kommuneId}, ${o.form}, ${o.toleranseMinutter}, ${o.toleranseOre}, ${naa()}, ${tx.hvem.kontoId})`);
}
