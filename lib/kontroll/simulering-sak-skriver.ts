import { tilEksaktDesimal } from '#lib/core/brok.ts';
import type { Alternativ, SimuleringInn } from '#lib/toppfinansiering/domain/simulering.ts';

function skrivAlternativ(a: Alternativ) {
  switch (a.type) {
    case 'INNSLAGSPUNKT':
      return { type: a.type, ore: a.ore };
    case 'KOMPENSASJONSGRAD':
      return { type: a.type, grad: tilEksaktDesimal(a.grad) };
    case 'BEVILGNING':
      return { type: a.type, ore: a.ore, baretNed: a.baretNed };
    case 'ANTALL':
      return { type: a.type, antall: a.antall };
    case 'UTVIDET_ALDER':
      return {
        type: a.type,
        kull: a.kull.map((k) => ({ alder: k.alder, befolkning: k.befolkning, andel: tilEksaktDesimal(k.andel) })),
        nettoPerBrukerOre: a.nettoPerBrukerOre,
        innslagspunktOre: a.innslagspunktOre,
        kompensasjonsgrad: a.kompensasjonsgrad === null ? null : tilEksaktDesimal(a.kompensasjonsgrad),
      };
  }
}

/** The case as the control calculation reads it back. Recipients are numbered, never named. */
export function skrivSimuleringssak(inn: SimuleringInn) {
  const { grunnlag } = inn;
  return {
    grunnlag: { innslagspunktOre: inn.innslagspunktOre, kompensasjonsgrad: tilEksaktDesimal(inn.kompensasjonsgrad) },
    ...(grunnlag.type === 'BRUKERE'
      ? { brukere: grunnlag.nettoOre.map((nettoOre, i) => ({ id: `M${i + 1}`, nettoOre })) }
      : { fordeling: [...grunnlag.intervaller.map(({ fraOre, tilOre, antall }) => ({ fraOre, tilOre, antall })), grunnlag.topp] }),
    alternativer: inn.alternativer.map(skrivAlternativ),
  };
}
