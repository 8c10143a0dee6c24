import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Filfeil = { readonly rad: number; readonly kolonne: string | null; readonly hode: string | null; readonly grunn: string; readonly verdi: string };
/** The same fault with the same value, as one. */
export type Feilgruppe = Omit<Filfeil, 'rad'> & { readonly antall: number; readonly forsteRad: number; readonly sisteRad: number };

export async function skrivFeil(tx: Tx, id: number, fra: number, feil: readonly Filfeil[]): Promise<void> {
  await tx.kjor(sql`insert into filimport_feil (kommune_id, import_id, lopenr, rad, kolonne, hode, grunn, verdi)
    select ${tx.hvem.kommuneId}::int, ${id}::int, ${fra}::int + ordinality, rad, kolonne, hode, grunn, verdi
    from unnest(${feil.map((f) => f.rad)}::int[], ${feil.map((f) => f.kolonne)}::text[], ${feil.map((f) => f.hode)}::text[], ${feil.map((f) => f.grunn)}::text[], ${feil.map((f) => f.verdi)}::text[])
      with ordinality as u(rad, kolonne, hode, grunn, verdi, ordinality)`);
}

export function slettFeil(tx: Tx, id: number): Promise<number> {
  return tx.kjor(sql`delete from filimport_feil where kommune_id = ${tx.hvem.kommuneId} and import_id = ${id}`);
}

/** Faults grouped, those that hinder the most rows first. */
export function finnFeilgrupper(tx: Tx, id: number, antall: number): Promise<Feilgruppe[]> {
  return tx.alle<Feilgruppe>(sql`select kolonne, hode, grunn, verdi, count(*)::int as antall, min(rad) as "forsteRad", max(rad) as "sisteRad"
    from filimport_feil where kommune_id = ${tx.hvem.kommuneId} and import_id = ${id}
    group by kolonne, hode, grunn, verdi order by count(*) desc, min(rad) limit ${antall}`);
}

/** Every fault, by row; a page of them, or all. */
export function finnFeil(tx: Tx, id: number, side: { antall: number; fra: number } | null): Promise<Filfeil[]> {
  const utsnitt = side === null ? sql`` : sql`limit ${side.antall} offset ${side.fra}`;
  return tx.alle<Filfeil>(sql`select rad, kolonne, hode, grunn, verdi from filimport_feil
    where kommune_id = ${tx.hvem.kommuneId} and import_id = ${id} order by lopenr ${utsnitt}`);
}

/** Values of a code column that nobody knows, the most frequent first. */
export function finnUkjente(tx: Tx, id: number, antall: number): Promise<{ kolonne: string; verdi: string; antall: number }[]> {
  return tx.alle(sql`select kolonne, verdi, count(*)::int as antall from filimport_feil
    where kommune_id = ${tx.hvem.kommuneId} and import_id = ${id} and grunn = 'UKJENT_VERDI' and kolonne is not null
    group by kolonne, verdi order by kolonne, count(*) desc, verdi limit ${antall}`);
}
