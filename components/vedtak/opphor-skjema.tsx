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
import { VARSELUNNTAK } from '#lib/vedtak/domain/varsel.ts';
import { opphorSkjema } from '#lib/vedtak/opphor-schema.ts';

/** Ends a vedtak on a day, with the reason and the notice. `virkningId` says which validity was looked at. */
export function OpphorSkjema({ vedtakId, virkningId, varsel }: { vedtakId: number; virkningId: number; /** how far the notice has come, in words */ varsel: string }) {
  const t = useTranslations('vedtak');
  const router = useRouter();
  return (
    <Skjema
      schema={opphorSkjema}
      standardverdier={{ tom: '', unntak: '', begrunnelse: '' }}
      handling={(sendt) => opphorVedtakHandling({ ...sendt, vedtakId, virkningId })}
      etterpa={() => router.push(`/vedtak/${vedtakId}`)}
      className="ro"
    >
      <DatoFelt navn="tom" etikett={t('opphor.tom')} />
      <VelgFelt navn="grunn" etikett={t('opphor.grunn')} bredde="middels" valg={OPPHORSGRUNNER.map((verdi) => ({ verdi, tekst: t(`grunn.${verdi}`) }))} />
      <VelgFelt navn="unntak" etikett={t('varselunntak.felt')} hjelp={varsel} valgfri tomt={t('varselunntak.ingen')} valg={VARSELUNNTAK.map((verdi) => ({ verdi, tekst: t(`varselunntak.${verdi}`) }))} />
      <TekstomradeFelt navn="begrunnelse" etikett={t('opphor.begrunnelse')} hjelp={t('opphor.begrunnelseHjelp')} linjer={4} />
      <p className="liten dempet">{t('opphor.merknad')}</p>
      <Bunnlinje>
        <SendKnapp fare>{t('opphor.send')}</SendKnapp>
        <Lenke href={`/vedtak/${vedtakId}`}>{t('opphor.avbryt')}</Lenke>
      </Bunnlinje>
    </Skjema>
  );
}
