'use client';

import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { FeltRamme } from '#components/form/felt-ramme.tsx';
import { Filvelger } from '#components/form/filvelger.tsx';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt } from '#components/form/tekstfelter.tsx';
import { VelgFelt } from '#components/form/valgfelter.tsx';
import { avvisFakturaHandling, godkjennFakturaHandling, leggTilLeverandorHandling, matchPaNyttHandling, taImotFakturaHandling } from '#lib/bilag/actions.ts';
import { avvisFakturaSkjema, fakturaIdSkjema, fakturaSkjema, godkjennFakturaSkjema, leverandorSkjema } from '#lib/bilag/bilag-schema.ts';

const MAKS_BYTE = 900_000;

/** UTF-8, or where it is not that the encoding older spreadsheets save in. */
async function lesTekst(fil: File): Promise<string> {
  const bytes = await fil.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function Filfelt() {
  const t = useTranslations('bilag.faktura');
  const { setValue, clearErrors, setError } = useFormContext();
  const [navn, setNavn] = useState('');
  async function velg(fil: File | undefined): Promise<void> {
    setNavn('');
    setValue('innhold', '');
    clearErrors('innhold');
    if (!fil) return;
    if (fil.size > MAKS_BYTE) return setError('innhold', { type: 'stor', message: t('forStor') });
    setValue('innhold', await lesTekst(fil));
    setNavn(fil.name);
  }
  return (
    <FeltRamme felt={{ navn: 'innhold', etikett: t('fil'), hjelp: t('filHjelp') }}>
      {(binding) => <Filvelger {...binding} velg={t('filVelg')} ingen={t('filIngen')} accept=".xml,.csv,text/xml,application/xml,text/csv" data-valgt={navn || undefined} onChange={(e) => void velg(e.target.files?.[0])} />}
    </FeltRamme>
  );
}

/** Takes in an invoice file and goes to what it was found to hold. */
export function TaImotFaktura() {
  const t = useTranslations('bilag.faktura');
  const { push } = useRouter();
  return (
    <Skjema schema={fakturaSkjema} standardverdier={{ innhold: '' }} handling={taImotFakturaHandling} etterpa={(id) => push(`/bilag/faktura/${id}`)}>
      <Filfelt />
      <SendKnapp>{t('last')}</SendKnapp>
    </Skjema>
  );
}

/** Says who sends a private unit's invoices. */
export function NyLeverandor({ enheter }: { enheter: readonly { id: number; navn: string }[] }) {
  const t = useTranslations('bilag.faktura');
  const { refresh } = useRouter();
  return (
    <Skjema schema={leverandorSkjema} standardverdier={{ enhetId: '', orgnr: '' }} handling={leggTilLeverandorHandling} etterpa={refresh}>
      <VelgFelt navn="enhetId" etikett={t('enhet')} valg={enheter.map((e) => ({ verdi: String(e.id), tekst: e.navn }))} />
      <TekstFelt navn="orgnr" etikett={t('orgnr')} bredde="middels" inputMode="numeric" />
      <SendKnapp variant="secondary">{t('leggTil')}</SendKnapp>
    </Skjema>
  );
}

/** Approves what agrees for payment. */
export function GodkjennFaktura({ fakturaId, sett, tekst }: { fakturaId: number; sett: number; tekst: string }) {
  const { refresh } = useRouter();
  return (
    <Skjema schema={godkjennFakturaSkjema} standardverdier={{ fakturaId, sett }} handling={godkjennFakturaHandling} etterpa={refresh}>
      <SendKnapp>{tekst}</SendKnapp>
    </Skjema>
  );
}

/** Turns an invoice down, with the reason the supplier is given. */
export function AvvisFaktura({ fakturaId }: { fakturaId: number }) {
  const t = useTranslations('bilag.faktura');
  const { refresh } = useRouter();
  return (
    <Skjema schema={avvisFakturaSkjema} standardverdier={{ fakturaId, grunn: '' }} handling={avvisFakturaHandling} etterpa={refresh}>
      <TekstFelt navn="grunn" etikett={t('avvisGrunn')} hjelp={t('avvisHjelp')} />
      <SendKnapp variant="secondary" fare>
        {t('avvis')}
      </SendKnapp>
    </Skjema>
  );
}

/** Compares with the ledger as it is now. */
export function MatchPaNytt({ fakturaId }: { fakturaId: number }) {
  const t = useTranslations('bilag.faktura');
  const { refresh } = useRouter();
  return (
    <Skjema schema={fakturaIdSkjema} standardverdier={{ fakturaId }} handling={matchPaNyttHandling} etterpa={refresh}>
      <SendKnapp variant="secondary">{t('matchIgjen')}</SendKnapp>
    </Skjema>
  );
}
