'use client';

import { useTranslations } from 'next-intl';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt } from '#components/form/tekstfelter.tsx';
import { RadioFelt } from '#components/form/valgfelter.tsx';
import { lagreFeltoppsettHandling } from '#lib/utfort-tid/actions-felt.ts';
import { PARREGLER } from '#lib/utfort-tid/domain/del-parbesok.ts';
import type { Feltoppsett } from '#lib/utfort-tid/domain/felt-oppsett.ts';
import { oppsettSkjema } from '#lib/utfort-tid/felt-schema.ts';

/** The app on or off, where one registers instead, and how a couple's time is shared. */
export function OppsettSkjema({ oppsett }: { oppsett: Feltoppsett }) {
  const t = useTranslations('felt-leder');
  return (
    <Skjema schema={oppsettSkjema} handling={lagreFeltoppsettHandling} standardverdier={{ paa: oppsett.paa ? 'ja' : 'nei', parregel: oppsett.parregel, sted: oppsett.sted ?? '' }}>
      <RadioFelt navn="paa" etikett={t('oppsett.paa')} valg={(['ja', 'nei'] as const).map((verdi) => ({ verdi, tekst: t(`oppsett.${verdi}`) }))} />
      <TekstFelt navn="sted" etikett={t('oppsett.sted')} hjelp={t('oppsett.stedHjelp')} valgfri />
      <RadioFelt navn="parregel" etikett={t('oppsett.parregel')} valg={PARREGLER.map((verdi) => ({ verdi, tekst: t(`oppsett.${verdi}`) }))} />
      <Bunnlinje>
        <SendKnapp>{t('oppsett.lagre')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
