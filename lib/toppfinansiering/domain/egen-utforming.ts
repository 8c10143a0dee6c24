import { avrund, avrundTilDesimaler, brok, delt, ganger } from '#lib/core/brok.ts';
import { oreFraBigint } from '#lib/core/ore.ts';
import { simulerUtforminger, type Simuleringsgrunnlag, type Utforming } from '#lib/toppfinansiering/domain/utforming.ts';

/**
 * A design as it meets one municipality's recipients. A sum, a number or a share is set for the whole country: it becomes
 * the grade (to four decimals), or the threshold (to the øre), that it gives there, in proportion to the municipality's
 * own. Age limit 70 and small municipalities only say nothing of recipients that a claim holds, and are null, as is a
 * design that cannot be simulated for the country.
 */
export function tilEgen(u: Utforming, egen: Simuleringsgrunnlag, landet: Simuleringsgrunnlag): Utforming | null {
  if (u.type === 'ALDER' || u.type === 'SMA') return null;
  if (u.type !== 'BEVILGNING' && u.type !== 'ANTALL' && u.type !== 'ANDEL') return u;
  const [svar] = simulerUtforminger(landet, [u]).svar;
  if (!svar?.ok) return null;
  const { kompensasjonsgrad, innslagspunkt } = svar.tall;
  if (u.type === 'BEVILGNING') {
    if (kompensasjonsgrad === null) return null;
    return { type: 'GRAD', grad: avrundTilDesimaler(ganger(egen.kompensasjonsgrad, delt(kompensasjonsgrad, landet.kompensasjonsgrad))) };
  }
  return { type: 'INNSLAG', innslagspunktOre: oreFraBigint(avrund(ganger(brok(egen.innslagspunktOre), delt(innslagspunkt, brok(landet.innslagspunktOre))))) };
}
