import { leggTilManeder, type Maned } from '#lib/core/maned.ts';

/**
 * The waiting list of a service at the end of `kjentVed`: `venter` recipients without a vedtak of it that was known then, and `kom`,
 * the volume per day that those same recipients came to have in `maned` (0 where it is `kjentVed` itself).
 */
export type Ventetall = { readonly kjentVed: Maned; readonly maned: Maned; readonly venter: number; readonly kom: number };

/** The waiting list, looked up by what was known when. */
export type Venteliste = ReadonlyMap<string, Ventetall>;

/** Month-ends with a list that must lie behind, and recipients seen waiting at them, before a list says what is usual. */
const MINST_MANEDER = 6;
const MINST_VENTENDE = 12;

export const ventenokkel = (kjentVed: Maned, maned: Maned): string => `${kjentVed}/${maned}`;

/**
 * Volume per day that comes in `lead` months beyond what has used to come, because more wait now than used to (negative: fewer): the
 * difference from the mean list, times the part of a place that one who waits has used to have so many months later. Those who use to
 * come from the list are in the inflow already, so only the difference counts. 0 where the history is too short to tell.
 *
 * @param maneder months of history that the inflow is read from
 */
export function utoverVanligKo(liste: Venteliste, naa: Maned, lead: number, maneder: number): number {
  const naaVenter = liste.get(ventenokkel(naa, naa))?.venter;
  if (naaVenter === undefined) return 0;
  let [antall, venter, kom] = [0, 0, 0];
  for (let bak = 0; bak < maneder; bak += 1) {
    const maned = leggTilManeder(naa, -bak);
    const da = liste.get(ventenokkel(leggTilManeder(maned, -lead), maned));
    if (!da) break;
    antall += 1;
    venter += da.venter;
    kom += da.kom;
  }
  if (antall < MINST_MANEDER || venter < MINST_VENTENDE) return 0;
  return (kom / venter) * (naaVenter - venter / antall);
}
