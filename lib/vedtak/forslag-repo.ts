import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { FattVedtakData } from '#lib/vedtak/vedtak-mottak-schema.ts';

export type Forslagsrad = {
  readonly id: number;
  readonly mottakerId: number;
  readonly pseudonym: string;
  readonly tjeneste: string;
  readonly innhold: FattVedtakData;
  readonly arOre: number;
  readonly grenseOre: number;
  readonly status: 'VENTER' | 'GODKJENT' | 'AVVIST' | 'TRUKKET';
  readonly foreslattAv: number;
  readonly foreslattAvNavn: string | null;
  readonly foreslatt: Date;
  readonly grunn: string | null;
  readonly vedtakId: number | null;
};

const KOLONNER = sql`f.id, f.mottaker_id "mottakerId", m.pseudonym, f.tjeneste, f.innhold, f.ar_ore "arOre", f.grense_ore "grenseOre", f.status, f.foreslatt_av "foreslattAv", k.navn "foreslattAvNavn", f.foreslatt, f.grunn, f.vedtak_id "vedtakId"
  from vedtak_forslag f join mottaker m on m.kommune_id = f.kommune_id and m.id = f.mottaker_id left join konto k on k.kommune_id = f.kommune_id and k.id = f.foreslatt_av`;

export type NyttForslag = { readonly data: FattVedtakData; readonly arOre: number; readonly grenseOre: number };

/** Null when one about the service waits already. */
export async function insertForslag(tx: Tx, { data, arOre, grenseOre }: NyttForslag): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into vedtak_forslag (kommune_id, mottaker_id, tjeneste, innhold, sak_versjon, ar_ore, grense_ore, status, foreslatt_av, foreslatt)
    values (${tx.hvem.kommuneId}, ${data.mottakerId}, ${data.forslag.tjeneste}, ${JSON.stringify(data)}::jsonb, ${data.versjon}, ${arOre}, ${grenseOre}, 'VENTER', ${tx.hvem.kontoId}, ${naa()})
    on conflict do nothing returning id`);
  return rad?.id ?? null;
}

export async function findForslag(tx: Tx, id: number): Promise<Forslagsrad | null> {
  return tx.en<Forslagsrad>(sql`select ${KOLONNER} where f.kommune_id = ${tx.hvem.kommuneId} and f.id = ${id}`);
}

/** The same, held for the rest of the transaction. */
export async function lockForslag(tx: Tx, id: number): Promise<Forslagsrad | null> {
  return tx.en<Forslagsrad>(sql`select ${KOLONNER} where f.kommune_id = ${tx.hvem.kommuneId} and f.id = ${id} for update of f`);
}

export async function findVentende(tx: Tx): Promise<Forslagsrad[]> {
  return tx.alle<Forslagsrad>(sql`select ${KOLONNER} where f.kommune_id = ${tx.hvem.kommuneId} and f.status = 'VENTER' order by f.id`);
}

export type Avgjorelse = { readonly status: 'GODKJENT' | 'AVVIST' | 'TRUKKET'; readonly godkjentAv: number | null; readonly grunn: string | null; readonly vedtakId: number | null };

export async function saveAvgjorelse(tx: Tx, id: number, a: Avgjorelse): Promise<void> {
  await tx.kjor(sql`
    update vedtak_forslag set status = ${a.status}, godkjent_av = ${a.godkjentAv}, avgjort = ${naa()}, grunn = ${a.grunn}, vedtak_id = ${a.vedtakId}
    where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}
