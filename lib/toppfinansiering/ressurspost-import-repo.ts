import type { Omfang, Sum } from '#lib/grunnlag/domain/filimport/forskjell.ts';
import { naa } from '#lib/server/clock.ts';
import { sql, type Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** What earlier files hold, by recipient and month. What was entered by hand is not a file's to replace. */
export function holdtRessursposter(tx: Tx, perioder: readonly string[]): Promise<Sum[]> {
  return tx.alle<Sum>(sql`select m.pseudonym as del, '' as serie, p.maned as periode, sum(p.belop_ore)::bigint as sum, count(*)::int as antall
    from ressurspost p join mottaker m on m.kommune_id = p.kommune_id and m.id = p.mottaker_id
    where p.kommune_id = ${tx.hvem.kommuneId} and p.maned = any(${perioder}) and p.import_id is not null and p.trukket is null group by m.pseudonym, p.maned`);
}

/** Withdraws what earlier files had of the months (or of the recipients in them), and writes the file's rows, by the one who confirmed it. */
export async function skrivRessursposter(tx: Tx, fil: Sql, { importId, omfang }: { readonly importId: number; readonly omfang: Omfang }): Promise<void> {
  const [k, tid] = [tx.hvem.kommuneId, naa()];
  const av = sql`(select tatt_inn_av from filimport where kommune_id = ${k} and id = ${importId})`;
  await tx.kjor(sql`update ressurspost p set trukket = ${tid}, trukket_av = ${av} from mottaker m
    where p.kommune_id = ${k} and m.kommune_id = p.kommune_id and m.id = p.mottaker_id and p.import_id is not null and p.trukket is null
      and exists (select 1 from ${fil} f where f.maned = p.maned and (${omfang} = 'MANED' or f.pseudonym = m.pseudonym))`);
  await tx.kjor(sql`insert into ressurspost (kommune_id, regnskapsar, mottaker_id, tekst, funksjon, art, belop_ore, lonnsandel, vedtak_id, bilag, registrert_av, registrert, maned, import_id)
    select ${k}::int, left(f.maned, 4)::int, m.id, f.tekst, f.funksjon, f.art, f.ore, f.lonnsandel, v.id, f.bilag, ${av}, ${tid}, f.maned, ${importId}::int
    from ${fil} f join mottaker m on m.kommune_id = ${k} and m.pseudonym = f.pseudonym left join vedtak v on v.kommune_id = ${k} and v.nummer = f.nummer order by f.rad`);
}

/** Every recipient's pseudonym. */
export async function finnPseudonymer(tx: Tx): Promise<{ pseudonym: string; fodselsar: number }[]> {
  return tx.alle(sql`select pseudonym, fodselsar from mottaker where kommune_id = ${tx.hvem.kommuneId} order by pseudonym`);
}

/** Vedtak that grant something, with whose they are. */
export function finnVedtaksnumre(tx: Tx): Promise<{ nummer: string; pseudonym: string }[]> {
  return tx.alle(sql`select v.nummer, m.pseudonym from vedtak v join mottaker m on m.kommune_id = v.kommune_id and m.id = v.mottaker_id where v.kommune_id = ${tx.hvem.kommuneId} and v.utfall <> 'AVSLAG'`);
}

/** Pseudonyms that a project or account may be given to by choice: those already near the grant. */
export async function finnValgbare(tx: Tx, ider: readonly number[]): Promise<string[]> {
  return (await tx.alle<{ pseudonym: string }>(sql`select pseudonym from mottaker where kommune_id = ${tx.hvem.kommuneId} and id = any(${ider}::int[]) order by 1`)).map((r) => r.pseudonym);
}
