import { belopTekst } from '#components/ui/tall.tsx';
import { manedsnavn, manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { manedensAr } from '#lib/core/maned.ts';
import type { Avvikside } from '#lib/oversikt/avvik-view.ts';

export type Avviksfunn = { readonly nokkel: 'over' | 'under' | 'treff' | 'utenBudsjett'; readonly belop: string; readonly arsak: 'volumOpp' | 'volumNed' | 'miksOpp' | 'miksNed' | 'prisOpp' | 'prisNed' };

/** The heading's finding: which side of the frame, by how much, and the part that pulls most that way. */
export function avviksfunn({ sum, harBudsjett }: Pick<Avvikside, 'sum' | 'harBudsjett'>): Avviksfunn {
  const retning = sum.avvikOre < 0 ? -1 : 1;
  const deler = [{ navn: 'volum', ore: sum.volumOre }, { navn: 'miks', ore: sum.miksOre }, { navn: 'pris', ore: sum.prisOre }] as const;
  const storst = deler.toSorted((a, b) => retning * (b.ore - a.ore))[0] ?? deler[0];
  const nokkel = !harBudsjett ? 'utenBudsjett' : sum.avvikOre > 0 ? 'over' : sum.avvikOre < 0 ? 'under' : 'treff';
  return { nokkel, belop: belopTekst(harBudsjett ? Math.abs(sum.avvikOre) : sum.faktiskOre, 'mill', false, true), arsak: `${storst.navn}${storst.ore < 0 ? 'Ned' : 'Opp'}` };
}

/** The months of the choice as the texts `periodetekst.*` want them. */
export function periodeverdier({ fra, utvalg }: Pick<Avvikside, 'fra' | 'utvalg'>): { nokkel: Avvikside['utvalg']['periode']; verdier: Record<string, string> } {
  const nokkel = fra === utvalg.maned ? 'maned' : utvalg.periode;
  return { nokkel, verdier: { maned: stor(manedOgAr(utvalg.maned)), fra: stor(manedsnavn(fra)), til: manedsnavn(utvalg.maned), ar: String(manedensAr(fra)) } };
}
