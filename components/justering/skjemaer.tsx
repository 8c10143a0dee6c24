'use client';

import { useTranslations } from 'next-intl';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TallFelt, TekstFelt } from '#components/form/tekstfelter.tsx';
import { VelgFelt } from '#components/form/valgfelter.tsx';
import type { Valg } from '#components/form/valgfelter.tsx';
import { avsluttPauseHandling, justeringsregelHandling, meldFlyttetHandling, meldKapasitetHandling, meldMerHandling, meldPauseHandling } from '#lib/oppdrag/actions-justering.ts';
import { flyttetSkjema, justeringsregelSkjema, kapasitetSkjema, merSkjema, PAUSEARSAKER, pauseSkjema, pauseSluttSkjema } from '#lib/oppdrag/justering-schema.ts';

interface Felles {
  oppdragId: number;
  /** today, dd.mm.åååå */
  dag: string;
}

/** More per week, at once. */
export function MerSkjema({ oppdragId, dag }: Felles) {
  const t = useTranslations('justering');
  return (
    <Skjema schema={merSkjema} handling={meldMerHandling} standardverdier={{ oppdragId, fom: dag, tom: '', minutter: '', besok: '0', grunn: '' }}>
      <div className="rekke">
        <TallFelt navn="minutter" etikett={t('meld.minutter')} />
        <TallFelt navn="besok" etikett={t('meld.besok')} />
        <DatoFelt navn="fom" etikett={t('meld.fom')} />
        <DatoFelt navn="tom" etikett={t('meld.tom')} />
      </div>
      <TekstFelt navn="grunn" etikett={t('meld.grunn')} hjelp={t('meld.grunnHjelp')} />
      <SendKnapp>{t('meld.send')}</SendKnapp>
    </Skjema>
  );
}

/** A planned visit at another time for a while. */
export function FlyttetSkjema({ oppdragId, dag, besok }: Felles & { besok: Valg[] }) {
  const t = useTranslations('justering');
  return (
    <Skjema schema={flyttetSkjema} handling={meldFlyttetHandling} standardverdier={{ oppdragId, planId: '', fom: dag, tom: '', start: '', grunn: '' }}>
      <div className="rekke">
        <VelgFelt navn="planId" etikett={t('meld.hvilket')} valg={besok} />
        <TekstFelt navn="start" etikett={t('meld.start')} hjelp={t('meld.startHjelp')} inputMode="numeric" bredde="kort" />
        <DatoFelt navn="fom" etikett={t('meld.fom')} />
        <DatoFelt navn="tom" etikett={t('meld.tom')} />
      </div>
      <TekstFelt navn="grunn" etikett={t('meld.grunn')} hjelp={t('meld.grunnHjelp')} />
      <SendKnapp variant="secondary">{t('meld.flyttSend')}</SendKnapp>
    </Skjema>
  );
}

export function PauseSkjema({ oppdragId, dag }: Felles) {
  const t = useTranslations('justering');
  return (
    <Skjema schema={pauseSkjema} handling={meldPauseHandling} standardverdier={{ oppdragId, arsak: '' as never, fom: dag, tom: '' }}>
      <div className="rekke">
        <VelgFelt navn="arsak" etikett={t('meld.arsak')} valg={PAUSEARSAKER.map((a) => ({ verdi: a, tekst: t(`arsak.${a}`) }))} />
        <DatoFelt navn="fom" etikett={t('meld.fom')} />
        <DatoFelt navn="tom" etikett={t('meld.pauseTom')} valgfri />
      </div>
      <SendKnapp variant="secondary">{t('meld.pauseSend')}</SendKnapp>
    </Skjema>
  );
}

/** The last day away of a pause that is reported. */
export function PauseSluttSkjema({ pauseId, dag }: { pauseId: number; dag: string }) {
  const t = useTranslations('justering');
  return (
    <Skjema schema={pauseSluttSkjema} handling={avsluttPauseHandling} standardverdier={{ pauseId, tom: dag }}>
      <DatoFelt navn="tom" etikett={t('meld.pauseTom')} />
      <SendKnapp variant="secondary">{t('meld.avslutt')}</SendKnapp>
    </Skjema>
  );
}

export function KapasitetSkjema({ oppdragId }: { oppdragId: number }) {
  const t = useTranslations('justering');
  return (
    <Skjema schema={kapasitetSkjema} handling={meldKapasitetHandling} standardverdier={{ oppdragId, grunn: '', tidligst: '' }}>
      <TekstFelt navn="grunn" etikett={t('meld.grunn')} />
      <DatoFelt navn="tidligst" etikett={t('meld.tidligst')} />
      <SendKnapp variant="secondary">{t('meld.kapasitetSend')}</SendKnapp>
    </Skjema>
  );
}

export function RegelSkjema({ dager }: { dager: number }) {
  const t = useTranslations('justering');
  return (
    <Skjema schema={justeringsregelSkjema} handling={justeringsregelHandling} standardverdier={{ dager: String(dager) }}>
      <TallFelt navn="dager" etikett={t('regel.dager')} hjelp={t('regel.om')} />
      <SendKnapp variant="secondary">{t('regel.send')}</SendKnapp>
    </Skjema>
  );
}
