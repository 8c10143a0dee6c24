import { arFor } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';

/** Whole years on a day. A person born 29 February turns a year older on 1 March in common years. */
export function alderVed(fodt: Dato, dag: Dato): number {
  return arFor(dag) - arFor(fodt) - (dag.slice(5) < fodt.slice(5) ? 1 : 0);
}
