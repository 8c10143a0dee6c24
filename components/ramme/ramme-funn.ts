import { belopTekst } from '#components/ui/tall.tsx';
import type { Bestillerramme } from '#lib/oversikt/bestillerramme-view.ts';

export type Rammefunn = { readonly nokkel: 'igjen' | 'over' | 'utenBudsjett'; readonly verdier: Readonly<Record<string, string>> };

/** The heading's finding: what is neither used nor committed, or how much more is than the budget. */
export function rammeFunn({ ar, harBudsjett, sum }: Pick<Bestillerramme, 'ar' | 'harBudsjett' | 'sum'>): Rammefunn {
  const tekst = (ore: number): string => belopTekst(ore, 'mill', false, true);
  if (!harBudsjett) return { nokkel: 'utenBudsjett', verdier: { ar: String(ar), belop: tekst(sum.bruktOre + sum.bundetOre) } };
  return { nokkel: sum.igjenOre < 0 ? 'over' : 'igjen', verdier: { ar: String(ar), belop: tekst(Math.abs(sum.igjenOre)) } };
}
