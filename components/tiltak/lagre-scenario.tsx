'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt } from '#components/form/tekstfelter.tsx';
import { VelgFelt } from '#components/form/valgfelter.tsx';
import { forkastTiltakHandling, lagreTiltakHandling, prisvirkemiddelHandling } from '#lib/oversikt/actions-tiltak.ts';
import { forkastSkjema, prisvirkemiddelSkjema, scenarioSkjema } from '#lib/oversikt/tiltak-schema.ts';

type Verdier = { readonly tjenester: readonly string[]; readonly prosent: string; readonly mottakere: string; readonly pris: string; readonly fra: string; readonly over: string };

/** Saves what is tried under a name. */
export function LagreScenario({ verdier }: { verdier: Verdier }) {
  const t = useTranslations('tiltak.scenario');
  const { refresh } = useRouter();
  return (
    <Skjema schema={scenarioSkjema} standardverdier={{ ...verdier, tjenester: [...verdier.tjenester], navn: '' }} handling={lagreTiltakHandling} etterpa={refresh} className="ro">
      <TekstFelt navn="navn" etikett={t('navn')} hjelp={t('navnHjelp')} bredde="middels" />
      <Bunnlinje>
        <SendKnapp variant="secondary">{t('lagre')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** Puts a scenario away. */
export function ForkastScenario({ id, navn }: { id: number; navn: string }) {
  const t = useTranslations('tiltak.scenario');
  const { refresh } = useRouter();
  return (
    <Skjema schema={forkastSkjema} standardverdier={{ id }} handling={forkastTiltakHandling} etterpa={refresh}>
      <SendKnapp variant="tertiary">{t('forkast')}<span className="ds-sr-only"> {navn}</span></SendKnapp>
    </Skjema>
  );
}

/** Whether the price is a means in this municipality. */
export function Prisvirkemiddel({ bruk }: { bruk: boolean }) {
  const t = useTranslations('tiltak.virkemiddel');
  const { refresh } = useRouter();
  return (
    <Skjema schema={prisvirkemiddelSkjema} standardverdier={{ bruk: bruk ? 'JA' : 'NEI' }} handling={prisvirkemiddelHandling} etterpa={refresh} className="ro">
      <VelgFelt navn="bruk" etikett={t('felt')} hjelp={t('hjelp')} tomt={false} valg={[{ verdi: 'NEI', tekst: t('nei') }, { verdi: 'JA', tekst: t('ja') }]} bredde="middels" />
      <Bunnlinje>
        <SendKnapp variant="secondary">{t('lagre')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
