import type { Maned } from '#lib/core/maned.ts';
import type { Merke } from '#lib/avregning/domain/omregning.ts';
import { type Sql, sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Merkestand = {
  /** The moment that the snapshot sees: every mark written before it is in its facts. */
  readonly xmin: string;
  /** The months whose every change since their last run has left a mark. */
  readonly fulgte: readonly Maned[];
  readonly merker: readonly Merke[];
};

/**
 * Where the change marks stand, and what the changes up to a month may move (`alt`: not asked for). A changed unit moves
 * the vedtak it has or had an order of, a changed vedtak the unit's lines that count recipients; marks of visits and
 * deliveries, which name their month, do not.
 */
export async function finnMerker(tx: Tx, tilManed: Maned, alt: boolean): Promise<Merkestand> {
  const k = tx.hvem.kommuneId;
  const merker = sql`
    with m as materialized (
      select distinct vedtak_id, enhet_id, maned, bare_enhet from endring where kommune_id = ${k} and (maned is null or maned <= ${tilManed})
    )
    select vedtak_id as "vedtakId", enhet_id as "enhetId", maned from m
    union select o.vedtak_id, null, m.maned from m join oppdrag o on o.kommune_id = ${k} and o.enhet_id = m.enhet_id where not m.bare_enhet
    union select null, o.enhet_id, null from m join oppdrag o on o.kommune_id = ${k} and o.vedtak_id = m.vedtak_id where m.maned is null`;
  const rad = await tx.en<Merkestand>(sql`
    select pg_snapshot_xmin(pg_current_snapshot())::text as xmin, array(select maned from avregnet_maned where kommune_id = ${k}) as fulgte,
      ${alt ? sql`'[]'::json` : sql`(select coalesce(json_agg(r), '[]') from (${merker}) r)`} as merker`);
  return rad ?? { xmin: '0', fulgte: [], merker: [] };
}

/**
 * Clears the marks that a run has seen (`xmin` is from the moment of its facts) and follows its months from there. What
 * a cleared mark says of a later month, also of its units' lines, is left as a mark of that month; an earlier month, past its deadline, is let go
 * and is counted whole should it open again. With a yearly cap (`arlig`) a change in a month says something of the later months of its year too. The parts of a statement (`with …`), to be done with the end of the run.
 */
export function tomming(tx: Tx, avregningId: number, maned: Maned, apne: readonly Maned[], xmin: string, arlig: boolean): Sql {
  const k = tx.hvem.kommuneId;
  const forste = apne[0] ?? maned;
  return sql`
    tomt as (
      delete from endring where kommune_id = ${k} and xid < ${xmin}::xid8 and (maned is null or maned <= ${maned})
      returning vedtak_id, enhet_id, maned, bare_enhet
    ), sluppet as (
      delete from avregnet_maned f where f.kommune_id = ${k} and f.maned < ${forste}
        and exists (select 1 from tomt where tomt.maned is null or tomt.maned = f.maned)
    ), fulgt as (
      insert into avregnet_maned (kommune_id, maned, avregning_id) select ${k}, m, ${avregningId} from unnest(${apne}::text[]) m
      on conflict (kommune_id, maned) do update set avregning_id = excluded.avregning_id
    ), senere as (
      insert into endring (kommune_id, vedtak_id, enhet_id, maned, bare_enhet)
      select distinct ${k}::int, t.vedtak_id, t.enhet_id, f.maned, t.bare_enhet
      from tomt t join avregnet_maned f on f.kommune_id = ${k} and f.maned > ${maned} where t.maned is null or (${arlig}::boolean and t.enhet_id is null and left(t.maned, 4) = left(f.maned, 4))
      union select ${k}::int, null, o.enhet_id, f.maned, true
      from tomt t join oppdrag o on o.kommune_id = ${k} and o.vedtak_id = t.vedtak_id join avregnet_maned f on f.kommune_id = ${k} and f.maned > ${maned} where t.maned is null
    ),`;
}

/** Everything is counted again by the next run: a scheme was stopped, and what it would post is not known. */
export function merkAlt(tx: Tx): Promise<number> {
  return tx.kjor(sql`insert into endring (kommune_id) values (${tx.hvem.kommuneId})`);
}

/** What a run could not post because the unit's month is closed: it is tried again by the next run. */
export function merkPaNytt(tx: Tx, nokler: readonly { readonly vedtakId: number | null; readonly enhetId: number; readonly maned: Maned }[]): Promise<number> {
  return tx.kjor(sql`
    insert into endring (kommune_id, vedtak_id, enhet_id, maned, bare_enhet)
    select distinct ${tx.hvem.kommuneId}::int, vedtak, case when vedtak is null then enhet end, maned, vedtak is null
    from unnest(${nokler.map((n) => n.vedtakId)}::int[], ${nokler.map((n) => n.enhetId)}::int[], ${nokler.map((n) => n.maned)}::text[]) t(vedtak, enhet, maned)`);
}
