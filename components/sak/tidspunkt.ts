import type { Dato } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import { lokalTidVed } from '#lib/core/oslo-tid.ts';

/** An instant as a date and a clock in Norway: "17.11.2026", "15.12". */
export function tidspunkt(tid: Date): { dato: string; klokke: string; iso: string } {
  const lokal = lokalTidVed(tid.getTime());
  return { dato: formatDato(lokal.slice(0, 10) as Dato), klokke: lokal.slice(11).replace(':', '.'), iso: tid.toISOString() };
}
