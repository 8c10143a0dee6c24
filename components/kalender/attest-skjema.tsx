'use client';

import type { ReactNode } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { attesterHandling, godkjennAttesterHandling } from '#lib/avregning/actions-kalender.ts';
import { attestSkjema, godkjennAttestSkjema } from '#lib/avregning/kalender-schema.ts';

/** The table with a tick per unit that can be attested, all ticked, and one button under it. */
export function AttestSkjema({ maned, enheter, children }: { maned: string; enheter: string[]; children: ReactNode }) {
  const t = useTranslations('kalender.attest');
  const { refresh } = useRouter();
  return (
    <Skjema schema={attestSkjema} handling={attesterHandling} standardverdier={{ maned, enheter }} etterpa={refresh}>
      {children}
      <Bunnlinje merknad={t('merknad')}>
        <SendKnapp>{t('attester')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** The tick of one unit; its value says the amount that was shown. */
export function VelgEnhet({ verdi, navn }: { verdi: string; navn: string }) {
  const t = useTranslations('kalender.attest');
  const { register } = useFormContext();
  return <input {...register('enheter')} type="checkbox" value={verdi} className="ds-input" aria-label={t('velg', { enhet: navn })} />;
}

/** Another than the attester approves, and the run that posts is ordered; its progress stands on the month's page. */
export function GodkjennAttester({ maned, antall }: { maned: string; antall: number }) {
  const t = useTranslations('kalender.attest');
  const { push, refresh } = useRouter();
  return (
    <Skjema
      schema={godkjennAttestSkjema}
      handling={godkjennAttesterHandling}
      standardverdier={{ maned }}
      etterpa={() => {
        push(`/avregning/${maned}`);
        refresh();
      }}
    >
      <SendKnapp>{t('godkjenn', { antall })}</SendKnapp>
    </Skjema>
  );
}
