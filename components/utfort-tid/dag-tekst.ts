import { ukedag } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';

/** `man 09.11.`: weekday and date inside a known year. `t` reads the texts of `utfort-tid`. */
export function dagTekst(t: (nokkel: never) => string, d: Dato): string {
  return `${t(`dager.${ukedag(d)}` as never)} ${kortDato(d)}`;
}

/** `09.11.` */
export function kortDato(d: Dato): string {
  return `${d.slice(8, 10)}.${d.slice(5, 7)}.`;
}
