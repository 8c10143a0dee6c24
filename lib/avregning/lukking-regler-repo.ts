import type { Besokskategori } from '#lib/avregning/domain/avregning-inn.ts';
import { forsteDag, type Maned, sisteDag } from '#lib/core/maned.ts';
import type { LokalTid } from '#lib/core/oslo-tid.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** Why a visit waits on somebody: no vedtak in force that day, no oppdrag in force, or not approved. */
export type Uavklart = 'BESOK_UTEN_VEDTAK' | 'UTENFOR_PERIODE' | 'IKKE_KVITTERT';
export type Uavklartrad = {
  readonly id: number;
  readonly grunn: Uavklart;
  readonly oppdragId: number;
  readonly vedtakId: number;
  readonly enhetId: number;
  readonly tjeneste: string | null;
  readonly start: LokalTid;
  readonly minutter: number;
  readonly planlagt: number | null;
  readonly kategori: Besokskategori;
};

/** The month's visits, as they are now, that wait on somebody. The tests in this order; the first that holds. */
export function finnUavklarte(tx: Tx, maned: Maned): Promise<Uavklartrad[]> {
  return tx.alle<Uavklartrad>(sql`
    select * from (
      select b.id, case
          when v.vedtak_id is null or not b.dato between v.fom and coalesce(v.tom, 'infinity') then 'BESOK_UTEN_VEDTAK'
          when o.id is null or o.annullert is not null or not b.dato between o.fom and coalesce(o.tom, 'infinity') then 'UTENFOR_PERIODE'
          when not b.kvittert then 'IKKE_KVITTERT' end as grunn,
        b.oppdrag_id as "oppdragId", b.vedtak_id as "vedtakId", b.enhet_id as "enhetId", x.tjeneste,
        to_char(b.start at time zone 'Europe/Oslo', 'YYYY-MM-DD"T"HH24:MI') as start, b.minutter, b.planlagt_minutter as planlagt, b.kategori
      from besok b left join oppdrag o on o.kommune_id = b.kommune_id and o.id = b.oppdrag_id
      left join vedtak x on x.kommune_id = b.kommune_id and x.id = b.vedtak_id
      left join vedtak_virkning v on v.kommune_id = b.kommune_id and v.vedtak_id = b.vedtak_id and v.gjeldende
      where b.kommune_id = ${tx.hvem.kommuneId} and not b.erstattet and b.dato between ${forsteDag(maned)} and ${sisteDag(maned)}
    ) t where grunn is not null order by id`);
}

export type Vedtakrad = { readonly id: number; readonly nummer: string; readonly tjeneste: string; readonly pseudonym: string; readonly fom: string; readonly tom: string | null; readonly enhetId: number | null; readonly enhet: string | null };

/** Granted vedtak in force in the month that nobody is to deliver in it; or that are delivered at a unit that no scheme pays, though a scheme pays other units for the service. */
export function finnVedtakUten(tx: Tx, maned: Maned, regel: 'VEDTAK_UTEN_OPPDRAG' | 'VEDTAK_UTEN_ORDNING'): Promise<Vedtakrad[]> {
  const [fra, til] = [forsteDag(maned), sisteDag(maned)];
  const oppdrag = sql`oppdrag o where o.kommune_id = v.kommune_id and o.vedtak_id = v.id and o.annullert is null and o.fom <= ${til} and coalesce(o.tom, 'infinity') >= ${fra}::date`;
  const dekket = sql`d.kommune_id = v.kommune_id and d.tjeneste = v.tjeneste and d.fom_maned <= ${maned} and coalesce(d.tom_maned, '9999-12') >= ${maned}`;
  const hvor = regel === 'VEDTAK_UTEN_OPPDRAG'
    ? sql`left join lateral (select null::int as enhet_id) u on true where not exists (select 1 from ${oppdrag})`
    : sql`join lateral (select distinct o.enhet_id from ${oppdrag}) u on true where not exists (select 1 from ordning_dekning d
        where d.enhet_id = u.enhet_id and ${dekket}) and exists (select 1 from ordning_dekning d where ${dekket})`;
  return tx.alle<Vedtakrad>(sql`
    select t.*, e.navn as enhet from (
      select v.kommune_id, v.id, v.nummer, v.tjeneste, m.pseudonym, g.fom, g.tom, u.enhet_id as "enhetId" from vedtak v
      join vedtak_virkning g on g.kommune_id = v.kommune_id and g.vedtak_id = v.id and g.gjeldende and g.fom <= ${til} and coalesce(g.tom, 'infinity') >= ${fra}::date
      join mottaker m on m.kommune_id = v.kommune_id and m.id = v.mottaker_id
      ${hvor} and v.kommune_id = ${tx.hvem.kommuneId} and v.omfang_type is not null
    ) t left join enhet e on e.kommune_id = t.kommune_id and e.id = t."enhetId" order by t.nummer, e.navn`);
}

export type Ventelinje = { readonly enhetId: number; readonly antall: number; readonly ore: number };

/** Manual lines for the month or earlier, and withdrawals of them, that no second person has decided on, per unit. */
export function tellVentendeManuelle(tx: Tx, maned: Maned): Promise<Ventelinje[]> {
  return tx.alle<Ventelinje>(sql`
    select enhet_id as "enhetId", count(*)::int as antall, sum(abs(belop_ore))::bigint as ore from manuell_linje
    where kommune_id = ${tx.hvem.kommuneId} and gjelder_maned <= ${maned} and avslatt is null and trukket is null
      and (godkjent is null or trekk_foreslatt is not null) group by 1 order by 1`);
}

/** Whether something that can move money in the month was changed after it was last recounted. */
export async function harEndringer(tx: Tx, maned: Maned): Promise<boolean> {
  const rad = await tx.en<{ har: boolean }>(sql`select exists (select 1 from endring where kommune_id = ${tx.hvem.kommuneId} and (maned is null or maned = ${maned})) as har`);
  return rad?.har === true;
}

/** Types a setting from a day; typed twice on one day, the last holds. */
export function skrivInnstilling(tx: Tx, nokkel: string, fom: string, verdi: unknown): Promise<number> {
  return tx.kjor(sql`
    insert into innstilling (kommune_id, nokkel, fom, verdi) values (${tx.hvem.kommuneId}, ${nokkel}, ${fom}, ${JSON.stringify(verdi)}::jsonb)
    on conflict (kommune_id, nokkel, fom) do update set verdi = excluded.verdi`);
}
