import { getTranslations } from 'next-intl/server';
import { intervallTekst } from '#components/prognose/prognose-funn.ts';
import { Linjeplott } from '#components/plott/linjeplott.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { manedKort, manedsnavn } from '#lib/core/manedsnavn.ts';
import type { PrognoseView } from '#lib/oversikt/prognose-view.ts';

const ORE_PER_MILL = 100_000_000;
const tilMill = (belop: number): number => belop / ORE_PER_MILL;
// The drawing works in millions, so that its axis has round figures; every printed figure is from the øre.
const akse = (millioner: number): string => belopTekst(Math.round(millioner * ORE_PER_MILL), 'mill');
const akseEndring = (millioner: number): string => belopTekst(Math.round(millioner * ORE_PER_MILL), 'mill', true);

/** Index of the last month behind, or null when the whole year lies ahead. */
const sisteKjente = (bilde: Pick<PrognoseView, 'sum'>): number | null => {
  const i = bilde.sum.maneder.findLastIndex((m) => m.faktiskOre !== null);
  return i < 0 ? null : i;
};

/** The deviation from the frame, summed through the year: behind, and ahead with its interval. */
export async function Avviksplott({ bilde, bredde = 560 }: { bilde: Pick<PrognoseView, 'ar' | 'sum'>; bredde?: number }) {
  const t = await getTranslations('prognose');
  const { maneder, avvik } = bilde.sum;
  const siste = sisteKjente(bilde);
  const iBand = (i: number): boolean => i >= (siste ?? 0);
  return (
    <Linjeplott
      tittel={t('plott.avvik', { ar: String(bilde.ar), belop: belopTekst(avvik.ore, 'mill', true, true), intervall: intervallTekst(avvik, true) })}
      figurtekst={t('plott.avvikUnder')}
      etiketter={maneder.map((m) => manedKort(m.maned))}
      serier={[{ navn: t('plott.serieAvvik'), verdier: maneder.map((m) => tilMill(m.samletAvvik.ore)), prognoseFra: siste ?? 0, sluttekst: belopTekst(avvik.ore, 'mill', true) }]}
      band={{
        lav: maneder.map((m, i) => (iBand(i) ? tilMill(m.samletAvvik.lavOre) : null)),
        hoy: maneder.map((m, i) => (iBand(i) ? tilMill(m.samletAvvik.hoyOre) : null)),
      }}
      format={akseEndring}
      bredde={bredde}
    />
  );
}

/** Month by month: what it became, what it is expected to become, and the budget. */
export async function Manedsplott({ bilde }: { bilde: PrognoseView }) {
  const t = await getTranslations('prognose');
  const { maneder } = bilde.sum;
  const siste = sisteKjente(bilde);
  const verdi = maneder.map((m) => tilMill(m.faktiskOre ?? m.prognose?.ore ?? 0));
  const kant = (velg: 'lavOre' | 'hoyOre') => maneder.map((m, i) => (m.prognose ? tilMill(m.prognose[velg]) : i === siste ? (verdi[i] ?? null) : null));
  const lavest = Math.min(...verdi, ...kant('lavOre').filter((v) => v !== null), ...maneder.map((m) => tilMill(m.budsjettOre)));
  const start = Math.max(0, Math.floor(lavest * 0.98));
  const serier = [
    { navn: t('plott.serieManed'), verdier: verdi, prognoseFra: siste ?? 0 },
    ...(bilde.harBudsjett ? [{ navn: t('plott.serieBudsjett'), verdier: maneder.map((m) => tilMill(m.budsjettOre)), stil: 'ref' as const, sluttekst: t('plott.budsjett') }] : []),
  ];
  return (
    <Linjeplott
      tittel={t('plott.maned', { ar: String(bilde.ar), maned: manedsnavn(bilde.naa) })}
      figurtekst={t('plott.manedUnder', { start: akse(start) })}
      etiketter={maneder.map((m) => manedKort(m.maned))}
      serier={serier}
      band={{ lav: kant('lavOre'), hoy: kant('hoyOre') }}
      fra={start}
      format={akse}
      bredde={560}
    />
  );
}
