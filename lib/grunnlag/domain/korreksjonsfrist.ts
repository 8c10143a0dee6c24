import { arFor, type Dato, datoAv } from '#lib/core/dato.ts';

/** The setting: how far into the next year a year's months may still be corrected; 1 = through January, when the accounts close. */
export const KORREKSJONSFRIST = 'korreksjonsfrist';
export type Korreksjonsfrist = { readonly manederEtterArsslutt: number };
export const STANDARDFRIST: Korreksjonsfrist = { manederEtterArsslutt: 1 };
export const LENGST_FRIST = 12;

/** From the setting as it is stored; the default where nothing usable is typed. */
export function tolkKorreksjonsfrist(verdi: unknown): Korreksjonsfrist {
  const antall = typeof verdi === 'object' && verdi !== null && 'manederEtterArsslutt' in verdi ? verdi.manederEtterArsslutt : null;
  return typeof antall === 'number' && Number.isInteger(antall) && antall >= 0 && antall <= LENGST_FRIST ? { manederEtterArsslutt: antall } : STANDARDFRIST;
}

/** The day whose setting holds for a year's accounts: the year's last day. What is typed after it moves only later years. */
export function fristdagForAr(ar: number): Dato {
  return datoAv(ar, 12, 31);
}

/** The day whose setting says whether last year's months are open on `dag`. Years before that are always closed. */
export function fristdagFor(dag: Dato): Dato {
  return fristdagForAr(arFor(dag) - 1);
}
