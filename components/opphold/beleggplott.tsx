import { getTranslations } from 'next-intl/server';
import { Linjeplott } from '#components/plott/linjeplott.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import type { Belegg } from '#lib/utfort-tid/domain/opphold.ts';

/** Occupied places night by night, and how many of them were slept in. */
export async function Beleggplott({ belegg, plasser }: { belegg: readonly Belegg[]; plasser: number }) {
  const t = await getTranslations('opphold.belegg');
  const iBruk = belegg.map((b) => b.inne + b.borte);
  const tittel = t('plott', { sist: iBruk.at(-1) ?? 0, plasser, lavest: Math.min(...iBruk), hoyest: Math.max(...iBruk) });
  return (
    <Linjeplott
      tittel={tittel}
      figurtekst={t('figur')}
      etiketter={belegg.map((b) => `${b.dato.slice(8, 10)}.${b.dato.slice(5, 7)}.`)}
      serier={[
        { navn: t('iBruk'), verdier: iBruk, stil: 'total' },
        { navn: t('inne'), verdier: belegg.map((b) => b.inne), stil: 'ref', sluttekst: t('inne') },
      ]}
      referanse={{ verdi: plasser, tekst: t('plasser', { antall: plasser }) }}
      format={(n) => formatHeltall(n)}
    />
  );
}
