import type { Dato } from '#lib/core/dato.ts';

/** The recipient's right to choose who delivers a service: who delivers when nobody has chosen, and how long a change takes. */
export type Brukervalg = { readonly standardEnhetId: number | null; readonly byttefristDager: number };

/** A municipality's rule for a service from a day; `tilbys` false: from then on the municipality decides. */
export type DatertBrukervalg = Brukervalg & { readonly tjeneste: string; readonly fom: Dato; readonly tilbys: boolean };

/** The right on a day, or null where the municipality decides. */
export function brukervalgFor(tjeneste: string, dag: Dato, regler: readonly DatertBrukervalg[]): Brukervalg | null {
  const siste = regler.filter((r) => r.tjeneste === tjeneste && r.fom <= dag).toSorted((a, b) => (a.fom < b.fom ? -1 : 1)).at(-1);
  return siste?.tilbys ? { standardEnhetId: siste.standardEnhetId, byttefristDager: siste.byttefristDager } : null;
}
