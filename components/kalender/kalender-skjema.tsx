'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TallFelt } from '#components/form/tekstfelter.tsx';
import { type Valg, VelgFelt } from '#components/form/valgfelter.tsx';
import { settKalenderHandling } from '#lib/avregning/actions-kalender.ts';
import { KALENDERSTEG, type Kalenderregler } from '#lib/avregning/domain/kalender.ts';
import { kalenderSkjema } from '#lib/avregning/kalender-schema.ts';

/** The working days of each step, from a month on. */
export function KalenderSkjema({ regler, maneder }: { regler: Kalenderregler; maneder: Valg[] }) {
  const t = useTranslations('kalender.kalender');
  const { push, refresh } = useRouter();
  return (
    <Skjema
      className="smalt"
      schema={kalenderSkjema}
      handling={settKalenderHandling}
      standardverdier={{ fra: maneder[0]?.verdi ?? '', ERKLAR: String(regler.ERKLAR), INNSIGELSE: String(regler.INNSIGELSE), ATTESTER: String(regler.ATTESTER), BOKFOR: String(regler.BOKFOR), LUKK: String(regler.LUKK) }}
      etterpa={() => {
        push('/avregning/kalender');
        refresh();
      }}
    >
      <VelgFelt navn="fra" etikett={t('felt.fra')} valg={maneder} tomt={false} bredde="middels" />
      {KALENDERSTEG.map((steg) => (
        <TallFelt key={steg} navn={steg} etikett={t(`felt.${steg}`)} enhet={t('felt.virkedag')} />
      ))}
      <Bunnlinje merknad={t('felt.merknad')}>
        <SendKnapp>{t('felt.lagre')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
