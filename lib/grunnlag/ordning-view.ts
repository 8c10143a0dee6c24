import { brok, brokFraDesimal, ganger, tilEksaktDesimal } from '#lib/core/brok.ts';
import { formatDesimal } from '#lib/core/format.ts';
import { leggTilManeder, manederFraTil, type Maned } from '#lib/core/maned.ts';
import type { Feilsted } from '#lib/grunnlag/domain/ordningsfeil.ts';

/** A scheme's place in time, seen from a month. */
export type Ordningstilstand = 'I_KRAFT' | 'KOMMENDE' | 'AVSLUTTET';

export function ordningstilstand(rom: { readonly fomManed: Maned; readonly tomManed: Maned | null }, m: Maned): Ordningstilstand {
  if (rom.fomManed > m) return 'KOMMENDE';
  return rom.tomManed !== null && rom.tomManed < m ? 'AVSLUTTET' : 'I_KRAFT';
}

export type Ordningslinje = {
  readonly id: number;
  readonly navn: string;
  readonly mal: string | null;
  readonly tilstand: Ordningstilstand;
  readonly fom: Maned;
  readonly tom: Maned | null;
  readonly enheter: readonly string[];
  readonly antallLedd: number;
};

export const STEG = ['om', 'enheter', 'ledd', 'fastledd', 'band', 'kontroll'] as const;
export type Steg = (typeof STEG)[number];

export function tolkSteg(verdi: unknown): Steg {
  return STEG.find((s) => s === verdi) ?? 'kontroll';
}

/** The address of a step of a draft, of one part of it, or of a field. */
export function stegadresse(utkastId: number, sted: Feilsted | { readonly steg: Steg; readonly nr?: number | 'ny'; readonly felt?: string }): string {
  const del = sted.nr === undefined ? '' : `&nr=${sted.nr}`;
  return `/ordninger/utkast/${utkastId}?steg=${sted.steg}${del}${sted.felt === undefined ? '' : `#f-${sted.felt}`}`;
}

/** "0.9" → "90", as it is typed in a field of percent. Null is an empty field. */
export function somProsent(andel: string | null | undefined): string {
  return andel == null ? '' : tilEksaktDesimal(ganger(brokFraDesimal(andel), brok(100))).replace('.', ',');
}

/** Øre as typed in a field of kroner. */
export function somKroner(ore: number | null): string {
  return ore === null ? '' : formatDesimal(brok(ore, 100), 2);
}

/** Months to choose among: from the first that can be changed and three years on, and those already chosen. */
export function manedsvalg(tidligst: Maned, valgte: readonly (Maned | null)[] = []): Maned[] {
  return [...new Set([...manederFraTil(tidligst, leggTilManeder(tidligst, 47)), ...valgte.filter((m) => m !== null)])].toSorted();
}
