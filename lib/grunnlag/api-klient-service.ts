import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { nei, ok, type Result } from '#lib/core/result.ts';
import type { NyKlientSchema, RoterKlientSchema, TrekkKlientSchema } from '#lib/grunnlag/api-klient-schema.ts';
import { naa } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** A system that has or had access. Instants are epoch milliseconds; its secret is nowhere. */
export type Apiklient = {
  readonly id: number;
  readonly kode: string;
  readonly navn: string;
  readonly system: string;
  readonly omfang: 'BESOK' | 'REGISTER';
  /** units in words; null is every unit */
  readonly enheter: string | null;
  readonly perMinutt: number;
  readonly opprettet: number;
  readonly rotert: number | null;
  readonly trukket: number | null;
  readonly sistBrukt: number | null;
  readonly tokener: number;
  readonly leveranser: number;
};

type Svar<T> = Promise<Result<T, readonly Avslag[]>>;

/** The systems of the kommune, those in use first. */
export function hentApiklienter(tx: Tx): Promise<Apiklient[]> {
  const ms = (kolonne: 'opprettet' | 'rotert' | 'trukket' | 'sist_brukt') =>
    ({ opprettet: sql`(extract(epoch from k.opprettet) * 1000)::bigint`, rotert: sql`(extract(epoch from k.rotert) * 1000)::bigint`, trukket: sql`(extract(epoch from k.trukket) * 1000)::bigint`, sist_brukt: sql`(extract(epoch from k.sist_brukt) * 1000)::bigint` })[kolonne];
  return tx.alle<Apiklient>(sql`
    select k.id, k.kode, k.navn, k.system, k.omfang, k.per_minutt "perMinutt", ${ms('opprettet')} opprettet, ${ms('rotert')} rotert, ${ms('trukket')} trukket, ${ms('sist_brukt')} "sistBrukt",
      (select string_agg(e.navn, ', ' order by e.navn) from enhet e where e.kommune_id = k.kommune_id and e.id = any(k.enheter)) enheter,
      (select count(*)::int from api_token t where t.kommune_id = k.kommune_id and t.klient_id = k.id and t.utloper > ${naa()}) tokener,
      (select count(*)::int from logg l where l.kommune_id = k.kommune_id and l.handling = 'API_LEVERANSE' and l.grunn = k.kode) leveranser
    from api_klient k where k.kommune_id = ${tx.hvem.kommuneId} order by k.trukket is not null, k.navn, k.id`);
}

/** Gives a system access. @returns its client id */
export async function nyKlient(tx: Tx, data: z.output<typeof NyKlientSchema>): Svar<{ kode: string }> {
  const { kommuneId, kontoId } = tx.hvem;
  const enheter = [...new Set(data.enheter)];
  if (data.omfang === 'REGISTER' && enheter.length > 0) return nei([{ grunn: 'registerUtenEnheter', felt: 'enheter' }]);
  const kjente = await tx.en<{ antall: number }>(sql`select count(*)::int antall from enhet where kommune_id = ${kommuneId} and type = 'UTFORER' and id = any(${enheter}::int[])`);
  if (kjente?.antall !== enheter.length) return nei([{ grunn: 'ukjentEnhet', felt: 'enheter' }]);
  const kode = `sp-${kommuneId}-${randomBytes(6).toString('hex')}`;
  await tx.kjor(sql`insert into api_klient (kommune_id, kode, navn, system, omfang, hemmelighet_hash, enheter, per_minutt, opprettet, opprettet_av)
    values (${kommuneId}, ${kode}, ${data.navn}, ${data.system}, ${data.omfang}, ${data.hash}, ${enheter}, ${data.perMinutt}, ${naa()}, ${kontoId})`);
  await loggfor(tx, { handling: 'NY_APIKLIENT', objektType: 'api_klient', objektId: kode, grunn: data.navn });
  return ok({ kode });
}

const avsluttTokener = (tx: Tx, id: number): Promise<number> => tx.kjor(sql`delete from api_token where kommune_id = ${tx.hvem.kommuneId} and klient_id = ${id}`);

/** A new secret for a system. The old one and its living tokens end at once. */
export async function roterKlient(tx: Tx, data: z.output<typeof RoterKlientSchema>): Svar<{ kode: string }> {
  const rad = await tx.en<{ kode: string }>(sql`update api_klient set hemmelighet_hash = ${data.hash}, rotert = ${naa()}
    where kommune_id = ${tx.hvem.kommuneId} and id = ${data.klientId} and trukket is null returning kode`);
  if (rad === null) return nei([{ grunn: 'ukjentKlient' }]);
  await avsluttTokener(tx, data.klientId);
  await loggfor(tx, { handling: 'ROTER_APIKLIENT', objektType: 'api_klient', objektId: rad.kode });
  return ok({ kode: rad.kode });
}

/** Takes a system's access away for good: its secret and its living tokens end at once. What it has sent stands. */
export async function trekkKlient(tx: Tx, data: z.output<typeof TrekkKlientSchema>): Svar<null> {
  const rad = await tx.en<{ kode: string }>(sql`update api_klient set trukket = ${naa()}, trukket_av = ${tx.hvem.kontoId}
    where kommune_id = ${tx.hvem.kommuneId} and id = ${data.klientId} and trukket is null returning kode`);
  if (rad === null) return nei([{ grunn: 'ukjentKlient' }]);
  await avsluttTokener(tx, data.klientId);
  await loggfor(tx, { handling: 'TREKK_APIKLIENT', objektType: 'api_klient', objektId: rad.kode });
  return ok(null);
}

/** The units a system can be given. */
export function hentApienheter(tx: Tx): Promise<{ id: number; navn: string }[]> {
  return tx.alle(sql`select id, navn from enhet where kommune_id = ${tx.hvem.kommuneId} and type = 'UTFORER' order by navn`);
}
