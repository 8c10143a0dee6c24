import { avrund, brok, delt, EN_BROK, ganger, minus, pluss, sumBrok } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { oreFraBigint } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';
import { justeringsfaktor } from '#lib/stykkpris/domain/stykkpris.ts';

/** A unit at the start: the cost that the price shall cover (øre a year) and its weighted volume, which stays the same. */
export type Baneenhet = { readonly id: string; readonly kostnadOre: Ore; readonly vektetVolum: Brok };
export type PrisbaneInn = {
  readonly forsteAr: number;
  readonly antallAr: number;
  /** today's price of one weighted unit */
  readonly startprisOre: Ore;
  readonly kostnadsvekst: Brok;
  readonly effektivitetskrav: Brok;
  readonly enheter: readonly Baneenhet[];
  /** the change of a unit's cost beyond cost growth in year number `nr` (0 is the first), as a share */
  readonly endring: (enhet: string, nr: number) => Brok;
};

/** Per weighted unit: the two prices, what a unit cost, and the result under each price; and each unit's whole result in øre. */
export type Baneledd = {
  readonly ar: number;
  readonly selvregulerendeOre: Ore;
  readonly kostnadsvekstOre: Ore;
  readonly enhetskostnad: Brok;
  readonly resultatSelvregulerende: Brok;
  readonly resultatKostnadsvekst: Brok;
  readonly perEnhet: readonly { readonly enhet: string; readonly selvregulerendeOre: Ore; readonly kostnadsvekstOre: Ore }[];
};

const hele = (b: Brok): Ore => oreFraBigint(avrund(b));

/**
 * How price and results go over the years when the units save or overspend. The self-regulating price of a year is the
 * average cost of the year before with growth, so that a saving is the unit's own for one year and then in the price
 * (Kristiansand, ECON 4.3); the indexed price grows alone, so that the difference stays. Empty without volume.
 */
export function beregnPrisbane(inn: PrisbaneInn): Baneledd[] {
  const enheter = inn.enheter.filter((e) => e.vektetVolum.t > 0n);
  const volum = sumBrok(inn.enheter.map((e) => e.vektetVolum));
  if (volum.t === 0n) return [];
  const faktor = justeringsfaktor(inn);
  const vekst = pluss(EN_BROK, inn.kostnadsvekst);
  let kostnader = new Map(inn.enheter.map((e) => [e.id, brok(e.kostnadOre)]));
  let indeksert = inn.startprisOre;
  return Array.from({ length: inn.antallAr }, (_, nr) => {
    const snittFor = delt(sumBrok(kostnader.values()), volum);
    const selvregulerendeOre = hele(ganger(snittFor, faktor));
    indeksert = hele(ganger(brok(indeksert), faktor));
    const kostnadsvekstOre = indeksert;
    kostnader = new Map([...kostnader].map(([id, k]) => [id, ganger(ganger(k, vekst), pluss(EN_BROK, inn.endring(id, nr)))]));
    const enhetskostnad = delt(sumBrok(kostnader.values()), volum);
    const resultat = (e: Baneenhet, pris: Ore) => hele(minus(ganger(e.vektetVolum, brok(pris)), kostnader.get(e.id) ?? brok(0)));
    return {
      ar: inn.forsteAr + nr,
      selvregulerendeOre,
      kostnadsvekstOre,
      enhetskostnad,
      resultatSelvregulerende: minus(brok(selvregulerendeOre), enhetskostnad),
      resultatKostnadsvekst: minus(brok(kostnadsvekstOre), enhetskostnad),
      perEnhet: enheter.map((e) => ({ enhet: e.id, selvregulerendeOre: resultat(e, selvregulerendeOre), kostnadsvekstOre: resultat(e, kostnadsvekstOre) })),
    };
  });
}
