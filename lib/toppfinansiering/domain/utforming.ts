import { avrund, avrundTilTall, brok, delt, erNull, EN_BROK, ganger, minus, pluss, storst, NULL_BROK } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { ore, oreFraBigint, trekkFra, type Ore } from '#lib/core/ore.ts';
import { NETTO_PER_BRUKER_67, NETTO_PER_BRUKER_OVER_67, TABELL_5_2_OG_5_3, TABELL_6_1 } from '#lib/toppfinansiering/domain/kilde-tall.ts';
import { simulerToppfinansiering, type Alternativ, type AlternativUt, type KanIkkeSimulere } from '#lib/toppfinansiering/domain/simulering.ts';
import { hoyesteTerskel, tilskuddVed, type Over, type Tilskuddsgrunnlag } from '#lib/toppfinansiering/domain/tilskuddsgrunnlag.ts';

/** A design of the grant that somebody has chosen: the source's alternatives, and rules of other years as data. */
export type Utforming =
  | { readonly type: 'INNSLAG'; readonly innslagspunktOre: Ore }
  | { readonly type: 'GRAD'; readonly grad: Brok }
  | { readonly type: 'BEVILGNING'; readonly bevilgningOre: Ore; readonly vekst: Brok; readonly ar: number; readonly baretNed: boolean }
  | { readonly type: 'ANTALL'; readonly antall: number }
  | { readonly type: 'ANDEL'; readonly andel: Brok }
  | {
      /** Age limit 70. `andel` of the source's recipients of 68–70 meet the condition; a grade for each age, so that it can taper. */
      readonly type: 'ALDER';
      readonly ar: 2015 | 2020;
      readonly dodelighet: 1 | 2 | 3;
      readonly andel: Brok;
      readonly frosset: boolean;
      readonly innslagspunktOre: Ore | null;
      readonly grader: readonly [Brok, Brok, Brok];
    }
  | { readonly type: 'SMA'; readonly grense: number }
  | {
      /** A threshold and grade per recipient, an own share per inhabitant (2004, and as far as known 2025–), and a second tier. */
      readonly type: 'REGEL';
      readonly innslagspunktOre: Ore;
      readonly grad: Brok;
      readonly egenandelPerInnbyggerOre: Ore;
      readonly innbyggere: number;
      readonly trinn2: { readonly innslagspunktOre: Ore; readonly grad: Brok } | null;
    };

/** What the designs are simulated on. `nettoOre` is the recipients' whole net cost. */
export type Simuleringsgrunnlag = {
  readonly innslagspunktOre: Ore;
  readonly kompensasjonsgrad: Brok;
  readonly nettoOre: Ore;
  readonly grunnlag: Tilskuddsgrunnlag;
};
export type Hinder = KanIkkeSimulere['grunn'] | 'INGEN_I_GRUPPEN';
export type Utformingstall = {
  readonly antall: Brok;
  readonly innslagspunkt: Brok;
  /** Null where the recipients have different grades. */
  readonly kompensasjonsgrad: Brok | null;
  readonly tilskuddOre: Ore;
  /** The state's change; the municipalities' is the opposite, since the cost is taken as unchanged. */
  readonly endringOre: Ore;
  readonly endring: Brok | null;
  /** Net cost of the recipients of the design, and what the municipalities bear of it. */
  readonly nettoOre: Ore;
  readonly egenandelOre: Ore;
};
export type Utformingssvar = { readonly ok: true; readonly tall: Utformingstall } | { readonly ok: false; readonly hinder: Hinder };
export type Simulert = { readonly base: Utformingstall; readonly svar: readonly Utformingssvar[]; readonly alternativer: readonly Alternativ[] };

const nye = (u: Utforming & { type: 'ALDER' }): number[] => TABELL_5_2_OG_5_3[u.ar][u.dodelighet - 1]?.antall.map((n) => avrundTilTall(ganger(brok(n), u.andel))) ?? [];
const nettoPerNy = (u: Utforming & { type: 'ALDER' }): Ore => (u.frosset ? NETTO_PER_BRUKER_67 : NETTO_PER_BRUKER_OVER_67);

/** The appropriation, grown from its first year by a yearly share (wages, or the sector's cost), rounded once. */
export function bevilgningI(u: Utforming & { type: 'BEVILGNING' }): Ore {
  let belop = brok(u.bevilgningOre);
  for (let i = 0; i < u.ar; i += 1) belop = ganger(belop, pluss(EN_BROK, u.vekst));
  return oreFraBigint(avrund(belop));
}

/** The design in the calculation's own words (regnekjerne, section 7); an empty list where it has none for it. */
export function tilAlternativer(u: Utforming, g: Simuleringsgrunnlag, baseAntall: Brok): readonly Alternativ[] {
  switch (u.type) {
    case 'INNSLAG':
      return [{ type: 'INNSLAGSPUNKT', ore: u.innslagspunktOre }];
    case 'GRAD':
      return [{ type: 'KOMPENSASJONSGRAD', grad: u.grad }];
    case 'BEVILGNING':
      return [{ type: 'BEVILGNING', ore: bevilgningI(u), baretNed: u.baretNed }];
    case 'ANTALL':
      return [{ type: 'ANTALL', antall: u.antall }];
    case 'ANDEL':
      return [{ type: 'ANTALL', antall: avrundTilTall(ganger(baseAntall, u.andel)) }];
    case 'ALDER':
      // One alternative for each age: the grade may fall from one to the next. The populations are not printed, the
      // recipients are: a thousand inhabitants for each recipient, of whom one in a thousand.
      return nye(u).map((antall, i) => ({
        type: 'UTVIDET_ALDER',
        kull: [{ alder: 68 + i, befolkning: antall * 1000, andel: brok(1, 1000) }],
        nettoPerBrukerOre: nettoPerNy(u),
        innslagspunktOre: u.innslagspunktOre,
        kompensasjonsgrad: u.grader[i] ?? g.kompensasjonsgrad,
      }));
    case 'SMA':
    case 'REGEL':
      return [];
  }
}

function lagTall(g: Simuleringsgrunnlag, base: Over, over: Over, innslagspunkt: Brok, kompensasjonsgrad: Brok | null, nettoOre: Ore): Utformingstall {
  const endringOre = trekkFra(over.tilskuddOre, base.tilskuddOre);
  return {
    antall: over.antall, innslagspunkt, kompensasjonsgrad, tilskuddOre: over.tilskuddOre, endringOre,
    endring: base.tilskuddOre === 0 ? null : delt(brok(endringOre), brok(base.tilskuddOre)),
    nettoOre, egenandelOre: trekkFra(nettoOre, over.tilskuddOre),
  };
}

/** Grant = k × max(0, Σ above the threshold − own share per inhabitant × inhabitants), and the second tier's higher grade. One rounding. */
function etterRegel(u: Utforming & { type: 'REGEL' }, g: Simuleringsgrunnlag, base: Over): Utformingssvar {
  const hoyest = hoyesteTerskel(g.grunnlag, g.innslagspunktOre);
  const terskler = [u.innslagspunktOre, ...(u.trinn2 ? [u.trinn2.innslagspunktOre] : [])];
  if (terskler.some((t) => t < g.innslagspunktOre)) return { ok: false, hinder: 'TERSKEL_UNDER_GRUNNLAGET' };
  if (hoyest !== null && terskler.some((t) => brok(t).t > hoyest.t / hoyest.n)) return { ok: false, hinder: 'TERSKEL_OVER_FORDELINGEN' };
  const over = tilskuddVed(g.grunnlag, g.innslagspunktOre, brok(u.innslagspunktOre), EN_BROK);
  const etterEgenandel = storst(NULL_BROK, minus(brok(over.tilskuddOre), ganger(brok(u.egenandelPerInnbyggerOre), brok(u.innbyggere))));
  let tilskudd = ganger(u.grad, etterEgenandel);
  if (u.trinn2 && !erNull(etterEgenandel)) {
    const over2 = tilskuddVed(g.grunnlag, g.innslagspunktOre, brok(u.trinn2.innslagspunktOre), EN_BROK);
    tilskudd = pluss(tilskudd, ganger(minus(u.trinn2.grad, u.grad), brok(over2.tilskuddOre)));
  }
  const ut = { antall: over.antall, tilskuddOre: oreFraBigint(avrund(tilskudd)) };
  return { ok: true, tall: lagTall(g, base, ut, brok(u.innslagspunktOre), u.trinn2 ? null : u.grad, g.nettoOre) };
}

function svarFor(u: Utforming, g: Simuleringsgrunnlag, base: Over, ut: readonly AlternativUt[]): Utformingssvar {
  if (u.type === 'REGEL') return etterRegel(u, g, base);
  if (u.type === 'SMA') {
    if (!TABELL_6_1.some((gruppe) => gruppe.fra >= u.grense)) return { ok: false, hinder: 'INGEN_I_GRUPPEN' };
    // The large ones' part is shared out by inhabitants instead: the state pays the same.
    return { ok: true, tall: lagTall(g, base, base, brok(g.innslagspunktOre), g.kompensasjonsgrad, g.nettoOre) };
  }
  const [forste] = ut;
  if (!forste) return { ok: false, hinder: 'INGEN_I_GRUPPEN' };
  if (u.type !== 'ALDER') return { ok: true, tall: lagTall(g, base, forste, forste.innslagspunkt, forste.kompensasjonsgrad, g.nettoOre) };
  const nyttTilskudd = ut.reduce((sum, a) => sum + a.endringOre, 0);
  const nyttAntall = nye(u).reduce((sum, n) => sum + n, 0);
  const samme = u.grader.every((grad) => erNull(minus(grad, g.kompensasjonsgrad))) && (u.innslagspunktOre ?? g.innslagspunktOre) === g.innslagspunktOre;
  const over: Over = { antall: pluss(base.antall, brok(nyttAntall)), tilskuddOre: ore(base.tilskuddOre + nyttTilskudd) };
  return { ok: true, tall: lagTall(g, base, over, brok(g.innslagspunktOre), samme ? g.kompensasjonsgrad : null, ore(g.nettoOre + nyttAntall * nettoPerNy(u))) };
}

/**
 * Each design against today's, on the same recipients. A design that cannot be simulated says why, and stands in no other's
 * way. `alternativer` are those of the control calculation, in order, for the designs that it has words for.
 */
export function simulerUtforminger(g: Simuleringsgrunnlag, utforminger: readonly Utforming[]): Simulert {
  const base = tilskuddVed(g.grunnlag, g.innslagspunktOre, brok(g.innslagspunktOre), g.kompensasjonsgrad);
  const bestilt = utforminger.flatMap((u, nr) => tilAlternativer(u, g, base.antall).map((alternativ) => ({ nr, alternativ })));
  const hindre = new Map<number, Hinder>();
  const kjor = (rader: typeof bestilt) => simulerToppfinansiering({ ...g, alternativer: rader.map((r) => r.alternativ) });
  let rader = bestilt;
  let svar = kjor(rader);
  if (!svar.ok) {
    for (const h of svar.feil) hindre.set(rader[h.alternativ]?.nr ?? -1, h.grunn);
    rader = bestilt.filter((r) => !hindre.has(r.nr));
    svar = kjor(rader);
  }
  const ut = svar.ok ? svar.verdi.alternativer : [];
  const perUtforming = utforminger.map((u, nr): Utformingssvar => {
    const hinder = hindre.get(nr);
    return hinder ? { ok: false, hinder } : svarFor(u, g, base, ut.filter((_, i) => rader[i]?.nr === nr));
  });
  return { base: lagTall(g, base, base, brok(g.innslagspunktOre), g.kompensasjonsgrad, g.nettoOre), svar: perUtforming, alternativer: rader.map((r) => r.alternativ) };
}

const opp = (belop: number, prosent: number): Ore => oreFraBigint(avrund(brok(BigInt(belop) * BigInt(100 + prosent), 100n)));

/** The same recipients, each with a share more above the threshold: what a year that becomes dearer would look like. */
export function medDyrereAr(g: Simuleringsgrunnlag, prosent: number): Simuleringsgrunnlag {
  const { grunnlag, innslagspunktOre } = g;
  if (grunnlag.type === 'BRUKERE') {
    const nettoOre = grunnlag.nettoOre.map((n) => (n <= innslagspunktOre ? n : ore(innslagspunktOre + opp(n - innslagspunktOre, prosent))));
    return { ...g, nettoOre: ore(g.nettoOre + nettoOre.reduce((sum, n, i) => sum + n - (grunnlag.nettoOre[i] ?? 0), 0)), grunnlag: { type: 'BRUKERE', nettoOre } };
  }
  const over = tilskuddVed(grunnlag, innslagspunktOre, brok(innslagspunktOre), EN_BROK).tilskuddOre;
  return {
    ...g,
    nettoOre: ore(g.nettoOre + opp(over, prosent) - over),
    grunnlag: {
      type: 'FORDELING',
      intervaller: grunnlag.intervaller.map((i) => ({ fraOre: opp(i.fraOre, prosent), tilOre: opp(i.tilOre, prosent), antall: i.antall })),
      topp: { antallOver: grunnlag.topp.antallOver, sumOverOre: opp(grunnlag.topp.sumOverOre, prosent) },
    },
  };
}

/** How much of a dearer year the state takes under each design, as a share of the added cost; null where it cannot be simulated. */
export function statensDelAvDyrereAr(g: Simuleringsgrunnlag, utforminger: readonly Utforming[], prosent = 10): readonly (Brok | null)[] {
  const dyrere = medDyrereAr(g, prosent);
  const okt = trekkFra(dyrere.nettoOre, g.nettoOre);
  const [na, da] = [simulerUtforminger(g, utforminger).svar, simulerUtforminger(dyrere, utforminger).svar];
  return na.map((svar, i) => {
    const etter = da[i];
    return okt === 0 || !svar.ok || !etter?.ok ? null : brok(etter.tall.tilskuddOre - svar.tall.tilskuddOre, okt);
  });
}
