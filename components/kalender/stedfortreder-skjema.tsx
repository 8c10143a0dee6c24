'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { PeriodeFelt } from '#components/form/datofelter.tsx';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { type Valg, VelgFelt } from '#components/form/valgfelter.tsx';
import { navngiStedfortrederHandling } from '#lib/avregning/actions-kalender.ts';
import { stedfortrederSkjema } from '#lib/avregning/kalender-schema.ts';

/** A leader names another account for exactly one command, for a time. */
export function StedfortrederSkjema({ kommando, enheter, kontoer }: { kommando: 'ERKLAR_MANED' | 'ATTESTER_MANED'; enheter: Valg[]; kontoer: Valg[] }) {
  const t = useTranslations('kalender.stedfortredere');
  const { refresh } = useRouter();
  return (
    <Skjema
      className="smalt"
      schema={stedfortrederSkjema}
      handling={navngiStedfortrederHandling}
      standardverdier={{ kommando, enhet: enheter.length === 1 ? (enheter[0]?.verdi ?? '') : '', konto: '', periode: { fom: '', tom: '' } }}
      etterpa={refresh}
    >
      {kommando === 'ERKLAR_MANED' ? <VelgFelt navn="enhet" etikett={t('enhet')} valg={enheter} /> : null}
      <VelgFelt navn="konto" etikett={t('hvem')} valg={kontoer} />
      <PeriodeFelt navn="periode" etikett={t('periode')} apen={false} />
      <Bunnlinje merknad={t('merknad')}>
        <SendKnapp>{t('navngi')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
