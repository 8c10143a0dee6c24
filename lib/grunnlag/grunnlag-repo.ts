import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import type {
  Dekningsrad,
  Enhetsperioderad,
  Enhetsrad,
  Fastleddrad,
  Komponentrad,
  Ordningsbok,
  Ordningsrad,
  Prisrad,
} from '#lib/grunnlag/domain/ordning.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

const ROM = sql`fom_maned as "fomManed", tom_maned as "tomManed"`;

/** Every scheme with its cover, components, fixed parts and approved prices. */
export async function finnOrdningsbok(tx: Tx): Promise<Ordningsbok> {
  const k = tx.hvem.kommuneId;
  const ordninger = await tx.alle<Ordningsrad>(sql`
    select id, kode, navn, regler, ${ROM} from ordning where kommune_id = ${k} order by kode`);
  const dekning = await tx.alle<Dekningsrad>(sql`
    select ordning_id as "ordningId", enhet_id as "enhetId", tjeneste, ${ROM} from ordning_dekning where kommune_id = ${k} order by id`);
  const komponenter = await tx.alle<Komponentrad>(sql`
    select ordning_id as "ordningId", kode, navn_nb as "navnNb", navn_nn as "navnNn", volumkilde, tjenester, regler, rekkefolge, ${ROM}
    from ordning_komponent where kommune_id = ${k} order by rekkefolge, id`);
  const fastledd = await tx.alle<Fastleddrad>(sql`
    select ordning_id as "ordningId", kode, navn_nb as "navnNb", navn_nn as "navnNn", type, enhet_id as "enhetId", ar, belop_ore as "belopOre", regler
    from fastledd where kommune_id = ${k} order by id`);
  const priser = await tx.alle<Prisrad>(sql`
    select p.id, p.ordning_id as "ordningId", p.komponent, p.gruppe, p.niva, p.ore, p.status, p.grunnlag, p.godkjent,
      a.navn as "godkjentAv", p.fom_maned as "fomManed", p.tom_maned as "tomManed"
    from pris p left join konto a on a.kommune_id = p.kommune_id and a.id = p.godkjent_av
    where p.kommune_id = ${k} and p.godkjent_av is not null and p.erstattet_av is null order by p.id`);
  return { ordninger, dekning, komponenter, fastledd, priser };
}

export function finnEnheter(tx: Tx): Promise<Enhetsrad[]> {
  return tx.alle<Enhetsrad>(sql`
    select id, kode, navn, type, eierform from enhet where kommune_id = ${tx.hvem.kommuneId} order by navn`);
}

export function finnEnhetsperioder(tx: Tx): Promise<Enhetsperioderad[]> {
  return tx.alle<Enhetsperioderad>(sql`
    select enhet_id as "enhetId", fom, tom, gruppe, plasser from enhet_periode where kommune_id = ${tx.hvem.kommuneId} order by enhet_id, fom`);
}

/** The setting in force on a day, or null when the municipality has not typed one. */
export async function finnInnstilling(tx: Tx, nokkel: string, dag: Dato): Promise<unknown> {
  const rad = await tx.en<{ verdi: unknown }>(sql`
    select verdi from innstilling where kommune_id = ${tx.hvem.kommuneId} and nokkel = ${nokkel} and fom <= ${dag}
    order by fom desc limit 1`);
  return rad?.verdi ?? null;
}

/** Names of the services on a day, by code. */
export async function finnTjenestenavn(tx: Tx, dag: Dato): Promise<ReadonlyMap<string, { nb: string; nn: string }>> {
  const rader = await tx.alle<{ kode: string; nb: string; nn: string }>(sql`
    select distinct on (kode) kode, navn_nb as nb, navn_nn as nn from tjeneste
    where kommune_id = ${tx.hvem.kommuneId} and fom <= ${dag} order by kode, fom desc`);
  return new Map(rader.map((r) => [r.kode, { nb: r.nb, nn: r.nn }]));
}

export type Manedstatus = 'APEN' | 'AVREGNET' | 'LUKKET';

/** The clock of posting; a month without a row is open, and a closed one is settled, not closed, while it is reopened. */
export async function finnManedstatus(tx: Tx): Promise<ReadonlyMap<Maned, Manedstatus>> {
  const rader = await tx.alle<{ maned: Maned; status: Manedstatus }>(sql`
    select maned, case when status = 'LUKKET' and gjenapnet_til > ${naa()} then 'AVREGNET' else status end as status
    from maned_status where kommune_id = ${tx.hvem.kommuneId}`);
  return new Map(rader.map((r) => [r.maned, r.status]));
}
