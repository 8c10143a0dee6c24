'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TallFelt, TekstFelt } from '#components/form/tekstfelter.tsx';
import { RadioFelt, VelgFelt } from '#components/form/valgfelter.tsx';
import type { Valg } from '#components/form/valgfelter.tsx';
import { flyttHandling, leggBortHandling, rettHandling } from '#lib/utfort-tid/actions.ts';
import { KATEGORIER } from '#lib/utfort-tid/domain/kategori.ts';
import { flyttSkjema, leggBortSkjema, rettSkjema } from '#lib/utfort-tid/utfort-tid-schema.ts';
import type { Besoksrad } from '#lib/utfort-tid/utfort-tid-view.ts';

/** Which visit, which version, and where to go when it is done. */
interface Felles {
  besok: Pick<Besoksrad, 'id' | 'versjon' | 'dato' | 'kl' | 'minutter' | 'kategori'>;
  tilbake: string;
}

function useEtterpa(tilbake: string): () => void {
  const router = useRouter();
  return () => router.push(tilbake);
}

function sett(besok: Felles['besok']) {
  return { dag: besok.dato, besokId: besok.id, versjon: besok.versjon };
}

/** Corrects time, length or category. `datoTekst` is dd.mm.åååå. */
export function RettSkjema({ besok, tilbake, datoTekst }: Felles & { datoTekst: string }) {
  const t = useTranslations('utfort-tid');
  return (
    <Skjema
      schema={rettSkjema}
      handling={rettHandling}
      etterpa={useEtterpa(tilbake)}
      standardverdier={{ ...sett(besok), dato: datoTekst, start: besok.kl, minutter: String(besok.minutter), kategori: besok.kategori, grunn: '' }}
    >
      <div className="rekke">
        <DatoFelt navn="dato" etikett={t('registrer.dato')} />
        <TekstFelt navn="start" etikett={t('registrer.start')} hjelp={t('registrer.startHjelp')} inputMode="numeric" bredde="kort" />
        <TallFelt navn="minutter" etikett={t('registrer.minutter')} />
      </div>
      <RadioFelt navn="kategori" etikett={t('registrer.kategori')} bredde="middels" valg={KATEGORIER.map((k) => ({ verdi: k, tekst: t(`kategori.${k}`) }))} />
      <TekstFelt navn="grunn" etikett={t('besok.grunnRett')} hjelp={t('besok.etterRett')} />
      <SendKnapp variant="secondary">{t('besok.rettSend')}</SendKnapp>
    </Skjema>
  );
}

/** Moves a visit to another vedtak of the recipient. */
export function FlyttSkjema({ besok, tilbake, valg, datoTekst }: Felles & { valg: Valg[]; datoTekst: string }) {
  const t = useTranslations('utfort-tid');
  return (
    <Skjema schema={flyttSkjema} handling={flyttHandling} etterpa={useEtterpa(tilbake)} standardverdier={{ ...sett(besok), oppdragId: valg.length === 1 ? (valg[0]?.verdi ?? '') : '', grunn: '' }}>
      <VelgFelt navn="oppdragId" etikett={t('besok.flyttTil', { dato: datoTekst })} valg={valg} />
      <TekstFelt navn="grunn" etikett={t('besok.grunn')} />
      <SendKnapp>{t('besok.flyttSend')}</SendKnapp>
    </Skjema>
  );
}

/** Puts a visit aside with a reason. */
export function LeggBortSkjema({ besok, tilbake }: Felles) {
  const t = useTranslations('utfort-tid');
  return (
    <Skjema schema={leggBortSkjema} handling={leggBortHandling} etterpa={useEtterpa(tilbake)} standardverdier={{ ...sett(besok), grunn: '' }}>
      <TekstFelt navn="grunn" etikett={t('besok.grunn')} hjelp={t('besok.bortHjelp')} />
      <SendKnapp variant="secondary">{t('besok.bortSend')}</SendKnapp>
    </Skjema>
  );
}
