import { erRolle, type Rolle } from '#lib/grunnlag/domain/rolle.ts';
import { type Sql, sett, sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type LoggRad = {
  readonly lopenr: number;
  /** epoch milliseconds */
  readonly tid: number;
  /** null: the system itself */
  readonly navn: string | null;
  readonly rolle: Rolle | 'system' | 'api';
  readonly enheter: string | null;
  readonly handling: string;
  readonly objektType: string;
  readonly objektId: string;
  readonly mottakerId: number | null;
  readonly grunn: string | null;
};

export type LoggUtvalg = { readonly handling?: string; readonly kontoId?: number; readonly mottakerId?: number };

export type Loggside = {
  readonly rader: readonly LoggRad[];
  readonly antall: number;
  /** what has been done at all, for the filter */
  readonly handlinger: readonly string[];
  readonly kontoer: readonly { readonly id: number; readonly navn: string }[];
};

export const LOGG_PER_SIDE = 50;

function vilkar(kommuneId: number, utvalg: LoggUtvalg): Sql {
  const ledd = [sql`l.kommune_id = ${kommuneId}`];
  if (utvalg.handling !== undefined) ledd.push(sql`l.handling = ${utvalg.handling}`);
  if (utvalg.kontoId !== undefined) ledd.push(sql`l.konto_id = ${utvalg.kontoId}`);
  if (utvalg.mottakerId !== undefined) ledd.push(sql`l.mottaker_id = ${utvalg.mottakerId}`);
  return sett(ledd, ' and ', sql`true`);
}

/**
 * Reasons that tell why a person was looked up are the auditor's to judge. What was written when a case was worked on
 * (why a vedtak ended, why a visit was corrected) is the case's own content, and stays with those who may open the case.
 */
function synligGrunn(rolle: string): Sql {
  const oppslag = rolle === 'revisor' ? sql`l.handling = 'OPPGI_GRUNN' or l.handling like 'SE\\_%'` : sql`false`;
  return sql`case when l.mottaker_id is null or ${oppslag} then l.grunn end`;
}

/** A page of the log, newest first: who, in which role, did what to which thing. Never the thing's content. */
export async function hentLogg(tx: Tx, utvalg: LoggUtvalg, side: number): Promise<Loggside> {
  const { kommuneId } = tx.hvem;
  const hvor = vilkar(kommuneId, utvalg);
  const rader = await tx.alle<LoggRad>(sql`
    select l.lopenr, (extract(epoch from l.tid) * 1000)::bigint as tid, k.navn, l.rolle,
      (select string_agg(e.navn, ', ' order by e.navn) from enhet e where e.kommune_id = l.kommune_id and e.id::text = any (string_to_array(l.enheter, ','))) as enheter,
      l.handling, l.objekt_type as "objektType", l.objekt_id as "objektId", l.mottaker_id as "mottakerId", ${synligGrunn(tx.hvem.rolle)} as grunn
    from logg l left join konto k on k.kommune_id = l.kommune_id and k.id = l.konto_id
    where ${hvor} order by l.lopenr desc limit ${LOGG_PER_SIDE} offset ${(side - 1) * LOGG_PER_SIDE}`);
  const antall = await tx.en<{ antall: number }>(sql`select count(*) as antall from logg l where ${hvor}`);
  const handlinger = await tx.alle<{ handling: string }>(
    sql`select distinct handling from logg where kommune_id = ${kommuneId} order by handling`,
  );
  const kontoer = await tx.alle<{ id: number; navn: string }>(
    sql`select id, navn from konto where kommune_id = ${kommuneId} and id in (select konto_id from logg where kommune_id = ${kommuneId}) order by navn, id`,
  );
  return {
    rader: rader.filter((rad) => rad.rolle === 'system' || rad.rolle === 'api' || erRolle(rad.rolle)),
    antall: antall?.antall ?? 0,
    handlinger: handlinger.map(({ handling }) => handling),
    kontoer,
  };
}

/** Recomputes the whole chain. `brudd` is the number of the first row that does not hold, null when all do. */
export async function kontrollerKjede(tx: Tx): Promise<{ readonly rader: number; readonly brudd: number | null }> {
  const svar = await tx.en<{ rader: number; brudd: number | null }>(sql`
    select (select count(*) from logg where kommune_id = ${tx.hvem.kommuneId}) as rader, logg_brudd(${tx.hvem.kommuneId}) as brudd`);
  return { rader: svar?.rader ?? 0, brudd: svar?.brudd ?? null };
}
