'use client';

import { useRef, type ReactNode } from 'react';
import type { z } from 'zod';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { Feilmelding } from '#components/form/felt-ramme.tsx';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt } from '#components/form/tekstfelter.tsx';
import { type Valg, VelgFelt } from '#components/form/valgfelter.tsx';
import { HandlingKnapp, siMelding } from '#components/utfort-tid/handling-knapp.tsx';
import { apneDagHandling, forOppmoteHandling, stengDagHandling } from '#lib/utfort-tid/actions-oppmote.ts';
import { DAGFRAVAR } from '#lib/utfort-tid/domain/oppmote.ts';
import { oppmoteSkjema, stengtSkjema } from '#lib/utfort-tid/oppmote-schema.ts';

type Oppmotevalgene = z.input<typeof oppmoteSkjema>['rader'];

/** The day's list with a choice per person, and one button under it. */
export function OppmoteSkjema({ dato, rader, children }: { dato: string; rader: Oppmotevalgene; children: ReactNode }) {
  const t = useTranslations('oppmote');
  const { refresh } = useRouter();
  // What the server is known to hold: first what the page showed, then what was sent and kept.
  const vist = useRef(rader);
  const send: typeof forOppmoteHandling = async (sendt) => {
    const data = sendt as { rader: Oppmotevalgene };
    const svar = await forOppmoteHandling({ ...data, vist: vist.current });
    if (svar.ok) vist.current = data.rader;
    return svar;
  };
  const etterpa = () => {
    siMelding(t('lagret'));
    refresh();
  };
  return (
    <Skjema schema={oppmoteSkjema} handling={send} standardverdier={{ dato, vist: rader, rader }} etterpa={etterpa}>
      {children}
      <Bunnlinje>
        <SendKnapp>{t('lagre')}</SendKnapp>
        <RestenMotte />
      </Bunnlinje>
    </Skjema>
  );
}

/** Those nobody has said anything about came: most did, and the exceptions are said one by one. Nothing is stored before it is sent. */
function RestenMotte() {
  const t = useTranslations('oppmote');
  const { getValues, setValue } = useFormContext<{ rader: Record<string, string> }>();
  const velg = () => {
    for (const [id, verdi] of Object.entries(getValues('rader'))) if (verdi === '') setValue(`rader.${id}`, 'MOTT', { shouldDirty: true });
  };
  return (
    <button type="button" className="ds-button" data-variant="secondary" onClick={velg}>
      {t('restenMotte')}
    </button>
  );
}

/** One person's choice. What is kept can be changed, not emptied. */
export function Oppmotevalg({ oppdragId, navn, fort }: { oppdragId: number; navn: string; fort: boolean }) {
  const t = useTranslations('oppmote');
  const { register, getFieldState, formState } = useFormContext();
  const felt = `rader.o${oppdragId}`;
  const { error } = getFieldState(felt, formState);
  return (
    <>
      <select
        {...register(felt)}
        className="ds-input"
        style={{ maxWidth: 220 }}
        aria-label={t('velgFor', { navn })}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={error ? `${felt}-feil` : undefined}
      >
        {fort ? null : <option value="">{t('valg.ingen')}</option>}
        {(['MOTT', ...DAGFRAVAR] as const).map((v) => (
          <option key={v} value={v}>
            {t(`valg.${v}`)}
          </option>
        ))}
      </select>
      <Feilmelding id={`${felt}-feil`} feil={error?.message} />
    </>
  );
}

/** A day the centre is closed. */
export function StengtSkjema({ enheter }: { enheter: Valg[] }) {
  const t = useTranslations('oppmote.stengt');
  const { refresh } = useRouter();
  return (
    <Skjema className="smalt" schema={stengtSkjema} handling={stengDagHandling} standardverdier={{ enhetId: enheter.length === 1 ? (enheter[0]?.verdi ?? '') : '', dato: '', grunn: '' }} etterpa={refresh}>
      {enheter.length === 1 ? null : <VelgFelt navn="enhetId" etikett={t('enhet')} valg={enheter} />}
      <DatoFelt navn="dato" etikett={t('dato')} />
      <TekstFelt navn="grunn" etikett={t('grunn')} bredde="middels" />
      <SendKnapp variant="secondary">{t('lagre')}</SendKnapp>
    </Skjema>
  );
}

/** The centre is open on the day after all. */
export function ApneKnapp({ enhetId, dato, navn }: { enhetId: number; dato: string; navn: string }) {
  const t = useTranslations('oppmote.stengt');
  return (
    <HandlingKnapp handling={apneDagHandling} data={{ enhetId, dato }} kvittering={t('apnet')} variant="lenke" navn={navn}>
      {t('apne')}
    </HandlingKnapp>
  );
}
