import { avrund, brok, type Brok, brokFraDesimal, ganger, minus, NULL_BROK, tilDesimal } from '#lib/core/brok.ts';
import { INGEN_ORE, type Ore, oreFraBigint, sumOre } from '#lib/core/ore.ts';
import type { Parametersett } from './kjente-parametre.ts';
import { beregnToppfinansiering, type Brukertilskudd, type ToppfinansieringInn, type ToppfinansieringUt } from './toppfinansiering.ts';

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

/** What the rules give together, of a claim or of a year that is expected. */
export function samletTilskudd(inn: ToppfinansieringInn, sett: Parametersett): Ore {
  const ut = beregnToppfinansiering(inn);
  const { trinn2Ore, tilleggOre } = beregnTilleggene(ut, sett, inn.innbyggere);
  return sumOre([ut.sum.tilskuddOre, trinn2Ore ?? INGEN_ORE, tilleggOre ?? INGEN_ORE]);
}

export const REGNELINJER = ['OVER_INNSLAG', 'EGENANDEL', 'GRUNNLAG', 'TILSKUDD', 'OVER_TRINN2', 'TRINN2', 'UDEKKET', 'TERSKEL', 'TILLEGG', 'SAMLET'] as const;
/** A line of the municipality's grant: an amount (subtracted where negative), the grade it is taken with, and the inhabitants it is counted for. */
export type Regnelinje = { readonly navn: (typeof REGNELINJER)[number]; readonly ore: number; readonly grad: string | null; readonly innbyggere: number | null };

const linje = (navn: Regnelinje['navn'], ore: number, grad: string | null = null, innbyggere: number | null = null): Regnelinje => ({ navn, ore, grad, innbyggere });

function tilleggslinjer(ut: ToppfinansieringUt, sett: Parametersett, innbyggere: number, { trinn2Ore, tilleggOre }: Tilleggene): Regnelinje[] {
  if (tilleggOre === null || !sett.tilleggMaksInnbyggere) return [];
  if (innbyggere >= sett.tilleggMaksInnbyggere) return [linje('TILLEGG', 0, sett.tilleggGrad ?? null, innbyggere)];
  const udekket = sum(ut.brukere.filter((b) => erOver(b, sett.innslagspunktOre)).map((b) => b.nettoOre)) - ut.sum.tilskuddOre - (trinn2Ore ?? 0);
  return [linje('UDEKKET', udekket), linje('TERSKEL', -(sett.tilleggTerskelOre ?? 0) * innbyggere, null, innbyggere), linje('TILLEGG', tilleggOre, sett.tilleggGrad ?? null)];
}

/**
 * The grant as lines that can be added up by hand: what is above the threshold, the own share per inhabitant, the grade, the
 * second tier, the extra grant and the sum. A rule that the circular does not have gives no line.
 */
export function regnestykke(ut: ToppfinansieringUt, sett: Parametersett, innbyggere: number): Regnelinje[] {
  const tilleggene = beregnTilleggene(ut, sett, innbyggere);
  const over = ut.brukere.filter((b) => erOver(b, sett.innslagspunktOre));
  const overInnslag = sum(over.map((b) => b.nettoOre - sett.innslagspunktOre));
  const egenandel = (sett.egenandelPerInnbyggerOre ?? 0) * innbyggere;
  const trinn2 = tilleggene.trinn2Ore === null ? [] : [linje('OVER_TRINN2', sum(over.map((b) => Math.max(0, b.nettoOre - (sett.trinn2FraOre ?? 0))))), linje('TRINN2', tilleggene.trinn2Ore, tilDesimal(minus(brokFraDesimal(sett.trinn2Grad ?? '0'), brokFraDesimal(sett.kompensasjonsgrad)), 4))];
  return [
    linje('OVER_INNSLAG', overInnslag),
    ...(sett.egenandelPerInnbyggerOre ? [linje('EGENANDEL', -egenandel, null, innbyggere), linje('GRUNNLAG', Math.max(0, overInnslag - egenandel))] : []),
    linje('TILSKUDD', ut.sum.tilskuddOre, sett.kompensasjonsgrad), ...trinn2, ...tilleggslinjer(ut, sett, innbyggere, tilleggene),
    linje('SAMLET', ut.sum.tilskuddOre + (tilleggene.trinn2Ore ?? 0) + (tilleggene.tilleggOre ?? 0)),
  ];
}

/** Whether the lines say more than threshold and grade. */
export function harEgneRegler(linjer: readonly Regnelinje[]): boolean {
  return linjer.some((l) => !['OVER_INNSLAG', 'TILSKUDD', 'SAMLET'].includes(l.navn));
}
