'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TallFelt, TekstFelt, TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { RadioFelt } from '#components/form/valgfelter.tsx';
import { avvisBudsjettHandling, foreslaBudsjettHandling, forkastBudsjettHandling, startBudsjettHandling, vedtaBudsjettHandling } from '#lib/grunnlag/actions-budsjett.ts';
import { avvisBudsjettSkjema, budsjettIdSkjema, foreslaBudsjettSkjema, nyttBudsjettSkjema } from '#lib/grunnlag/budsjett-schema.ts';

const GRUPPER = ['0–66', '67–79', '80–89', '90+'] as const;

/** Starts a draft: from what was delivered, from demography, or from the budget that holds. */
export function NyttBudsjett({ ar, harGjeldende }: { ar: number; harGjeldende: boolean }) {
  const t = useTranslations('budsjett.ny');
  const { push } = useRouter();
  const grupper = GRUPPER.map((navn) => ({ navn, for: '0', etter: '0', andelProsent: '0', behovProsent: '0' }));
  const valg = (harGjeldende ? ['GJELDENDE', 'FJORARET', 'DEMOGRAFI'] : ['FJORARET', 'DEMOGRAFI']).map((g) => ({ verdi: g, tekst: t(g as 'FJORARET') }));
  return (
    <Skjema
      schema={nyttBudsjettSkjema}
      className="max-w-[46rem]"
      standardverdier={{ ar, grunnlag: harGjeldende ? 'GJELDENDE' : 'FJORARET', prisvekstProsent: '0', begrunnelse: '', grupper }}
      handling={({ grupper: g, ...rest }) => startBudsjettHandling({ ...rest, grupper: rest.grunnlag === 'DEMOGRAFI' ? g : [] })}
      etterpa={({ id }) => push(`/budsjett/utkast/${id}`)}
    >
      <RadioFelt navn="grunnlag" etikett={t('grunnlag')} valg={valg} />
      <Forutsetninger />
      <TekstomradeFelt navn="begrunnelse" etikett={t('begrunnelse')} hjelp={t('begrunnelseHjelp')} linjer={2} />
      <Bunnlinje>
        <SendKnapp>{t('start')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** Price growth for what is made from history, and the age groups for what is made from demography. */
function Forutsetninger() {
  const t = useTranslations('budsjett.ny');
  const { control } = useFormContext();
  const grunnlag: unknown = useWatch({ control, name: 'grunnlag' });
  if (grunnlag === 'GJELDENDE') return null;
  return (
    <>
      <TekstFelt navn="prisvekstProsent" etikett={t('prisvekst')} bredde="kort" enhet="%" inputMode="decimal" hoyrestilt />
      {grunnlag === 'DEMOGRAFI' ? (
        <fieldset className="grid gap-3">
          <legend className="sterk">{t('grupper')}</legend>
          <p className="liten dempet">{t('grupperHjelp')}</p>
          {GRUPPER.map((navn, i) => (
            <div key={navn} role="group" aria-label={t('gruppe', { navn })} className="rekke">
              <TallFelt navn={`grupper.${i}.for`} etikett={t('for', { navn })} />
              <TallFelt navn={`grupper.${i}.etter`} etikett={t('etter', { navn })} />
              <TekstFelt navn={`grupper.${i}.andelProsent`} etikett={t('andel', { navn })} bredde="kort" enhet="%" inputMode="decimal" hoyrestilt />
              <TekstFelt navn={`grupper.${i}.behovProsent`} etikett={t('behov', { navn })} bredde="kort" enhet="%" inputMode="decimal" hoyrestilt />
            </div>
          ))}
        </fieldset>
      ) : null}
    </>
  );
}

interface Utkast {
  id: number;
  utgave: number;
}

/** Sends the draft to another person, with the case and the day it is decided. */
export function ForeslaBudsjett({ id, utgave, saksnr }: Utkast & { saksnr: string }) {
  const t = useTranslations('budsjett.utkast');
  const { refresh } = useRouter();
  return (
    <Skjema schema={foreslaBudsjettSkjema} className="max-w-[42rem]" standardverdier={{ id, utgave, saksnr, vedtattDato: '' }} handling={foreslaBudsjettHandling} etterpa={refresh}>
      <div className="rekke">
        <TekstFelt navn="saksnr" etikett={t('saksnr')} hjelp={t('saksnrHjelp')} bredde="middels" />
        <DatoFelt navn="vedtattDato" etikett={t('vedtattDato')} />
      </div>
      <Bunnlinje merknad={t('annen')}>
        <SendKnapp>{t('foresla')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** Another person's yes. */
export function VedtaBudsjett({ id, utgave }: Utkast) {
  const t = useTranslations('budsjett.utkast');
  const { push } = useRouter();
  return (
    <Skjema schema={budsjettIdSkjema} standardverdier={{ id, utgave }} handling={vedtaBudsjettHandling} etterpa={() => push('/budsjett')}>
      <SendKnapp>{t('vedta')}</SendKnapp>
    </Skjema>
  );
}

/** Another person's no, or one's own proposal taken back: with a reason. */
export function TilbakeBudsjett({ id, egen }: { id: number; egen: boolean }) {
  const t = useTranslations('budsjett.utkast');
  const { refresh } = useRouter();
  return (
    <Skjema schema={avvisBudsjettSkjema} className="max-w-[42rem]" standardverdier={{ id, grunn: '' }} handling={avvisBudsjettHandling} etterpa={refresh}>
      <TekstomradeFelt navn="grunn" etikett={t(egen ? 'trekkGrunn' : 'avvisGrunn')} linjer={2} />
      <Bunnlinje>
        <SendKnapp variant="secondary">{t(egen ? 'trekk' : 'avvis')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

export function ForkastBudsjett({ id, utgave }: Utkast) {
  const t = useTranslations('budsjett.utkast');
  const { push } = useRouter();
  return (
    <Skjema schema={budsjettIdSkjema} standardverdier={{ id, utgave }} handling={forkastBudsjettHandling} etterpa={() => push('/budsjett')}>
      <SendKnapp variant="tertiary" fare>{t('forkast')}</SendKnapp>
    </Skjema>
  );
}
