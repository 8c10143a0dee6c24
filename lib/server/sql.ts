/** A piece of SQL with its values apart. Made only by the tag `sql`, so that a value can never become text. */
export type Sql = { readonly deler: readonly string[]; readonly verdier: readonly unknown[] };

function erSql(verdi: unknown): verdi is Sql {
  return typeof verdi === 'object' && verdi !== null && 'deler' in verdi && 'verdier' in verdi;
}

/** Tagged template: `sql\`select … where id = ${id}\``. A nested `sql` piece is spliced in, anything else is a parameter. */
export function sql(strenger: TemplateStringsArray, ...innsatt: readonly unknown[]): Sql {
  const deler: string[] = [strenger[0] ?? ''];
  const verdier: unknown[] = [];
  innsatt.forEach((verdi, i) => {
    const etter = strenger[i + 1] ?? '';
    if (erSql(verdi)) {
      const [forste = '', ...resten] = verdi.deler;
      deler[deler.length - 1] += forste;
      deler.push(...resten);
      verdier.push(...verdi.verdier);
      deler[deler.length - 1] += etter;
    } else {
      verdier.push(verdi);
      deler.push(etter);
    }
  });
  return { deler, verdier };
}

/**
 * A day as text of the statement: only the partitions of its month are then planned for, once a connection and month. For
 * statements that run often on the same few months.
 *
 * @throws RangeError when it is not a day
 */
export function fastDag(dag: string): Sql {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(dag)) throw new RangeError(`«${dag}» er ikke en dag`);
  return { deler: [`'${dag}'::date`], verdier: [] };
}

/** Joins pieces, e.g. conditions with ` and `. An empty list gives the fallback. */
export function sett(biter: readonly Sql[], skille: string, ellers: Sql): Sql {
  if (biter.length === 0) return ellers;
  const ledd = { deler: [skille], verdier: [] } satisfies Sql;
  return biter.slice(1).reduce((a, b) => sql`${a}${ledd}${b}`, biter[0] as Sql);
}

export function tilSporring(bit: Sql): { text: string; values: unknown[] } {
  return {
    text: bit.deler.reduce((tekst, del, i) => (i === 0 ? del : `${tekst}$${i}${del}`), ''),
    values: [...bit.verdier],
  };
}
