import type { Maned } from '#lib/core/maned.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Gjenapningrad = {
  readonly id: number;
  readonly maned: Maned;
  readonly enhetId: number | null;
  readonly enhet: string | null;
  readonly grunn: string;
  readonly apenTil: Date;
  readonly foreslattAv: number;
  readonly foreslattNavn: string;
  readonly foreslatt: Date;
  readonly godkjent: Date | null;
  readonly avslatt: Date | null;
  readonly avgjortNavn: string | null;
};
const RAD = sql`g.id, g.maned, g.enhet_id as "enhetId", e.navn as enhet, g.grunn, g.apen_til as "apenTil", g.foreslatt_av as "foreslattAv", f.navn as "foreslattNavn",
  g.foreslatt, g.godkjent, g.avslatt, a.navn as "avgjortNavn"`;
const FRA = sql`from gjenapning g join konto f on f.kommune_id = g.kommune_id and f.id = g.foreslatt_av
  left join enhet e on e.kommune_id = g.kommune_id and e.id = g.enhet_id
  left join konto a on a.kommune_id = g.kommune_id and a.id = coalesce(g.godkjent_av, g.avslatt_av)`;

/** The reopenings of a month (null: of all), newest first. */
export function finnGjenapninger(tx: Tx, maned: Maned | null): Promise<Gjenapningrad[]> {
  return tx.alle<Gjenapningrad>(sql`select ${RAD} ${FRA} where g.kommune_id = ${tx.hvem.kommuneId} and (${maned}::text is null or g.maned = ${maned}) order by g.foreslatt desc, g.id desc`);
}

/** One reopening, held until the transaction ends. */
export async function hentGjenapning(tx: Tx, id: number): Promise<Gjenapningrad | null> {
  await tx.kjor(sql`select 1 from gjenapning where kommune_id = ${tx.hvem.kommuneId} and id = ${id} for update`);
  return tx.en<Gjenapningrad>(sql`select ${RAD} ${FRA} where g.kommune_id = ${tx.hvem.kommuneId} and g.id = ${id}`);
}

/** A proposal; null where one waits for the same units already. `apenTil` in milliseconds. */
export function nyGjenapning(tx: Tx, g: { maned: Maned; enhetId: number | null; grunn: string; apenTil: number }): Promise<{ id: number } | null> {
  return tx.en<{ id: number }>(sql`
    insert into gjenapning (kommune_id, maned, enhet_id, grunn, apen_til, foreslatt_av, foreslatt)
    values (${tx.hvem.kommuneId}, ${g.maned}, ${g.enhetId}, ${g.grunn}, to_timestamp(${g.apenTil}::double precision / 1000), ${tx.hvem.kontoId}, ${naa()})
    on conflict do nothing returning id`);
}

export function godkjennGjenapningRad(tx: Tx, id: number): Promise<number> {
  return tx.kjor(sql`update gjenapning set godkjent_av = ${tx.hvem.kontoId}, godkjent = ${naa()} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and godkjent is null and avslatt is null`);
}

export function avslaGjenapningRad(tx: Tx, id: number): Promise<number> {
  return tx.kjor(sql`update gjenapning set avslatt_av = ${tx.hvem.kontoId}, avslatt = ${naa()} where kommune_id = ${tx.hvem.kommuneId} and id = ${id} and godkjent is null and avslatt is null`);
}
