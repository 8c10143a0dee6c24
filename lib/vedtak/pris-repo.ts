import type { Dato } from '#lib/core/dato.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Priskomponent } from '#lib/vedtak/domain/vedtakspris.ts';

type Rad = Omit<Priskomponent, 'oreVedNiva'> & { enhetId: number; tjeneste: string; oreVedNiva: Record<number, number> | null };

/** The components that pay for a service at a unit, with the prices of a day. Key: `prisnokkel`. */
export type Prisgrunnlag = Readonly<Record<string, readonly Priskomponent[]>>;

export function prisnokkel(enhetId: number, tjeneste: string): string {
  return `${enhetId}/${tjeneste}`;
}

/** Price basis of every unit and service that a scheme covers on the day, or of one recipient's units only. */
export async function findPrisgrunnlag(tx: Tx, dag: Dato, sprak: Sprak, enheter: readonly number[] | null = null): Promise<Prisgrunnlag> {
  const { kommuneId } = tx.hvem;
  const maned = dag.slice(0, 7);
  const rader = await tx.alle<Rad>(sql`
    select d.enhet_id "enhetId", d.tjeneste, d.ordning_id "ordningId", k.kode, ${sprak === 'nn' ? sql`k.navn_nn` : sql`k.navn_nb`} navn, k.volumkilde,
      k.regler->>'tidsband' tidsband, coalesce(k.regler->'plasstyper', '[]'::jsonb) plasstyper, p.ore, p.ved_niva "oreVedNiva"
    from ordning_dekning d
    join ordning_komponent k on k.kommune_id = d.kommune_id and k.ordning_id = d.ordning_id and k.fom_maned <= ${maned}
      and (k.tom_maned is null or k.tom_maned >= ${maned}) and (k.tjenester = '{}' or d.tjeneste = any (k.tjenester))
    left join enhet_periode e on e.kommune_id = d.kommune_id and e.enhet_id = d.enhet_id and e.fom <= ${dag} and (e.tom is null or e.tom >= ${dag})
    left join lateral (
      select max(p.ore) filter (where p.niva is null) ore, jsonb_object_agg(p.niva, p.ore) filter (where p.niva is not null) ved_niva
      from pris p where p.kommune_id = k.kommune_id and p.ordning_id = k.ordning_id and p.komponent = k.kode and p.gruppe = e.gruppe
        and p.fom_maned <= ${maned} and (p.tom_maned is null or p.tom_maned >= ${maned}) and p.erstattet_av is null and p.godkjent_av is not null
    ) p on true
    where d.kommune_id = ${kommuneId} and d.fom_maned <= ${maned} and (d.tom_maned is null or d.tom_maned >= ${maned})
      and (${enheter}::int[] is null or d.enhet_id = any (${enheter}::int[]))
    order by d.enhet_id, d.tjeneste, k.rekkefolge, k.kode`);
  const ut: Record<string, Priskomponent[]> = {};
  for (const { enhetId, tjeneste, oreVedNiva, ...resten } of rader) {
    (ut[prisnokkel(enhetId, tjeneste)] ??= []).push({ ...resten, oreVedNiva: oreVedNiva ?? {} });
  }
  return ut;
}
