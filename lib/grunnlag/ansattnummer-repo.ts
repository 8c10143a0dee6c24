import { naa } from '#lib/server/clock.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import type { Ansattnummer } from '#lib/grunnlag/ansattnummer-view.ts';

export type Kjentnummer = { readonly nummer: string; readonly kontoId: number | null };

/** Numbers that somebody has said what are; `kontoId` null: visits without an employee. */
export function findKjenteNumre(tx: Tx, bare: readonly string[] | null): Promise<Kjentnummer[]> {
  return tx.alle<Kjentnummer>(sql`select nummer, konto_id "kontoId" from ansattnummer where kommune_id = ${tx.hvem.kommuneId} and (konto_id is not null or uten_ansatt)
    and (${bare}::text[] is null or nummer = any(${bare}::text[]))`);
}

/** Accounts that deliver, also those that are closed: their visits may still come. The units they are at, for a list. */
export function findUtforerkontoer(tx: Tx): Promise<{ id: number; navn: string; epost: string | null; enheter: string }[]> {
  return tx.alle(sql`select a.id, a.navn, a.epost, string_agg(distinct e.navn, ', ' order by e.navn) enheter
    from konto_rolle r join konto a on a.kommune_id = r.kommune_id and a.id = r.konto_id join enhet e on e.kommune_id = r.kommune_id and e.id = r.enhet_id
    where r.kommune_id = ${tx.hvem.kommuneId} and r.rolle in ('utforeransatt', 'utforerleder') group by a.id, a.navn, a.epost order by a.navn, a.id`);
}

/** Numbers nobody has said what are, noted once each. */
export function insertUkjente(tx: Tx, numre: readonly string[]): Promise<number> {
  return tx.kjor(sql`insert into ansattnummer (kommune_id, nummer, sett) select ${tx.hvem.kommuneId}, n, ${naa()} from unnest(${numre}::text[]) n on conflict do nothing`);
}

/** What numbers mean, as a file's mapping said it; what is known already stands. */
export function insertLarte(tx: Tx, larte: readonly Kjentnummer[], av: number): Promise<number> {
  return tx.kjor(sql`insert into ansattnummer (kommune_id, nummer, konto_id, uten_ansatt, sett, endret, endret_av)
    select ${tx.hvem.kommuneId}, l.nummer, l."kontoId", l."kontoId" is null, ${naa()}, ${naa()}, ${av} from json_to_recordset(${JSON.stringify(larte)}::json) l(nummer text, "kontoId" int)
    on conflict (kommune_id, nummer) do update set konto_id = excluded.konto_id, uten_ansatt = excluded.uten_ansatt, endret = excluded.endret, endret_av = excluded.endret_av
      where (ansattnummer.konto_id, ansattnummer.uten_ansatt) is distinct from (excluded.konto_id, excluded.uten_ansatt)`);
}

export function updateNummer(tx: Tx, nummer: string, kontoId: number | null): Promise<number> {
  return tx.kjor(sql`update ansattnummer set konto_id = ${kontoId}, uten_ansatt = ${kontoId === null}, endret = ${naa()}, endret_av = ${tx.hvem.kontoId} where kommune_id = ${tx.hvem.kommuneId} and nummer = ${nummer}`);
}

/** What a file's mapping said of the number no longer holds. */
export async function glemIKartlegging(tx: Tx, nummer: string): Promise<void> {
  await tx.kjor(sql`update filimport_kartlegging set kartlegging = kartlegging #- array['verdier', 'ansatt', ${nummer}], endret = ${naa()}, endret_av = ${tx.hvem.kontoId}
    where kommune_id = ${tx.hvem.kommuneId} and slag in ('BESOK', 'PLAN') and kartlegging #> array['verdier', 'ansatt', ${nummer}] is not null`);
}

/** All numbers, those nobody has said what are first. */
export function findNumre(tx: Tx): Promise<Ansattnummer[]> {
  return tx.alle<Ansattnummer>(sql`select n.nummer, n.konto_id "kontoId", a.navn ansatt, n.uten_ansatt "utenAnsatt", (n.sett at time zone 'Europe/Oslo')::date sett
    from ansattnummer n left join konto a on a.kommune_id = n.kommune_id and a.id = n.konto_id
    where n.kommune_id = ${tx.hvem.kommuneId} order by n.konto_id is not null or n.uten_ansatt, n.nummer`);
}
