'use client';

import { useTranslations } from 'next-intl';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { RadioFelt } from '#components/form/valgfelter.tsx';
import { avgjorInnsigelseHandling } from '#lib/avregning/actions-kalender.ts';
import { svarSkjema } from '#lib/avregning/kalender-schema.ts';

/** The controller answers an objection. */
export function SvarSkjema({ id }: { id: number }) {
  const t = useTranslations('kalender.innsigelser');
  return (
    <div className="stegknapper">
      <details>
        <summary className="ds-link">{t('svar')}</summary>
        <Skjema schema={svarSkjema} handling={avgjorInnsigelseHandling} standardverdier={{ id, utfall: 'AVVIST', svar: '' }}>
          <RadioFelt navn="utfall" etikett={t('svaret')} valg={(['TATT_TIL_FOLGE', 'AVVIST'] as const).map((verdi) => ({ verdi, tekst: t(`utfall.${verdi}`) }))} />
          <TekstomradeFelt navn="svar" etikett={t('grunn')} hjelp={t('grunnHjelp')} linjer={2} />
          <Bunnlinje>
            <SendKnapp variant="secondary">{t('send')}</SendKnapp>
          </Bunnlinje>
        </Skjema>
      </details>
    </div>
  );
}
