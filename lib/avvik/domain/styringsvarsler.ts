/** What is held against its frame: the forecast of the whole year, of a service group, or a unit's year so far. */
export type Varselgrunnlag = { readonly slag: 'ARET' | 'GRUPPE' | 'ENHET'; readonly navn: readonly string[]; readonly budsjettOre: number; readonly avvikOre: number };
/** `promille`: the overrun in thousandths of the frame. */
export type Styringsvarsel = Varselgrunnlag & { readonly promille: number };

/** Without a setting of its own a municipality is warned at one per cent. */
export const STANDARD_VARSELPROMILLE = 10;

/** What is over its frame by at least the threshold: the whole year first, then the largest in kroner. Without a frame there is no warning. */
export function styringsvarsler(rader: readonly Varselgrunnlag[], grensePromille: number): Styringsvarsel[] {
  return rader
    .filter((r) => r.budsjettOre > 0 && r.avvikOre > 0 && r.avvikOre * 1000 >= grensePromille * r.budsjettOre)
    .map((r) => ({ ...r, promille: Math.round((r.avvikOre * 1000) / r.budsjettOre) }))
    .toSorted((a, b) => Number(b.slag === 'ARET') - Number(a.slag === 'ARET') || b.avvikOre - a.avvikOre);
}

/** The threshold as it is kept (`{"promille":15}`), in thousandths; the standard when nothing is set. */
export function lesVarselgrense(verdi: unknown): number {
  const promille = typeof verdi === 'object' && verdi !== null && 'promille' in verdi ? verdi.promille : null;
  return typeof promille === 'number' && Number.isInteger(promille) && promille >= 0 ? promille : STANDARD_VARSELPROMILLE;
}
