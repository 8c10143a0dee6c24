import { datoAv, dagnummer, datoFraDagnummer } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';

/** Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher). */
function forstePaskedag(ar: number): Dato {
  const a = ar % 19;
  const b = Math.floor(ar / 100);
  const c = ar % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const dag = h + l - 7 * m + 114;
  return datoAv(ar, Math.floor(dag / 31), (dag % 31) + 1);
}

/** Norway's public holidays in a year, in order (lov om helligdager, and 1 and 17 May). */
export function helligdager(ar: number): Dato[] {
  const paske = dagnummer(forstePaskedag(ar));
  // Maundy Thursday, Good Friday, Easter, Ascension, Whitsun
  const bevegelige = [-3, -2, 0, 1, 39, 49, 50].map((n) => datoFraDagnummer(paske + n));
  const faste = [datoAv(ar, 1, 1), datoAv(ar, 5, 1), datoAv(ar, 5, 17), datoAv(ar, 12, 25), datoAv(ar, 12, 26)];
  return [...new Set([...bevegelige, ...faste])].toSorted();
}
