'use client';

import { useTranslations } from 'next-intl';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { BelopFelt, TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { erklarManedHandling, meldInnsigelseHandling } from '#lib/avregning/actions-kalender.ts';
import { erklarSkjema, innsigelseSkjema } from '#lib/avregning/kalender-schema.ts';

/** The leader says that the month is complete, at the revenue on the page. */
export function ErklaringSkjema({ maned, enhetId, vistOre, igjen }: { maned: string; enhetId: number; vistOre: number; igjen: boolean }) {
  const t = useTranslations('kalender.erklaring');
  return (
    <Skjema className="smalt" schema={erklarSkjema} handling={erklarManedHandling} standardverdier={{ maned, enhetId, vistOre, merknad: '' }}>
      <TekstomradeFelt navn="merknad" etikett={t('merknad')} valgfri linjer={2} />
      <Bunnlinje>
        <SendKnapp>{t(igjen ? 'erklarIgjen' : 'erklar')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** The leader objects, with the amount the objection is about. */
export function InnsigelseSkjema({ maned, enhetId }: { maned: string; enhetId: number }) {
  const t = useTranslations('kalender.innsigelser');
  return (
    <Skjema className="smalt" schema={innsigelseSkjema} handling={meldInnsigelseHandling} standardverdier={{ maned, enhetId, belop: '', tekst: '' }}>
      <BelopFelt navn="belop" etikett={t('felt.belop')} hjelp={t('felt.belopHjelp')} />
      <TekstomradeFelt navn="tekst" etikett={t('felt.tekst')} hjelp={t('felt.tekstHjelp')} linjer={3} />
      <Bunnlinje>
        <SendKnapp variant="secondary">{t('meld')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
