import type { Maned } from '#lib/core/maned.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Vedtakshode = { readonly id: number; readonly nummer: string; readonly tjeneste: string; readonly mottakerId: number; readonly pseudonym: string };

/** A vedtak as money sees it: number, service and pseudonym. */
export function finnVedtakshode(tx: Tx, vedtakId: number): Promise<Vedtakshode | null> {
  return tx.en<Vedtakshode>(sql`
    select v.id, v.nummer, v.tjeneste, v.mottaker_id as "mottakerId", m.pseudonym from vedtak v
    join mottaker m on m.kommune_id = v.kommune_id and m.id = v.mottaker_id
    where v.kommune_id = ${tx.hvem.kommuneId} and v.id = ${vedtakId}`);
}

/** The amounts on the way up from a line, all for the month served: line, component, unit and everything (null where one may not see it). */
export type Sti = { readonly linjeOre: number; readonly leddOre: number; readonly enhetOre: number; readonly alleOre: number | null };

export async function finnStien(tx: Tx, v: { gjelder: Maned; enhetId: number; ordningId: number; komponent: string; vedtakId: number | null }): Promise<Sti> {
  const rad = await tx.en<{ linje: number; ledd: number; enhet: number; alle: number }>(sql`
    select coalesce(sum(belop_ore) filter (where enhet_id = ${v.enhetId} and ordning_id = ${v.ordningId} and komponent = ${v.komponent} and vedtak_id is not distinct from ${v.vedtakId}::int), 0)::bigint as linje,
      coalesce(sum(belop_ore) filter (where enhet_id = ${v.enhetId} and ordning_id = ${v.ordningId} and komponent = ${v.komponent}), 0)::bigint as ledd,
      coalesce(sum(belop_ore) filter (where enhet_id = ${v.enhetId}), 0)::bigint as enhet, coalesce(sum(belop_ore), 0)::bigint as alle
    from avregning_linje where kommune_id = ${tx.hvem.kommuneId} and gjelder_maned = ${v.gjelder}`);
  return { linjeOre: rad?.linje ?? 0, leddOre: rad?.ledd ?? 0, enhetOre: rad?.enhet ?? 0, alleOre: tx.hvem.enheter === null ? (rad?.alle ?? 0) : null };
}
