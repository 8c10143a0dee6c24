import type { Ventende } from '#lib/grunnlag/domain/ventende.ts';
import { kanGjore } from '#lib/grunnlag/domain/tilgang.ts';
import type { Rolle } from '#lib/grunnlag/domain/rolle.ts';

export type Godkjenninger = { readonly tilMeg: readonly Ventende[]; readonly fraMeg: readonly Ventende[] };

/**
 * What waits, as one person sees it: what this role may approve and somebody else proposed, and what the person proposed
 * and waits for others with. Oldest first.
 */
export function fordelGodkjenninger(alle: readonly Ventende[], rolle: Rolle, kontoId: number): Godkjenninger {
  const eldst = alle.toSorted((a, b) => (a.foreslatt < b.foreslatt ? -1 : a.foreslatt > b.foreslatt ? 1 : a.id - b.id));
  return {
    tilMeg: eldst.filter((v) => v.foreslattAv !== kontoId && kanGjore(rolle, v.kommando)),
    fraMeg: eldst.filter((v) => v.foreslattAv === kontoId),
  };
}
