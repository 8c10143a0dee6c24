import { sett, sql, type Sql } from '#lib/server/sql.ts';

/** Words of a search that count; a longer one is a pasted text. */
const MEST = 8;

/** `%ord%` for ilike, with what the pattern language reads taken as written. */
export function inneholder(tekst: string): string {
  return `%${tekst.replaceAll(/[\\%_]/g, (tegn) => `\\${tegn}`)}%`;
}

/** The person's name (`i`, a mottaker_identitet) has every word of the search, in any order: "Haugland, Solveig" is "Solveig Haugland". */
export function navnMed(sok: string): Sql {
  const ord = sok.split(/[\s,]+/).filter((o) => o !== '').slice(0, MEST);
  return sql`(${sett(ord.map((o) => sql`i.fornavn || ' ' || i.etternavn ilike ${inneholder(o)}`), ' and ', sql`false`)})`;
}
