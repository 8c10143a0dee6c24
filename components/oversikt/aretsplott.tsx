import { getTranslations } from 'next-intl/server';
import { Fossefall } from '#components/plott/fossefall.tsx';
import { Linjeplott } from '#components/plott/linjeplott.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { brok } from '#lib/core/brok.ts';
import { formatEndring } from '#lib/core/format.ts';
import { manedKort, manedsnavn } from '#lib/core/manedsnavn.ts';
import type { Oversikt } from '#lib/oversikt/oversikt-view.ts';

const ORE_PER_MILL = 100_000_000;
const mill = (belop: number): string => belopTekst(belop, 'mill');
const endring = (belop: number): string => belopTekst(belop, 'mill', true);
// The drawing works in millions, so that its axis has round figures; every printed figure is from the øre.
const akse = (millioner: number): string => mill(Math.round(millioner * ORE_PER_MILL));
const akseEndring = (millioner: number): string => endring(Math.round(millioner * ORE_PER_MILL));

/** The running deviation through the year: above the line is over the frame. */
export async function Aretsplott({ bilde }: { bilde: Oversikt }) {
  const t = await getTranslations('oversikt');
  const { hittil, kumulativt, maned } = bilde;
  const prosent = hittil.budsjettOre === 0 ? '–' : formatEndring(brok(hittil.avvikOre, hittil.budsjettOre));
  return (
    <>
      <p className="liten">{t('iRuteTekst', { faktisk: mill(hittil.faktiskOre), ramme: belopTekst(hittil.budsjettOre, 'mill', false, true), prosent })}</p>
      <Linjeplott
        tittel={t('iRutePlott', { ar: String(bilde.ar), belop: belopTekst(hittil.avvikOre, 'mill', true, true), maned: manedsnavn(maned) })}
        figurtekst={t('iRuteUnder')}
        etiketter={kumulativt.map((p) => manedKort(p.maned))}
        serier={[{ navn: t('serieAvvik'), verdier: kumulativt.map((p) => p.avvikOre / ORE_PER_MILL), sluttekst: endring(hittil.avvikOre) }]}
        format={akse}
      />
    </>
  );
}

/** From the frame to the cost: need (volume), mix and price. */
export async function Hvorforplott({ bilde }: { bilde: Oversikt }) {
  const t = await getTranslations('oversikt');
  const { budsjettOre, faktiskOre, volumOre, miksOre, prisOre } = bilde.hittil;
  const periode = `jan–${manedKort(bilde.maned)}`;
  return (
    <Fossefall
      tittel={t('hvorforPlott', { ramme: mill(budsjettOre), faktisk: mill(faktiskOre), volum: endring(volumOre), miks: endring(miksOre), pris: endring(prisOre) })}
      figurtekst={t('hvorforUnder', { maned: manedsnavn(bilde.maned) })}
      start={{ navn: t('ramme'), under: periode, verdi: budsjettOre / ORE_PER_MILL }}
      ledd={[
        { navn: t('volum'), verdi: volumOre / ORE_PER_MILL },
        { navn: t('miks'), verdi: miksOre / ORE_PER_MILL },
        { navn: t('pris'), verdi: prisOre / ORE_PER_MILL },
      ]}
      slutt={{ navn: t('faktisk'), under: periode }}
      format={akse}
      formatEndring={akseEndring}
    />
  );
}
