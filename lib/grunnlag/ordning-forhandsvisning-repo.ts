import type { Maned } from '#lib/core/maned.ts';
import type { Forhandsvisning, Forhandsvisningsfeil, Forhandsvisningsrad } from '#lib/grunnlag/domain/ordningsforhandsvisning.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

const FELT = sql`f.id, f.utkast_id as "utkastId", f.hash, f.maneder, f.status, f.gjort, f.resultat, f.feil, b.navn as "bestiltAv", f.bestilt, f.ferdig`;
const FRA = sql`from ordning_forhandsvisning f left join konto b on b.kommune_id = f.kommune_id and b.id = f.bestilt_av`;

export function finnForhandsvisning(tx: Tx, id: number): Promise<Forhandsvisning | null> {
  return tx.en<Forhandsvisning>(sql`select ${FELT} ${FRA} where f.kommune_id = ${tx.hvem.kommuneId} and f.id = ${id}`);
}

/** The draft's last preview, whatever became of it. */
export function finnSisteForhandsvisning(tx: Tx, utkastId: number): Promise<Forhandsvisning | null> {
  return tx.en<Forhandsvisning>(sql`select ${FELT} ${FRA} where f.kommune_id = ${tx.hvem.kommuneId} and f.utkast_id = ${utkastId} order by f.id desc limit 1`);
}

/** A new preview that waits; null where one of the draft waits or runs already. */
export async function nyForhandsvisning(tx: Tx, utkastId: number, hash: string, maneder: readonly Maned[]): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into ordning_forhandsvisning (kommune_id, utkast_id, hash, maneder, status, bestilt_av, bestilt)
    values (${tx.hvem.kommuneId}, ${utkastId}, ${hash}, ${maneder}, 'VENTER', ${tx.hvem.kontoId}, ${naa()}) on conflict do nothing returning id`);
  return rad?.id ?? null;
}

/** False: done already. A preview that a dead worker left running is begun anew; `hash` is of what it plays. */
export async function startForhandsvisning(tx: Tx, id: number, hash: string): Promise<boolean> {
  const antall = await tx.kjor(sql`
    update ordning_forhandsvisning set status = 'KJORER', gjort = 0, hash = ${hash}
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status in ('VENTER', 'KJORER')`);
  return antall === 1;
}

export function merkGjort(tx: Tx, id: number, gjort: number): Promise<number> {
  return tx.kjor(sql`update ordning_forhandsvisning set gjort = ${gjort} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status = 'KJORER'`);
}

export function fullforForhandsvisning(tx: Tx, id: number, rader: readonly Forhandsvisningsrad[]): Promise<number> {
  return tx.kjor(sql`
    update ordning_forhandsvisning set status = 'FERDIG', resultat = ${JSON.stringify(rader)}, ferdig = ${naa()}, gjort = cardinality(maneder)
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status = 'KJORER'`);
}

export function stoppForhandsvisning(tx: Tx, id: number, feil: readonly Forhandsvisningsfeil[]): Promise<number> {
  return tx.kjor(sql`
    update ordning_forhandsvisning set status = 'STOPPET', feil = ${JSON.stringify(feil)}, ferdig = ${naa()}
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and status in ('VENTER', 'KJORER')`);
}

/** The last settled months, at most `antall`, oldest first: what a draft is played on. */
export async function finnAvregnedeManeder(tx: Tx, antall: number): Promise<Maned[]> {
  const rader = await tx.alle<{ maned: Maned }>(sql`
    select maned from maned_status where kommune_id = ${tx.hvem.kommuneId} and status in ('AVREGNET', 'LUKKET') order by maned desc limit ${antall}`);
  return rader.map((r) => r.maned).toReversed();
}

/** The job that carries a preview. */
export async function finnForhandsvisningsjobb(tx: Tx, forhandsvisningId: number): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`
    select id from jobb where kommune_id = ${tx.hvem.kommuneId} and type = 'FORHANDSVISNING' and nokkel = ${String(forhandsvisningId)} order by id desc limit 1`);
  return rad?.id ?? null;
}
