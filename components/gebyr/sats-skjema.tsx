'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { BelopFelt, TekstFelt } from '#components/form/tekstfelter.tsx';
import { AvkryssFelt, VelgFelt } from '#components/form/valgfelter.tsx';
import { bekreftSatsHandling, settSatsHandling } from '#lib/utfort-tid/actions-gebyr.ts';
import { bekreftSatsSkjema, satsSkjema } from '#lib/utfort-tid/gebyr-schema.ts';

/** A rate from a day on. */
export function SatsSkjema({ tjenester }: { tjenester: { verdi: string; tekst: string }[] }) {
  const t = useTranslations('gebyr.satser');
  const { refresh } = useRouter();
  return (
    <Skjema schema={satsSkjema} standardverdier={{ tjeneste: '', fom: '', orePerTime: '', avrunding: 'NAERMEST', kilde: '', bekreftet: false }} handling={settSatsHandling} etterpa={() => refresh()}>
      <div className="rekke">
        <VelgFelt navn="tjeneste" etikett={t('tjeneste')} valg={tjenester} bredde="middels" />
        <DatoFelt navn="fom" etikett={t('fom')} />
        <BelopFelt navn="orePerTime" etikett={t('perTime')} bredde="kort" />
        <VelgFelt navn="avrunding" etikett={t('avrunding')} tomt={false} valg={(['NAERMEST', 'NED'] as const).map((v) => ({ verdi: v, tekst: t(`avrundinger.${v}`) }))} bredde="middels" />
      </div>
      <TekstFelt navn="kilde" etikett={t('kilde')} hjelp={t('kildehjelp')} bredde="full" />
      <AvkryssFelt navn="bekreftet" etikett={t('erBekreftet')} />
      <SendKnapp>{t('lagre')}</SendKnapp>
    </Skjema>
  );
}

/** Somebody has read the source: the rate is no longer marked. */
export function BekreftSats({ satsId }: { satsId: number }) {
  const t = useTranslations('gebyr.satser');
  const { refresh } = useRouter();
  return (
    <Skjema schema={bekreftSatsSkjema} standardverdier={{ satsId }} handling={bekreftSatsHandling} etterpa={() => refresh()}>
      <SendKnapp variant="secondary">{t('bekreft')}</SendKnapp>
    </Skjema>
  );
}
