'use client';

import { useTranslations } from 'next-intl';
import { HandlingKnapp } from '#components/utfort-tid/handling-knapp.tsx';
import { avsluttStedfortrederHandling } from '#lib/avregning/actions-kalender.ts';

/** Ends a deputyship at once. */
export function TrekkStedfortreder({ id, navn }: { id: number; navn: string }) {
  const t = useTranslations('kalender.stedfortredere');
  return (
    <HandlingKnapp tett handling={avsluttStedfortrederHandling} data={{ id }} kvittering={t('avsluttet', { navn })} navn={`${t('avslutt')}: ${navn}`}>
      {t('avslutt')}
    </HandlingKnapp>
  );
}
