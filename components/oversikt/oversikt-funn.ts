import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import type { Oversikt } from '#lib/oversikt/oversikt-view.ts';
import { belopTekst } from '#components/ui/tall.tsx';

export type Funn = {
  readonly nokkel: 'over' | 'overMenUnder' | 'underMenOver' | 'under' | 'utenBudsjett';
  readonly verdier: Record<string, string>;
  readonly ingress: Record<string, string> | null;
};

const mill = (belop: number): string => belopTekst(Math.abs(belop), 'mill', false, true);
const medFortegn = (belop: number): string => belopTekst(belop, 'mill', true, true);

/** The heading's finding, computed: which side of the frame the month and the year are on, and by how much. */
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
    ingress: { volum: medFortegn(bilde.hittil.volumOre), miks: medFortegn(bilde.hittil.miksOre), pris: medFortegn(bilde.hittil.prisOre) },
  };
}
