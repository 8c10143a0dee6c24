/** Limits of the form's fields, for the browser's check and the server's schema alike. */

/** Three people around the clock for a week. */
export const MAKS_MINUTTER = 7 * 24 * 60 * 3;
export const MAKS_ANTALL = 500;
export const MAKS_UKER = 12;
export const MAKS_BELOP_ORE = 1_000_000_000;
export const MAKS_BEGRUNNELSE = 8000;
export const MINSTE_REDUKSJONSGRUNN = 10;
export const MAKS_REDUKSJONSGRUNN = 1000;

/** The field that holds how much, by the service's unit of volume. */
export const OMFANGSFELT = { TIMER: 'timer', ANTALL: 'antall', NIVA: 'niva', PLASS: 'plasstype', KONTRAKT: 'manedsbelop' } as const;
