'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { VelgFelt } from '#components/form/valgfelter.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { opphorVedtakHandling } from '#lib/vedtak/actions.ts';
import { OPPHORSGRUNNER } from '#lib/vedtak/domain/opphor-vedtak.ts';
import { opphorSkjema } from '#lib/vedtak/opphor-schema.ts';

/** Ends a vedtak on a day, with the reason and the notice. `virkningId` says which validity was looked at. */
export function OpphorSkjema({ vedtakId, virkningId }: { vedtakId: number; virkningId: number }) {
  const t = useTranslations('vedtak');
  const router = useRouter();
  return (
    <Skjema
      schema={opphorSkjema}
      standardverdier={{ tom: '', varslet: '', begrunnelse: '' }}
      handling={(sendt) => opphorVedtakHandling({ ...sendt, vedtakId, virkningId })}
      etterpa={() => router.push(`/vedtak/${vedtakId}`)}
      className="ro"
    >
      <DatoFelt navn="tom" etikett={t('opphor.tom')} />
      <VelgFelt navn="grunn" etikett={t('opphor.grunn')} bredde="middels" valg={OPPHORSGRUNNER.map((verdi) => ({ verdi, tekst: t(`grunn.${verdi}`) }))} />
      <DatoFelt navn="varslet" etikett={t('opphor.varslet')} hjelp={t('opphor.varsletHjelp')} valgfri />
      <TekstomradeFelt navn="begrunnelse" etikett={t('opphor.begrunnelse')} hjelp={t('opphor.begrunnelseHjelp')} linjer={4} />
      <p className="liten dempet">{t('opphor.merknad')}</p>
      <Bunnlinje>
        <SendKnapp fare>{t('opphor.send')}</SendKnapp>
        <Lenke href={`/vedtak/${vedtakId}`}>{t('opphor.avbryt')}</Lenke>
      </Bunnlinje>
    </Skjema>
  );
}
