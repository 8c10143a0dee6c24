'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt } from '#components/form/tekstfelter.tsx';
import { lagreVarselgrenseHandling } from '#lib/avvik/actions-varsel.ts';
import { varselgrenseSkjema } from '#lib/avvik/varselgrense-schema.ts';

/** From which overrun this municipality is warned. */
export function Varselgrense({ prosent }: { prosent: string }) {
  const t = useTranslations('styring');
  const { refresh } = useRouter();
  return (
    <Skjema schema={varselgrenseSkjema} standardverdier={{ prosent }} handling={lagreVarselgrenseHandling} etterpa={refresh} className="ro">
      <TekstFelt navn="prosent" etikett={t('grenseFelt')} hjelp={t('grenseHjelp')} bredde="kort" enhet="%" inputMode="decimal" hoyrestilt />
      <Bunnlinje>
        <SendKnapp variant="secondary">{t('lagre')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
