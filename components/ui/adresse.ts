/** The search parameters of a page, as Next gives them once awaited. */
export type Sokefelt = Record<string, string | string[] | undefined>;

/**
 * The same address with some parameters changed (undefined removes). Parameters are sorted, so that one state
 * has one address.
 */
export function medFelt(sti: string, felt: Sokefelt, endring: Record<string, string | undefined>): string {
  const params = new URLSearchParams();
  for (const navn of [...new Set([...Object.keys(felt), ...Object.keys(endring)])].sort()) {
    const verdi = navn in endring ? endring[navn] : felt[navn];
    for (const en of Array.isArray(verdi) ? verdi : [verdi]) if (en !== undefined && en !== '') params.append(navn, en);
  }
  const sok = params.toString();
  return sok ? `${sti}?${sok}` : sti;
}

/** The first value of a parameter, or undefined. */
export function ettFelt(felt: Sokefelt, navn: string): string | undefined {
  const verdi = felt[navn];
  return Array.isArray(verdi) ? verdi[0] : verdi;
}

/** A page number from the address: a whole number of at least 1. */
export function sidetall(felt: Sokefelt, navn = 'side'): number {
  const tall = Number(ettFelt(felt, navn));
  return Number.isSafeInteger(tall) && tall >= 1 ? tall : 1;
}
