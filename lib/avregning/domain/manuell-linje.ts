import type { Maned } from '#lib/core/maned.ts';

/** Why a manual line is made, besides its own words. */
export const MANUELLTYPER = ['FEILREGISTRERING', 'ETTERBETALING', 'TILBAKEBETALING', 'SARSKILT_AVTALE', 'INNSIGELSE', 'ETTER_FRIST', 'ANNET'] as const;
export type Manuelltype = (typeof MANUELLTYPER)[number];

export type KanIkkeForesla = { readonly grunn: 'FREMTIDIG_MANED' | 'INGEN_ORDNING' | 'FRIST_UTE' | 'MA_VAERE_ETTER_FRIST' | 'BELOP_NULL'; readonly felt: string };
type Forslag = { readonly gjelder: Maned; readonly type: Manuelltype; readonly belopOre: number };

/**
 * Whether a manual line can be proposed. Within the deadline for corrections any reason will do, also in a closed month: the
 * line is posted in the next open one. After the deadline only a line that says so itself (`ETTER_FRIST`) is taken.
 */
export function hindringForManuell(f: Forslag, rammer: { readonly denne: Maned; readonly forsteApne: Maned; readonly harOrdning: boolean }): KanIkkeForesla | null {
  if (f.belopOre === 0) return { grunn: 'BELOP_NULL', felt: 'belop' };
  if (f.gjelder > rammer.denne) return { grunn: 'FREMTIDIG_MANED', felt: 'gjelder' };
  if (!rammer.harOrdning) return { grunn: 'INGEN_ORDNING', felt: 'ordning' };
  if (f.gjelder < rammer.forsteApne && f.type !== 'ETTER_FRIST') return { grunn: 'FRIST_UTE', felt: 'type' };
  if (f.gjelder >= rammer.forsteApne && f.type === 'ETTER_FRIST') return { grunn: 'MA_VAERE_ETTER_FRIST', felt: 'type' };
  return null;
}

export type Manuellkode = { readonly slag: 'MANUELL' | 'STIPULERT'; readonly id: number };

/** A manual line's code in the ledger; null for a component. */
export function lesManuellKode(komponent: string): Manuellkode | null {
  const treff = /^manuell\/(stipulert-)?(\d+)$/.exec(komponent);
  return treff ? { slag: treff[1] === undefined ? 'MANUELL' : 'STIPULERT', id: Number(treff[2]) } : null;
}
