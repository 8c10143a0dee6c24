'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { VelgFelt } from '#components/form/valgfelter.tsx';
import type { Maned } from '#lib/core/maned.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { foreslaAvslutningHandling, sendTilbakeHandling } from '#lib/grunnlag/actions-ordning.ts';
import { avsluttOrdningSkjema, sendTilbakeSkjema } from '#lib/grunnlag/ordning-schema.ts';

const tilbake = sendTilbakeSkjema.omit({ utkastId: true, versjon: true });
const avslutt = avsluttOrdningSkjema.omit({ ordningId: true });

/** Back to the writer, with the reason that the writer sees. */
export function TilbakeSkjema({ utkastId, versjon }: { utkastId: number; versjon: number }) {
  const t = useTranslations('ordning.kontroll');
  const { refresh } = useRouter();
  return (
    <Skjema schema={tilbake} standardverdier={{ grunn: '' }} handling={(sendt) => sendTilbakeHandling({ ...sendt, utkastId, versjon })} etterpa={() => refresh()}>
      <TekstomradeFelt navn="grunn" etikett={t('tilbakeGrunn')} linjer={3} />
      <SendKnapp variant="secondary">{t('sendTilbake')}</SendKnapp>
    </Skjema>
  );
}

/** Proposes that a scheme ends after a month. */
export function AvsluttSkjema({ ordningId, maneder }: { ordningId: number; maneder: readonly Maned[] }) {
  const t = useTranslations('ordning.avslutt');
  const router = useRouter();
  return (
    <Skjema
      schema={avslutt}
      standardverdier={{ tom: '', grunn: '' }}
      handling={(sendt) => foreslaAvslutningHandling({ ...sendt, ordningId })}
      etterpa={(svar) => router.push(`/ordninger/utkast/${svar.id}`)}
    >
      <VelgFelt navn="tom" etikett={t('tom')} bredde="middels" valg={maneder.map((m) => ({ verdi: m, tekst: manedOgAr(m) }))} />
      <TekstomradeFelt navn="grunn" etikett={t('grunn')} linjer={3} />
      <SendKnapp variant="secondary">{t('foresla')}</SendKnapp>
    </Skjema>
  );
}
