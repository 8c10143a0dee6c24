import { forsteDag, type Maned } from '#lib/core/maned.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import { type Sql, sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/**
 * A fingerprint of all that a month's rules are read from. What can move money leaves a change mark in the transaction
 * that changed it, and marks go away only by a run: the marks and the runs stand for visits, vedtak, oppdrag, schemes,
 * prices and accounts. The rest is small and is hashed whole. Marks of a transaction that commits late have lower
 * numbers, so they are counted and summed, not only the highest told.
 */
export async function finnRegelavtrykk(tx: Tx, maned: Maned): Promise<string> {
  const { kommuneId } = tx.hvem;
  const alle = (tabell: Sql, hvor: Sql = sql`true`): Sql => sql`(select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${tabell} t where t.kommune_id = ${kommuneId} and ${hvor})`;
  const maneden = sql`t.maned = ${maned}`;
  const rad = await tx.en<{ avtrykk: string }>(sql`
    select concat_ws('|', ${iDag()}::text,
      (select count(*) || '.' || coalesce(sum(id), 0) from endring where kommune_id = ${kommuneId}),
      (select string_agg(id || status || coalesce(ferdig::text, ''), ',') from (select id, status, ferdig from avregning where kommune_id = ${kommuneId} order by id desc limit 5) a),
      (select count(*) || '.' || coalesce(max(erklart)::text, '') from uke_erklaring where kommune_id = ${kommuneId} and tom >= ${forsteDag(maned)}::date - 7),
      ${alle(sql`enhet`)}, ${alle(sql`innstilling`)}, ${alle(sql`manuell_linje`, sql`t.gjelder_maned <= ${maned}`)}, ${alle(sql`stipulert_volum`)},
      ${alle(sql`maned_erklaring`, maneden)}, ${alle(sql`innsigelse`, maneden)}, ${alle(sql`maned_attest`, maneden)},
      ${alle(sql`maned_status`, maneden)}, (select string_agg(l.enhet_id::text, ',' order by l.enhet_id) from lukkede_enheter(${kommuneId}, ${maned}, ${naa()}) l)) as avtrykk`);
  return rad?.avtrykk ?? '';
}
