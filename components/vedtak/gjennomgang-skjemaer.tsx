'use client';

import { useRef, useState, useTransition } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { RadioFelt } from '#components/form/valgfelter.tsx';
import { Knapp } from '#components/ui/knapp.tsx';
import { avsluttAltHandling, forlengHandling } from '#lib/vedtak/actions-gjennomgang.ts';
import { sluttfelter } from '#lib/vedtak/opphor-schema.ts';

/** One click: a vedtak of its own with a letter, unchanged, for a quarter of a year. A second click while it waits is the same act. */
export function ForlengKnapp({ vedtakId, virkningId, navn }: { vedtakId: number; virkningId: number; navn: string }) {
  const t = useTranslations('gjennomgang');
  const router = useRouter();
  const [venter, start] = useTransition();
  const [feil, setFeil] = useState('');
  const handlingId = useRef('');
  function forleng() {
    if (venter) return;
    handlingId.current ||= crypto.randomUUID();
    start(async () => {
      const svar = await forlengHandling({ vedtakId, virkningId, handlingId: handlingId.current }).catch(() => null);
      if (svar?.ok) router.push('nummer' in svar.verdi ? `/gjennomgang?forlenget=${svar.verdi.nummer}` : `/vedtak/forslag/${svar.verdi.forslagId}`);
      else setFeil(svar === null ? t('ikkeSvar') : svar.feil.map((en) => en.melding).join(' '));
    });
  }
  return (
    <>
      <Knapp variant="tertiary" tett onClick={forleng} aria-busy={venter}>
        {t('forleng')}
        <span className="ds-sr-only"> {navn}</span>
      </Knapp>
      {feil === '' ? null : <span role="alert" className="liten">{feil}</span>}
    </>
  );
}

const GRUNNER = ['DOD', 'FLYTTET', 'LANGTIDSOPPHOLD'] as const;

/** The end of everything, with the reason. */
export function SluttSkjema({ mottakerId, versjon, idag }: { mottakerId: number; versjon: number; idag: string }) {
  const t = useTranslations('gjennomgang');
  const router = useRouter();
  return (
    <Skjema schema={sluttfelter} standardverdier={{ dato: idag, begrunnelse: '' }} handling={(sendt) => avsluttAltHandling({ ...sendt, mottakerId, versjon })} etterpa={() => router.push(`/mottakere/${mottakerId}`)} className="ro">
      <RadioFelt navn="grunn" etikett={t('slutt.grunn')} valg={GRUNNER.map((verdi) => ({ verdi, tekst: t(`slutt.grunner.${verdi}`), om: t(`slutt.om.${verdi}`) }))} />
      <DatoFelt navn="dato" etikett={t('slutt.dato')} />
      <TekstomradeFelt navn="begrunnelse" etikett={t('slutt.begrunnelse')} hjelp={t('slutt.begrunnelseHjelp')} linjer={3} />
      <Bunnlinje>
        <SendKnapp fare>{t('slutt.send')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
