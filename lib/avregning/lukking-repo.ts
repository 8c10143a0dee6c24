import { type Saksnokkel, type Sakssum, summerNokler } from '#lib/avregning/domain/lukkesak.ts';
import { forsteDag, type Maned, sisteDag } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** The units that a month is closed for, now; the database refuses their lines by the same function. */
export async function finnLukkedeEnheter(tx: Tx, maned: Maned): Promise<Set<number>> {
  const rader = await tx.alle<{ id: number }>(sql`select enhet_id as id from lukkede_enheter(${tx.hvem.kommuneId}, ${maned}, ${naa()})`);
  return new Set(rader.map((r) => r.id));
}

/** The units that a month is about: those a scheme covers in it, and those with lines for it or posted in it. */
export async function finnManedensEnheter(tx: Tx, maned: Maned): Promise<number[]> {
  const k = tx.hvem.kommuneId;
  const rader = await tx.alle<{ id: number }>(sql`
    select e.id from enhet e where e.kommune_id = ${k} and e.type = 'UTFORER' and e.fom <= ${sisteDag(maned)} and coalesce(e.tom, 'infinity') >= ${forsteDag(maned)}::date
      and exists (select 1 from ordning_dekning d where d.kommune_id = e.kommune_id and d.enhet_id = e.id and d.fom_maned <= ${maned} and coalesce(d.tom_maned, '9999-12') >= ${maned})
    union select enhet_id from avregning_sum where kommune_id = ${k} and (bokfort_maned = ${maned} or gjelder_maned = ${maned}) order by 1`);
  return rader.map((r) => r.id);
}

/** The ledger's sums of a month per key, by the names of a case, as they stood after a run (null: as they stand now). Carry-overs are left out: no case holds them. */
export async function finnBokforteNokler(tx: Tx, maned: Maned, enheter: readonly number[], sisteAvregningId: number | null): Promise<Map<string, Sakssum>> {
  const rader = await tx.alle<Saksnokkel & { ore: number }>(sql`
    select o.kode as ordning, e.kode as enhet, l.komponent, v.nummer as vedtak, sum(l.belop_ore)::bigint as ore from avregning_linje l
    join ordning o on o.kommune_id = l.kommune_id and o.id = l.ordning_id join enhet e on e.kommune_id = l.kommune_id and e.id = l.enhet_id
    left join vedtak v on v.kommune_id = l.kommune_id and v.id = l.vedtak_id
    where l.kommune_id = ${tx.hvem.kommuneId} and l.gjelder_maned = ${maned} and l.linjetype <> 'OVERFORING' and l.enhet_id = any(${enheter}::int[])
      and (${sisteAvregningId}::int is null or l.avregning_id <= ${sisteAvregningId}) group by 1, 2, 3, 4 having sum(l.belop_ore) <> 0`);
  return summerNokler(rader.map(({ ore: belop, ...nokkel }) => ({ ...nokkel, belopOre: ore(belop) })));
}

/** The newest run that is done, of any month: later ones post after the closing. 0 where nothing is run. */
export async function finnSisteAvregningId(tx: Tx): Promise<number> {
  const rad = await tx.en<{ id: number }>(sql`select coalesce(max(id), 0) as id from avregning where kommune_id = ${tx.hvem.kommuneId} and status = 'FERDIG'`);
  return rad?.id ?? 0;
}

export type Nylukking = { readonly maned: Maned; readonly enheter: readonly number[]; readonly sisteAvregningId: number; readonly belopOre: number; readonly varsler: readonly unknown[]; /** milliseconds */ readonly lukket: number };
export async function nyLukking(tx: Tx, ny: Nylukking): Promise<{ id: number; nummer: number }> {
  const k = tx.hvem.kommuneId;
  const rad = await tx.en<{ id: number; nummer: number }>(sql`
    insert into lukking (kommune_id, maned, nummer, enheter, siste_avregning_id, belop_ore, varsler, lukket, lukket_av)
    select ${k}, ${ny.maned}, coalesce(max(nummer), 0) + 1, ${ny.enheter}::int[], ${ny.sisteAvregningId}, ${ny.belopOre}, ${JSON.stringify(ny.varsler)}::jsonb, to_timestamp(${ny.lukket}::double precision / 1000), ${tx.hvem.kontoId}
    from lukking where kommune_id = ${k} and maned = ${ny.maned} returning id, nummer`);
  if (!rad) throw new Error('lukkingen ble ikke skrevet');
  return rad;
}

export type Nyttgrunnlag = { readonly ordningId: number; readonly sak: Uint8Array; readonly sha256: string; readonly tegn: number; readonly belopOre: number };
export function skrivGrunnlag(tx: Tx, lukkingId: number, g: Nyttgrunnlag): Promise<number> {
  return tx.kjor(sql`
    insert into lukking_grunnlag (kommune_id, lukking_id, ordning_id, sak, sha256, tegn, belop_ore)
    values (${tx.hvem.kommuneId}, ${lukkingId}, ${g.ordningId}, ${g.sak}, ${g.sha256}, ${g.tegn}, ${g.belopOre})`);
}

/** The units rest on this closing from now on, and are not open for a while any more. */
export function skrivLukkedeEnheter(tx: Tx, maned: Maned, enheter: readonly number[], lukkingId: number): Promise<number> {
  return tx.kjor(sql`
    insert into lukket_enhet (kommune_id, maned, enhet_id, lukking_id) select ${tx.hvem.kommuneId}, ${maned}, e, ${lukkingId} from unnest(${enheter}::int[]) e
    on conflict (kommune_id, maned, enhet_id) do update set lukking_id = excluded.lukking_id, gjenapnet_til = null`);
}

/** The whole month is closed, from an instant in milliseconds; units that are open for a while still are. */
export function skrivManedLukket(tx: Tx, maned: Maned, lukket: number): Promise<number> {
  const k = tx.hvem.kommuneId;
  return tx.kjor(sql`
    insert into maned_status (kommune_id, maned, status, endret, endret_av) values (${k}, ${maned}, 'LUKKET', to_timestamp(${lukket}::double precision / 1000), ${tx.hvem.kontoId})
    on conflict (kommune_id, maned) do update set status = 'LUKKET', endret = excluded.endret, endret_av = excluded.endret_av,
      gjenapnet_til = (select max(gjenapnet_til) from lukket_enhet where kommune_id = ${k} and maned = ${maned} and gjenapnet_til > ${naa()})`);
}

/** Opens units of a closed month until a moment. null: all of them. */
export async function skrivGjenapnet(tx: Tx, maned: Maned, enhetId: number | null, til: Date): Promise<void> {
  const k = tx.hvem.kommuneId;
  await tx.kjor(sql`update lukket_enhet set gjenapnet_til = ${til} where kommune_id = ${k} and maned = ${maned} and (${enhetId}::int is null or enhet_id = ${enhetId})`);
  await tx.kjor(sql`update maned_status set gjenapnet_til = greatest(gjenapnet_til, ${til}) where kommune_id = ${k} and maned = ${maned} and status = 'LUKKET'`);
}

export type Lukketrad = { readonly enhetId: number; readonly lukkingId: number; readonly gjenapnetTil: Date | null };
/** Which closing each unit of a month rests on, and until when it is open again. */
export function finnLukketrader(tx: Tx, maned: Maned): Promise<Lukketrad[]> {
  return tx.alle<Lukketrad>(sql`
    select enhet_id as "enhetId", lukking_id as "lukkingId", gjenapnet_til as "gjenapnetTil" from lukket_enhet
    where kommune_id = ${tx.hvem.kommuneId} and maned = ${maned} order by enhet_id`);
}

export type Utlopt = { readonly maned: Maned; readonly enhetId: number; readonly gjenapnetTil: Date };
/** Units whose reopening is over, and that rest on the closing before it still. */
export function finnUtlopte(tx: Tx): Promise<Utlopt[]> {
  return tx.alle<Utlopt>(sql`
    select maned, enhet_id as "enhetId", gjenapnet_til as "gjenapnetTil" from lukket_enhet
    where kommune_id = ${tx.hvem.kommuneId} and gjenapnet_til <= ${naa()} order by maned, enhet_id`);
}

export type Lukkingrad = { readonly id: number; readonly nummer: number; readonly enheter: readonly number[]; readonly sisteAvregningId: number; readonly belopOre: number; readonly varsler: readonly { regel: string; antall: number; ore: number | null }[]; readonly lukket: Date; readonly av: string | null };
/** The closings of a month, newest first. */
export function finnLukkinger(tx: Tx, maned: Maned): Promise<Lukkingrad[]> {
  return tx.alle<Lukkingrad>(sql`
    select l.id, l.nummer, l.enheter, l.siste_avregning_id as "sisteAvregningId", l.belop_ore as "belopOre", l.varsler, l.lukket, k.navn as av
    from lukking l left join konto k on k.kommune_id = l.kommune_id and k.id = l.lukket_av
    where l.kommune_id = ${tx.hvem.kommuneId} and l.maned = ${maned} order by l.nummer desc`);
}

export type Grunnlagsrad = { readonly lukkingId: number; readonly ordningId: number; readonly ordning: string; readonly sha256: string; readonly tegn: number; readonly belopOre: number };
/** What each closing rests on, without the cases themselves. Empty to roles that may not read them. */
export function finnGrunnlag(tx: Tx, lukkingIder: readonly number[]): Promise<Grunnlagsrad[]> {
  return tx.alle<Grunnlagsrad>(sql`
    select g.lukking_id as "lukkingId", g.ordning_id as "ordningId", o.kode as ordning, g.sha256, g.tegn, g.belop_ore as "belopOre"
    from lukking_grunnlag g join ordning o on o.kommune_id = g.kommune_id and o.id = g.ordning_id
    where g.kommune_id = ${tx.hvem.kommuneId} and g.lukking_id = any(${lukkingIder}::int[]) order by g.lukking_id desc, o.kode`);
}

/** One stored case, compressed as it was written. */
export function finnSak(tx: Tx, lukkingId: number, ordningId: number): Promise<{ sak: Buffer; sha256: string } | null> {
  return tx.en<{ sak: Buffer; sha256: string }>(sql`
    select sak, sha256 from lukking_grunnlag where kommune_id = ${tx.hvem.kommuneId} and lukking_id = ${lukkingId} and ordning_id = ${ordningId}`);
}
