import type { Merket } from '#lib/core/merke.ts';

/** A local calendar date in Europe/Oslo, `YYYY-MM-DD`. Compares correctly with `<`. */
export type Dato = Merket<string, 'Dato'>;
/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Ukedag = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MONSTER = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAGER = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function erSkuddar(ar: number): boolean {
  return (ar % 4 === 0 && ar % 100 !== 0) || ar % 400 === 0;
}

/** Days in month 1–12 of a year. */
export function dagerIManed(ar: number, maned: number): number {
  return maned === 2 && erSkuddar(ar) ? 29 : (DAGER[maned - 1] ?? 0);
}

export function erDato(tekst: string): tekst is Dato {
  const treff = MONSTER.exec(tekst);
  if (!treff) return false;
  const [ar, maned, dag] = [Number(treff[1]), Number(treff[2]), Number(treff[3])];
  return ar >= 1 && maned >= 1 && maned <= 12 && dag >= 1 && dag <= dagerIManed(ar, maned);
}

/** @throws RangeError when the text is not a date that exists. */
export function dato(tekst: string): Dato {
  if (!erDato(tekst)) throw new RangeError(`«${tekst}» er ikke en dato`);
  return tekst;
}

export function parseDato(tekst: string): Dato | null {
  return erDato(tekst) ? tekst : null;
}

function tosifret(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

/** @throws RangeError when there is no such date. */
export function datoAv(ar: number, maned: number, dag: number): Dato {
  return dato(`${String(ar).padStart(4, '0')}-${tosifret(maned)}-${tosifret(dag)}`);
}

/** Whole days since 1970-01-01 (negative before): all arithmetic on dates is on these. */
export function dagnummer(d: Dato): number {
  return dagnummerAv(Number(d.slice(0, 4)), Number(d.slice(5, 7)), Number(d.slice(8, 10)));
}

export function dagnummerAv(ar: number, maned: number, dag: number): number {
  // years that begin in March, so that the leap day is the last (Hinnant's days_from_civil)
  const y = maned <= 2 ? ar - 1 : ar;
  const epoke = Math.floor(y / 400);
  const arIEpoke = y - epoke * 400;
  const dagIAr = Math.floor((153 * (maned > 2 ? maned - 3 : maned + 9) + 2) / 5) + dag - 1;
  return epoke * 146097 + arIEpoke * 365 + Math.floor(arIEpoke / 4) - Math.floor(arIEpoke / 100) + dagIAr - 719468;
}

export function datoFraDagnummer(nummer: number): Dato {
  const z = nummer + 719468;
  const epoke = Math.floor(z / 146097);
  const dagIEpoke = z - epoke * 146097;
  const arIEpoke = Math.floor(
    (dagIEpoke - Math.floor(dagIEpoke / 1460) + Math.floor(dagIEpoke / 36524) - Math.floor(dagIEpoke / 146096)) / 365,
  );
  const dagIAr = dagIEpoke - (365 * arIEpoke + Math.floor(arIEpoke / 4) - Math.floor(arIEpoke / 100));
  const mp = Math.floor((5 * dagIAr + 2) / 153);
  const maned = mp < 10 ? mp + 3 : mp - 9;
  const ar = arIEpoke + epoke * 400 + (maned <= 2 ? 1 : 0);
  return datoAv(ar, maned, dagIAr - Math.floor((153 * mp + 2) / 5) + 1);
}

export function arFor(d: Dato): number {
  return Number(d.slice(0, 4));
}

/** Days from `fra` to `til`: 1 from a day to the next. */
export function dagerMellom(fra: Dato, til: Dato): number {
  return dagnummer(til) - dagnummer(fra);
}

export function leggTilDager(d: Dato, dager: number): Dato {
  return datoFraDagnummer(dagnummer(d) + dager);
}

export function ukedagForDagnummer(nummer: number): Ukedag {
  // 1970-01-01 was a Thursday
  return ((((nummer + 3) % 7) + 7) % 7 + 1) as Ukedag;
}

export function ukedag(d: Dato): Ukedag {
  return ukedagForDagnummer(dagnummer(d));
}

export type IsoUke = { readonly ar: number; readonly uke: number };

/** The ISO week that a date lies in; its year is the year of the week's Thursday. */
export function isoUke(d: Dato): IsoUke {
  const torsdag = leggTilDager(d, 4 - ukedag(d));
  const ar = arFor(torsdag);
  return { ar, uke: Math.floor((dagnummer(torsdag) - dagnummerAv(ar, 1, 1)) / 7) + 1 };
}

export function forsteDagIManeden(d: Dato): Dato {
  return `${d.slice(0, 7)}-01` as Dato;
}

export function sisteDagIManeden(d: Dato): Dato {
  return `${d.slice(0, 7)}-${tosifret(dagerIManed(arFor(d), Number(d.slice(5, 7))))}` as Dato;
}

export function tidligst(a: Dato, b: Dato): Dato {
  return a <= b ? a : b;
}

export function senest(a: Dato, b: Dato): Dato {
  return a >= b ? a : b;
}
