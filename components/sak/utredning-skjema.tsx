'use client';

import { useRef } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { AvkryssFelt, FlervalgFelt } from '#components/form/valgfelter.tsx';
import { SkarFelter } from '#components/sak/skar-felter.tsx';
import { UtredningLagring } from '#components/sak/utkast-lagring.tsx';
import { ferdigstillUtredningHandling } from '#lib/sak/actions-utredning.ts';
import type { Skarer, Variabelsett } from '#lib/sak/domain/kpr.ts';
import { utredningSkjema } from '#lib/sak/utredning-schema.ts';
import type { UtfyltUtredning } from '#lib/sak/utredning-view.ts';

interface Props {
  mottakerId: number;
  henvendelseId: number | null;
  /** a correction of this one; drafts are kept of new ones only */
  retterId: number | null;
  sisteId: number;
  sett: Variabelsett;
  utfylt: UtfyltUtredning;
  forrige: Skarer | null;
  tjenester: readonly { readonly kode: string; readonly navn: string }[];
}

function Besok() {
  const t = useTranslations('utredning.skjema');
  const gjort = useWatch({ name: 'hjemmebesok' }) === true;
  return (
    <>
      <AvkryssFelt navn="hjemmebesok" etikett={t('hjemmebesok')} />
      {gjort ? (
        <>
          <DatoFelt navn="besokDato" etikett={t('besokDato')} />
          <TekstomradeFelt navn="besokNotat" etikett={t('besokNotat')} linjer={3} valgfri />
        </>
      ) : null}
    </>
  );
}

/** The whole assessment on one page: scores, home visit, the recipient's own view, the judgement and the proposal. */
export function UtredningSkjema({ mottakerId, henvendelseId, retterId, sisteId, sett, utfylt, forrige, tjenester }: Props) {
  const [t, u] = [useTranslations('utredning.skjema'), useTranslations('utredning')];
  const router = useRouter();
  const ferdig = useRef(false);
  return (
    <Skjema
      schema={utredningSkjema}
      standardverdier={utfylt}
      handling={async (sendt) => {
        const svar = await ferdigstillUtredningHandling({ ...sendt, mottakerId, henvendelseId, retterId, sisteId });
        if (svar.ok) ferdig.current = true;
        return svar;
      }}
      etterpa={() => router.push(`/mottakere/${mottakerId}/utredning`)}
      className="ro"
    >
      <p className="liten">{t('om')}</p>
      <SkarFelter sett={sett} forrige={forrige} />
      <Besok />
      <TekstomradeFelt navn="synspunkt" etikett={u('synspunkt')} hjelp={t('synspunktHjelp')} linjer={4} />
      <TekstomradeFelt navn="vurdering" etikett={u('vurdering')} hjelp={t('vurderingHjelp')} linjer={6} />
      <FlervalgFelt navn="forslagTjenester" etikett={t('forslagTjenester')} valg={tjenester.map((en) => ({ verdi: en.kode, tekst: en.navn }))} valgfri />
      <TekstomradeFelt navn="forslag" etikett={t('forslag')} linjer={3} valgfri />
      <p className="liten dempet">{t('sendOm')}</p>
      <Bunnlinje merknad={retterId === null ? <UtredningLagring mottakerId={mottakerId} stoppet={ferdig} /> : undefined}>
        <SendKnapp>{t('send')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
