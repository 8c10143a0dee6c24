'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { AvkryssFelt } from '#components/form/valgfelter.tsx';
import { settRammevisningHandling } from '#lib/vedtak/actions-regler.ts';
import { rammevisningSkjema } from '#lib/vedtak/regler-schema.ts';

/** Whether caseworkers see what is left of the budget beside the form. */
export function RammevisningSkjema({ apen }: { apen: boolean }) {
  const t = useTranslations('rammevisning');
  const router = useRouter();
  return (
    <Skjema schema={rammevisningSkjema} standardverdier={{ saksbehandler: apen }} handling={settRammevisningHandling} etterpa={() => router.refresh()} className="ro">
      <AvkryssFelt navn="saksbehandler" etikett={t('apen')} hjelp={t('hjelp')} />
      <Bunnlinje>
        <SendKnapp>{t('lagre')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
