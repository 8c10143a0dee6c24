import { avrund, brok, type Brok, brokFraDesimal, ganger, minus, NULL_BROK } from '#lib/core/brok.ts';
import { type Ore, oreFraBigint } from '#lib/core/ore.ts';
import type { Parametersett } from './kjente-parametre.ts';
import type { Brukertilskudd, ToppfinansieringUt } from './toppfinansiering.ts';

/** What the rules from 2025 and of small municipalities give beside the claim, in øre. Null: the circular has no such rule. */
export type Tilleggene = { readonly trinn2Ore: Ore | null; readonly tilleggOre: Ore | null };

const sum = (tall: readonly number[]): number => tall.reduce((a, b) => a + b, 0);
const avrundet = (b: Brok): Ore => oreFraBigint(avrund(b));

/** Whether a recipient is above the threshold, also where the grant is the municipality's as a whole and nobody has one alone. */
export function erOver(svar: Pick<Brukertilskudd, 'nettoOre' | 'tilskuddOre'>, innslagspunktOre: number): boolean {
  return svar.tilskuddOre === null ? svar.nettoOre > innslagspunktOre : svar.tilskuddOre > 0;
}

/**
 * The second tier: what is above its threshold is covered by its own grade instead of the first (nothing where the own
 * share per inhabitant takes the whole grant). The extra grant: for fewer inhabitants than the limit, a share of the net cost of claimed
 * recipients that nothing covers, above a threshold per inhabitant.
 */
export function beregnTilleggene(ut: ToppfinansieringUt, sett: Parametersett, innbyggere: number): Tilleggene {
  const { trinn2FraOre, trinn2Grad, tilleggMaksInnbyggere, tilleggTerskelOre, tilleggGrad } = sett;
  const over = ut.brukere.filter((b) => erOver(b, sett.innslagspunktOre));
  const over2 = trinn2FraOre ? sum(over.map((b) => Math.max(0, b.nettoOre - trinn2FraOre))) : 0;
  const trinn2Ore = !trinn2FraOre || !trinn2Grad ? null
    : avrundet(ganger(minus(brokFraDesimal(trinn2Grad), brokFraDesimal(sett.kompensasjonsgrad)), ut.sum.tilskuddOre > 0 ? brok(over2) : NULL_BROK));
  if (!tilleggMaksInnbyggere || !tilleggGrad || tilleggTerskelOre === undefined || tilleggTerskelOre === null) return { trinn2Ore, tilleggOre: null };
  const udekket = sum(over.map((b) => b.nettoOre)) - ut.sum.tilskuddOre - (trinn2Ore ?? 0);
  const grunnlag = innbyggere < tilleggMaksInnbyggere ? Math.max(0, udekket - tilleggTerskelOre * innbyggere) : 0;
  return { trinn2Ore, tilleggOre: avrundet(ganger(brokFraDesimal(tilleggGrad), brok(grunnlag))) };
}
