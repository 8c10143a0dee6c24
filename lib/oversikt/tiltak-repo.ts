import type { Dato } from '#lib/core/dato.ts';
import { snitt } from '#lib/core/periode.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { type OmfangKolonner, omfangAv } from '#lib/vedtak/domain/omfang.ts';
import type { Lopende, Oppdragsdel } from './domain/bundet.ts';

type Oppdragsrad = { enhetId: number; tidsband: string[]; fom: Dato; tom: Dato | null };
type Rad = OmfangKolonner & { vedtakId: number; person: number; tjeneste: string; fom: Dato; tom: Dato; oppdrag: Oppdragsrad[] };

function delene(rad: Rad): Oppdragsdel[] {
  return rad.oppdrag.flatMap((o, i) => {
    const felles = snitt(o, rad);
    const andres = rad.oppdrag.flatMap((annet, j) => (i === j ? [] : annet.tidsband));
    return felles === null ? [] : [{ ...felles, enhetId: o.enhetId, egneBand: o.tidsband, andresBand: [...new Set(andres)] }];
  });
}

/**
 * Vedtak that give something some day of the period, oldest recipient first. The person is a number, for the rådmann one that says nothing;
 * shielded recipients are left out for all, so that the sums do not depend on who asks.
 */
export async function findTiltaksgrunnlag(tx: Tx, fra: Dato, til: Dato): Promise<Lopende[]> {
  const rader = await tx.alle<Rad>(sql`
    select vedtak_id "vedtakId", person, tjeneste, fom, tom, omfang_type "omfangType", minutter, besok, per_uker "perUker", antall, niva, plasstype,
      manedsbelop_ore "manedsbelopOre", deler, oppdrag from tiltak_grunnlag(${fra}::date, ${til}::date)`);
  return rader.flatMap((rad) => {
    const omfang = omfangAv(rad);
    return omfang === null ? [] : [{ vedtakId: rad.vedtakId, nummer: '', pseudonym: String(rad.person), tjeneste: rad.tjeneste, fom: rad.fom, tom: rad.tom, omfang, deler: delene(rad) }];
  });
}

export type Vedtaksnavn = { readonly id: number; readonly nummer: string; readonly pseudonym: string };

/** Numbers and pseudonyms of the vedtak that this account may see. */
export function findVedtaksnavn(tx: Tx, ider: readonly number[]): Promise<Vedtaksnavn[]> {
  return tx.alle<Vedtaksnavn>(sql`
    select v.id, v.nummer, m.pseudonym from vedtak v join mottaker m on m.kommune_id = v.kommune_id and m.id = v.mottaker_id
    where v.kommune_id = ${tx.hvem.kommuneId} and v.id = any (${[...ider]}::int[])`);
}

export type Scenariolinje = { readonly id: number; readonly navn: string; readonly valg: unknown; readonly tall: unknown; readonly lagret: Dato };

const KOLONNER = sql`id, navn, valg, tall, (opprettet at time zone 'Europe/Oslo')::date lagret`;

/** Scenarios that are not put away, the newest first. */
export function findScenarioer(tx: Tx): Promise<Scenariolinje[]> {
  return tx.alle<Scenariolinje>(sql`select ${KOLONNER} from tiltak_scenario where kommune_id = ${tx.hvem.kommuneId} and forkastet is null order by opprettet desc, id desc`);
}

/** Whether a scenario of this name is there. */
export async function finnesNavn(tx: Tx, navn: string): Promise<boolean> {
  return (await tx.alle(sql`select 1 from tiltak_scenario where kommune_id = ${tx.hvem.kommuneId} and forkastet is null and lower(navn) = lower(${navn})`)).length > 0;
}

export async function lagreScenario(tx: Tx, navn: string, valg: unknown, tall: unknown, naa: Date): Promise<number | null> {
  const rader = await tx.alle<{ id: number }>(sql`
    insert into tiltak_scenario (kommune_id, navn, valg, tall, opprettet_av, opprettet)
    values (${tx.hvem.kommuneId}, ${navn}, ${JSON.stringify(valg)}::jsonb, ${JSON.stringify(tall)}::jsonb, ${tx.hvem.kontoId}, ${naa})
    on conflict do nothing returning id`);
  return rader[0]?.id ?? null;
}

/** Puts a scenario away; 0 when it is not there. */
export function forkastScenario(tx: Tx, id: number, naa: Date): Promise<number> {
  return tx.kjor(sql`update tiltak_scenario set forkastet = ${naa}, forkastet_av = ${tx.hvem.kontoId} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and forkastet is null`);
}
