import type { Etterslep, Senebesok } from '#lib/avvik/arsslutt-view.ts';
import { forsteDag, type Maned, manedAv, sisteDag } from '#lib/core/maned.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** Carry-overs stand in the sums under this prefix; a unit's own result leaves them out. */
const OVERFORING = 'overforing/%';

export type Enhetstall = {
  readonly enhetId: number;
  readonly inntektOre: number;
  readonly etterslepOre: number;
  readonly innOre: number;
  readonly kostnadOre: number;
  readonly budsjettOre: number | null;
  readonly regnskapsmaneder: readonly Maned[];
};

/** Per unit, for the months served from January to `til`: revenue, what of it was posted after `til`, cost and cost budget; and what was brought into the year. */
export function finnEnhetstall(tx: Tx, ar: number, til: Maned): Promise<Enhetstall[]> {
  const k = tx.hvem.kommuneId;
  const fra = manedAv(ar, 1);
  return tx.alle<Enhetstall>(sql`
    with l as (
      select enhet_id, coalesce(sum(belop_ore) filter (where komponent not like ${OVERFORING} and gjelder_maned <= ${til}), 0)::bigint as inntekt,
        coalesce(sum(belop_ore) filter (where komponent not like ${OVERFORING} and gjelder_maned <= ${til} and bokfort_maned > ${manedAv(ar, 12)}), 0)::bigint as etterslep,
        coalesce(sum(belop_ore) filter (where komponent like ${OVERFORING}), 0)::bigint as inn
      from avregning_sum where kommune_id = ${k} and gjelder_maned between ${fra} and ${manedAv(ar, 12)} group by 1
    ), r as (
      select enhet_id, sum(ore)::bigint as kostnad, array_agg(distinct maned) as maneder from regnskap
      where kommune_id = ${k} and maned between ${fra} and ${til} group by 1
    ), b as (
      select enhet_id, sum(ore)::bigint as budsjett from (
        select distinct on (enhet_id, maned) enhet_id, ore from enhetsbudsjett where kommune_id = ${k} and maned between ${fra} and ${til} order by enhet_id, maned, versjon desc) x group by 1
    )
    select e.id as "enhetId", coalesce(l.inntekt, 0)::bigint as "inntektOre", coalesce(l.etterslep, 0)::bigint as "etterslepOre", coalesce(l.inn, 0)::bigint as "innOre",
      coalesce(r.kostnad, 0)::bigint as "kostnadOre", b.budsjett as "budsjettOre", coalesce(r.maneder, '{}') as regnskapsmaneder
    from enhet e left join l on l.enhet_id = e.id left join r on r.enhet_id = e.id left join b on b.enhet_id = e.id
    where e.kommune_id = ${k} and e.type = 'UTFORER' and (l.enhet_id is not null or r.enhet_id is not null)`);
}

/** What was posted after the year's end for the year's months: the late visits that are already accrued. */
export function finnEtterslep(tx: Tx, ar: number): Promise<Etterslep[]> {
  return tx.alle<Etterslep>(sql`
    select enhet_id as "enhetId", gjelder_maned as maned, sum(belop_ore)::bigint as "belopOre" from avregning_sum
    where kommune_id = ${tx.hvem.kommuneId} and gjelder_maned between ${manedAv(ar, 1)} and ${manedAv(ar, 12)} and bokfort_maned > ${manedAv(ar, 12)}
      and komponent not like ${OVERFORING}
    group by 1, 2 having sum(belop_ore) <> 0 order by 2 desc, 1`);
}

/** Visits of the year that nobody has approved, and those registered after it was over. Counts only. */
export function tellSeneBesok(tx: Tx, ar: number): Promise<Senebesok[]> {
  const [fra, til] = [forsteDag(manedAv(ar, 1)), sisteDag(manedAv(ar, 12))];
  return tx.alle<Senebesok>(sql`
    select enhet_id as "enhetId", count(*) filter (where not kvittert) as "ikkeKvittert",
      count(*) filter (where registrert >= (${til}::date + 1)::timestamp at time zone 'Europe/Oslo') as "registrertEtter"
    from besok where kommune_id = ${tx.hvem.kommuneId} and not erstattet and dato between ${fra} and ${til}
      and (not kvittert or registrert >= (${til}::date + 1)::timestamp at time zone 'Europe/Oslo')
    group by 1 order by 1`);
}

/** Units among `enheter` whose `maned` is closed for posting now. */
export async function finnLukkedeEnheter(tx: Tx, maned: Maned, naa: Date, enheter: readonly number[]): Promise<number[]> {
  const rader = await tx.alle<{ id: number }>(sql`
    select enhet_id as id from lukkede_enheter(${tx.hvem.kommuneId}, ${maned}, ${naa}) where enhet_id = any(${enheter}::int[])`);
  return rader.map((r) => r.id);
}

/** First month that the kommune has sums for, or null. */
export async function finnForsteManed(tx: Tx): Promise<Maned | null> {
  const rad = await tx.en<{ maned: Maned | null }>(sql`select min(gjelder_maned) as maned from avregning_sum where kommune_id = ${tx.hvem.kommuneId}`);
  return rad?.maned ?? null;
}
