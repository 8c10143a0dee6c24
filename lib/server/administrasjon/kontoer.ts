import { z } from 'zod';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { erRolle, type Rolle } from '#lib/grunnlag/domain/rolle.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** A living session: never its id or hash. Instants are epoch milliseconds. */
export type LevendeOkt = { readonly rolle: Rolle; readonly flate: string; readonly opprettet: number; readonly sistSett: number };

export type KontoRad = {
  readonly id: number;
  readonly navn: string;
  readonly stengt: boolean;
  /** roles that hold today, each with its units in words */
  readonly roller: readonly { readonly rolle: Rolle; readonly enheter: string | null }[];
  readonly okter: readonly LevendeOkt[];
};

type RolleRad = { kontoId: number; rolle: string; enheter: string | null };
type OktRad = { kontoId: number; rolle: string; flate: string; opprettet: number; sistSett: number };

/** The accounts of the kommune with today's roles and living sessions, by name. */
export async function hentKontoer(tx: Tx): Promise<KontoRad[]> {
  const { kommuneId } = tx.hvem;
  const kontoer = await tx.alle<{ id: number; navn: string; stengt: boolean }>(
    sql`select id, navn, stengt is not null as stengt from konto where kommune_id = ${kommuneId} order by navn, id`,
  );
  const roller = await tx.alle<RolleRad>(sql`
    select r.konto_id as "kontoId", r.rolle, string_agg(e.navn, ', ' order by e.navn) as enheter
    from konto_rolle r left join enhet e on e.kommune_id = r.kommune_id and e.id = r.enhet_id
    where r.kommune_id = ${kommuneId} and r.fom <= ${iDag()} and (r.tom is null or r.tom >= ${iDag()})
    group by r.konto_id, r.rolle order by r.rolle`);
  const okter = await tx.alle<OktRad>(sql`
    select konto_id as "kontoId", rolle, flate, (extract(epoch from opprettet) * 1000)::bigint as opprettet,
      (extract(epoch from sist_sett) * 1000)::bigint as "sistSett" from okt_levende(${naa()})`);
  return kontoer.map((konto) => ({
    ...konto,
    roller: roller.flatMap(({ kontoId, rolle, enheter }) =>
      kontoId === konto.id && erRolle(rolle) ? [{ rolle, enheter }] : [],
    ),
    okter: okter.flatMap(({ kontoId, rolle, ...okt }) => (kontoId === konto.id && erRolle(rolle) ? [{ rolle, ...okt }] : [])),
  }));
}

export const AvsluttOkterSchema = z.object({ kontoId: z.coerce.number().int().positive() });

/** Ends every session of an account now. Returns how many there were. */
export async function avsluttOkterFor(
  tx: Tx,
  { kontoId }: z.output<typeof AvsluttOkterSchema>,
): Promise<Result<number, readonly { grunn: string }[]>> {
  const konto = await tx.en(sql`select 1 from konto where kommune_id = ${tx.hvem.kommuneId} and id = ${kontoId}`);
  if (!konto) return nei([{ grunn: 'ukjentKonto' }]);
  const svar = await tx.en<{ antall: number }>(sql`select okt_avslutt_konto(${kontoId}, ${naa()}) as antall`);
  await loggfor(tx, { handling: 'AVSLUTT_OKTER', objektType: 'konto', objektId: kontoId });
  return ok(svar?.antall ?? 0);
}
