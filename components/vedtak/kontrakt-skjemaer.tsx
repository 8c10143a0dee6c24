'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { DatoFelt, PeriodeFelt } from '#components/form/datofelter.tsx';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { BelopFelt, TekstFelt, TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { VelgFelt } from '#components/form/valgfelter.tsx';
import { Knapp } from '#components/ui/knapp.tsx';
import { apneForhandlingHandling, bestillerMotbudHandling, bestillerSignerHandling, bestillerSluttHandling, utforerMotbudHandling, utforerSignerHandling, utforerSluttHandling } from '#lib/vedtak/actions-kontrakt.ts';
import { FLESTE_POSTER } from '#lib/vedtak/domain/kontrakt.ts';
import type { Part, Slutt } from '#lib/vedtak/domain/kontrakt.ts';
import { apneForhandlingFelter, budFelter, signerFelter, sluttFelter } from '#lib/vedtak/kontrakt-schema.ts';
import type { BudInn } from '#lib/vedtak/kontrakt-schema.ts';
import type { NyKontraktView } from '#lib/vedtak/kontrakt-view.ts';

/** Services and frequency, a line each. */
function Poster() {
  const t = useTranslations('kontrakt.skjema');
  const { getValues, setValue } = useFormContext<BudInn>();
  const [antall, setAntall] = useState(() => getValues('poster').length);
  function leggTil() {
    setValue('poster', [...getValues('poster'), { hva: '', ofte: '' }]);
    setAntall(antall + 1);
  }
  return (
    <fieldset className="stabel">
      <legend>{t('innhold')}</legend>
      <p className="hjelp">{t('innholdHjelp')}</p>
      {Array.from({ length: antall }, (_, i) => (
        <div className="rekke" key={i}>
          <TekstFelt navn={`poster.${i}.hva`} etikett={t('hva', { nr: i + 1 })} bredde="middels" valgfri={i > 0} />
          <TekstFelt navn={`poster.${i}.ofte`} etikett={t('ofte', { nr: i + 1 })} bredde="middels" valgfri={i > 0} />
        </div>
      ))}
      {antall < FLESTE_POSTER ? <div><Knapp variant="tertiary" tett onClick={leggTil}>{t('flere')}</Knapp></div> : null}
    </fieldset>
  );
}

function Budfelter() {
  const t = useTranslations('kontrakt.skjema');
  return (
    <>
      <BelopFelt navn="manedsbelop" etikett={t('belop')} />
      <PeriodeFelt navn="periode" etikett={t('periode')} />
      <Poster />
      <DatoFelt navn="frist" etikett={t('frist')} hjelp={t('fristHjelp')} />
      <TekstomradeFelt navn="tekst" etikett={t('tekst')} linjer={3} valgfri />
    </>
  );
}

function Enheter({ tjenester }: { tjenester: NyKontraktView['tjenester'] }) {
  const t = useTranslations('kontrakt.skjema');
  const { control } = useFormContext<{ tjeneste: string }>();
  const valgt = useWatch({ control, name: 'tjeneste' });
  return <VelgFelt navn="enhet" etikett={t('utforer')} bredde="middels" valg={(tjenester.find((en) => en.kode === valgt)?.enheter ?? []).map((e) => ({ verdi: String(e.id), tekst: e.navn }))} />;
}

/** The first bid of a negotiation. */
export function NyForhandling({ mottakerId, tjenester, valgt, fom, frist }: { mottakerId: number; tjenester: NyKontraktView['tjenester']; valgt: string; fom: string; frist: string }) {
  const t = useTranslations('kontrakt.skjema');
  const router = useRouter();
  return (
    <Skjema
      schema={apneForhandlingFelter}
      standardverdier={{ tjeneste: valgt, enhet: '', manedsbelop: '', periode: { fom, tom: '' }, poster: [{ hva: '', ofte: '' }, { hva: '', ofte: '' }], frist, tekst: '' }}
      handling={(sendt) => apneForhandlingHandling({ ...sendt, mottakerId })}
      etterpa={(svar) => router.push(`/vedtak/kontrakter/${svar.forhandlingId}`)}
      className="ro"
    >
      <div className="rekke">
        <VelgFelt navn="tjeneste" etikett={t('tjeneste')} bredde="middels" valg={tjenester.map((en) => ({ verdi: en.kode, tekst: en.navn }))} />
        <Enheter tjenester={tjenester} />
      </div>
      <Budfelter />
      <p className="liten dempet">{t('sendMerknad')}</p>
      <Bunnlinje>
        <SendKnapp>{t('send')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

interface Sak {
  forhandlingId: number;
  nr: number;
  part: Part;
}

/** Another bid, from what the last one says. */
export function MotbudSkjema({ forhandlingId, nr, part, utfylt }: Sak & { utfylt: BudInn }) {
  const t = useTranslations('kontrakt.skjema');
  const router = useRouter();
  const handling = part === 'UTFORER' ? utforerMotbudHandling : bestillerMotbudHandling;
  return (
    <Skjema schema={budFelter} standardverdier={utfylt} handling={(sendt) => handling({ ...sendt, forhandlingId, nr })} etterpa={() => router.refresh()} className="ro">
      <Budfelter />
      <p className="liten dempet">{t('sendMerknad')}</p>
      <Bunnlinje>
        <SendKnapp variant="secondary">{t('sendMotbud')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** Signs the bid that is shown, and no other. */
export function SignerSkjema({ forhandlingId, nr, part, belop }: Sak & { belop: string }) {
  const t = useTranslations('kontrakt.skjema');
  const router = useRouter();
  const handling = part === 'UTFORER' ? utforerSignerHandling : bestillerSignerHandling;
  return (
    <Skjema schema={signerFelter} standardverdier={{}} handling={(sendt) => handling({ ...sendt, forhandlingId, nr })} etterpa={() => router.refresh()} className="ro">
      <p className="liten">{t('signerOm', { belop })}</p>
      <Bunnlinje>
        <SendKnapp>{t('signer', { nr })}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

const SLUTTKNAPP: Readonly<Record<Slutt, 'trekk' | 'avsla' | 'bortfall'>> = { TRUKKET: 'trekk', AVSLATT: 'avsla', BORTFALT: 'bortfall' };

/** Ends it, with why. */
export function SluttSkjema({ forhandlingId, part, slutt }: Pick<Sak, 'forhandlingId' | 'part'> & { slutt: Slutt }) {
  const t = useTranslations('kontrakt.skjema');
  const router = useRouter();
  const handling = part === 'UTFORER' ? utforerSluttHandling : bestillerSluttHandling;
  return (
    <Skjema schema={sluttFelter} standardverdier={{ grunn: '' }} handling={(sendt) => handling({ ...sendt, forhandlingId })} etterpa={() => router.refresh()} className="ro">
      <TekstomradeFelt navn="grunn" etikett={t('grunn')} linjer={2} />
      <Bunnlinje>
        <SendKnapp variant="secondary" fare>{t(SLUTTKNAPP[slutt])}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
