import type { Dato } from '#lib/core/dato.ts';
import { datoVed } from '#lib/core/oslo-tid.ts';
import { oppsettNa } from '#lib/server/env.ts';

/** The instant now. Tests fix it with STYKKPRIS_KLOKKE; nothing else in the house reads the system's clock. */
export function naa(): Date {
  const { klokke } = oppsettNa();
  return klokke === null ? new Date() : new Date(klokke);
}

/** The calendar day in Norway of an instant (default now), whatever zone the machine has. */
export function iDag(instant: Date = naa()): Dato {
  return datoVed(instant.getTime());
}

/** The instant that an ISO text with a time zone names, in epoch milliseconds. */
export function tidspunkt(iso: string): number {
  return Date.parse(iso);
}
