'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { BelopFelt, TekstFelt } from '#components/form/tekstfelter.tsx';
import { FlervalgFelt, RadioFelt, type Valg } from '#components/form/valgfelter.tsx';
import { HandlingKnapp } from '#components/utfort-tid/handling-knapp.tsx';
import { fjernTiltakHandling, registrerTiltakHandling } from '#lib/toppfinansiering/actions.ts';
import { tiltakSkjema } from '#lib/toppfinansiering/toppfinansiering-schema.ts';
import { TILTAKSLAG } from '#lib/toppfinansiering/domain/varsel.ts';

/** A measure that is weighed: for whom, what it saves each of them, and what it costs together. */
export function TiltakSkjema({ mottakere }: { mottakere: Valg[] }) {
  const t = useTranslations('varsel.tiltak');
  const { refresh } = useRouter();
  return (
    <Skjema className="smalt" schema={tiltakSkjema} handling={registrerTiltakHandling} standardverdier={{ slag: 'SAMLOKALISERING', navn: '', mottakere: [], spartOre: '', nyKostnadOre: '0' }} etterpa={refresh}>
      <TekstFelt navn="navn" etikett={t('navn')} bredde="middels" />
      <RadioFelt navn="slag" etikett={t('slag')} valg={TILTAKSLAG.map((s) => ({ verdi: s, tekst: t(s) }))} />
      <FlervalgFelt navn="mottakere" etikett={t('mottakere')} valg={mottakere} />
      <BelopFelt navn="spartOre" etikett={t('spart')} />
      <BelopFelt navn="nyKostnadOre" etikett={t('ny')} />
      <SendKnapp>{t('lagre')}</SendKnapp>
    </Skjema>
  );
}

/** Takes a measure off the list. */
export function FjernTiltak({ id, navn }: { id: number; navn: string }) {
  const t = useTranslations('varsel.tiltak');
  return (
    <HandlingKnapp handling={fjernTiltakHandling} data={{ id }} kvittering={t('trukket')} variant="lenke" navn={navn}>
      {t('trekk')}
    </HandlingKnapp>
  );
}
