'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt } from '#components/form/tekstfelter.tsx';
import { RadioFelt } from '#components/form/valgfelter.tsx';
import { lagreVarselvalgHandling } from '#lib/oversikt/actions-varselpost.ts';
import { HVOR_OFTE, type HvorOfte } from '#lib/oversikt/domain/varselpost.ts';
import { varselvalgSkjema } from '#lib/oversikt/varselpost-schema.ts';

/** How often one is told, and where. */
export function VarselvalgSkjema({ hvorOfte, epost }: { hvorOfte: HvorOfte; epost: string }) {
  const t = useTranslations('varselpost');
  const { refresh } = useRouter();
  return (
    <Skjema schema={varselvalgSkjema} standardverdier={{ hvorOfte, epost }} handling={lagreVarselvalgHandling} etterpa={refresh}>
      <RadioFelt navn="hvorOfte" etikett={t('hvorOfte')} bredde="middels" valg={HVOR_OFTE.map((en) => ({ verdi: en, tekst: t(en) }))} />
      <TekstFelt navn="epost" etikett={t('epost')} hjelp={t('epostHjelp')} bredde="middels" />
      <Bunnlinje>
        <SendKnapp>{t('lagre')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
