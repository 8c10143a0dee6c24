import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Malinnhold } from '#lib/vedtak/domain/brev/malseksjoner.ts';

export type Malutkastrad = { readonly byggerPa: string; readonly innhold: unknown; readonly utgave: number; readonly endret: Date; readonly endretAv: string | null };

/** The draft of the municipality's letters; `skriv` holds it until the transaction ends. */
export function findMalutkast(tx: Tx, skriv = false): Promise<Malutkastrad | null> {
  return tx.en<Malutkastrad>(sql`
    select u.bygger_pa "byggerPa", u.innhold, u.utgave, u.endret, (select k.navn from konto k where k.kommune_id = u.kommune_id and k.id = u.endret_av) "endretAv"
    from brevmal_utkast u where u.kommune_id = ${tx.hvem.kommuneId} ${skriv ? sql`for update of u` : sql``}`);
}

/** Nothing happens when there is one already. */
export async function insertMalutkast(tx: Tx, byggerPa: string, innhold: Malinnhold): Promise<void> {
  await tx.kjor(sql`
    insert into brevmal_utkast (kommune_id, bygger_pa, innhold, endret, endret_av) values (${tx.hvem.kommuneId}, ${byggerPa}, ${JSON.stringify(innhold)}::jsonb, ${naa()}, ${tx.hvem.kontoId})
    on conflict do nothing`);
}

export async function updateMalutkast(tx: Tx, innhold: Malinnhold): Promise<void> {
  await tx.kjor(sql`
    update brevmal_utkast set innhold = ${JSON.stringify(innhold)}::jsonb, utgave = utgave + 1, endret = ${naa()}, endret_av = ${tx.hvem.kontoId} where kommune_id = ${tx.hvem.kommuneId}`);
}

export async function deleteMalutkast(tx: Tx): Promise<void> {
  await tx.kjor(sql`delete from brevmal_utkast where kommune_id = ${tx.hvem.kommuneId}`);
}

/** The municipality's name as a letter has it: `Sørvik kommune`. */
export async function findKommunenavn(tx: Tx): Promise<string> {
  const navn = (await tx.en<{ navn: string }>(sql`select navn from kommune where id = ${tx.hvem.kommuneId}`))?.navn ?? '';
  return /kommune$/i.test(navn) ? navn : `${navn} kommune`;
}
