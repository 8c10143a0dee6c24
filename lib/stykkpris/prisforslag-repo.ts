import type { Vist } from '#lib/stykkpris/domain/prisforslag.ts';
import type { Forslagsslag, Prisvalg } from '#lib/stykkpris/domain/prisvalg.ts';
import type { Forslagsrad } from '#lib/stykkpris/prisbok-view.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

const FORSLAG = sql`select f.id, f.ordning_id as "ordningId", o.navn as ordning, f.ar, f.slag, f.status, f.versjon, f.fra_maned as "fraManed", f.valg, f.vist, f.endret,
    f.endret_av as "endretAv", e.navn as "endretAvNavn", f.foreslatt_av as "foreslattAv", s.navn as "foreslattAvNavn", f.foreslatt, a.navn as "avgjortAvNavn", f.avgjort, f.grunn
  from prisforslag f
  join ordning o on o.kommune_id = f.kommune_id and o.id = f.ordning_id
  left join konto e on e.kommune_id = f.kommune_id and e.id = f.endret_av
  left join konto s on s.kommune_id = f.kommune_id and s.id = f.foreslatt_av
  left join konto a on a.kommune_id = f.kommune_id and a.id = f.avgjort_av`;

export function finnForslag(tx: Tx, id: number): Promise<Forslagsrad | null> {
  return tx.en<Forslagsrad>(sql`${FORSLAG} where f.kommune_id = ${tx.hvem.kommuneId} and f.id = ${id}`);
}

/** Holds a proposal until the transaction ends, so that two decisions of it come after one another. */
export async function lasForslag(tx: Tx, id: number): Promise<Forslagsrad | null> {
  await tx.kjor(sql`select 1 from prisforslag where kommune_id = ${tx.hvem.kommuneId} and id = ${id} for update`);
  return finnForslag(tx, id);
}

export type Forslagsnokkel = { readonly ordningId: number; readonly ar: number; readonly slag: Forslagsslag };

/** The newest proposal of a scheme, year and kind, a draft first; or null. */
export function finnNyesteForslag(tx: Tx, { ordningId, ar, slag }: Forslagsnokkel): Promise<Forslagsrad | null> {
  return tx.en<Forslagsrad>(sql`${FORSLAG} where f.kommune_id = ${tx.hvem.kommuneId} and f.ordning_id = ${ordningId} and f.ar = ${ar} and f.slag = ${slag}
    order by f.status = 'UTKAST' desc, f.status = 'SENDT' desc, f.id desc limit 1`);
}

/** The newest proposals, whatever has become of them. */
export function finnForslagsliste(tx: Tx): Promise<Forslagsrad[]> {
  return tx.alle<Forslagsrad>(sql`${FORSLAG} where f.kommune_id = ${tx.hvem.kommuneId} order by f.id desc limit 200`);
}

/** What waits for the approver, without what it rests on: asked at every page of the menu. */
export function finnSendte(tx: Tx): Promise<Pick<Forslagsrad, 'id' | 'ordning' | 'ar' | 'foreslattAv' | 'foreslatt' | 'endret'>[]> {
  return tx.alle(sql`
    select f.id, o.navn as ordning, f.ar, f.foreslatt_av as "foreslattAv", f.foreslatt, f.endret
    from prisforslag f join ordning o on o.kommune_id = f.kommune_id and o.id = f.ordning_id
    where f.kommune_id = ${tx.hvem.kommuneId} and f.status = 'SENDT' order by f.id`);
}

/** Holds the scheme's drafting until the transaction ends. */
export async function lasOrdning(tx: Tx, ordningId: number): Promise<void> {
  await tx.kjor(sql`select pg_advisory_xact_lock(7003, ${ordningId})`);
}

async function lagreVersjon(tx: Tx, id: number, versjon: number, valg: Prisvalg): Promise<void> {
  await tx.kjor(sql`
    insert into prisforslag_versjon (kommune_id, prisforslag_id, versjon, valg, lagret, lagret_av)
    values (${tx.hvem.kommuneId}, ${id}, ${versjon}, ${JSON.stringify(valg)}::jsonb, ${naa()}, ${tx.hvem.kontoId})`);
}

/** A new draft; null when there is one already, which the database sees to. */
export async function nyttUtkast(tx: Tx, { ordningId, ar, slag }: Forslagsnokkel, valg: Prisvalg): Promise<{ id: number; versjon: number } | null> {
  const ny = await tx.en<{ id: number; versjon: number }>(sql`
    insert into prisforslag (kommune_id, ordning_id, ar, slag, status, versjon, fra_maned, valg, opprettet_av, endret, endret_av)
    values (${tx.hvem.kommuneId}, ${ordningId}, ${ar}, ${slag}, 'UTKAST', 1, ${valg.fraManed}, ${JSON.stringify(valg)}::jsonb, ${tx.hvem.kontoId}, ${naa()}, ${tx.hvem.kontoId})
    on conflict do nothing returning id, versjon`);
  if (ny) await lagreVersjon(tx, ny.id, 1, valg);
  return ny;
}

/** The draft's next version; null when it is no longer the version that was seen. */
export async function endreUtkast(tx: Tx, id: number, sett: number, valg: Prisvalg): Promise<{ id: number; versjon: number } | null> {
  const ny = await tx.en<{ id: number; versjon: number }>(sql`
    update prisforslag set valg = ${JSON.stringify(valg)}::jsonb, fra_maned = ${valg.fraManed}, versjon = versjon + 1, endret = ${naa()}, endret_av = ${tx.hvem.kontoId}
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status = 'UTKAST' and versjon = ${sett} returning id, versjon`);
  if (ny) await lagreVersjon(tx, id, ny.versjon, valg);
  return ny;
}

/** 0 when it is not the draft and version that was seen. */
export function settSendt(tx: Tx, id: number, sett: number, vist: Vist): Promise<number> {
  return tx.kjor(sql`
    update prisforslag set status = 'SENDT', vist = ${JSON.stringify(vist)}::jsonb, foreslatt_av = ${tx.hvem.kontoId}, foreslatt = ${naa()}
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status = 'UTKAST' and versjon = ${sett}`);
}

export function settTilbake(tx: Tx, id: number): Promise<number> {
  return tx.kjor(sql`
    update prisforslag set status = 'UTKAST', vist = null, foreslatt_av = null, foreslatt = null
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status = 'SENDT'`);
}

export function settAvgjort(tx: Tx, id: number, sett: number, status: 'GODKJENT' | 'AVVIST', grunn: string | null): Promise<number> {
  return tx.kjor(sql`
    update prisforslag set status = ${status}, avgjort_av = ${tx.hvem.kontoId}, avgjort = ${naa()}, grunn = ${grunn}
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status = 'SENDT' and versjon = ${sett}`);
}

/** True when a proposal of the scheme waits for approval already. */
export async function harSendt(tx: Tx, ordningId: number): Promise<boolean> {
  return (await tx.en(sql`select 1 from prisforslag where kommune_id = ${tx.hvem.kommuneId} and ordning_id = ${ordningId} and status = 'SENDT'`)) !== null;
}

export async function harUtkast(tx: Tx, { ordningId, ar, slag }: Forslagsnokkel): Promise<boolean> {
  return (await tx.en(sql`select 1 from prisforslag where kommune_id = ${tx.hvem.kommuneId} and ordning_id = ${ordningId} and ar = ${ar} and slag = ${slag} and status = 'UTKAST'`)) !== null;
}
