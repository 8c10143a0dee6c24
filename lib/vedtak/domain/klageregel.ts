import type { Dato } from '#lib/core/dato.ts';

/** Who decides appeals over a service, and how many weeks one has; `bekreftet` says that somebody has read it against the source. */
export type Klageregel = { readonly uker: number; readonly instans: { readonly nb: string; readonly nn: string }; readonly rettskilde: string; readonly bekreftet: boolean };

/** A municipality's rule: for one service, or ('') for all that have none of their own. */
export type DatertKlageregel = Klageregel & { readonly tjeneste: string; readonly fom: Dato };

/** Health and care services: pasient- og brukerrettighetsloven kapittel 7. */
export const STANDARD_KLAGEREGEL: Klageregel = {
  uker: 4,
  instans: { nb: 'Statsforvalteren', nn: 'Statsforvaltaren' },
  rettskilde: 'pasient- og brukerrettighetsloven §§ 7-2 og 7-5',
  bekreftet: true,
};

/** The rule for a service on a day: its own, else the municipality's for all, else the act's own with the template's weeks. */
export function klageregelFor(tjeneste: string, dag: Dato, regler: readonly DatertKlageregel[], uker = STANDARD_KLAGEREGEL.uker): Klageregel {
  const gjelder = (kode: string) => regler.filter((r) => r.tjeneste === kode && r.fom <= dag).toSorted((a, b) => (a.fom < b.fom ? -1 : 1)).at(-1);
  return gjelder(tjeneste) ?? gjelder('') ?? { ...STANDARD_KLAGEREGEL, uker };
}
