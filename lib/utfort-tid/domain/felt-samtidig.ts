import type { EpokeMinutt } from '#lib/core/oslo-tid.ts';

/** A visit on the same order, as another account registered it. */
export type Nabobesok = { readonly besokId: number; readonly ansattId: number | null; readonly startMinutt: EpokeMinutt; readonly minutter: number };

export type Samtidig = {
  /** SAMME_ANSATT: the same person's time is in twice. TO_TELEFONER: two persons, and neither said that they were two. */
  readonly slag: 'SAMME_ANSATT' | 'TO_TELEFONER';
  readonly besokId: number;
};

type Ny = { readonly ansattId: number | null; readonly startMinutt: EpokeMinutt; readonly minutter: number; readonly viErTo: boolean };

const overlapper = (a: Ny, b: Nabobesok): boolean => a.startMinutt < b.startMinutt + b.minutter && b.startMinutt < a.startMinutt + a.minutter;

/**
 * What a new visit meets among those already there. It is stored all the same: whether two were there is for people to
 * say, not for the clock. The same person's time twice is the graver of the two, and is told first.
 */
export function finnSamtidig(ny: Ny, andre: readonly Nabobesok[]): Samtidig | null {
  const treff = andre.filter((b) => overlapper(ny, b)).sort((a, b) => a.startMinutt - b.startMinutt || a.besokId - b.besokId);
  const samme = treff.find((b) => b.ansattId !== null && b.ansattId === ny.ansattId);
  if (samme) return { slag: 'SAMME_ANSATT', besokId: samme.besokId };
  const annen = treff[0];
  return annen && !ny.viErTo ? { slag: 'TO_TELEFONER', besokId: annen.besokId } : null;
}
