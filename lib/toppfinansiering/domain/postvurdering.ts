import { brokFraDesimal } from '#lib/core/brok.ts';
import { leggSammen, INGEN_ORE, ore, type Ore } from '#lib/core/ore.ts';
import { sammenlignKodepunkt } from '#lib/core/kodepunkt.ts';
import type { Ressurspostrad } from './ressurspost-import.ts';
import { fordelPost, type Tilskuddsparametre, type UtenforGrunn } from './toppfinansiering.ts';

/** A file's posts of one year, function and art with one outcome: they count (`grunn` null), or the reason they do not. */
export type Postvurdering = { readonly ar: number; readonly funksjon: string; readonly art: string; readonly grunn: UtenforGrunn | 'INGEN_PARAMETRE' | null; readonly antall: number; readonly belopOre: Ore };

/** How posts would count by the parameters of each year. A part-wage post stands twice: what counts, and what does not. */
export function vurderPoster(rader: readonly Ressurspostrad[], parametre: ReadonlyMap<number, Tilskuddsparametre | null>, fodselsar: ReadonlyMap<string, number>): Postvurdering[] {
  const per = new Map<string, Postvurdering>();
  for (const rad of rader) {
    const ar = Number(rad.maned.slice(0, 4));
    const p = parametre.get(ar) ?? null;
    const fodt = fodselsar.get(rad.pseudonym);
    const forGammel = p !== null && p.aldersgrense !== null && fodt !== undefined && ar - fodt > p.aldersgrense;
    const post = { funksjon: rad.funksjon, art: rad.art, ore: ore(rad.ore), harVedtak: rad.nummer !== null, lonnsandel: rad.lonnsandel === null ? null : brokFraDesimal(rad.lonnsandel) };
    const deler = p === null ? [{ grunn: 'INGEN_PARAMETRE' as const, ore: post.ore }] : fordelPost(post, p, forGammel).filter((d) => d.ore !== 0);
    for (const d of deler) {
      const nokkel = `${ar}|${rad.funksjon}|${rad.art}|${d.grunn ?? ''}`;
      const her = per.get(nokkel) ?? { ar, funksjon: rad.funksjon, art: rad.art, grunn: d.grunn, antall: 0, belopOre: INGEN_ORE };
      per.set(nokkel, { ...her, antall: her.antall + 1, belopOre: leggSammen(her.belopOre, d.ore) });
    }
  }
  return [...per].toSorted(([a], [b]) => sammenlignKodepunkt(a, b)).map(([, v]) => v);
}
