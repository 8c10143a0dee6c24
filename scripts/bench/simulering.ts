import { brok } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import { lesUtforming } from '#lib/toppfinansiering/domain/utforming-kode.ts';
import { simulerUtforminger, statensDelAvDyrereAr, type Simuleringsgrunnlag } from '#lib/toppfinansiering/domain/utforming.ts';
import { median, resultat, type Resultat } from './tall.ts';

/** One of each kind of design, ten in all, as somebody would choose them. */
const UTFORMINGER = [
  'INNSLAG_1100000', 'INNSLAG_1500000', 'GRAD_75', 'BEVILGNING_2000000000_0_0_nei', 'BEVILGNING_2000000000_3.5_1_ja', 'ANTALL_6500', 'ANDEL_90', 'ALDER_2015_2_100_nei__80_80_80', 'SMA_20000',
  'REGEL_1010000_80_567_51000_2000000_90',
].flatMap((kode) => lesUtforming(kode) ?? []);
const RUNDER = 9;

/** So many recipients, each with a net cost of its own between nothing and three million kroner above the threshold, the same every time. */
function mottakere(antall: number): Simuleringsgrunnlag {
  const innslagspunktOre = ore(101_000_000);
  const nettoOre = Array.from({ length: antall }, (_, i) => ore(innslagspunktOre + 1 + ((i * 7_919_993) % 300_000_000)));
  return { innslagspunktOre, kompensasjonsgrad: brok(4, 5), nettoOre: ore(nettoOre.reduce((s, n) => s + n, 0)), grunnlag: { type: 'BRUKERE', nettoOre } };
}

function sekunder(arbeid: () => unknown): number {
  const fra = performance.now();
  arbeid();
  return (performance.now() - fra) / 1000;
}

/** Ten designs over 10 000 recipients: the figures alone, and all that the page computes (with the dearer year). In seconds. */
export async function simulering(liten: boolean): Promise<Resultat> {
  const g = mottakere(liten ? 1000 : 10_000);
  const maling = (arbeid: () => unknown): number => median(Array.from({ length: RUNDER }, () => sekunder(arbeid)));
  const tall = {
    tiUtforminger: maling(() => simulerUtforminger(g, UTFORMINGER)),
    siden: maling(() => [simulerUtforminger(g, UTFORMINGER), statensDelAvDyrereAr(g, UTFORMINGER)]),
  };
  return resultat('simulering', tall, { tiUtforminger: 1, siden: 1 });
}
