import { datoAv, sisteDagIManeden } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { arFor } from '#lib/core/dato.ts';

/** Months into the next year that a year's time may still be changed; 1 = through January, when the accounts close. */
export const STANDARD_MANEDER_ETTER_ARSSLUTT = 1;

/** From the municipality's setting `korreksjonsfrist`; the default where nothing usable is typed. */
export function tolkManederEtterArsslutt(verdi: unknown): number {
  const antall = typeof verdi === 'object' && verdi !== null && 'manederEtterArsslutt' in verdi ? verdi.manederEtterArsslutt : null;
  return typeof antall === 'number' && Number.isInteger(antall) && antall >= 0 && antall <= 12 ? antall : STANDARD_MANEDER_ETTER_ARSSLUTT;
}

/** The last day on which time of `dag` may be registered, approved or corrected. Closed months settle it as a correction until then. */
export function sisteDagForEndring(dag: Dato, manederEtterArsslutt: number): Dato {
  if (manederEtterArsslutt === 0) return datoAv(arFor(dag), 12, 31);
  return sisteDagIManeden(datoAv(arFor(dag) + 1, manederEtterArsslutt, 1));
}

export function erLast(dag: Dato, iDag: Dato, manederEtterArsslutt: number): boolean {
  return iDag > sisteDagForEndring(dag, manederEtterArsslutt);
}
