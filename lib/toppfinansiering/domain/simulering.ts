import { avrund, brok, delt, EN_BROK, erNull, ganger, minst, pluss, sammenlign, sumBrok } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { ore, oreFraBigint, trekkFra } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { hoyesteTerskel, terskelForAntall, tilskuddVed } from '#lib/toppfinansiering/domain/tilskuddsgrunnlag.ts';
import type { Over, Tilskuddsgrunnlag } from '#lib/toppfinansiering/domain/tilskuddsgrunnlag.ts';

export type Alderskull = { readonly alder: number; readonly befolkning: number; readonly andel: Brok };

/** Other designs of the grant (SØF chapters 5 and 6). */
export type Alternativ =
  | { readonly type: 'INNSLAGSPUNKT'; readonly ore: Ore }
  | { readonly type: 'KOMPENSASJONSGRAD'; readonly grad: Brok }
  | { readonly type: 'BEVILGNING'; readonly ore: Ore; readonly baretNed: boolean }
  | { readonly type: 'ANTALL'; readonly antall: number }
  | {
      readonly type: 'UTVIDET_ALDER';
      readonly kull: readonly Alderskull[];
      readonly nettoPerBrukerOre: Ore;
      readonly innslagspunktOre: Ore | null;
      readonly kompensasjonsgrad: Brok | null;
    };
export type SimuleringInn = {
  readonly innslagspunktOre: Ore;
  readonly kompensasjonsgrad: Brok;
  readonly grunnlag: Tilskuddsgrunnlag;
  readonly alternativer: readonly Alternativ[];
};

export type AlternativUt = {
  readonly type: Alternativ['type'];
  readonly antall: Brok;
  readonly tilskuddOre: Ore;
  readonly endringOre: Ore;
  /** Share of the base grant; null where that is 0. */
  readonly endring: Brok | null;
  /** Exact: print it rounded to the øre. */
  readonly innslagspunkt: Brok;
  readonly kompensasjonsgrad: Brok;
};
export type SimuleringUt = { readonly grunnlag: Over; readonly alternativer: readonly AlternativUt[] };

export type KanIkkeSimulere = {
  readonly grunn: 'TERSKEL_UNDER_GRUNNLAGET' | 'TERSKEL_OVER_FORDELINGEN' | 'INGEN_TERSKEL_GIR_ANTALLET';
  /** Place in `alternativer`, from 0. */
  readonly alternativ: number;
};

type Utforming = { readonly over: Over; readonly innslagspunkt: Brok; readonly kompensasjonsgrad: Brok };
type Grunn = KanIkkeSimulere['grunn'];

function gradForBevilgning(inn: SimuleringInn, base: Over, bevilgning: Ore, baretNed: boolean): Brok {
  if (base.tilskuddOre === 0) return inn.kompensasjonsgrad;
  const grad = minst(EN_BROK, ganger(inn.kompensasjonsgrad, brok(bevilgning, base.tilskuddOre)));
  return baretNed ? minst(grad, inn.kompensasjonsgrad) : grad;
}

function utvidetAlder(inn: SimuleringInn, base: Over, alt: Alternativ & { type: 'UTVIDET_ALDER' }): Utforming {
  const innslag = alt.innslagspunktOre ?? inn.innslagspunktOre;
  const kompensasjonsgrad = alt.kompensasjonsgrad ?? inn.kompensasjonsgrad;
  const nye = avrund(sumBrok(alt.kull.map((k) => ganger(brok(k.befolkning), k.andel))));
  const overInnslag = Math.max(0, alt.nettoPerBrukerOre - innslag);
  const perBruker = avrund(ganger(kompensasjonsgrad, brok(overInnslag)));
  return {
    over: {
      antall: pluss(base.antall, brok(nye)),
      tilskuddOre: ore(base.tilskuddOre + oreFraBigint(nye * perBruker)),
    },
    innslagspunkt: brok(innslag),
    kompensasjonsgrad,
  };
}

function utform(inn: SimuleringInn, base: Over, alt: Alternativ): Result<Utforming, Grunn> {
  const basisOre = inn.innslagspunktOre;
  const ved = (innslagspunkt: Brok, grad: Brok): Result<Utforming, Grunn> =>
    ok({
      over: tilskuddVed(inn.grunnlag, basisOre, innslagspunkt, grad),
      innslagspunkt,
      kompensasjonsgrad: grad,
    });
  switch (alt.type) {
    case 'INNSLAGSPUNKT': {
      if (alt.ore < basisOre) return nei('TERSKEL_UNDER_GRUNNLAGET');
      const hoyest = hoyesteTerskel(inn.grunnlag, basisOre);
      if (hoyest !== null && sammenlign(brok(alt.ore), hoyest) > 0) return nei('TERSKEL_OVER_FORDELINGEN');
      return ved(brok(alt.ore), inn.kompensasjonsgrad);
    }
    case 'KOMPENSASJONSGRAD':
      return ved(brok(basisOre), alt.grad);
    case 'BEVILGNING':
      return ved(brok(basisOre), gradForBevilgning(inn, base, alt.ore, alt.baretNed));
    case 'ANTALL': {
      const terskel = terskelForAntall(inn.grunnlag, basisOre, alt.antall);
      return terskel === null ? nei('INGEN_TERSKEL_GIR_ANTALLET') : ved(terskel, inn.kompensasjonsgrad);
    }
    case 'UTVIDET_ALDER':
      return ok(utvidetAlder(inn, base, alt));
  }
}

function alternativUt(type: Alternativ['type'], base: Over, u: Utforming): AlternativUt {
  const endringOre = trekkFra(u.over.tilskuddOre, base.tilskuddOre);
  const grunntilskudd = brok(base.tilskuddOre);
  return {
    type,
    antall: u.over.antall,
    tilskuddOre: u.over.tilskuddOre,
    endringOre,
    endring: erNull(grunntilskudd) ? null : delt(brok(endringOre), grunntilskudd),
    innslagspunkt: u.innslagspunkt,
    kompensasjonsgrad: u.kompensasjonsgrad,
  };
}

/** Every alternative design against the base; all designs that cannot be simulated are named. */
export function simulerToppfinansiering(inn: SimuleringInn): Result<SimuleringUt, KanIkkeSimulere[]> {
  const base = tilskuddVed(inn.grunnlag, inn.innslagspunktOre, brok(inn.innslagspunktOre), inn.kompensasjonsgrad);
  const alternativer: AlternativUt[] = [];
  const hindre: KanIkkeSimulere[] = [];
  inn.alternativer.forEach((alt, i) => {
    const utforming = utform(inn, base, alt);
    if (utforming.ok) alternativer.push(alternativUt(alt.type, base, utforming.verdi));
    else hindre.push({ grunn: utforming.feil, alternativ: i });
  });
  return hindre.length > 0 ? nei(hindre) : ok({ grunnlag: base, alternativer });
}
