'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { enkelKontroll } from '#components/form/enkel-kontroll.ts';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt } from '#components/form/tekstfelter.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { oppgiGrunnHandling } from '#lib/sak/actions.ts';
import { kontrollerTekst } from '#lib/core/feltavslag.ts';
import { MAKS_GRUNN, MINSTE_GRUNN } from '#lib/sak/domain/innsyn.ts';
import type { grunnSkjema } from '#lib/sak/sak-schema.ts';

const KONTROLL = enkelKontroll<typeof grunnSkjema>(({ grunn }) => kontrollerTekst('grunn', grunn, MINSTE_GRUNN, MAKS_GRUNN));

/** Asks, calmly, why a record that is not one's own is opened; nothing of it is shown before the answer. */
export function GrunnSkjema({ mottakerId }: { mottakerId: number }) {
  const t = useTranslations('sak.grunn');
  const router = useRouter();
  return (
    <Skjema schema={KONTROLL} standardverdier={{ grunn: '' }} handling={(sendt) => oppgiGrunnHandling({ ...sendt, mottakerId })} etterpa={() => router.refresh()} className="ro">
      <TekstFelt navn="grunn" etikett={t('felt')} hjelp={t('hjelp')} />
      <Bunnlinje>
        <SendKnapp>{t('apne')}</SendKnapp>
        <Lenke href="/mottakere">{t('tilbake')}</Lenke>
      </Bunnlinje>
    </Skjema>
  );
}
