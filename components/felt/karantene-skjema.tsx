'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt } from '#components/form/tekstfelter.tsx';
import { leggBortKaranteneHandling } from '#lib/utfort-tid/actions-felt.ts';
import { leggBortKaranteneSkjema } from '#lib/utfort-tid/felt-schema.ts';

/** Puts a registration away, with a reason the person is told. */
export function KaranteneSkjema({ klientId }: { klientId: string }) {
  const t = useTranslations('felt-leder');
  const router = useRouter();
  return (
    <Skjema schema={leggBortKaranteneSkjema} handling={leggBortKaranteneHandling} etterpa={() => router.push('/uken/telefon')} standardverdier={{ klientId, grunn: '' }}>
      <TekstFelt navn="grunn" etikett={t('karantene.grunn')} hjelp={t('karantene.grunnHjelp')} />
      <SendKnapp variant="secondary">{t('karantene.leggBort')}</SendKnapp>
    </Skjema>
  );
}
