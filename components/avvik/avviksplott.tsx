import { getTranslations } from 'next-intl/server';
import { Fossefall } from '#components/plott/fossefall.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import type { Avvikside } from '#lib/oversikt/avvik-view.ts';

const ORE_PER_MILL = 100_000_000;
const mill = (ore: number): string => belopTekst(ore, 'mill');
const endring = (ore: number): string => belopTekst(ore, 'mill', true);
// The drawing works in millions, so that its axis has round figures; every printed figure is from the øre.
const akse = (m: number): string => mill(Math.round(m * ORE_PER_MILL));
const akseEndring = (m: number): string => endring(Math.round(m * ORE_PER_MILL));

/** From the frame to what was settled, and on to what the units spent where that is known. */
export async function Avviksplott({ side }: { side: Avvikside }) {
  const t = await getTranslations('avvik');
  const { sum, utforer, udeltOre } = side;
  const utforersum = (utforer?.avvikOre ?? 0) + udeltOre;
  const bestiller = [['volum', sum.volumOre], ['miks', sum.miksOre], ['pris', sum.prisOre]] as const;
  const utforerne = utforer ? ([['effektivitet', utforer.effektivitetOre], ['lonn', utforer.lonnOre], ['annet', utforer.annetOre], ['prisdekning', utforer.prisdekningOre], ...(udeltOre === 0 ? [] : [['udelt', udeltOre] as const])] as const) : [];
  const plott = t('fossefall.plott', { ramme: mill(sum.budsjettOre), faktisk: mill(sum.faktiskOre), volum: endring(sum.volumOre), miks: endring(sum.miksOre), pris: endring(sum.prisOre) });
  const resten = utforer
    ? ` ${t('fossefall.plottUtforer', { kostnad: mill(sum.faktiskOre + utforersum), effektivitet: endring(utforer.effektivitetOre), lonn: endring(utforer.lonnOre), annet: endring(utforer.annetOre), prisdekning: endring(utforer.prisdekningOre) })}`
    : '';
  return (
    <Fossefall
      tittel={`${plott}${resten}`}
      figurtekst={t('fossefall.under')}
      start={{ navn: t('fossefall.ramme'), verdi: sum.budsjettOre / ORE_PER_MILL }}
      ledd={[...bestiller, ...utforerne].map(([navn, ore]) => ({ navn: t(`del.${navn}`), verdi: ore / ORE_PER_MILL }))}
      slutt={{ navn: t(utforer ? 'fossefall.kostnad' : 'fossefall.faktisk') }}
      grupper={utforer ? [{ fra: 0, til: 2, tekst: t('fossefall.bestiller', { belop: endring(sum.avvikOre) }) }, { fra: 3, til: 2 + utforerne.length, tekst: t('fossefall.utforer', { belop: endring(utforersum) }) }] : []}
      format={akse}
      formatEndring={akseEndring}
      bredde={utforer ? (5 + utforerne.length) * 82 : 420}
    />
  );
}
