'use client';

import { useTranslations } from 'next-intl';
import { HandlingKnapp } from '#components/utfort-tid/handling-knapp.tsx';
import { trekkFravarHandling, trekkLedigHandling } from '#lib/utfort-tid/actions-opphold.ts';

/** The place is not free after all. */
export function TrekkLedigKnapp({ plassId }: { plassId: number }) {
  const t = useTranslations('opphold.ledig');
  return (
    <HandlingKnapp handling={trekkLedigHandling} data={{ plassId }} kvittering={t('trukket')}>
      {t('trekk')}
    </HandlingKnapp>
  );
}

/** The absence never was. */
export function TrekkFravarKnapp({ plassId, fravarId, navn }: { plassId: number; fravarId: number; navn: string }) {
  const t = useTranslations('opphold.historie');
  return (
    <HandlingKnapp handling={trekkFravarHandling} data={{ plassId, fravarId }} kvittering={t('fravarTrukket')} variant="lenke" navn={navn}>
      {t('trekk')}
    </HandlingKnapp>
  );
}
