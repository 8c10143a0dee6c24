'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt } from '#components/form/tekstfelter.tsx';
import { avvisForslagHandling, godkjennForslagHandling } from '#lib/vedtak/actions.ts';
import { avvisfelter, godkjennForslagSkjema } from '#lib/vedtak/forslag-schema.ts';

/** Issues what another has written. */
export function GodkjennForslag({ forslagId }: { forslagId: number }) {
  const t = useTranslations('vedtak.forslag');
  const router = useRouter();
  return (
    <Skjema schema={godkjennForslagSkjema} standardverdier={{ forslagId }} handling={(sendt) => godkjennForslagHandling(sendt)} etterpa={(svar) => router.push(`/vedtak/${svar.vedtakId}`)}>
      <Bunnlinje>
        <SendKnapp>{t('godkjenn')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** Sends it back with a reason, or takes one's own back. */
export function AvvisForslag({ forslagId, eget }: { forslagId: number; eget: boolean }) {
  const t = useTranslations('vedtak.forslag');
  const router = useRouter();
  return (
    <Skjema schema={avvisfelter} standardverdier={{ grunn: '' }} handling={(sendt) => avvisForslagHandling({ ...sendt, forslagId })} etterpa={() => router.refresh()} className="ro">
      <TekstFelt navn="grunn" etikett={t('avvisGrunn')} />
      <Bunnlinje>
        <SendKnapp>{eget ? t('trekk') : t('avvis')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
