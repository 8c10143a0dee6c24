'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt, TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { avvisPrisforslagHandling, godkjennPrisforslagHandling, settFallgrenseHandling, trekkPrisforslagHandling } from '#lib/stykkpris/actions.ts';
import { avvisSkjema, fallgrenseSkjema, settForslagSkjema } from '#lib/stykkpris/stykkpris-schema.ts';

interface Props {
  id: number;
  versjon: number;
}

/** Approves the proposal that was looked at. */
export function GodkjennSkjema({ id, versjon }: Props) {
  const t = useTranslations('stykkpris.forslag');
  const { refresh } = useRouter();
  return (
    <Skjema schema={settForslagSkjema} standardverdier={{ id, versjon }} handling={godkjennPrisforslagHandling} etterpa={refresh}>
      <SendKnapp>{t('godkjenn')}</SendKnapp>
    </Skjema>
  );
}

/** Turns it down, with a reason. */
export function AvvisSkjema({ id, versjon }: Props) {
  const t = useTranslations('stykkpris.forslag');
  const { refresh } = useRouter();
  return (
    <Skjema schema={avvisSkjema} standardverdier={{ id, versjon, grunn: '' }} handling={avvisPrisforslagHandling} etterpa={refresh} className="ro">
      <TekstomradeFelt navn="grunn" etikett={t('avvisGrunn')} linjer={3} />
      <Bunnlinje>
        <SendKnapp variant="secondary">{t('avvis')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** Takes a sent proposal back and goes to its draft. */
export function TrekkSkjema({ id, versjon, verksted }: Props & { verksted: string }) {
  const t = useTranslations('stykkpris.forslag');
  const { push } = useRouter();
  return (
    <Skjema schema={settForslagSkjema} standardverdier={{ id, versjon }} handling={trekkPrisforslagHandling} etterpa={() => push(verksted)}>
      <SendKnapp variant="secondary">{t('trekk')}</SendKnapp>
    </Skjema>
  );
}

/** How much a price may fall before it is warned of. */
export function FallgrenseSkjema({ prosent }: { prosent: string }) {
  const t = useTranslations('stykkpris.bok');
  const { refresh } = useRouter();
  return (
    <Skjema schema={fallgrenseSkjema} standardverdier={{ prosent }} handling={settFallgrenseHandling} etterpa={refresh} className="ro">
      <TekstFelt navn="prosent" etikett={t('fallgrense')} hjelp={t('fallgrenseHjelp')} bredde="kort" enhet="%" inputMode="decimal" hoyrestilt />
      <Bunnlinje>
        <SendKnapp variant="secondary">{t('lagreGrense')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
