import { brokFraDesimal, EN_BROK, minus, sammenlign } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { formatProsent } from '#lib/core/format.ts';
import type { Komponentregler } from '#lib/grunnlag/domain/ordning.ts';
import { reglerSomVirker } from '#lib/grunnlag/domain/ordningsregler.ts';
import type { Regel } from '#lib/grunnlag/domain/ordningsregler.ts';
import type { Volumkilde } from '#lib/grunnlag/domain/volumkilde.ts';

/** One piece of a component's sentence: a key of `ordning.setning`, with what fills it. */
export type Setningsdel = { readonly nokkel: string; readonly verdier: Readonly<Record<string, string | number>> };
const del = (nokkel: string, verdier: Setningsdel['verdier'] = {}): Setningsdel => ({ nokkel, verdier });
type Ledd = { readonly volumkilde: Volumkilde; readonly regler: Komponentregler };

/** "10 %", and "33,33 %" where whole percent will not do. */
function iProsent(b: Brok): string {
  return formatProsent(b, (b.t * 100n) % b.n === 0n ? 0 : 2);
}

export function prosent(andel: string): string {
  return iProsent(brokFraDesimal(andel));
}

function tak(regler: Komponentregler): Setningsdel[] {
  const faktor = brokFraDesimal(regler.tak?.faktor ?? '1');
  const periode = regler.tak?.periode ?? 'MANED';
  const mot = sammenlign(faktor, EN_BROK);
  const verdier = { periode, prosent: prosent(regler.tak?.faktor ?? '1') };
  if (mot === 0) return [{ nokkel: 'tak', verdier }];
  const over = minus(faktor, EN_BROK);
  return [{ nokkel: mot > 0 ? 'takPluss' : 'takAndel', verdier: { ...verdier, over: iProsent(over) } }];
}

const DELER: Readonly<Record<Regel, (r: Komponentregler) => Setningsdel[]>> = {
  tak,
  tidsband: (r) => (r.tidsband ? [{ nokkel: 'tidsband', verdier: { band: r.tidsband } }] : []),
  trekkPause: (r) => [{ nokkel: r.trekkPause === false ? 'medPause' : 'utenPause', verdier: {} }],
  kategorier: (r) =>
    Object.entries(r.kategorier ?? {}).map(([kategori, k]) => ({ nokkel: 'kategori', verdier: { kategori, prosent: prosent(k.andel), grunnlag: k.grunnlag ?? 'REGISTRERT' } })),
  minuttregel: ({ minuttregel: m }) =>
    m
      ? [
          ...((m.trinn ?? 1) > 1 ? [del('avrundet', { retning: m.retning ?? 'NARMEST', trinn: m.trinn ?? 1 })] : []),
          ...((m.minst ?? 0) > 0 ? [del('minst', { minst: m.minst ?? 0 })] : []),
        ]
      : [],
  plasstyper: () => [],
  fravarsregel: (r) =>
    (r.fravarsregel ?? []).length === 0
      ? [{ nokkel: 'borteIngenting', verdier: {} }]
      : (r.fravarsregel ?? []).map((f) => ({
          nokkel: f.tilDag == null ? 'borteApen' : 'borte',
          verdier: { fra: f.fraDag, til: f.tilDag ?? 0, prosent: prosent(f.andel) },
        })),
  fordeling: (r) => [{ nokkel: r.fordeling === 'DAGER' ? 'dager' : 'helManed', verdier: {} }],
};

/**
 * What a component pays for, in pieces to be joined by commas: first the way of counting, then each rule that has an
 * effect. "Betaler utført tid, høyst innvilget tid + 10 % per måned, avrundet til nærmeste 5 minutter".
 */
export function leddsetning(k: Ledd): Setningsdel[] {
  const rekkefolge: readonly Regel[] = ['tak', 'tidsband', 'trekkPause', 'kategorier', 'minuttregel', 'plasstyper', 'fravarsregel', 'fordeling'];
  const virker = reglerSomVirker(k.volumkilde);
  return [{ nokkel: `betaler.${k.volumkilde}`, verdier: {} }, ...rekkefolge.filter((r) => virker.includes(r)).flatMap((r) => DELER[r](k.regler))];
}
