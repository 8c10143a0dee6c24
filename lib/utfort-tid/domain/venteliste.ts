import { type Dato, dagerMellom } from '#lib/core/dato.ts';

export const VENTETYPER = ['LANGTID', 'KORTTID', 'FORSTERKET'] as const;
export type Ventetype = (typeof VENTETYPER)[number];
/** What the municipality's own regulation asks for (hol § 3-2 a); the wording on the screen is the municipality's to decide. */
export const KRITERIER = ['TILSYN_HELE_DOGNET', 'IKKE_FORSVARLIG_HJEMME', 'ANDRE_TJENESTER_PROVD', 'KOGNITIV_SVIKT', 'PARORENDE_UTSLITT'] as const;
export type Kriterium = (typeof KRITERIER)[number];
export const PRIORITETER = [1, 2, 3] as const;
export type Prioritet = (typeof PRIORITETER)[number];
export const SLUTTGRUNNER = ['TRUKKET', 'DOD', 'IKKE_BEHOV'] as const;

export type Ventende = { readonly id: number; readonly plasstype: Ventetype; readonly prioritet: Prioritet; readonly sattOpp: Dato };

/** Those who cannot wait first, then the one who has waited longest. */
export function venterekke<T extends Ventende>(rader: readonly T[]): T[] {
  return rader.toSorted((a, b) => a.prioritet - b.prioritet || (a.sattOpp < b.sattOpp ? -1 : a.sattOpp > b.sattOpp ? 1 : a.id - b.id));
}

export function dagerVentet(v: Pick<Ventende, 'sattOpp'>, iDag: Dato): number {
  return Math.max(0, dagerMellom(v.sattOpp, iDag));
}

/** Days waited: half have waited at most this. Null: nobody waits. */
export function medianVentet(rader: readonly Pick<Ventende, 'sattOpp'>[], iDag: Dato): number | null {
  const dager = rader.map((r) => dagerVentet(r, iDag)).toSorted((a, b) => a - b);
  return dager[Math.floor((dager.length - 1) / 2)] ?? null;
}
