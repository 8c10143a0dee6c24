'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt } from '#components/form/tekstfelter.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { oppgiGrunnHandling } from '#lib/sak/actions.ts';
import { grunnSkjema } from '#lib/sak/sak-schema.ts';

/** Asks, calmly, why a record that is not one's own is opened; nothing of it is shown before the answer. */
export function GrunnSkjema({ mottakerId }: { mottakerId: number }) {
  const t = useTranslations('sak.grunn');
  const router = useRouter();
  return (
    <Skjema schema={grunnSkjema} standardverdier={{ grunn: '' }} handling={(sendt) => oppgiGrunnHandling({ ...sendt, mottakerId })} etterpa={() => router.refresh()} className="ro">
      <TekstFelt navn="grunn" etikett={t('felt')} hjelp={t('hjelp')} />
      <Bunnlinje>
        <SendKnapp>{t('apne')}</SendKnapp>
        <Lenke href="/mottakere">{t('tilbake')}</Lenke>
      </Bunnlinje>
    </Skjema>
  );
}
