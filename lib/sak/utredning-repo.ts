import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Hjelpebehov, Skarer } from '#lib/sak/domain/kpr.ts';
import type { FerdigstillData } from '#lib/sak/utredning-schema.ts';
import type { Utredning } from '#lib/sak/utredning-view.ts';

/** Every assessment of a recipient, newest first; corrected ones too. */
export async function findUtredninger(tx: Tx, mottakerId: number): Promise<Utredning[]> {
  return tx.alle<Utredning>(sql`
    select u.id, u.dato, u.hjelpebehov, u.skarer, u.variabelsett, u.hjemmebesok, u.besok_dato "besokDato", u.besok_notat "besokNotat", u.synspunkt, u.vurdering, u.forslag,
      u.forslag_tjenester "forslagTjenester", u.erstatter_id "erstatterId", k.navn "utfortAv",
      exists (select 1 from utredning n where n.kommune_id = u.kommune_id and n.mottaker_id = u.mottaker_id and n.erstatter_id = u.id) rettet
    from utredning u left join konto k on k.kommune_id = u.kommune_id and k.id = u.utfort_av
    where u.kommune_id = ${tx.hvem.kommuneId} and u.mottaker_id = ${mottakerId} order by u.dato desc, u.id desc limit 200`);
}

/** Two who finish at once are put one after the other. */
export async function lockMottaker(tx: Tx, mottakerId: number): Promise<boolean> {
  return (await tx.en(sql`select 1 from mottaker m join mottaker_identitet i on i.kommune_id = m.kommune_id and i.mottaker_id = m.id
    where m.kommune_id = ${tx.hvem.kommuneId} and m.id = ${mottakerId} for update of m`)) !== null;
}

export type NyUtredning = FerdigstillData & { readonly dato: Dato; readonly gruppe: Hjelpebehov; readonly lest: Skarer; readonly variabelsett: string };

export async function insertUtredning(tx: Tx, u: NyUtredning): Promise<number> {
  const { kommuneId, kontoId } = tx.hvem;
  const rad = await tx.en<{ id: number }>(sql`
    insert into utredning (kommune_id, mottaker_id, dato, hjelpebehov, skarer, variabelsett, hjemmebesok, besok_dato, besok_notat, synspunkt, vurdering, forslag, forslag_tjenester,
      erstatter_id, henvendelse_id, utfort_av, ferdig)
    values (${kommuneId}, ${u.mottakerId}, ${u.dato}, ${u.gruppe}, ${JSON.stringify(u.lest)}::jsonb, ${u.variabelsett}, ${u.hjemmebesok}, ${u.hjemmebesok ? u.besokDato : null}, ${u.besokNotat},
      ${u.synspunkt}, ${u.vurdering}, ${u.forslag}, ${[...u.forslagTjenester]}, ${u.retterId}, ${u.henvendelseId}, ${kontoId}, ${naa()}) returning id`);
  if (!rad) throw new Error('utredningen ble ikke lagret');
  return rad.id;
}

/** True when an application is this recipient's. */
export async function erMottakersHenvendelse(tx: Tx, mottakerId: number, henvendelseId: number): Promise<boolean> {
  return (await tx.en(sql`select 1 from henvendelse where kommune_id = ${tx.hvem.kommuneId} and mottaker_id = ${mottakerId} and id = ${henvendelseId}`)) !== null;
}

export type UtredningUtkast = { readonly innhold: Readonly<Record<string, unknown>>; readonly endret: Date };

export async function findUtkast(tx: Tx, mottakerId: number): Promise<UtredningUtkast | null> {
  return tx.en<UtredningUtkast>(sql`select innhold, endret from utredning_utkast where kommune_id = ${tx.hvem.kommuneId} and mottaker_id = ${mottakerId} and konto_id = ${tx.hvem.kontoId}`);
}

export async function upsertUtkast(tx: Tx, mottakerId: number, innhold: object): Promise<Date> {
  const tid = naa();
  await tx.kjor(sql`insert into utredning_utkast (kommune_id, mottaker_id, konto_id, innhold, endret)
    values (${tx.hvem.kommuneId}, ${mottakerId}, ${tx.hvem.kontoId}, ${JSON.stringify(innhold)}::jsonb, ${tid})
    on conflict (kommune_id, mottaker_id, konto_id) do update set innhold = excluded.innhold, endret = excluded.endret, versjon = utredning_utkast.versjon + 1`);
  return tid;
}

export async function deleteUtkast(tx: Tx, mottakerId: number): Promise<void> {
  await tx.kjor(sql`delete from utredning_utkast where kommune_id = ${tx.hvem.kommuneId} and mottaker_id = ${mottakerId} and konto_id = ${tx.hvem.kontoId}`);
}
