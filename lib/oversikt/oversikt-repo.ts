import { brokFraDesimal } from '#lib/core/brok.ts';
import { manederMellom, type Maned, maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Manedstall } from './domain/arets-avvik.ts';

type Rad = {
  maned: string; ordning_id: number; komponent: string; enhet_id: number;
  budsjett_volum: string | null; budsjett_pris: number | null; volum: string | null; belop: number | null; antall: number | null;
};

/**
 * Budget (newest version) beside what the ledger holds, per month the service was delivered in, from January to `til`.
 * Read from the sums of the runs, so it costs the same whatever the number of visits. What a unit brought in from
 * earlier years is neither volume nor price of this one, and is left out.
 */
export async function finnManedstall(tx: Tx, fra: Maned, til: Maned): Promise<Manedstall[]> {
  const { kommuneId } = tx.hvem;
  const rader = await tx.alle<Rad>(sql`
    with b as (
      select distinct on (ordning_id, komponent, enhet_id, maned) ordning_id, komponent, enhet_id, maned, volum, pris_ore
      from budsjett where kommune_id = ${kommuneId} and maned between ${fra} and ${til}
      order by ordning_id, komponent, enhet_id, maned, versjon desc
    ), f as (
      select ordning_id, komponent, enhet_id, gjelder_maned as maned, sum(volum) as volum, sum(belop_ore)::bigint as belop, max(antall_vedtak) as antall
      from avregning_sum where kommune_id = ${kommuneId} and gjelder_maned between ${fra} and ${til} and komponent not like 'overforing/%'
      group by 1, 2, 3, 4
    )
    select coalesce(b.maned, f.maned) as maned, coalesce(b.ordning_id, f.ordning_id) as ordning_id, coalesce(b.komponent, f.komponent) as komponent,
           coalesce(b.enhet_id, f.enhet_id) as enhet_id, b.volum as budsjett_volum, b.pris_ore as budsjett_pris, f.volum, f.belop, f.antall
    from b full join f on f.ordning_id = b.ordning_id and f.komponent = b.komponent and f.enhet_id = b.enhet_id and f.maned = b.maned
    order by 1, 2, 3, 4`);
  return rader.map((r) => ({
    maned: maned(r.maned),
    ordningId: r.ordning_id,
    komponent: r.komponent,
    enhetId: r.enhet_id,
    budsjettVolum: brokFraDesimal(r.budsjett_volum ?? '0'),
    budsjettPrisOre: r.budsjett_pris === null ? null : ore(r.budsjett_pris),
    faktiskVolum: brokFraDesimal(r.volum ?? '0'),
    faktiskBelopOre: ore(r.belop ?? 0),
    antallVedtak: r.antall ?? 0,
  }));
}

/** A fingerprint of the runs, their sums and the budget of the months from `fra`: sums are never changed, and budgets are replaced by new rows. */
export async function finnTallavtrykk(tx: Tx, fra: Maned): Promise<string> {
  const k = tx.hvem.kommuneId;
  const rad = await tx.en<{ avtrykk: string }>(sql`
    select concat_ws('|', (select count(*) || '.' || coalesce(max(id), 0) || '.' || coalesce(max(ferdig)::text, '') from avregning where kommune_id = ${k}),
      (select count(*) || '.' || coalesce(max(id), 0) from avregning_sum where kommune_id = ${k} and gjelder_maned >= ${fra}), (select count(*) || '.' || coalesce(sum(id), 0) from budsjett where kommune_id = ${k} and maned >= ${fra})) as avtrykk`);
  return rad?.avtrykk ?? '';
}

/** Settled months, newest first. */
export async function finnAvregnedeManeder(tx: Tx): Promise<Maned[]> {
  const rader = await tx.alle<{ maned: string }>(
    sql`select maned from maned_status where kommune_id = ${tx.hvem.kommuneId} and status in ('AVREGNET', 'LUKKET') order by maned desc`,
  );
  return rader.map((r) => maned(r.maned));
}

/**
 * Booked cost per unit whose accounts have every month of the period, for the provider's own side: set against the revenue of the same
 * months, a missing month would look like a surplus.
 */
export async function finnKostnad(tx: Tx, fra: Maned, til: Maned): Promise<Map<number, number>> {
  const rader = await tx.alle<{ enhet_id: number; ore: number }>(sql`
    select enhet_id, sum(ore)::bigint as ore from regnskap where kommune_id = ${tx.hvem.kommuneId} and maned between ${fra} and ${til} group by enhet_id
    having count(distinct maned) = ${manederMellom(fra, til) + 1}`);
  return new Map(rader.map((r) => [r.enhet_id, r.ore]));
}

