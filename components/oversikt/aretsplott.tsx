import { getTranslations } from 'next-intl/server';
import { Fossefall } from '#components/plott/fossefall.tsx';
import { Avviksplott } from '#components/prognose/prognoseplott.tsx';
import { intervallTekst } from '#components/prognose/prognose-funn.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import { Linjeplott } from '#components/plott/linjeplott.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { brok } from '#lib/core/brok.ts';
import { formatEndring } from '#lib/core/format.ts';
import { manedKort, manedsnavn } from '#lib/core/manedsnavn.ts';
import type { PrognoseView } from '#lib/oversikt/prognose-view.ts';
import type { Oversikt } from '#lib/oversikt/oversikt-view.ts';

const ORE_PER_MILL = 100_000_000;
const mill = (belop: number): string => belopTekst(belop, 'mill');
const endring = (belop: number): string => belopTekst(belop, 'mill', true);
// The drawing works in millions, so that its axis has round figures; every printed figure is from the øre.
const akse = (millioner: number): string => mill(Math.round(millioner * ORE_PER_MILL));
const akseEndring = (millioner: number): string => endring(Math.round(millioner * ORE_PER_MILL));

/** The running deviation through the year, above the line is over the frame; with the forecast to December for those who see it. */
export async function Aretsplott({ bilde, prognose }: { bilde: Oversikt; prognose: Pick<PrognoseView, 'ar' | 'sum'> | null }) {
  const t = await getTranslations('oversikt');
  const { hittil, kumulativt, maned } = bilde;
  const prosent = hittil.budsjettOre === 0 ? '–' : formatEndring(brok(hittil.avvikOre, hittil.budsjettOre));
  return (
    <>
      <p className="liten">{t('iRuteTekst', { faktisk: mill(hittil.faktiskOre), ramme: belopTekst(hittil.budsjettOre, 'mill', false, true), prosent })}</p>
      {prognose ? (
        <>
          <p className="liten">
            {t('iRutePrognose', { prognose: mill(prognose.sum.aret.ore), ramme: belopTekst(prognose.sum.budsjettOre, 'mill', false, true), intervall: intervallTekst(prognose.sum.avvik, true) })}{' '}
            <Lenke href="/prognose">{t('tilPrognose')}</Lenke>
          </p>
          <Avviksplott bilde={prognose} bredde={432} />
        </>
      ) : (
      <Linjeplott
        tittel={t('iRutePlott', { ar: String(bilde.ar), belop: belopTekst(hittil.avvikOre, 'mill', true, true), maned: manedsnavn(maned) })}
        figurtekst={t('iRuteUnder')}
        etiketter={kumulativt.map((p) => manedKort(p.maned))}
        serier={[{ navn: t('serieAvvik'), verdier: kumulativt.map((p) => p.avvikOre / ORE_PER_MILL), sluttekst: endring(hittil.avvikOre) }]}
        format={akse}
      />
      )}
    </>
  );
}

/** From the frame to the cost: need (volume), mix and price, and what the units spend beyond what they are settled where that is known. */
export async function Hvorforplott({ bilde }: { bilde: Oversikt }) {
  const t = await getTranslations('oversikt');
  const { budsjettOre, faktiskOre, avvikOre, volumOre, miksOre, prisOre } = bilde.hittil;
  const { utforerOre } = bilde;
  const kostnadOre = faktiskOre + (utforerOre ?? 0);
  const periode = `jan–${manedKort(bilde.maned)}`;
  return (
    <Fossefall
      tittel={t(utforerOre === null ? 'hvorforPlott' : 'hvorforPlottUtforer', { ramme: mill(budsjettOre), faktisk: mill(kostnadOre), volum: endring(volumOre), miks: endring(miksOre), pris: endring(prisOre), utforer: endring(utforerOre ?? 0) })}
      figurtekst={t('hvorforUnder', { maned: manedsnavn(bilde.maned) })}
      start={{ navn: t('ramme'), under: periode, verdi: budsjettOre / ORE_PER_MILL }}
      ledd={[
        { navn: t('volum'), verdi: volumOre / ORE_PER_MILL },
        { navn: t('miks'), verdi: miksOre / ORE_PER_MILL },
        { navn: t('pris'), verdi: prisOre / ORE_PER_MILL },
        ...(utforerOre === null ? [] : [{ navn: t('utforerne'), verdi: utforerOre / ORE_PER_MILL }]),
      ]}
      slutt={{ navn: t(utforerOre === null ? 'avregnet' : 'kostnad'), under: periode }}
      grupper={[{ fra: 0, til: 2, tekst: t('bestiller', { belop: endring(avvikOre) }) }]}
      bredde={424}
      format={akse}
      formatEndring={akseEndring}
    />
  );
}
