import { tilEksaktDesimal } from '#lib/core/brok.ts';
import type { Malregler } from '#lib/grunnlag/domain/maler/mal.ts';
import type { Komponentregler } from '#lib/grunnlag/domain/ordning.ts';

/**
 * A mal's rules as a municipality would have typed them: what is stored when a preset is chosen, and can then be changed.
 * The services are not among them; they stand in the component's own row.
 */
export function komponentregler(regler: Malregler): Komponentregler {
  return {
    trekkPause: regler.trekkPause,
    tidsband: regler.tidsband,
    tak: { faktor: tilEksaktDesimal(regler.tak.faktor), periode: regler.tak.periode },
    kategorier: Object.fromEntries(regler.kategorier.map((k) => [k.kategori, { andel: tilEksaktDesimal(k.andel), grunnlag: k.grunnlag }])),
    minuttregel: regler.minuttregel,
    plasstyper: regler.plasstyper,
    fravarsregel: regler.fravarsregel.map((f) => ({ fraDag: f.fraDag, tilDag: f.tilDag, andel: tilEksaktDesimal(f.andel) })),
    fordeling: regler.fordeling,
  };
}
