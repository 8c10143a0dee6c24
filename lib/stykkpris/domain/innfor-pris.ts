import { forrige, manedAv, manedensAr, neste } from '#lib/core/maned.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Manedsrom } from '#lib/grunnlag/domain/ordning.ts';
import type { Forslagsslag } from '#lib/stykkpris/domain/prisvalg.ts';

/** A price row in force, of one component, group and level. */
export type Gjeldendepris = Manedsrom & { readonly id: number; readonly ore: number; readonly status: 'FORELOPIG' | 'ENDELIG'; readonly grunnlag: string };
export type Prisendring = {
  /** rows that end earlier than they did */
  readonly avslutt: readonly { readonly id: number; readonly tomManed: Maned }[];
  /** rows that the new one takes the place of */
  readonly erstatt: readonly number[];
  /** what is left of a row after the new one, at its own price */
  readonly viderefor: readonly (Manedsrom & { readonly ore: number; readonly status: 'FORELOPIG' | 'ENDELIG'; readonly grunnlag: string })[];
};

/**
 * How long a proposal's price holds: a first price until further notice; a final or revised one through its year where
 * the next year has a price of its own, else until further notice.
 */
export function prisensSlutt(slag: Forslagsslag, fraManed: Maned, rader: readonly Manedsrom[]): Maned | null {
  if (slag === 'FORELOPIG') return null;
  const desember = manedAv(manedensAr(fraManed), 12);
  return rader.some((r) => r.fomManed > desember) ? desember : null;
}

/** What happens to the rows in force when a new price comes: no row's price is ever changed. */
export function innforPris(rader: readonly Gjeldendepris[], ny: Manedsrom): Prisendring {
  const { fomManed, tomManed } = ny;
  const berort = rader.filter((r) => (tomManed === null || r.fomManed <= tomManed) && (r.tomManed === null || r.tomManed >= fomManed));
  return {
    avslutt: berort.filter((r) => r.fomManed < fomManed).map((r) => ({ id: r.id, tomManed: forrige(fomManed) })),
    erstatt: berort.filter((r) => r.fomManed >= fomManed).map((r) => r.id),
    viderefor: berort.flatMap((r) =>
      tomManed !== null && (r.tomManed === null || r.tomManed > tomManed)
        ? [{ fomManed: neste(tomManed), tomManed: r.tomManed, ore: r.ore, status: r.status, grunnlag: r.grunnlag }]
        : [],
    ),
  };
}
