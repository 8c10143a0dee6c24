import { erToPersoner } from '#lib/core/fire-oyne.ts';

/** What a manual line and a stipulated volume have in common: two people decide that it comes, and two that it goes. */
export type Beslutning = {
  /** null: a job's proposal */
  readonly foreslattAv: number | null;
  readonly godkjent: Date | null;
  readonly avslatt: Date | null;
  readonly trekkForeslatt: Date | null;
  readonly trekkForeslattAv: number | null;
  readonly trukket: Date | null;
};
export type Tilstand = 'FORESLATT' | 'AVSLATT' | 'I_KRAFT' | 'TREKKES' | 'TRUKKET';
export type Steg = 'GODKJENN' | 'AVSLA' | 'FORESLA_TREKK' | 'GODKJENN_TREKK' | 'AVSLA_TREKK';
export type KanIkkeAvgjore = { readonly grunn: 'ALLEREDE_AVGJORT' | 'SAMME_PERSON' | 'IKKE_I_KRAFT' | 'INGEN_TREKK' };

export function tilstandFor(b: Beslutning): Tilstand {
  if (b.avslatt) return 'AVSLATT';
  if (b.trukket) return 'TRUKKET';
  if (!b.godkjent) return 'FORESLATT';
  return b.trekkForeslatt ? 'TREKKES' : 'I_KRAFT';
}

/** Whether it counts in the settlement: approved, and until the withdrawal is approved too. */
export function gjelder(b: Beslutning): boolean {
  const tilstand = tilstandFor(b);
  return tilstand === 'I_KRAFT' || tilstand === 'TREKKES';
}

/** Why a person cannot take a step with a decision; null when nothing hinders. */
export function hindringForSteg(b: Beslutning, steg: Steg, kontoId: number): KanIkkeAvgjore | null {
  const tilstand = tilstandFor(b);
  switch (steg) {
    case 'GODKJENN':
    case 'AVSLA':
      if (tilstand !== 'FORESLATT') return { grunn: 'ALLEREDE_AVGJORT' };
      return erToPersoner({ foreslattAv: b.foreslattAv }, kontoId) ? null : { grunn: 'SAMME_PERSON' };
    case 'FORESLA_TREKK':
      return tilstand === 'I_KRAFT' ? null : { grunn: 'IKKE_I_KRAFT' };
    case 'GODKJENN_TREKK':
    case 'AVSLA_TREKK':
      if (tilstand !== 'TREKKES') return { grunn: 'INGEN_TREKK' };
      return erToPersoner({ foreslattAv: b.trekkForeslattAv }, kontoId) ? null : { grunn: 'SAMME_PERSON' };
  }
}
