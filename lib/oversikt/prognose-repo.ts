import { type Maned, maned } from '#lib/core/maned.ts';
import { huskVed } from '#lib/server/kortminne.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { finnKjoringsavtrykk } from './avvik-repo.ts';

export type Posteringsrad = {
  readonly ordningId: number;
  readonly komponent: string;
  readonly tjeneste: string | null;
  readonly gruppe: string | null;
  readonly gjelder: Maned;
  readonly bokfort: Maned;
  readonly volum: number;
  readonly belopOre: number;
};

/** What the runs posted per scheme, component and service, by the month delivered and the month posted. Carry-over is left out. */
export async function finnPosteringer(tx: Tx, fra: Maned, til: Maned): Promise<Posteringsrad[]> {
  return tx.alle<Posteringsrad>(sql`
    with t as (select distinct on (kode) kode, gruppe from tjeneste where kommune_id = ${tx.hvem.kommuneId} order by kode, fom desc)
    select s.ordning_id as "ordningId", s.komponent, s.tjeneste, t.gruppe, s.gjelder_maned as gjelder, s.bokfort_maned as bokfort,
           sum(s.volum)::double precision as volum, sum(s.belop_ore)::bigint as "belopOre"
    from avregning_sum s left join t on t.kode = s.tjeneste
    where s.kommune_id = ${tx.hvem.kommuneId} and s.gjelder_maned between ${fra} and ${til} and s.bokfort_maned <= ${til} and s.komponent not like 'overforing/%'
    group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 5, 6`);
}

export type Bestandsrad = { readonly tjeneste: string; readonly kjentVed: Maned; readonly maned: Maned; readonly volum: number; readonly bortfalt: number; readonly antall: number };

/**
 * Granted volume per day of each service and month, as known at the end of each month from `fra` to `siste`, up to `frem`
 * months ahead; `antall` recipients behind the month itself (0 ahead). Sums only: the database gives them also to who may not see vedtak.
 */
export async function finnBestand(tx: Tx, fra: Maned, siste: Maned, frem: number): Promise<Bestandsrad[]> {
  // What changes a vedtak's validity leaves a change mark, and marks go away only by a run. (The rådmann sees no vedtak to count.)
  const merker = await tx.en<{ avtrykk: string }>(sql`select count(*) || '.' || coalesce(sum(id), 0) as avtrykk from endring where kommune_id = ${tx.hvem.kommuneId}`);
  const avtrykk = `${merker?.avtrykk ?? ''}/${await finnKjoringsavtrykk(tx)}`;
  return huskVed(tx.hvem.kommuneId, `bestand/${tx.hvem.rolle}/${fra}/${siste}/${frem}`, avtrykk, () =>
    tx.alle<Bestandsrad>(sql`
      select tjeneste, kjent_ved as "kjentVed", maned, volum, bortfalt, antall from prognose_bestand(${fra}, ${siste}, ${frem})`),
  );
}

export type Ventehistorikkrad = { readonly tjeneste: string; readonly kjentVed: Maned; readonly maned: Maned; readonly venter: number; readonly kom: number };

/** Who waited for a place of each service at each month-end, and how much of the months after, at most `frem` of them, those same came to have one. Sums only. */
export function finnVentehistorikk(tx: Tx, fra: Maned, siste: Maned, frem: number): Promise<Ventehistorikkrad[]> {
  return tx.alle<Ventehistorikkrad>(sql`select tjeneste, kjent_ved as "kjentVed", maned, venter, kom from prognose_ventehistorikk(${fra}, ${siste}, ${frem})`);
}

/**
 * A fingerprint of all that the forecast is made of: the settled months, the sums of the runs, the budget, the names of the services, the waiting
 * list, and the change marks, which stand for vedtak, schemes and prices. Sums are never changed and budgets are replaced by new rows.
 * Sums and budgets of the months from `fra`: every run is in it besides.
 */
export async function finnPrognoseavtrykk(tx: Tx, fra: Maned): Promise<string> {
  const k = tx.hvem.kommuneId;
  const rad = await tx.en<{ avtrykk: string }>(sql`
    select concat_ws('|', (select string_agg(maned || status, ',' order by maned) from maned_status where kommune_id = ${k}),
      (select count(*) || '.' || coalesce(sum(id), 0) from endring where kommune_id = ${k}),
      (select count(*) || '.' || coalesce(max(id), 0) from avregning where kommune_id = ${k} and status = 'FERDIG'),
      (select count(*) || '.' || coalesce(max(id), 0) from avregning_sum where kommune_id = ${k} and gjelder_maned >= ${fra}),
      (select count(*) || '.' || coalesce(sum(id), 0) from budsjett where kommune_id = ${k} and maned >= ${fra}),
      (select md5(coalesce(string_agg(concat_ws('.', kode, fom, gruppe), ',' order by kode, fom), '')) from tjeneste where kommune_id = ${k}),
      prognose_venteavtrykk()) as avtrykk`);
  return rad?.avtrykk ?? '';
}

export type Prisrad = { readonly ordningId: number; readonly komponent: string; readonly maned: Maned; readonly ore: number };

/** The approved price book per component and month, the mean of its price groups and levels. */
export async function finnPrisbok(tx: Tx, fra: Maned, til: Maned): Promise<Prisrad[]> {
  return tx.alle<Prisrad>(sql`
    select p.ordning_id as "ordningId", p.komponent, m.maned, avg(p.ore)::double precision as ore
    from (select to_char(d, 'YYYY-MM') as maned from generate_series(to_date(${fra}, 'YYYY-MM'), to_date(${til}, 'YYYY-MM'), interval '1 month') d) m
    join pris p on p.fom_maned <= m.maned and (p.tom_maned is null or p.tom_maned >= m.maned)
    where p.kommune_id = ${tx.hvem.kommuneId} and p.erstattet_av is null and p.godkjent_av is not null
    group by 1, 2, 3 order by 1, 2, 3`);
}

export type Budsjettrad = { readonly ordningId: number; readonly komponent: string; readonly maned: Maned; readonly belopOre: number };

/** The newest version of the purchaser's budget per component and month, whole øre. */
export async function finnBudsjett(tx: Tx, fra: Maned, til: Maned): Promise<Budsjettrad[]> {
  const rader = await tx.alle<Omit<Budsjettrad, 'maned'> & { maned: string }>(sql`
    with b as (
      select distinct on (ordning_id, komponent, enhet_id, maned) ordning_id, komponent, maned, volum, pris_ore
      from budsjett where kommune_id = ${tx.hvem.kommuneId} and maned between ${fra} and ${til}
      order by ordning_id, komponent, enhet_id, maned, versjon desc
    )
    select ordning_id as "ordningId", komponent, maned, round(sum(volum * pris_ore))::bigint as "belopOre" from b group by 1, 2, 3 order by 1, 2, 3`);
  return rader.map((r) => ({ ...r, maned: maned(r.maned) }));
}

export type Venterad = { readonly plasstype: string; readonly antall: number; readonly sumOre: number | null; readonly priser: number };

/** How many wait for each kind of place, and the approved prices of a night of it in a month (their sum and number; null where there is none). */
export async function finnVentende(tx: Tx, maned: Maned): Promise<Venterad[]> {
  return tx.alle<Venterad>(sql`
    select v.plasstype, v.antall, sum(p.ore)::bigint as "sumOre", count(p.ore)::int as priser
    from prognose_venteliste() v
    left join ordning_komponent k on k.kommune_id = ${tx.hvem.kommuneId} and k.volumkilde = 'BELAGTE_DOGN' and k.regler->'plasstyper' ? v.plasstype
      and k.fom_maned <= ${maned} and (k.tom_maned is null or k.tom_maned >= ${maned})
    left join pris p on p.kommune_id = k.kommune_id and p.ordning_id = k.ordning_id and p.komponent = k.kode and p.fom_maned <= ${maned}
      and (p.tom_maned is null or p.tom_maned >= ${maned}) and p.erstattet_av is null and p.godkjent_av is not null
    group by 1, 2 order by 1`);
}
