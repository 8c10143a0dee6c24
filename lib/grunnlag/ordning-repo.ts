import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { forsteDag } from '#lib/core/maned.ts';
import type { Feilenhet, Feiltjeneste } from '#lib/grunnlag/domain/ordningsfeil.ts';
import { finnEnhetsperioder } from '#lib/grunnlag/grunnlag-repo.ts';
import { sql } from '#lib/server/sql.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Ordningsenhet = Feilenhet & { readonly art: string; readonly eierform: string };

/** Units that provide, with their price groups in time. Units that ended before the month are left out. */
export async function finnOrdningsenheter(tx: Tx, fra: Maned): Promise<Ordningsenhet[]> {
  const enheter = await tx.alle<{ id: number; navn: string; art: string; eierform: string; tom: Dato | null }>(sql`
    select id, navn, art, eierform, tom from enhet where kommune_id = ${tx.hvem.kommuneId} and type = 'UTFORER' and (tom is null or tom >= ${forsteDag(fra)})
    order by art, navn`);
  const perioder = Map.groupBy(await finnEnhetsperioder(tx), (p) => p.enhetId);
  return enheter.map((e) => ({ ...e, perioder: (perioder.get(e.id) ?? []).map(({ fom, tom, gruppe }) => ({ fom, tom, gruppe })) }));
}

/** The services of a day, by name in the reader's language. */
export function finnOrdningstjenester(tx: Tx, dag: Dato, sprak: Sprak): Promise<Feiltjeneste[]> {
  return tx.alle<Feiltjeneste>(sql`
    select distinct on (kode) kode, ${sprak === 'nn' ? sql`navn_nn` : sql`navn_nb`} as navn, volumenhet from tjeneste
    where kommune_id = ${tx.hvem.kommuneId} and fom <= ${dag} and (tom is null or tom >= ${dag}) order by kode, fom desc`);
}
