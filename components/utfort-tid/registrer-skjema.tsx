'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TallFelt, TekstFelt } from '#components/form/tekstfelter.tsx';
import { RadioFelt, VelgFelt } from '#components/form/valgfelter.tsx';
import { registrerHandling } from '#lib/utfort-tid/actions.ts';
import { KATEGORIER } from '#lib/utfort-tid/domain/registrer-besok.ts';
import { registrerSkjema } from '#lib/utfort-tid/utfort-tid-schema.ts';
import type { Ansatt } from '#lib/utfort-tid/utfort-tid-view.ts';

interface Props {
  oppdragId: number;
  klientId: string;
  /** dd.mm.åååå */
  dato: string;
  planlagt: number | null;
  ansatte: readonly Ansatt[];
  kontoId: number;
}

/** One visit, one screen: big targets, and the same id however many times it is sent. */
export function RegistrerSkjema({ oppdragId, klientId, dato, planlagt, ansatte, kontoId }: Props) {
  const t = useTranslations('utfort-tid');
  const router = useRouter();
  const valgt = ansatte.some((a) => a.kontoId === kontoId) ? String(kontoId) : '';
  return (
    <Skjema
      schema={registrerSkjema}
      handling={registrerHandling}
      className="registrering"
      standardverdier={{ klientId, oppdragId, dato, start: '', minutter: planlagt === null ? '' : String(planlagt), kategori: 'BRUKERRETTET', ansattId: valgt, grunn: '' }}
      etterpa={(svar) => router.push(`/registrer?lagret=${svar.besokId}&dag=${svar.dag}${svar.nytt ? '' : '&for=1'}`)}
    >
      <div className="rekke">
        <TekstFelt navn="start" etikett={t('registrer.start')} hjelp={t('registrer.startHjelp')} inputMode="numeric" bredde="kort" />
        <TallFelt navn="minutter" etikett={t('registrer.minutter')} hjelp={planlagt === null ? undefined : t('registrer.forslag', { min: planlagt })} />
        <DatoFelt navn="dato" etikett={t('registrer.dato')} />
      </div>
      <RadioFelt navn="kategori" etikett={t('registrer.kategori')} valg={KATEGORIER.map((k) => ({ verdi: k, tekst: t(`kategori.${k}`) }))} />
      {ansatte.length > 1 ? (
        <VelgFelt navn="ansattId" etikett={t('registrer.ansatt')} bredde="middels" valg={ansatte.map((a) => ({ verdi: String(a.kontoId), tekst: a.navn }))} valgfri />
      ) : null}
      <TekstFelt navn="grunn" etikett={t('registrer.grunn')} hjelp={t('registrer.grunnHjelp')} valgfri />
      <Bunnlinje>
        <SendKnapp>{t('registrer.send')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
