import { brok, delt, ganger, type Brok } from '#lib/core/brok.ts';
import { TABELL_6_1, type Storrelsesgruppe } from '#lib/toppfinansiering/domain/kilde-tall.ts';
import type { Simuleringsgrunnlag, Utforming, Utformingssvar } from '#lib/toppfinansiering/domain/utforming.ts';

/** Grant per inhabitant in kr in a group of municipalities: the mean (null: not known), and the standard deviation within a year and of the change to the next. */
export type Gruppetall = { readonly snitt: Brok | null; readonly avvik: Brok; readonly avvikEndring: Brok };
export type Gruppe = { readonly fra: number; readonly til: number | null; readonly na: Gruppetall; readonly under: readonly (Gruppetall | null)[] };

const skalert = (g: Storrelsesgruppe, faktor: Brok): Gruppetall => ({
  snitt: ganger(brok(g.snitt2014), faktor), avvik: ganger(brok(g.avvik2014), faktor), avvikEndring: ganger(brok(g.avvikEndring), faktor),
});

/**
 * What a design makes of table 6.1. Where only the grade changes, every municipality's grant changes by the same share, and
 * so do mean and deviation. Where the scheme is for small ones only, the large are paid by inhabitants and vary no more.
 * Otherwise the source does not say which recipients live where, and there is no figure.
 */
function gruppenUnder(u: Utforming, svar: Utformingssvar, base: Simuleringsgrunnlag, g: Storrelsesgruppe): Gruppetall | null {
  if (!svar.ok) return null;
  if (u.type === 'SMA') {
    if (g.fra < u.grense) return skalert(g, brok(1));
    // one rate for all above the limit; its size is known where one group is alone above it
    const alene = TABELL_6_1.filter((en) => en.fra >= u.grense).length === 1;
    return { snitt: alene ? brok(g.snitt2014) : null, avvik: brok(0), avvikEndring: brok(0) };
  }
  if (u.type !== 'GRAD' && u.type !== 'BEVILGNING') return null;
  return svar.tall.kompensasjonsgrad === null ? null : skalert(g, delt(svar.tall.kompensasjonsgrad, base.kompensasjonsgrad));
}

/** Table 6.1 for 2014, and under each design. */
export function risikoPerGruppe(base: Simuleringsgrunnlag, utforminger: readonly Utforming[], svar: readonly Utformingssvar[]): readonly Gruppe[] {
  return TABELL_6_1.map((g) => ({
    fra: g.fra,
    til: g.til,
    na: skalert(g, brok(1)),
    under: utforminger.map((u, i) => {
      const ett = svar[i];
      return ett ? gruppenUnder(u, ett, base, g) : null;
    }),
  }));
}
