'use client';

import { useTranslations } from 'next-intl';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { iverksettHandling } from '#lib/oppdrag/actions.ts';
import { iverksettSkjema } from '#lib/oppdrag/oppdrag-schema.ts';

/** The day the delivery started; `forslag` is dd.mm.åååå. */
export function IverksettSkjema({ oppdragId, forslag }: { oppdragId: number; forslag: string }) {
  const t = useTranslations('oppdrag');
  return (
    <Skjema schema={iverksettSkjema} handling={iverksettHandling} standardverdier={{ oppdragId: oppdragId, start: forslag }}>
      <DatoFelt navn="start" etikett={t('start.dato')} hjelp={t('start.hjelp')} bredde="middels" />
      <SendKnapp variant="secondary">{t('start.lagre')}</SendKnapp>
    </Skjema>
  );
}
