import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { fristdagFor, KORREKSJONSFRIST } from '#lib/grunnlag/domain/korreksjonsfrist.ts';
import type {
  Enhetsperioderad,
  Enhetsrad,
  Ordningsbok,
  Prisrad,
} from '#lib/grunnlag/domain/ordning.ts';
import { naa } from '#lib/server/clock.ts';
import { type Sql, sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

const ROM = sql`fom_maned as "fomManed", tom_maned as "tomManed"`;

/** Rows as one JSON list, in the order of the query. */
const somListe = (rader: Sql): Sql => sql`(select coalesce(json_agg(r), '[]') from (${rader}) r)`;

type Bokrad = Omit<Ordningsbok, 'priser'> & { readonly priser: readonly Omit<Prisrad, 'godkjent'>[]; readonly godkjent: readonly Date[] };

/** The columns of a `Bokrad`: a handful of small tables in one statement. */
function bokkolonner(k: number): Sql {
  const gjeldende = sql`p.kommune_id = ${k} and p.godkjent_av is not null and p.erstattet_av is null order by p.id`;
  return sql`
    ${somListe(sql`select id, kode, navn, regler, ${ROM} from ordning where kommune_id = ${k} order by kode`)} as ordninger,
    ${somListe(sql`select ordning_id as "ordningId", enhet_id as "enhetId", tjeneste, ${ROM} from ordning_dekning where kommune_id = ${k} order by id`)} as dekning,
    ${somListe(sql`select ordning_id as "ordningId", kode, navn_nb as "navnNb", navn_nn as "navnNn", volumkilde, tjenester, regler, rekkefolge, ${ROM}
      from ordning_komponent where kommune_id = ${k} order by rekkefolge, id`)} as komponenter,
    ${somListe(sql`select ordning_id as "ordningId", kode, navn_nb as "navnNb", navn_nn as "navnNn", type, enhet_id as "enhetId", ar, belop_ore as "belopOre", regler
      from fastledd where kommune_id = ${k} order by id`)} as fastledd,
    ${somListe(sql`select p.id, p.ordning_id as "ordningId", p.komponent, p.gruppe, p.niva, p.ore, p.status, p.grunnlag,
        a.navn as "godkjentAv", p.fom_maned as "fomManed", p.tom_maned as "tomManed"
      from pris p left join konto a on a.kommune_id = p.kommune_id and a.id = p.godkjent_av where ${gjeldende}`)} as priser,
    array(select p.godkjent from pris p where ${gjeldende}) as godkjent`;
}

/** Amounts of a JSON list are checked as those of a column are. */
function trygt(ore: number | null): void {
  if (ore !== null && !Number.isSafeInteger(ore)) throw new RangeError(`bigint utenfor trygt område: ${ore}`);
}

function tilBok({ ordninger, dekning, komponenter, fastledd, priser, godkjent }: Bokrad): Ordningsbok {
  for (const f of fastledd) trygt(f.belopOre);
  return {
    ordninger,
    dekning,
    komponenter,
    fastledd,
    priser: priser.map((pris, i) => {
      trygt(pris.ore);
      return { ...pris, godkjent: godkjent[i] as Date };
    }),
  };
}

/** Every scheme with its cover, components, fixed parts and approved prices. */
export async function finnOrdningsbok(tx: Tx): Promise<Ordningsbok> {
  const rad = await tx.en<Bokrad>(sql`select ${bokkolonner(tx.hvem.kommuneId)}`);
  return tilBok(rad as Bokrad);
}

/** What a settlement is calculated by, besides what is registered. */
export type Regelverk = {
  readonly bok: Ordningsbok;
  readonly enhetIder: readonly number[];
  readonly perioder: readonly Enhetsperioderad[];
  /** The setting `korreksjonsfrist` that holds for last year's accounts. */
  readonly korreksjonsfrist: unknown;
};

/** The schemes, the units with their periods, and the deadline that says whether last year's months are open on a day. */
export async function finnRegelverk(tx: Tx, dag: Dato): Promise<Regelverk> {
  const k = tx.hvem.kommuneId;
  const rad = (await tx.en<Bokrad & Omit<Regelverk, 'bok'>>(sql`
    select ${bokkolonner(k)}, array(select id from enhet where kommune_id = ${k} order by navn) as "enhetIder",
      ${somListe(enhetsperioder(k))} as perioder,
      (select verdi from innstilling where kommune_id = ${k} and nokkel = ${KORREKSJONSFRIST} and fom <= ${fristdagFor(dag)} order by fom desc limit 1) as korreksjonsfrist`)) as Bokrad & Omit<Regelverk, 'bok'>;
  return { bok: tilBok(rad), enhetIder: rad.enhetIder, perioder: rad.perioder, korreksjonsfrist: rad.korreksjonsfrist };
}

export function finnEnheter(tx: Tx): Promise<Enhetsrad[]> {
  return tx.alle<Enhetsrad>(sql`
    select id, kode, navn, type, eierform from enhet where kommune_id = ${tx.hvem.kommuneId} order by navn`);
}

function enhetsperioder(k: number): Sql {
  return sql`select enhet_id as "enhetId", fom, tom, gruppe, plasser from enhet_periode where kommune_id = ${k} order by enhet_id, fom`;
}

export function finnEnhetsperioder(tx: Tx): Promise<Enhetsperioderad[]> {
  return tx.alle<Enhetsperioderad>(enhetsperioder(tx.hvem.kommuneId));
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
