import type { Maned } from '#lib/core/maned.ts';
import type { Kjoring } from '#lib/avregning/avregning-repo.ts';
import { tomming } from '#lib/avregning/endring-repo.ts';
import { naa } from '#lib/server/clock.ts';
import { loggledd } from '#lib/server/logg.ts';
import { type Sql, sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** The row in the log of a finished run; `fra` is the run, with `id` and `nummer`. */
function logget(tx: Tx, maned: Maned, fra: Sql): Sql {
  return loggledd(tx, { handling: 'AVREGNET', objektType: 'avregning', objektId: sql`id::text`, grunn: sql`${maned}::text || ' kjøring ' || nummer` }, fra);
}

/** The counts of the month's last finished run. */
function forrige(tx: Tx, maned: Maned): Sql {
  return sql`select antall_besok, antall_vedtak from avregning where kommune_id = ${tx.hvem.kommuneId} and maned = ${maned} and status = 'FERDIG' order by nummer desc limit 1`;
}

/** A run that found nothing changed, finished and logged as it is ordered. Null: one waits or runs already. */
export function nyUendretKjoring(tx: Tx, maned: Maned, startet: Date, apneManeder: readonly Maned[]): Promise<{ id: number; ore: number } | null> {
  const k = tx.hvem.kommuneId;
  return tx.en<{ id: number; ore: number }>(sql`
    with ny as (
      insert into avregning (kommune_id, maned, nummer, status, apne_maneder, bestilt_av, bestilt, startet, ferdig, gjort, av, antall_besok, antall_vedtak, antall_omregnet, antall_linjer, belastning_ore)
      select ${k}, ${maned}, n.forrige + 1, 'FERDIG', ${apneManeder}::text[], ${tx.hvem.kontoId}, ${startet}, ${startet}, ${naa()}, 4, 4, f.antall_besok, f.antall_vedtak, 0, 0,
        (select coalesce(sum(belop_ore), 0) from avregning_sum where kommune_id = ${k} and bokfort_maned = ${maned})
      from (select coalesce(max(nummer), 0) as forrige from avregning where kommune_id = ${k} and maned = ${maned}) n
      left join lateral (${forrige(tx, maned)}) f on true
      where not exists (select 1 from avregning where kommune_id = ${k} and status in ('VENTER', 'KJORER'))
      returning id, nummer, belastning_ore
    ), logget as (${logget(tx, maned, sql`ny`)})
    select id, belastning_ore as ore from ny`);
}

export type Fullfort = {
  readonly startet: Date;
  readonly apneManeder: readonly Maned[];
  /** Of the month counted whole; null where the last run's hold. */
  readonly antallBesok: number | null;
  /** All of them (`hel`), or how many more than the last run had. */
  readonly antallVedtak: { readonly hel: boolean; readonly antall: number };
  readonly antallOmregnet: number;
  readonly antallLinjer: number;
  /** Some component is capped over the year. */
  readonly arligTak: boolean;
};

/**
 * The end of a run, when its lines and sums are written: the marks it saw are cleared (`xmin`; null: there were none), the
 * month is settled, the run's row gets its counts and the charge of the posting month, all its runs together, and the log
 * a row. @returns the charge in øre
 */
export async function avsluttKjoring(tx: Tx, kjoring: Pick<Kjoring, 'id' | 'maned'>, f: Fullfort, xmin: string | null): Promise<number> {
  const k = tx.hvem.kommuneId;
  const { id, maned } = kjoring;
  const rad = await tx.en<{ ore: number }>(sql`
    with ${xmin === null ? sql`` : tomming(tx, id, maned, f.apneManeder, xmin, f.arligTak)} avregnet as (
      insert into maned_status (kommune_id, maned, status, endret, endret_av) values (${k}, ${maned}, 'AVREGNET', ${naa()}, ${tx.hvem.kontoId})
      on conflict (kommune_id, maned) do update set status = 'AVREGNET', endret = excluded.endret, endret_av = excluded.endret_av where maned_status.status <> 'LUKKET'
    ), forrige as (${forrige(tx, maned)}), ferdig as (
      update avregning a set status = 'FERDIG', startet = ${f.startet}, ferdig = ${naa()}, steg = null, av = 4, gjort = 4, apne_maneder = ${f.apneManeder},
        antall_besok = coalesce(${f.antallBesok}::int, (select antall_besok from forrige), 0),
        antall_vedtak = ${f.antallVedtak.antall}::int + case when ${f.antallVedtak.hel}::boolean then 0 else coalesce((select antall_vedtak from forrige), 0) end,
        antall_omregnet = ${f.antallOmregnet}, antall_linjer = ${f.antallLinjer},
        belastning_ore = (select coalesce(sum(belop_ore), 0) from avregning_sum s where s.kommune_id = a.kommune_id and s.bokfort_maned = a.maned)
      where kommune_id = ${k} and id = ${id} and status in ('VENTER', 'KJORER') returning id, nummer, belastning_ore
    ), logget as (${logget(tx, maned, sql`ferdig`)})
    select belastning_ore as ore from ferdig`);
  if (!rad) throw new Error(`Kjøring ${id} var ikke i gang da den skulle fullføres`);
  return rad.ore;
}
