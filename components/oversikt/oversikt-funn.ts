import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import type { PrognoseView } from '#lib/oversikt/prognose-view.ts';
import type { Oversikt } from '#lib/oversikt/oversikt-view.ts';
import { belopTekst } from '#components/ui/tall.tsx';

export type Arsak = {
  readonly nokkel: 'volumOpp' | 'volumNed' | 'miksOpp' | 'miksNed' | 'prisOpp' | 'prisNed';
  readonly verdier: Record<string, string>;
};

export type Funn = {
  readonly nokkel: 'over' | 'overMenUnder' | 'underMenOver' | 'under' | 'utenBudsjett';
  readonly verdier: Record<string, string>;
  readonly ingress: Arsak | null;
};

const mill = (belop: number): string => belopTekst(Math.abs(belop), 'mill', false, true);
const medFortegn = (belop: number): string => belopTekst(belop, 'mill', true, true);

export type Kursfunn = { readonly nokkel: 'over' | 'under' | 'uvisstOver' | 'uvisstUnder' | 'uvisst'; readonly verdier: Record<string, string> };

/** Are we on course: yes or no only when the whole interval is on that side of the frame. Null without a budget, where the month speaks. */
export function kursfunn({ ar, harBudsjett, sum }: Pick<PrognoseView, 'ar' | 'harBudsjett' | 'sum'>): Kursfunn | null {
  if (!harBudsjett) return null;
  const { ore, lavOre, hoyOre } = sum.avvik;
  const nokkel = lavOre > 0 ? 'over' : hoyOre < 0 ? 'under' : ore > 0 ? 'uvisstOver' : ore < 0 ? 'uvisstUnder' : 'uvisst';
  return { nokkel, verdier: { ar: String(ar), belop: mill(ore) } };
}

/** The month's finding, computed: which side of the frame the month and the year are on, and by how much. */
export function oversiktFunn(bilde: Oversikt): Funn {
  const maned = stor(manedOgAr(bilde.maned));
  if (!bilde.harBudsjett) {
    return { nokkel: 'utenBudsjett', verdier: { maned, belop: mill(bilde.manedenstall.faktiskOre), ar: String(bilde.ar) }, ingress: null };
  }
  const manedOver = bilde.manedenstall.avvikOre > 0;
  const aretOver = bilde.hittil.avvikOre > 0;
  const nokkel = manedOver ? (aretOver ? 'over' : 'overMenUnder') : aretOver ? 'underMenOver' : 'under';
  return {
    nokkel,
    verdier: { maned, belop: mill(bilde.manedenstall.avvikOre), hittil: mill(bilde.hittil.avvikOre) },
    ingress: storsteArsak(bilde),
  };
}

/** The part that pulls most in the deviation's own direction, named; the three figures beside it. */
function storsteArsak({ hittil }: Oversikt): Arsak {
  const retning = hittil.avvikOre < 0 ? -1 : 1;
  const deler = [
    { navn: 'volum', ore: hittil.volumOre },
    { navn: 'miks', ore: hittil.miksOre },
    { navn: 'pris', ore: hittil.prisOre },
  ] as const;
  const storst = deler.toSorted((a, b) => retning * (b.ore - a.ore))[0] ?? deler[0];
  return {
    nokkel: `${storst.navn}${storst.ore < 0 ? 'Ned' : 'Opp'}`,
    verdier: { volum: medFortegn(hittil.volumOre), miks: medFortegn(hittil.miksOre), pris: medFortegn(hittil.prisOre) },
  };
}
