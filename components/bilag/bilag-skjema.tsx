'use client';

import type { ReactNode } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt } from '#components/form/tekstfelter.tsx';
import { lagBilagHandling, reverserBilagHandling } from '#lib/bilag/actions.ts';
import { lagBilagSkjema, reverserSkjema } from '#lib/bilag/bilag-schema.ts';

/** Makes the month's vouchers and goes to the first of them. */
export function LagBilag({ maned, children }: { maned: string; children: ReactNode }) {
  const { push } = useRouter();
  return (
    <Skjema schema={lagBilagSkjema} standardverdier={{ maned }} handling={lagBilagHandling} etterpa={([forste]) => push(forste === undefined ? '/bilag' : `/bilag/${forste}`)}>
      <SendKnapp>{children}</SendKnapp>
    </Skjema>
  );
}

/** Reverses a voucher, with a reason, and goes to the reversal. */
export function ReverserBilag({ bilagId }: { bilagId: number }) {
  const t = useTranslations('bilag.ett');
  const { push } = useRouter();
  return (
    <Skjema schema={reverserSkjema} standardverdier={{ bilagId, grunn: '' }} handling={reverserBilagHandling} etterpa={(ny) => push(`/bilag/${ny}`)}>
      <TekstFelt navn="grunn" etikett={t('reverserGrunn')} hjelp={t('reverserHjelp')} />
      <SendKnapp variant="secondary" fare>
        {t('reverser')}
      </SendKnapp>
    </Skjema>
  );
}
