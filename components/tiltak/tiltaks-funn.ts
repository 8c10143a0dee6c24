import { belopTekst } from '#components/ui/tall.tsx';
import type { Tiltakside } from '#lib/oversikt/tiltak-view.ts';

export type Tiltaksfunn = { readonly nokkel: 'over' | 'innenfor' | 'utenBudsjett' | 'provd' | 'dyrere' | 'dekker'; readonly verdier: Record<string, string> };

const mill = (ore: number): string => belopTekst(Math.abs(ore), 'mill', false, true);

/** The heading's finding: what the measure does about the overrun, or how large the overrun is. */
export function tiltaksfunn({ ar, gap, tall }: Pick<Tiltakside, 'ar' | 'gap' | 'tall'>): Tiltaksfunn {
  const gapOre = gap?.ore ?? 0;
  if (tall !== null) {
    const verdier = { ar: String(ar), arslutt: mill(tall.arsluttOre), tolv: mill(tall.tolvOre), gap: mill(gapOre) };
    if (tall.tolvOre > 0) return { nokkel: 'dyrere', verdier };
    return { nokkel: gapOre > 0 && -tall.arsluttOre >= gapOre ? 'dekker' : 'provd', verdier };
  }
  if (gap === null) return { nokkel: 'utenBudsjett', verdier: {} };
  return { nokkel: gapOre > 0 ? 'over' : 'innenfor', verdier: { ar: String(ar), gap: mill(gapOre) } };
}
