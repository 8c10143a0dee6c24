import { datoAv, sisteDagIManeden } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { arFor } from '#lib/core/dato.ts';

/** The last day on which time of `dag` may be registered, approved or corrected. Closed months settle it as a correction until then. */
export function sisteDagForEndring(dag: Dato, manederEtterArsslutt: number): Dato {
  if (manederEtterArsslutt === 0) return datoAv(arFor(dag), 12, 31);
  return sisteDagIManeden(datoAv(arFor(dag) + 1, manederEtterArsslutt, 1));
}

export function erLast(dag: Dato, iDag: Dato, manederEtterArsslutt: number): boolean {
  return iDag > sisteDagForEndring(dag, manederEtterArsslutt);
}
