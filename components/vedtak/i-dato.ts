import type { Dato } from '#lib/core/dato.ts';
import { datoVed } from '#lib/core/oslo-tid.ts';

/** The calendar day in Norway of an instant. */
export function iDato(tid: Date): Dato {
  return datoVed(tid.getTime());
}
