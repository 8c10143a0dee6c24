import { avrundTilTall, brok } from '#lib/core/brok.ts';
import type { Maned } from '#lib/core/maned.ts';
import { type Ore, ore } from '#lib/core/ore.ts';
import { type Omfang, omfangNokkel } from '#lib/vedtak/domain/omfang.ts';
import { type Arspris, bundetAv, type Lopende } from './bundet.ts';

/**
 * The extent with so many thousandths less, in whole minutes and times as a vedtak is written: each is rounded (half away from zero),
 * and nobody loses the last of it. Visits are as many, and shorter. A level, a place and a contract have no amount to make less.
 */
export function strengere(omfang: Omfang, promille: number): Omfang {
  const igjen = (antall: number): number => (antall === 0 ? 0 : Math.max(1, avrundTilTall(brok(antall * (1000 - promille), 1000))));
  if (omfang.type === 'TIMER') return { ...omfang, minutter: igjen(omfang.minutter), deler: omfang.deler.map((del) => ({ ...del, minutter: igjen(del.minutter) })) };
  return omfang.type === 'ANTALL' ? { ...omfang, antall: igjen(omfang.antall) } : omfang;
}

/** A vedtak computed again: øre over the months before, after and the difference (− is less). */
export type Revurdert = { readonly vedtak: Lopende; readonly foerOre: Ore; readonly etterOre: Ore; readonly endringOre: Ore };

/** Every vedtak whose extent is changed by `ny`, at the prices given; a vedtak that a price is missing for is left out, never 0. */
export function revurder(vedtak: readonly Lopende[], arspris: Arspris, maneder: readonly Maned[], ny: (vedtak: Lopende) => Omfang): Revurdert[] {
  return vedtak.flatMap((v): Revurdert[] => {
    const omfang = ny(v);
    if (omfangNokkel(omfang) === omfangNokkel(v.omfang)) return [];
    const [foer, etter] = [bundetAv(v, arspris, maneder), bundetAv(v, arspris, maneder, omfang)];
    if (foer.type !== 'BUNDET' || etter.type !== 'BUNDET') return [];
    return [{ vedtak: v, foerOre: foer.ore, etterOre: etter.ore, endringOre: ore(etter.ore - foer.ore) }];
  });
}

/** Recipients behind some vedtak, and what they commit together over the months, in øre. */
export type Snittmottaker = { readonly mottakere: number; readonly sumOre: number };

/** The basis of a mean recipient: those whose vedtak have a price. */
export function snittmottaker(vedtak: readonly Lopende[], arspris: Arspris, maneder: readonly Maned[]): Snittmottaker {
  const priset = vedtak.flatMap((v) => {
    const b = bundetAv(v, arspris, maneder);
    return b.type === 'BUNDET' ? [{ hvem: v.pseudonym, ore: b.ore }] : [];
  });
  return { mottakere: new Set(priset.map((p) => p.hvem)).size, sumOre: priset.reduce((sum, p) => sum + p.ore, 0) };
}

/** What so many more recipients commit at the mean, each whole øre, so that the list sums to the mean × the number rounded once. */
export function nyeMottakere({ mottakere, sumOre }: Snittmottaker, antall: number): Ore[] {
  if (mottakere === 0) return [];
  const til = (n: number): number => avrundTilTall(brok(sumOre * n, mottakere));
  return Array.from({ length: antall }, (_, i) => ore(til(i + 1) - til(i)));
}
