import { dagerIManed } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Merket } from '#lib/core/merke.ts';
import type { Periode } from '#lib/core/periode.ts';

/** A calendar month, `YYYY-MM`. Compares correctly with `<`. */
export type Maned = Merket<string, 'Maned'>;

export function erManed(tekst: string): tekst is Maned {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(tekst) && !tekst.startsWith('0000');
}

/** @throws RangeError when the text is not a month. */
export function maned(tekst: string): Maned {
  if (!erManed(tekst)) throw new RangeError(`«${tekst}» er ikke en måned`);
  return tekst;
}

export function parseManed(tekst: string): Maned | null {
  return erManed(tekst) ? tekst : null;
}

export function manedFor(d: Dato): Maned {
  return d.slice(0, 7) as Maned;
}

/** Month 1–12 of a year. */
export function manedAv(ar: number, nummer: number): Maned {
  return maned(`${String(ar).padStart(4, '0')}-${String(nummer).padStart(2, '0')}`);
}

export function manedensAr(m: Maned): number {
  return Number(m.slice(0, 4));
}

/** 1–12. */
export function manedensNummer(m: Maned): number {
  return Number(m.slice(5, 7));
}

function lopenummer(m: Maned): number {
  return manedensAr(m) * 12 + manedensNummer(m) - 1;
}

export function leggTilManeder(m: Maned, antall: number): Maned {
  const nummer = lopenummer(m) + antall;
  return manedAv(Math.floor(nummer / 12), (((nummer % 12) + 12) % 12) + 1);
}

export function neste(m: Maned): Maned {
  return leggTilManeder(m, 1);
}

export function forrige(m: Maned): Maned {
  return leggTilManeder(m, -1);
}

/** Months from `fra` to `til`: 1 from a month to the next. */
export function manederMellom(fra: Maned, til: Maned): number {
  return lopenummer(til) - lopenummer(fra);
}

/** Every month from `fra` to `til`, both included; empty when `til` is before `fra`. */
export function manederFraTil(fra: Maned, til: Maned): Maned[] {
  const antall = manederMellom(fra, til) + 1;
  return Array.from({ length: Math.max(0, antall) }, (_, i) => leggTilManeder(fra, i));
}

export function dagerI(m: Maned): number {
  return dagerIManed(manedensAr(m), manedensNummer(m));
}

export function forsteDag(m: Maned): Dato {
  return `${m}-01` as Dato;
}

export function sisteDag(m: Maned): Dato {
  return `${m}-${dagerI(m)}` as Dato;
}

export function periodeFor(m: Maned): Periode<Dato> & { tom: Dato } {
  return { fom: forsteDag(m), tom: sisteDag(m) };
}

/** The third of the year: 1 = January–April, 2 = May–August, 3 = September–December. */
export function tertial(m: Maned): 1 | 2 | 3 {
  return Math.ceil(manedensNummer(m) / 4) as 1 | 2 | 3;
}
