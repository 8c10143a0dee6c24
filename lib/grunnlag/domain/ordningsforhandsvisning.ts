import type { Maned } from '#lib/core/maned.ts';

/** A unit's month: what the draft would have given, and what was posted for it. Whole øre. */
export type Forhandsvisningsrad = { readonly enhetId: number; readonly maned: Maned; readonly utkastOre: number; readonly bokfortOre: number };
export type Forhandsvisningsfeil =
  | { readonly grunn: 'PRIS_MANGLER'; readonly ledd: string; readonly gruppe: string; readonly niva: number | null; readonly maned: Maned }
  | { readonly grunn: 'REGEL_UGYLDIG'; readonly melding: string }
  | { readonly grunn: 'TEKNISK' };
export type Forhandsvisning = {
  readonly id: number;
  readonly utkastId: number;
  /** the content it was made of */
  readonly hash: string;
  readonly maneder: readonly Maned[];
  readonly status: 'VENTER' | 'KJORER' | 'FERDIG' | 'STOPPET';
  readonly gjort: number;
  readonly resultat: readonly Forhandsvisningsrad[] | null;
  readonly feil: readonly Forhandsvisningsfeil[] | null;
  readonly bestiltAv: string | null;
  readonly bestilt: Date;
  readonly ferdig: Date | null;
};

/** How far a preview can be leaned on: of another content than the draft's it is stale. */
export type Forhandsvisningstilstand = 'INGEN' | 'UNDERVEIS' | 'FERSK' | 'GAMMEL' | 'STOPPET';

export function forhandsvisningstilstand(siste: Pick<Forhandsvisning, 'hash' | 'status'> | null, hash: string): Forhandsvisningstilstand {
  if (siste === null) return 'INGEN';
  if (siste.status === 'VENTER' || siste.status === 'KJORER') return 'UNDERVEIS';
  if (siste.hash !== hash) return 'GAMMEL';
  return siste.status === 'FERDIG' ? 'FERSK' : 'STOPPET';
}

export type Sumrad = { readonly utkastOre: number; readonly bokfortOre: number; readonly differanseOre: number };
export type Enhetsrekke = Sumrad & { readonly enhetId: number; readonly maneder: readonly (Sumrad & { readonly maned: Maned })[] };
export type Oppstilling = { readonly enheter: readonly Enhetsrekke[]; readonly maneder: readonly (Sumrad & { readonly maned: Maned })[]; readonly sum: Sumrad };

function summer(rader: readonly Forhandsvisningsrad[]): Sumrad {
  const utkastOre = rader.reduce((s, r) => s + r.utkastOre, 0);
  const bokfortOre = rader.reduce((s, r) => s + r.bokfortOre, 0);
  return { utkastOre, bokfortOre, differanseOre: utkastOre - bokfortOre };
}

/** Per unit and month, per month for the sector, and in all; units by the size of their difference. */
export function stillOpp(rader: readonly Forhandsvisningsrad[]): Oppstilling {
  const perManed = (liste: readonly Forhandsvisningsrad[]) =>
    [...Map.groupBy(liste, (r) => r.maned)].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([maned, like]) => ({ maned, ...summer(like) }));
  const enheter = [...Map.groupBy(rader, (r) => r.enhetId)].map(([enhetId, liste]) => ({ enhetId, ...summer(liste), maneder: perManed(liste) }));
  return {
    enheter: enheter.toSorted((a, b) => Math.abs(b.differanseOre) - Math.abs(a.differanseOre) || a.enhetId - b.enhetId),
    maneder: perManed(rader),
    sum: summer(rader),
  };
}
