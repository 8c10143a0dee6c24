import type { Dato } from '#lib/core/dato.ts';
import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Ventetype } from '#lib/utfort-tid/domain/venteliste.ts';

export type Ledigplass = { readonly id: number; readonly plassId: number; readonly enhetId: number; readonly enhetNavn: string; readonly kode: string; readonly plasstype: Ventetype; readonly ledigFra: Dato; readonly tildelt: boolean };

/** A place that a unit has reported free; `las` holds the report, so that two cannot give it away at once. */
export function finnLedigplass(tx: Tx, meldingId: number, las = false): Promise<Ledigplass | null> {
  return tx.en<Ledigplass>(sql`
    select l.id, p.id "plassId", p.enhet_id "enhetId", e.navn "enhetNavn", p.kode, p.plasstype, l.ledig_fra "ledigFra",
      exists (select 1 from tildeling t where t.kommune_id = l.kommune_id and t.ledigmelding_id = l.id and t.annullert is null) tildelt
    from ledigmelding l join plass p on p.kommune_id = l.kommune_id and p.id = l.plass_id join enhet e on e.kommune_id = p.kommune_id and e.id = p.enhet_id
    where l.kommune_id = ${tx.hvem.kommuneId} and l.id = ${meldingId} and l.trukket is null and l.brukt is null ${las ? sql`for update of l` : sql``}`);
}

/** Null: the place or the person was given away in the meantime. */
export async function nyTildeling(tx: Tx, l: Ledigplass, ventelisteId: number, mottakerId: number, fra: Dato): Promise<number | null> {
  const rad = await tx.en<{ id: number }>(sql`
    insert into tildeling (kommune_id, ledigmelding_id, plass_id, enhet_id, mottaker_id, venteliste_id, fra, tildelt, tildelt_av)
    values (${tx.hvem.kommuneId}, ${l.id}, ${l.plassId}, ${l.enhetId}, ${mottakerId}, ${ventelisteId}, ${fra}, ${naa()}, ${tx.hvem.kontoId}) on conflict do nothing returning id`);
  return rad?.id ?? null;
}

/** An allocation that nobody has moved in on, held until the transaction ends. */
export function lasTildeling(tx: Tx, id: number): Promise<{ id: number; mottakerId: number } | null> {
  return tx.en(sql`
    select t.id, t.mottaker_id "mottakerId" from tildeling t join ledigmelding l on l.kommune_id = t.kommune_id and l.id = t.ledigmelding_id
    where t.kommune_id = ${tx.hvem.kommuneId} and t.id = ${id} and t.annullert is null and l.brukt is null for update of t`);
}

export function annullerTildeling(tx: Tx, id: number, grunn: string): Promise<number> {
  return tx.kjor(sql`update tildeling set annullert = ${naa()}, annullert_av = ${tx.hvem.kontoId}, annullert_grunn = ${grunn} where kommune_id = ${tx.hvem.kommuneId} and id = ${id}`);
}
