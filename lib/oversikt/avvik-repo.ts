import { leggTilManeder, type Maned, manedensAr } from '#lib/core/maned.ts';
import { huskVed } from '#lib/server/kortminne.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Arsaksgrunnlag = { readonly enhetId: number; readonly komponent: string; readonly arsak: string; readonly mottakere: number; readonly belopOre: number; readonly storsteOre: number };

/** The runs of the kommune: what the ledger's computed and manual lines, and their corrections, come from. */
export async function finnKjoringsavtrykk(tx: Tx): Promise<string> {
  const rad = await tx.en<{ avtrykk: string }>(sql`
    select md5(coalesce(string_agg(concat_ws('.', id, status, ferdig, antall_linjer), ',' order by id), '')) as avtrykk from avregning where kommune_id = ${tx.hvem.kommuneId}`);
  return rad?.avtrykk ?? '';
}

/** Sums per unit and cause against the same months last year, and (`BELOP`, per component) the amount itself with how many stand behind it. */
export async function finnArsaker(tx: Tx, fra: Maned, til: Maned): Promise<Arsaksgrunnlag[]> {
  // Two years of the ledger: worked out once per run. A role of its own asks once itself, so that the database says who may.
  return huskVed(tx.hvem.kommuneId, `arsaker/${tx.hvem.rolle}/${fra}/${til}`, await finnKjoringsavtrykk(tx), () =>
    tx.alle<Arsaksgrunnlag>(sql`select enhet_id as "enhetId", komponent, arsak, mottakere, belop_ore as "belopOre", storste_ore as "storsteOre" from avvik_arsaker(${fra}, ${til})`),
  );
}

export type Periodegrunnlag = Arsaksgrunnlag & { readonly fra: Maned; readonly til: Maned };

/** The same for every period the board offers of a year to `siste`: each month, the tertial so far and the year so far. */
export async function finnArsakerAret(tx: Tx, siste: Maned): Promise<Periodegrunnlag[]> {
  return huskVed(tx.hvem.kommuneId, `arsakerAret/${tx.hvem.rolle}/${siste}`, await finnKjoringsavtrykk(tx), () =>
    tx.alle<Periodegrunnlag>(sql`
      select fra, til, enhet_id as "enhetId", komponent, arsak, mottakere, belop_ore as "belopOre", storste_ore as "storsteOre" from avvik_arsaker_aret(${manedensAr(siste)}, ${siste})`),
  );
}

export type Kostnadsrad = { readonly enhetId: number; readonly lonnOre: number; readonly annetOre: number; readonly minutter: number; readonly maneder: number; readonly fjorLonnOre: number; readonly fjorAnnetOre: number; readonly fjorMinutter: number; readonly budsjettOre: number | null };

/**
 * Per unit for the months and for the same months last year: wages net of sick-pay and parental refunds (arts 010–099 and 710),
 * other cost, paid minutes; how many of the months the accounts have; and the newest cost budget. Whole øre.
 */
export function finnEnhetskostnader(tx: Tx, fra: Maned, til: Maned): Promise<Kostnadsrad[]> {
  const k = tx.hvem.kommuneId;
  const [fra0, til0] = [leggTilManeder(fra, -12), leggTilManeder(til, -12)];
  return tx.alle<Kostnadsrad>(sql`
    with r as (
      select enhet_id, coalesce(sum(ore) filter (where maned >= ${fra} and (art < '100' or art = '710')), 0)::bigint as lonn,
        coalesce(sum(ore) filter (where maned >= ${fra} and art >= '100' and art <> '710'), 0)::bigint as annet,
        coalesce(sum(ore) filter (where maned <= ${til0} and (art < '100' or art = '710')), 0)::bigint as lonn0,
        coalesce(sum(ore) filter (where maned <= ${til0} and art >= '100' and art <> '710'), 0)::bigint as annet0,
        (count(distinct maned) filter (where maned >= ${fra}))::int as maneder
      from regnskap where kommune_id = ${k} and (maned between ${fra} and ${til} or maned between ${fra0} and ${til0}) group by 1
    ), h as (
      select enhet_id, coalesce(sum(minutter) filter (where maned >= ${fra}), 0)::bigint as naa, coalesce(sum(minutter) filter (where maned <= ${til0}), 0)::bigint as fjor
      from timeverk where kommune_id = ${k} and (maned between ${fra} and ${til} or maned between ${fra0} and ${til0}) group by 1
    ), b as (
      select enhet_id, sum(ore)::bigint as ore from (
        select distinct on (enhet_id, maned) enhet_id, ore from enhetsbudsjett where kommune_id = ${k} and maned between ${fra} and ${til} order by enhet_id, maned, versjon desc) x group by 1
    )
    select r.enhet_id as "enhetId", r.lonn as "lonnOre", r.annet as "annetOre", coalesce(h.naa, 0)::bigint as minutter, r.maneder, r.lonn0 as "fjorLonnOre", r.annet0 as "fjorAnnetOre",
      coalesce(h.fjor, 0)::bigint as "fjorMinutter", b.ore as "budsjettOre"
    from r left join h on h.enhet_id = r.enhet_id left join b on b.enhet_id = r.enhet_id order by 1`);
}
