/** What a level of a service means, in the municipality's own words: services and how often, for the letter. */
export type Nivaer = Readonly<Record<string, Readonly<Record<string, { readonly nb: string; readonly nn: string }>>>>;

/** What a municipality has decided about its vedtak. */
export type Vedtaksregler = {
  /** øre a year; above it a second person approves. Null: no limit */
  readonly grenseOre: number | null;
  readonly nivaer: Nivaer;
};

const objekt = (verdi: unknown): Record<string, unknown> => (typeof verdi === 'object' && verdi !== null ? (verdi as Record<string, unknown>) : {});

function lesNivaer(verdi: unknown): Nivaer {
  const tekster = (niva: unknown) => {
    const { nb, nn } = objekt(niva);
    return typeof nb === 'string' && typeof nn === 'string' ? { nb, nn } : null;
  };
  const nivaene = (tjeneste: unknown) => Object.fromEntries(Object.entries(objekt(tjeneste)).flatMap(([niva, t]) => { const lest = tekster(t); return lest === null ? [] : [[niva, lest]]; }));
  return Object.fromEntries(Object.entries(objekt(verdi)).map(([kode, tjeneste]) => [kode, nivaene(tjeneste)]));
}

/** Stored settings → rules; what is not there, or cannot be read, is as if never decided. */
export function tolkVedtaksregler(regler: unknown, nivaer: unknown): Vedtaksregler {
  const { grenseOre } = objekt(regler);
  return {
    grenseOre: typeof grenseOre === 'number' && Number.isSafeInteger(grenseOre) && grenseOre > 0 ? grenseOre : null,
    nivaer: lesNivaer(nivaer),
  };
}

/** Does a vedtak of this cost need a second person? An unknown cost does not pass a limit by being unknown. */
export function kreverGodkjenning(regler: Pick<Vedtaksregler, 'grenseOre'>, arOre: number | 'UKJENT' | null): boolean {
  if (regler.grenseOre === null || arOre === null) return false;
  return arOre === 'UKJENT' || arOre > regler.grenseOre;
}
