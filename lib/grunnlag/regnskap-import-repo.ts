import type { Omfang, Sum } from '#lib/grunnlag/domain/filimport/forskjell.ts';
import { sql, type Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** Rows of an import say so, and where in the file they stood. */
export const KILDE = 'FILIMPORT';

type Valg = { readonly importId: number; readonly omfang: Omfang };

/** What a file replaces: everything in its months, or only the units it has there. `serie` is a column that is replaced on its own. */
async function slettErstattet(tx: Tx, tabell: Sql, fil: Sql, serie: Sql | null, omfang: Omfang): Promise<void> {
  const nokler = sql`${serie ? sql`${serie}, ` : sql``}maned${omfang === 'ENHET' ? sql`, enhet_id` : sql``}`;
  await tx.kjor(sql`delete from ${tabell} where kommune_id = ${tx.hvem.kommuneId} and (${nokler}) in (select distinct ${nokler} from ${fil})`);
}

export function holdtRegnskap(tx: Tx, perioder: readonly string[]): Promise<Sum[]> {
  return tx.alle<Sum>(sql`select enhet_id::text as del, '' as serie, maned as periode, sum(ore)::bigint as sum, count(*)::int as antall
    from regnskap where kommune_id = ${tx.hvem.kommuneId} and maned = any(${perioder}) group by enhet_id, maned`);
}

export async function skrivRegnskap(tx: Tx, fil: Sql, { importId, omfang }: Valg): Promise<void> {
  await slettErstattet(tx, sql`regnskap`, fil, null, omfang);
  await tx.kjor(sql`insert into regnskap (kommune_id, enhet_id, maned, funksjon, art, ore, kilde, kilde_id)
    select ${tx.hvem.kommuneId}::int, enhet_id, maned, funksjon, art, ore, ${KILDE}, ${importId}::int || '-' || rad from ${fil} order by rad`);
}

export function holdtTimeverk(tx: Tx, perioder: readonly string[]): Promise<Sum[]> {
  return tx.alle<Sum>(sql`select enhet_id::text as del, '' as serie, maned as periode, sum(minutter)::bigint as sum, count(*)::int as antall
    from timeverk where kommune_id = ${tx.hvem.kommuneId} and maned = any(${perioder}) group by enhet_id, maned`);
}

export async function skrivTimeverk(tx: Tx, fil: Sql, { importId, omfang }: Valg): Promise<void> {
  await slettErstattet(tx, sql`timeverk`, fil, null, omfang);
  await tx.kjor(sql`insert into timeverk (kommune_id, enhet_id, maned, type, minutter, kilde, kilde_id)
    select ${tx.hvem.kommuneId}::int, enhet_id, maned, type, minutter, ${KILDE}, ${importId}::int || '-' || rad from ${fil} order by rad`);
}

export function holdtSykefravar(tx: Tx, perioder: readonly string[]): Promise<Sum[]> {
  return tx.alle<Sum>(sql`select enhet_id::text as del, '' as serie, maned as periode, sum(minutter)::bigint as sum, count(*)::int as antall
    from sykefravar where kommune_id = ${tx.hvem.kommuneId} and maned = any(${perioder}) group by enhet_id, maned`);
}

export async function skrivSykefravar(tx: Tx, fil: Sql, { importId, omfang }: Valg): Promise<void> {
  await slettErstattet(tx, sql`sykefravar`, fil, null, omfang);
  await tx.kjor(sql`insert into sykefravar (kommune_id, enhet_id, maned, periode, minutter, kilde, kilde_id)
    select ${tx.hvem.kommuneId}::int, enhet_id, maned, periode, minutter, ${KILDE}, ${importId}::int || '-' || rad from ${fil} order by rad`);
}

export function holdtBudsjett(tx: Tx, perioder: readonly string[]): Promise<Sum[]> {
  return tx.alle<Sum>(sql`select enhet_id::text as del, versjon::text as serie, maned as periode, sum(round(volum * pris_ore))::bigint as sum, count(*)::int as antall
    from budsjett where kommune_id = ${tx.hvem.kommuneId} and maned = any(${perioder}) group by enhet_id, versjon, maned`);
}

export async function skrivBudsjett(tx: Tx, fil: Sql, { omfang }: Valg): Promise<void> {
  await slettErstattet(tx, sql`budsjett`, fil, sql`versjon`, omfang);
  await tx.kjor(sql`insert into budsjett (kommune_id, versjon, ordning_id, komponent, enhet_id, maned, volum, pris_ore, vedtatt_dato)
    select ${tx.hvem.kommuneId}::int, versjon, ordning_id, komponent, enhet_id, maned, volum, pris_ore, vedtatt_dato from ${fil} order by rad`);
}

export function holdtEnhetsbudsjett(tx: Tx, perioder: readonly string[]): Promise<Sum[]> {
  return tx.alle<Sum>(sql`select enhet_id::text as del, versjon::text as serie, maned as periode, sum(ore)::bigint as sum, count(*)::int as antall
    from enhetsbudsjett where kommune_id = ${tx.hvem.kommuneId} and maned = any(${perioder}) group by enhet_id, versjon, maned`);
}

export async function skrivEnhetsbudsjett(tx: Tx, fil: Sql, { omfang }: Valg): Promise<void> {
  await slettErstattet(tx, sql`enhetsbudsjett`, fil, sql`versjon`, omfang);
  await tx.kjor(sql`insert into enhetsbudsjett (kommune_id, versjon, enhet_id, maned, ore)
    select ${tx.hvem.kommuneId}::int, versjon, enhet_id, maned, ore from ${fil} order by rad`);
}

/** Functions that the kommune's services and accounts already have. */
export async function finnFunksjoner(tx: Tx): Promise<string[]> {
  const rader = await tx.alle<{ funksjon: string }>(sql`
    select kostra_funksjon as funksjon from tjeneste where kommune_id = ${tx.hvem.kommuneId}
    union select funksjon from regnskap where kommune_id = ${tx.hvem.kommuneId}`);
  return rader.map((r) => r.funksjon);
}
