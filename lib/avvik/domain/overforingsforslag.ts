import type { Maned } from '#lib/core/maned.ts';
import { ore, trekkFra } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';
import type { Arssluttlinje, Enhetsar } from '#lib/avvik/domain/arsslutt.ts';

export type Overforingsslag = 'VEDTAK' | 'RETTING' | 'TILBAKEFORING';
export type Overforingsstatus = 'FORESLATT' | 'VEDTATT' | 'AVVIST' | 'TRUKKET';
/** A unit's row in a proposal; `bokforesOre` is what the ledger gets: less what the corrected decision left with the unit. */
export type Forslagslinje = Arssluttlinje & { readonly bokforesOre: Ore };

/** Why a year's carry-over cannot be proposed yet: each with the units or months it is about. */
export type Arsslutthindring =
  | { readonly grunn: 'AR_IKKE_OVER' | 'INGEN_REGEL' | 'NESTE_AR_AVGJORT' | 'FORSLAG_VENTER' | 'INGEN_APEN_MANED' }
  | { readonly grunn: 'MANED_IKKE_AVREGNET'; readonly maned: Maned; readonly enheter: readonly string[] }
  | { readonly grunn: 'REGNSKAP_MANGLER'; readonly enheter: readonly string[]; readonly maneder: readonly string[] }
  | { readonly grunn: 'BUDSJETT_MANGLER' | 'REGEL_USIKKER' | 'DISPENSASJON_VENTER' | 'ANSLAG_VENTER'; readonly enheter: readonly string[] };

export type Arsforhold = {
  readonly arErOver: boolean;
  readonly nesteArAvgjort: boolean;
  readonly forslagVenter: boolean;
  readonly harApenManed: boolean;
  /** months of the year without a settlement, and the units that have an approved estimate there */
  readonly uavregnet: readonly { readonly maned: Maned; readonly medAnslag: readonly number[] }[];
  readonly venterDispensasjon: readonly number[];
  readonly venterAnslag: readonly number[];
};

function trengerBudsjett(e: Enhetsar): boolean {
  return e.regel.type === 'REGEL' && (e.regel.regel.takAndelAvBudsjett !== null || e.regel.regel.takAkkumulert !== null);
}

/** Everything that stands in the way, at once. Empty: the carry-over can be proposed. */
export function hindringer(enheter: readonly Enhetsar[], f: Arsforhold): Arsslutthindring[] {
  const med = enheter.filter((e) => e.regel.type === 'REGEL');
  const navn = (ider: readonly number[]): string[] => enheter.filter((e) => ider.includes(e.enhetId)).map((e) => e.navn);
  const svar: Arsslutthindring[] = [];
  if (!f.arErOver) svar.push({ grunn: 'AR_IKKE_OVER' });
  if (f.nesteArAvgjort) svar.push({ grunn: 'NESTE_AR_AVGJORT' });
  if (f.forslagVenter) svar.push({ grunn: 'FORSLAG_VENTER' });
  if (!f.harApenManed) svar.push({ grunn: 'INGEN_APEN_MANED' });
  if (med.length === 0) svar.push({ grunn: 'INGEN_REGEL' });
  for (const { maned, medAnslag } of f.uavregnet) {
    const uten = med.filter((e) => !medAnslag.includes(e.enhetId)).map((e) => e.navn);
    if (uten.length > 0) svar.push({ grunn: 'MANED_IKKE_AVREGNET', maned, enheter: uten });
  }
  const utenRegnskap = med.filter((e) => e.utenRegnskap.length > 0);
  if (utenRegnskap.length > 0) svar.push({ grunn: 'REGNSKAP_MANGLER', enheter: utenRegnskap.map((e) => e.navn), maneder: [...new Set(utenRegnskap.flatMap((e) => e.utenRegnskap))].toSorted() });
  const lister = [
    ['BUDSJETT_MANGLER', med.filter((e) => trengerBudsjett(e) && e.budsjettOre === null).map((e) => e.navn)],
    ['REGEL_USIKKER', enheter.filter((e) => e.regel.type === 'FEIL').map((e) => e.navn)],
    ['DISPENSASJON_VENTER', navn(f.venterDispensasjon)],
    ['ANSLAG_VENTER', navn(f.venterAnslag)],
  ] as const;
  for (const [grunn, liste] of lister) if (liste.length > 0) svar.push({ grunn, enheter: liste });
  return svar;
}

const uten = (l: Forslagslinje): Forslagslinje => ({ ...l, akkumulertOre: ore(0), bokforesOre: ore(-l.akkumulertOre) });

/**
 * The rows of a proposal. What an earlier decision left with a unit is taken back in the same line, so that the lines of
 * a year together are its last decision; a reversal takes all of it back.
 */
export function lagForslagslinjer(slag: Overforingsslag, naa: readonly Arssluttlinje[], gjeldende: readonly Forslagslinje[]): Forslagslinje[] {
  if (slag === 'TILBAKEFORING') return gjeldende.map(uten);
  const for_ = new Map(gjeldende.map((l) => [l.enhetId, l.akkumulertOre]));
  const nye = naa.map((l): Forslagslinje => ({ ...l, bokforesOre: trekkFra(l.akkumulertOre, for_.get(l.enhetId) ?? ore(0)) }));
  const borte = gjeldende.filter((l) => !naa.some((n) => n.enhetId === l.enhetId)).map(uten);
  return [...nye, ...borte];
}
