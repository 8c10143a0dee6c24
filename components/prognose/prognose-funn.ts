import { belopTekst } from '#components/ui/tall.tsx';
import type { Intervalltall } from '#lib/avvik/domain/prognose-intervall.ts';
import type { PrognoseView } from '#lib/oversikt/prognose-view.ts';

export type Funn = {
  readonly nokkel: 'over' | 'under' | 'usikkert' | 'usikkertOver' | 'usikkertUnder' | 'utenBudsjett';
  readonly verdier: Record<string, string>;
};

const utenEnhet = (belop: number): string => belopTekst(Math.abs(belop), 'mill');
const medEnhet = (belop: number): string => belopTekst(Math.abs(belop), 'mill', false, true);

/** "6,9–10,1"; edges of unlike sign carry theirs, so that a dash is never read as a minus. */
export function intervallTekst({ lavOre, hoyOre }: Intervalltall, fortegn = false): string {
  const tekst = (belop: number): string => belopTekst(belop, 'mill', fortegn);
  return fortegn || lavOre < 0 ? `${tekst(lavOre)} til ${tekst(hoyOre)}` : `${tekst(lavOre)}–${tekst(hoyOre)}`;
}

/** The heading's finding, computed: over or under only when the whole interval is, else both edges are named. */
export function prognoseFunn({ ar, harBudsjett, sum }: Pick<PrognoseView, 'ar' | 'harBudsjett' | 'sum'>): Funn {
  const aret = String(ar);
  if (!harBudsjett) return { nokkel: 'utenBudsjett', verdier: { ar: aret, belop: medEnhet(sum.aret.ore), intervall: intervallTekst(sum.aret) } };
  const { ore, lavOre, hoyOre } = sum.avvik;
  if (lavOre > 0) return { nokkel: 'over', verdier: { ar: aret, belop: medEnhet(ore), lav: utenEnhet(lavOre), hoy: utenEnhet(hoyOre) } };
  if (hoyOre < 0) return { nokkel: 'under', verdier: { ar: aret, belop: medEnhet(ore), lav: utenEnhet(hoyOre), hoy: utenEnhet(lavOre) } };
  const nokkel = ore > 0 ? 'usikkertOver' : ore < 0 ? 'usikkertUnder' : 'usikkert';
  return { nokkel, verdier: { ar: aret, belop: medEnhet(ore), lav: medEnhet(lavOre), hoy: medEnhet(hoyOre) } };
}
