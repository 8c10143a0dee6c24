'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt, TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { VelgFelt } from '#components/form/valgfelter.tsx';
import { foreslaStipulertHandling } from '#lib/avregning/actions-manuell.ts';
import { stipulertSkjema } from '#lib/avregning/manuell-schema.ts';

interface Props {
  maned: string;
  /** unit, scheme and component */
  maal: string;
  forslag: { grunnlag: 'SNITT' | 'VEDTATT' | 'ANNET'; volum: string };
}

/** A volume that stands instead of what is counted; the proposed one can be overwritten. */
export function StipulertSkjema({ maned, maal, forslag }: Props) {
  const t = useTranslations('kalender.stipulert');
  const { push, refresh } = useRouter();
  return (
    <Skjema
      className="smalt"
      schema={stipulertSkjema}
      handling={foreslaStipulertHandling}
      standardverdier={{ maal, gjelder: maned, volum: forslag.volum, grunnlag: forslag.grunnlag, grunn: '' }}
      etterpa={() => {
        push(`/avregning/${maned}/manuelle`);
        refresh();
      }}
    >
      <div className="rekke">
        <TekstFelt navn="volum" etikett={t('volum')} hjelp={t('volumHjelp')} inputMode="decimal" hoyrestilt bredde="middels" />
        <VelgFelt navn="grunnlag" etikett={t('grunnlag')} valg={(['SNITT', 'VEDTATT', 'ANNET'] as const).map((verdi) => ({ verdi, tekst: t(`grunnlagene.${verdi}`) }))} tomt={false} />
      </div>
      <TekstomradeFelt navn="grunn" etikett={t('grunn')} hjelp={t('grunnHjelp')} linjer={3} />
      <Bunnlinje merknad={t('merknad')}>
        <SendKnapp>{t('foresla')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
