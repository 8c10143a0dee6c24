import { naa } from '#lib/server/clock.ts';
import { erJobbtype, type Jobbtype } from '#lib/server/jobb/jobbtype.ts';
import { sendMelding } from '#lib/server/jobb/ko.ts';
import { sql } from '#lib/server/sql.ts';
import { type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';

export type Jobbstatus = 'VENTER' | 'KJORER' | 'FERDIG' | 'FEILET';
export type Jobb = {
  readonly id: number;
  readonly kommuneId: number;
  readonly type: Jobbtype;
  /** one waiting or running job per kommune, type and key */
  readonly nokkel: string;
  readonly innhold: Readonly<Record<string, unknown>>;
  readonly status: Jobbstatus;
  readonly forsok: number;
  readonly feil: string | null;
};

/** A job acts for the kommune, in no person's name. */
export function system(kommuneId: number): Utforende {
  return { kommuneId, kontoId: null, rolle: 'system', enheter: null };
}

/** Row and message in the given transaction. Null: the same job waits or runs already. */
export async function bestillJobb(
  tx: Tx,
  bestilling: { type: Jobbtype; nokkel: string; innhold: Readonly<Record<string, unknown>> },
): Promise<number | null> {
  const { kommuneId, kontoId } = tx.hvem;
  const rad = await tx.en<{ id: number }>(sql`
    insert into jobb (kommune_id, type, nokkel, innhold, status, bestilt, bestilt_av)
    values (${kommuneId}, ${bestilling.type}, ${bestilling.nokkel}, ${JSON.stringify(bestilling.innhold)}, 'VENTER', ${naa()}, ${kontoId})
    on conflict do nothing returning id`);
  if (!rad) return null;
  await sendMelding(tx, bestilling.type, { jobbId: rad.id, kommuneId });
  return rad.id;
}

const FELT = sql`id, kommune_id as "kommuneId", type, nokkel, innhold, status, forsok, feil`;

export function hentJobb(tx: Tx, id: number): Promise<Jobb | null> {
  return tx.en<Jobb>(sql`select ${FELT} from jobb where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}

/** Takes a waiting job, or one whose worker died. Null when there is nothing left to do: a message may come twice. */
export function taJobb(kommuneId: number, id: number): Promise<Jobb | null> {
  return withKommune(system(kommuneId), (tx) =>
    tx.en<Jobb>(sql`
      update jobb set status = 'KJORER', forsok = forsok + 1, feil = null
      where kommune_id = ${kommuneId} and id = ${id} and status in ('VENTER', 'KJORER') returning ${FELT}`),
  );
}

export function avsluttJobb(jobb: Jobb, utfall: { status: 'FERDIG' } | { status: 'FEILET' | 'VENTER'; feil: string }): Promise<number> {
  return withKommune(system(jobb.kommuneId), (tx) =>
    tx.kjor(sql`
      update jobb set status = ${utfall.status}, feil = ${'feil' in utfall ? utfall.feil : null},
        ferdig = ${utfall.status === 'VENTER' ? null : naa()}
      where kommune_id = ${jobb.kommuneId} and id = ${jobb.id}`),
  );
}

/** Every job of a kommune that waits, or that a dead worker left running. */
export function ufullforte(tx: Tx): Promise<Jobb[]> {
  return tx
    .alle<Jobb>(sql`select ${FELT} from jobb where kommune_id = ${tx.hvem.kommuneId} and status in ('VENTER', 'KJORER') order by id`)
    .then((jobber) => jobber.filter((jobb) => erJobbtype(jobb.type)));
}

/** Gives the attempt back: the job could not begin. */
export function utsettJobb(jobb: Jobb): Promise<number> {
  return withKommune(system(jobb.kommuneId), (tx) =>
    tx.kjor(sql`update jobb set forsok = greatest(forsok - 1, 0) where kommune_id = ${jobb.kommuneId} and id = ${jobb.id}`),
  );
}
