import { avrund, brok, ganger, minus, NULL_BROK, pluss, sammenlign } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { oreFraBigint, sumOre } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';

/** Net cost above the base threshold, uniform within the bin. */
export type Kostnadsintervall = { readonly fraOre: Ore; readonly tilOre: Ore; readonly antall: number };
/** The open top: how many, and the sum of their net cost above the base threshold. */
export type ApenTopp = { readonly antallOver: number; readonly sumOverOre: Ore };

/** Who the grant is simulated for: the recipients themselves, or a published distribution of them. */
export type Tilskuddsgrunnlag =
  | { readonly type: 'BRUKERE'; readonly nettoOre: readonly Ore[] }
  | { readonly type: 'FORDELING'; readonly intervaller: readonly Kostnadsintervall[]; readonly topp: ApenTopp };

export type Over = { readonly antall: Brok; readonly tilskuddOre: Ore };

/** How many are above a threshold, and the sum of what is above it. `x` is measured from the base threshold. */
function overX(intervaller: readonly Kostnadsintervall[], topp: ApenTopp, x: Brok): { antall: Brok; sum: Brok } {
  let antall = brok(topp.antallOver);
  let sum = minus(brok(topp.sumOverOre), ganger(x, antall));
  for (const i of intervaller) {
    const [fra, til] = [brok(i.fraOre), brok(i.tilOre)];
    if (sammenlign(x, til) >= 0) continue;
    const nedre = sammenlign(x, fra) > 0 ? x : fra;
    const bredde = minus(til, nedre);
    const andel = brok(bredde.t * BigInt(i.antall), bredde.n * BigInt(i.tilOre - i.fraOre));
    const midt = ganger(pluss(nedre, til), brok(1, 2));
    antall = pluss(antall, andel);
    sum = pluss(sum, ganger(andel, minus(midt, x)));
  }
  return { antall, sum };
}

/**
 * Number and grant at a threshold and grade. Rounded per recipient where there are recipients, once where there is a
 * distribution.
 */
export function tilskuddVed(g: Tilskuddsgrunnlag, basisOre: Ore, terskel: Brok, grad: Brok): Over {
  if (g.type === 'BRUKERE') {
    const over = g.nettoOre.map((n) => minus(brok(n), terskel)).filter((n) => n.t > 0n);
    return {
      antall: brok(over.length),
      tilskuddOre: sumOre(over.map((n) => oreFraBigint(avrund(ganger(grad, n))))),
    };
  }
  const { antall, sum } = overX(g.intervaller, g.topp, minus(terskel, brok(basisOre)));
  return { antall, tilskuddOre: oreFraBigint(avrund(ganger(grad, sum.t > 0n ? sum : NULL_BROK))) };
}

/** The highest threshold that the distribution knows; null when there is no limit. */
export function hoyesteTerskel(g: Tilskuddsgrunnlag, basisOre: Ore): Brok | null {
  if (g.type === 'BRUKERE') return null;
  return brok(basisOre + (g.intervaller.at(-1)?.tilOre ?? 0));
}

function terskelBlantBrukere(netto: readonly Ore[], basisOre: Ore, antall: number): Brok | null {
  const over = netto.filter((n) => n > basisOre).toSorted((a, b) => b - a);
  if (antall > over.length) return null;
  const neste = over[antall];
  if (neste === undefined) return brok(basisOre);
  return over[antall - 1] === neste ? null : brok(neste);
}

/** The lowest threshold at which exactly `antall` remain; null when there is none (a tie, or outside the distribution). */
export function terskelForAntall(g: Tilskuddsgrunnlag, basisOre: Ore, antall: number): Brok | null {
  if (g.type === 'BRUKERE') return terskelBlantBrukere(g.nettoOre, basisOre, antall);
  if (antall < g.topp.antallOver) return null;
  let overSlutt = g.topp.antallOver + g.intervaller.reduce((sum, i) => sum + i.antall, 0);
  if (antall > overSlutt) return null;
  for (const i of g.intervaller) {
    overSlutt -= i.antall;
    if (antall < overSlutt) continue;
    const inne = i.antall === 0 ? brok(i.tilOre - i.fraOre) : brok((antall - overSlutt) * (i.tilOre - i.fraOre), i.antall);
    return minus(brok(basisOre + i.tilOre), inne);
  }
  return hoyesteTerskel(g, basisOre);
}
