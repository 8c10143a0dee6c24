import { datoAv, type Dato, dagerIManed, leggTilDager } from '../../lib/core/dato.ts';
import { forrige, leggTilManeder, type Maned, manedAv, manedensAr, manedensNummer, manedFor } from '../../lib/core/maned.ts';
import { manedOgAr, manedsnavn } from '../../lib/core/manedsnavn.ts';
import { datoI, lokalTidVed } from '../../lib/core/oslo-tid.ts';

/** Today where the municipality is. The journeys hold on any day of any year: what they type is counted from it. */
export const I_DAG: Dato = datoI(lokalTidVed(Date.now()));
export const DENNE: Maned = manedFor(I_DAG);
/** The last whole month, which the demo has settled. */
export const SISTE: Maned = forrige(DENNE);
export const AR = manedensAr(DENNE);

const skrevet = (dato: Dato): string => `${dato.slice(8)}.${dato.slice(5, 7)}.${dato.slice(0, 4)}`;

/** dd.mm.åååå so many days from today. */
export function dag(fraIDag: number): string {
  return skrevet(leggTilDager(I_DAG, fraIDag));
}

/** dd.mm.åååå in a year. */
export function dagI(ar: number, maned: number, nummer: number): string {
  return skrevet(datoAv(ar, maned, nummer));
}

/** The last day of a month so many months from this one, as dd.mm.åååå. */
export function manedsslutt(fraDenne: number): string {
  const m = leggTilManeder(DENNE, fraDenne);
  return dagI(manedensAr(m), manedensNummer(m), dagerIManed(manedensAr(m), manedensNummer(m)));
}

/** As the heading of a tertial until the last whole month says it: "September–oktober 2026", or one month's name. */
export function tertialHittil(): string {
  const [ar, til] = [manedensAr(SISTE), manedensNummer(SISTE)];
  const fra = manedAv(ar, til - ((til - 1) % 4));
  const [forst, sist] = [manedsnavn(fra), manedOgAr(SISTE)];
  const tekst = fra === SISTE ? sist : `${forst}–${sist}`;
  return tekst.slice(0, 1).toUpperCase() + tekst.slice(1);
}

/** Whole number from `fra` to `til`, drawn anew. */
export function tilfeldig(fra: number, til: number): number {
  return fra + Math.floor(Math.random() * (til - fra + 1));
}
