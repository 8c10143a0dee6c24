import { arFor, leggTilDager, ukedag } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { helligdager } from '#lib/grunnlag/domain/helligdager.ts';

/** A deadline that falls on a Saturday, a Sunday or a public holiday moves to the next working day (domstolloven § 149). */
export function flyttTilVirkedag(d: Dato): Dato {
  let dag = d;
  while (ukedag(dag) >= 6 || helligdager(arFor(dag)).includes(dag)) dag = leggTilDager(dag, 1);
  return dag;
}

/** The last day to appeal: whole weeks from the day the letter was received, which is not counted, and never on a day off. */
export function klagefrist(mottatt: Dato, uker: number): Dato {
  return flyttTilVirkedag(leggTilDager(mottatt, uker * 7));
}
