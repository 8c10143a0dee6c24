import { avrund, brok, ganger } from '#lib/core/brok.ts';
import { oreFraBigint, trekkFra, type Ore } from '#lib/core/ore.ts';

export type Arstall = { readonly ar: number; readonly mottakere: number; readonly belopOre: Ore };
/** A change of a sum: what more recipients make of it, and what each recipient's higher cost makes. The two are the change. */
export type Vekstdel = { readonly ar: number; readonly fraOre: Ore; readonly tilOre: Ore; readonly endringOre: Ore; readonly antallOre: Ore; readonly prisOre: Ore; readonly flere: number };

/**
 * Change from one year to the next as number × cost: the change in number at last year's cost per recipient, and the rest,
 * the change in cost per recipient at this year's number. Rounded once; the cost's part is what remains.
 * @throws RangeError when the first year has no recipients.
 */
export function delVekst(fra: Arstall, til: Arstall): Vekstdel {
  const flere = til.mottakere - fra.mottakere;
  const endringOre = trekkFra(til.belopOre, fra.belopOre);
  const antallOre = oreFraBigint(avrund(ganger(brok(flere), brok(fra.belopOre, fra.mottakere))));
  return { ar: til.ar, fraOre: fra.belopOre, tilOre: til.belopOre, endringOre, antallOre, prisOre: trekkFra(endringOre, antallOre), flere };
}

/** Each year against the year before, and the whole span: the parts of the years added up. */
export function vekstOver(ar: readonly Arstall[]): { readonly perAr: readonly Vekstdel[]; readonly samlet: Vekstdel | null } {
  const perAr = ar.flatMap((til, i) => {
    const fra = ar[i - 1];
    return fra ? [delVekst(fra, til)] : [];
  });
  const [forste, siste] = [ar[0], ar.at(-1)];
  if (!forste || !siste || perAr.length === 0) return { perAr, samlet: null };
  const sum = (del: (v: Vekstdel) => number) => oreFraBigint(perAr.reduce((s, v) => s + BigInt(del(v)), 0n));
  return {
    perAr,
    samlet: {
      ar: siste.ar, fraOre: forste.belopOre, tilOre: siste.belopOre, endringOre: trekkFra(siste.belopOre, forste.belopOre), antallOre: sum((v) => v.antallOre), prisOre: sum((v) => v.prisOre),
      flere: siste.mottakere - forste.mottakere,
    },
  };
}
