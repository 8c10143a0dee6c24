import type { Dato } from '#lib/core/dato.ts';
import { snitt } from '#lib/core/periode.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Lopende, Oppdragsdel } from '#lib/oversikt/domain/bundet.ts';
import { type OmfangKolonner, omfangAv } from '#lib/vedtak/domain/omfang.ts';

type Rad = OmfangKolonner & { vedtakId: number; nummer: string; pseudonym: string; tjeneste: string; fom: Dato; tom: Dato | null; oppdrag: { enhetId: number; tidsband: string[]; fom: Dato; tom: Dato | null }[] };

function delene(rad: Rad): Oppdragsdel[] {
  return rad.oppdrag.flatMap((o, i) => {
    const felles = snitt(o, rad);
    const andres = rad.oppdrag.flatMap((annet, j) => (i === j ? [] : annet.tidsband));
    return felles === null ? [] : [{ ...felles, enhetId: o.enhetId, egneBand: o.tidsband, andresBand: [...new Set(andres)] }];
  });
}

/** Vedtak that give something some day from `fra` to `til`, with the orders that are not taken back. */
export async function findLopende(tx: Tx, fra: Dato, til: Dato): Promise<Lopende[]> {
  const rader = await tx.alle<Rad>(sql`
    select v.id "vedtakId", v.nummer, m.pseudonym, v.tjeneste, w.fom, w.tom, v.omfang_type "omfangType", v.minutter, v.besok, v.per_uker "perUker", v.antall, v.niva, v.plasstype, v.manedsbelop_ore "manedsbelopOre", v.deler, coalesce(o.oppdrag, '[]'::jsonb) oppdrag
    from vedtak_virkning w join vedtak v on v.kommune_id = w.kommune_id and v.id = w.vedtak_id join mottaker m on m.kommune_id = v.kommune_id and m.id = v.mottaker_id
    left join (select o.kommune_id, o.vedtak_id, jsonb_agg(jsonb_build_object('enhetId', o.enhet_id, 'tidsband', coalesce(o.tidsband, '{}'), 'fom', o.fom, 'tom', o.tom) order by o.id) oppdrag
      from oppdrag o where o.kommune_id = ${tx.hvem.kommuneId} and o.annullert is null and o.fom <= ${til} and (o.tom is null or o.tom >= ${fra}) group by 1, 2) o on o.kommune_id = v.kommune_id and o.vedtak_id = v.id
    where w.kommune_id = ${tx.hvem.kommuneId} and w.gjeldende and w.fom <= ${til} and (w.tom is null or w.tom >= ${fra}) and v.omfang_type is not null
    order by v.tjeneste, m.pseudonym, v.id`);
  return rader.flatMap((rad) => {
    const omfang = omfangAv(rad);
    return omfang === null ? [] : [{ vedtakId: rad.vedtakId, nummer: rad.nummer, pseudonym: rad.pseudonym, tjeneste: rad.tjeneste, fom: rad.fom, tom: rad.tom, omfang, deler: delene(rad) }];
  });
}

export type Tjenestegruppe = { readonly kode: string; readonly navn: string; readonly gruppe: string };

/** Every service by its newest name, with the group it is counted in. */
export async function findTjenestegrupper(tx: Tx, sprak: 'nb' | 'nn'): Promise<Tjenestegruppe[]> {
  return tx.alle<Tjenestegruppe>(sql`
    select distinct on (kode) kode, ${sprak === 'nn' ? sql`navn_nn` : sql`navn_nb`} navn, gruppe from tjeneste where kommune_id = ${tx.hvem.kommuneId} order by kode, fom desc`);
}

export type Leddnavn = { readonly ordningId: number; readonly komponent: string; readonly ordning: string; readonly navn: string };

/** What the schemes' components are called. */
export async function findLeddnavn(tx: Tx, sprak: 'nb' | 'nn'): Promise<Leddnavn[]> {
  return tx.alle<Leddnavn>(sql`
    select distinct on (k.ordning_id, k.kode) k.ordning_id "ordningId", k.kode komponent, o.navn ordning, ${sprak === 'nn' ? sql`k.navn_nn` : sql`k.navn_nb`} navn
    from ordning_komponent k join ordning o on o.kommune_id = k.kommune_id and o.id = k.ordning_id where k.kommune_id = ${tx.hvem.kommuneId} order by k.ordning_id, k.kode, k.fom_maned desc`);
}
