'use client';

import { useTranslations } from 'next-intl';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { HandlingKnapp } from '#components/utfort-tid/handling-knapp.tsx';
import { begrunnetStegHandling, godkjennManuellHandling } from '#lib/avregning/actions-manuell.ts';
import { begrunnetStegSkjema } from '#lib/avregning/manuell-schema.ts';
import type { Beslutningsview } from '#lib/avregning/manuell-view.ts';

type Peker = Pick<Beslutningsview, 'slag' | 'id'>;

function Begrunnet({ slag, id, steg }: Peker & { steg: 'AVSLA' | 'FORESLA_TREKK' | 'AVSLA_TREKK' }) {
  const t = useTranslations('kalender.steg');
  return (
    <details className="trekkspill">
      <summary className="ds-link">{t(steg)}</summary>
      <Skjema schema={begrunnetStegSkjema} handling={begrunnetStegHandling} standardverdier={{ slag, id, steg, grunn: '' }}>
        <TekstomradeFelt navn="grunn" etikett={t('grunn')} linjer={2} />
        <Bunnlinje>
          <SendKnapp variant="secondary">{t(steg)}</SendKnapp>
        </Bunnlinje>
      </Skjema>
    </details>
  );
}

/** What the reader may do with a decision by hand: approve at once, turn down or propose its withdrawal with words. */
export function StegKnapper({ slag, id, steg, navn }: Peker & { steg: Beslutningsview['steg']; navn: string }) {
  const t = useTranslations('kalender.steg');
  return (
    <div className="stegknapper">
      {steg.map((ett) =>
        ett === 'GODKJENN' || ett === 'GODKJENN_TREKK' ? (
          <HandlingKnapp key={ett} tett handling={godkjennManuellHandling} data={{ slag, id, steg: ett }} kvittering={t(`kvittering.${ett}`, { navn })} navn={`${t(ett)}: ${navn}`}>
            {t(ett)}
          </HandlingKnapp>
        ) : (
          <Begrunnet key={ett} slag={slag} id={id} steg={ett} />
        ),
      )}
    </div>
  );
}
