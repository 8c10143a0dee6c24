import type { Dato } from '#lib/core/dato.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Kriterium, Prioritet, Ventetype } from '#lib/utfort-tid/domain/venteliste.ts';

export type NyVentende = { readonly mottakerId: number; readonly plasstype: Ventetype; readonly prioritet: Prioritet; readonly kriterier: readonly Kriterium[]; readonly sattOpp: Dato; readonly onsketEnhetId: number | null; readonly vedtakId: number | null };

/** One who waits, held until the transaction ends. Ended rows, and those of people who have moved in, are not found. */
export function lasVentende(tx: Tx, id: number): Promise<{ id: number; mottakerId: number; plasstype: Ventetype; tildelt: boolean } | null> {
  return tx.en(sql`
    select v.id, v.mottaker_id "mottakerId", v.plasstype,
      exists (select 1 from tildeling t where t.kommune_id = v.kommune_id and t.venteliste_id = v.id and t.annullert is null) tildelt
    from venteliste v where v.kommune_id = ${tx.hvem.kommuneId} and v.id = ${id} and v.avsluttet is null for update of v`);
}

/** Rows whose place has been moved into are over, and are said to be so before the same person is set up again. */
export function avsluttInnflyttede(tx: Tx, mottakerId: number): Promise<number> {
  return tx.kjor(sql`
    update venteliste v set avsluttet = ${iDag()}, avsluttet_av = ${tx.hvem.kontoId}, avsluttgrunn = 'FLYTTET_INN'
    where v.kommune_id = ${tx.hvem.kommuneId} and v.mottaker_id = ${mottakerId} and v.avsluttet is null and exists (
      select 1 from tildeling t join ledigmelding l on l.kommune_id = t.kommune_id and l.id = t.ledigmelding_id
      where t.kommune_id = v.kommune_id and t.venteliste_id = v.id and t.annullert is null and l.brukt is not null)`);
}

/** Null: the recipient waits for such a place already. */
export async function nyVentende(tx: Tx, v: NyVentende): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into venteliste (kommune_id, mottaker_id, plasstype, kriterier, vedtak_id, prioritet, onsket_enhet_id, satt_opp, registrert, registrert_av)
    values (${tx.hvem.kommuneId}, ${v.mottakerId}, ${v.plasstype}, ${v.kriterier}, ${v.vedtakId}, ${v.prioritet}, ${v.onsketEnhetId}, ${v.sattOpp}, ${naa()}, ${tx.hvem.kontoId})
    on conflict do nothing returning id`);
  return rad?.id ?? null;
}

export function avsluttVentende(tx: Tx, id: number, grunn: string): Promise<number> {
  return tx.kjor(sql`update venteliste set avsluttet = ${iDag()}, avsluttet_av = ${tx.hvem.kontoId}, avsluttgrunn = ${grunn} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and avsluttet is null`);
}
