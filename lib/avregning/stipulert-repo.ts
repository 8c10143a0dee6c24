import type { Beslutningsspor } from '#lib/avregning/manuell-repo.ts';
import { type Brok, brokFraDesimal, tilDesimal } from '#lib/core/brok.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Stipulert } from '#lib/avregning/domain/stipulert-linjer.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** Decisions in force for the given months: approved, and not withdrawn by two people. */
export async function finnStipulerte(tx: Tx, maneder: readonly Maned[]): Promise<Stipulert[]> {
  const rader = await tx.alle<Omit<Stipulert, 'volum'> & { volum: string }>(sql`
    select id, ordning_id as "ordningId", enhet_id as "enhetId", komponent, gjelder_maned as "gjelderManed", volum::text as volum from stipulert_volum
    where kommune_id = ${tx.hvem.kommuneId} and gjelder_maned = any(${maneder}) and godkjent is not null and trukket is null order by id`);
  return rader.map((r) => ({ ...r, volum: brokFraDesimal(r.volum) }));
}

export type Grunnlagstype = 'SNITT' | 'VEDTATT' | 'ANNET';
export type NyttStipulert = Omit<Stipulert, 'id'> & { readonly grunnlag: Grunnlagstype; readonly grunn: string; readonly foreslattAv: number | null };

/** A proposal. Null: one waits or stands already for the unit, component and month, which the database sees to. */
export async function nyttStipulert(tx: Tx, s: NyttStipulert): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into stipulert_volum (kommune_id, ordning_id, enhet_id, komponent, gjelder_maned, volum, grunnlag, grunn, foreslatt_av, foreslatt)
    values (${tx.hvem.kommuneId}, ${s.ordningId}, ${s.enhetId}, ${s.komponent}, ${s.gjelderManed}, ${tilDesimal(s.volum)}, ${s.grunnlag}, ${s.grunn}, ${s.foreslattAv}, ${naa()})
    on conflict do nothing returning id`);
  return rad?.id ?? null;
}

/** What is posted of a component for a unit, per month served; manual lines are not in it. */
export async function finnPostertVolum(tx: Tx, v: Pick<Stipulert, 'ordningId' | 'enhetId' | 'komponent'>, maneder: readonly Maned[]): Promise<Map<Maned, Brok>> {
  const rader = await tx.alle<{ maned: Maned; volum: string }>(sql`
    select gjelder_maned as maned, sum(volum)::text as volum from avregning_sum
    where kommune_id = ${tx.hvem.kommuneId} and ordning_id = ${v.ordningId} and enhet_id = ${v.enhetId} and komponent = ${v.komponent} and gjelder_maned = any(${maneder})
    group by 1 having sum(volum) <> 0`);
  return new Map(rader.map((r) => [r.maned, brokFraDesimal(r.volum)]));
}

export type Stipulertrad = Beslutningsspor & {
  readonly id: number;
  readonly ordningId: number;
  readonly enhetId: number;
  readonly komponent: string;
  readonly gjelderManed: Maned;
  readonly volum: string;
  readonly grunnlag: Grunnlagstype;
  readonly grunn: string;
  readonly foreslattAv: number | null;
};

/** The decisions of a month, and every one that waits; or the ones named. */
export function finnStipulertrader(tx: Tx, valg: { readonly maned: Maned | null; readonly ider: readonly number[] }): Promise<Stipulertrad[]> {
  const k = tx.hvem.kommuneId;
  return tx.alle<Stipulertrad>(sql`
    select s.id, s.ordning_id as "ordningId", s.enhet_id as "enhetId", s.komponent, s.gjelder_maned as "gjelderManed", s.volum::text as volum, s.grunnlag, s.grunn,
      s.foreslatt_av as "foreslattAv", f.navn as "foreslattNavn", s.foreslatt, s.godkjent, g.navn as "godkjentNavn", s.avslatt, a.navn as "avslattNavn", s.avslag_grunn as "avslagGrunn",
      s.trekk_foreslatt as "trekkForeslatt", s.trekk_foreslatt_av as "trekkForeslattAv", t.navn as "trekkForeslattNavn", s.trekk_grunn as "trekkGrunn", s.trukket, u.navn as "trukketNavn"
    from stipulert_volum s
    left join konto f on f.kommune_id = s.kommune_id and f.id = s.foreslatt_av left join konto g on g.kommune_id = s.kommune_id and g.id = s.godkjent_av
    left join konto a on a.kommune_id = s.kommune_id and a.id = s.avslatt_av left join konto t on t.kommune_id = s.kommune_id and t.id = s.trekk_foreslatt_av
    left join konto u on u.kommune_id = s.kommune_id and u.id = s.trukket_av
    where s.kommune_id = ${k} and (s.id = any(${valg.ider}::int[]) or s.gjelder_maned = ${valg.maned}
      or (${valg.maned}::text is not null and s.avslatt is null and s.trukket is null and (s.godkjent is null or s.trekk_foreslatt is not null)))
    order by s.gjelder_maned desc, s.id desc`);
}
