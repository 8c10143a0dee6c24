'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { BelopFelt, TekstFelt } from '#components/form/tekstfelter.tsx';
import { AvkryssFelt, RadioFelt } from '#components/form/valgfelter.tsx';
import { HandlingKnapp } from '#components/utfort-tid/handling-knapp.tsx';
import { dognsatsHandling, hentetHandling, registrerUtskrivningHandling, svarSykehusetHandling, trekkUtskrivningHandling } from '#lib/sak/actions-utskrivning.ts';
import { SVAR } from '#lib/sak/domain/utskrivning.ts';
import { dognsatsSkjema, hentetSkjema, svarSkjema, utskrivningSkjema } from '#lib/sak/utskrivning-schema.ts';

/** The hospital's message; `dag` is dd.mm.åååå. */
export function NyUtskrivningSkjema({ mottakerId, dag }: { mottakerId: number; dag: string }) {
  const t = useTranslations('plasser.nyUtskrivning');
  const { push, refresh } = useRouter();
  return (
    <Skjema
      className="smalt"
      schema={utskrivningSkjema}
      handling={registrerUtskrivningHandling}
      standardverdier={{ mottakerId, sykehus: '', dag, klokkeslett: '' }}
      etterpa={({ id }) => {
        push(`/plasser/utskrivning/${id}`);
        refresh();
      }}
    >
      <TekstFelt navn="sykehus" etikett={t('sykehus')} bredde="middels" />
      <DatoFelt navn="dag" etikett={t('dag')} />
      <TekstFelt navn="klokkeslett" etikett={t('klokkeslett')} bredde="kort" />
      <SendKnapp>{t('lagre')}</SendKnapp>
    </Skjema>
  );
}

/** The municipality's answer; what was answered before is filled in. */
export function SvarSkjema({ id, svar, kanFra, tilbud }: { id: number; svar: string; kanFra: string; tilbud: string }) {
  const t = useTranslations('plasser.behandle');
  const { refresh } = useRouter();
  return (
    <Skjema className="smalt" schema={svarSkjema} handling={svarSykehusetHandling} standardverdier={{ id, svar: svar as 'KAN_IKKE', kanFra, tilbud }} etterpa={refresh}>
      <RadioFelt navn="svar" etikett={t('svar')} valg={SVAR.map((s) => ({ verdi: s, tekst: t(s) }))} />
      <DatoFelt navn="kanFra" etikett={t('kanFra')} hjelp={t('kanFraHjelp')} valgfri />
      <TekstFelt navn="tilbud" etikett={t('tilbud')} valgfri bredde="middels" />
      <SendKnapp>{t('lagreSvar')}</SendKnapp>
    </Skjema>
  );
}

/** The day the patient left; `iDag` is dd.mm.åååå. */
export function HentetSkjema({ id, iDag }: { id: number; iDag: string }) {
  const t = useTranslations('plasser.behandle');
  const { refresh } = useRouter();
  return (
    <Skjema className="smalt" schema={hentetSkjema} handling={hentetHandling} standardverdier={{ id, hentet: iDag }} etterpa={refresh}>
      <DatoFelt navn="hentet" etikett={t('hentet')} />
      <SendKnapp variant="secondary">{t('lagreHentet')}</SendKnapp>
    </Skjema>
  );
}

/** The hospital withdrew its message. */
export function TrekkUtskrivning({ id }: { id: number }) {
  const t = useTranslations('plasser.behandle');
  return (
    <HandlingKnapp handling={trekkUtskrivningHandling} data={{ id }} kvittering={t('trukket')}>
      {t('trekkLagre')}
    </HandlingKnapp>
  );
}

/** What a night costs from a day on. */
export function DognsatsSkjema() {
  const t = useTranslations('plasser.utskrivning.sats');
  const { refresh } = useRouter();
  return (
    <Skjema className="smalt" schema={dognsatsSkjema} handling={dognsatsHandling} standardverdier={{ fom: '', sats: '', kilde: '', bekreftet: false }} etterpa={refresh}>
      <DatoFelt navn="fom" etikett={t('fom')} hjelp={t('fomHjelp')} />
      <BelopFelt navn="sats" etikett={t('belop')} bredde="kort" />
      <TekstFelt navn="kilde" etikett={t('kilde')} bredde="middels" />
      <AvkryssFelt navn="bekreftet" etikett={t('erBekreftet')} />
      <SendKnapp variant="secondary">{t('lagre')}</SendKnapp>
    </Skjema>
  );
}
