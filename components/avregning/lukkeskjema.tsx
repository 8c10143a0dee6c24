'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { FlervalgFelt, RadioFelt, VelgFelt } from '#components/form/valgfelter.tsx';
import { avgjorGjenapningHandling, foreslaGjenapningHandling, lukkManedHandling, settGjenapnerHandling, settKorreksjonsfristHandling, settLukkereglerHandling } from '#lib/avregning/actions-lukking.ts';
import { avgjorGjenapningSkjema, gjenapneSkjema, gjenapnerSkjema, korreksjonsfristSkjema, lukkereglerSkjema, lukkSkjema } from '#lib/avregning/lukking-schema.ts';

export interface Enhetsvalg {
  id: number;
  navn: string;
  /** what hinders this unit, in words; empty: nothing */
  hindring: string;
}

/** Closes the month for the units that are ticked; those that something hinders cannot be. */
export function LukkSkjema({ maned, enheter, knapp }: { maned: string; enheter: Enhetsvalg[]; knapp: string }) {
  const t = useTranslations('lukking.lukk');
  const { push, refresh } = useRouter();
  const klare = enheter.filter((e) => e.hindring === '').map((e) => String(e.id));
  return (
    <Skjema
      schema={lukkSkjema}
      standardverdier={{ maned, enheter: klare }}
      handling={lukkManedHandling}
      etterpa={() => {
        push(`/avregning/${maned}`);
        refresh();
      }}
    >
      <FlervalgFelt navn="enheter" etikett={t('velg')} valg={enheter.map((e) => ({ verdi: String(e.id), tekst: e.navn, om: e.hindring === '' ? t('klar') : e.hindring, sperret: e.hindring !== '' }))} />
      <Bunnlinje merknad={t('merknad')}>
        <SendKnapp>{knapp}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** Proposes that a closed month is opened again: for whom, why, and until when. */
export function GjenapneSkjema({ maned, enheter }: { maned: string; enheter: { id: number; navn: string }[] }) {
  const t = useTranslations('lukking.gjenapning');
  const { refresh } = useRouter();
  return (
    <Skjema schema={gjenapneSkjema} standardverdier={{ maned, enhet: '', tilOgMed: '', grunn: '' }} handling={foreslaGjenapningHandling} etterpa={refresh}>
      <VelgFelt navn="enhet" etikett={t('enhet')} tomt={t('alle')} valg={enheter.map((e) => ({ verdi: String(e.id), tekst: e.navn }))} bredde="middels" />
      <DatoFelt navn="tilOgMed" etikett={t('tilOgMed')} hjelp={t('tilHjelp')} />
      <TekstomradeFelt navn="grunn" etikett={t('grunn')} bredde="middels" />
      <Bunnlinje>
        <SendKnapp variant="secondary">{t('foresla')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** The other person's answer to a proposed reopening. */
export function AvgjorGjenapning({ id, svar, variant }: { id: number; svar: 'GODKJENN' | 'AVSLA'; variant: 'primary' | 'secondary' }) {
  const t = useTranslations('lukking.gjenapning');
  const { refresh } = useRouter();
  return (
    <Skjema schema={avgjorGjenapningSkjema} standardverdier={{ id, svar }} handling={avgjorGjenapningHandling} etterpa={refresh}>
      <SendKnapp variant={variant}>{t(svar)}</SendKnapp>
    </Skjema>
  );
}

/** Which rules stop closing, and which only warn. */
export function RegelSkjema({ maned, regler }: { maned: string; regler: { regel: string; navn: string; valg: string }[] }) {
  const t = useTranslations('lukking.regelvalg');
  return (
    <Skjema schema={lukkereglerSkjema} standardverdier={{ maned, regler: Object.fromEntries(regler.map((r) => [r.regel, r.valg])) as Record<string, 'STOPPER' | 'VARSLER'> }} handling={settLukkereglerHandling}>
      {regler.map((r) => (
        <VelgFelt key={r.regel} navn={`regler.${r.regel}`} etikett={r.navn} tomt={false} valg={[{ verdi: 'STOPPER', tekst: t('STOPPER') }, { verdi: 'VARSLER', tekst: t('VARSLER') }]} bredde="middels" />
      ))}
      <Bunnlinje>
        <SendKnapp>{t('lagre')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** Who approves reopenings. */
export function GjenapnerSkjema({ rolle, roller }: { rolle: string; roller: { verdi: string; tekst: string }[] }) {
  const t = useTranslations('lukking.regelvalg');
  return (
    <Skjema schema={gjenapnerSkjema} standardverdier={{ rolle: rolle as 'radmann' }} handling={settGjenapnerHandling}>
      <RadioFelt navn="rolle" etikett={t('gjenapner')} hjelp={t('gjenapnerHjelp')} valg={roller} bredde="middels" />
      <Bunnlinje>
        <SendKnapp variant="secondary">{t('lagreRolle')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** How long into the next year a year's months may be corrected; `valg` says the last day of each. */
export function KorreksjonsfristSkjema({ ar, maneder, valg }: { ar: number; maneder: number; valg: { verdi: string; tekst: string }[] }) {
  const t = useTranslations('lukking.korreksjonsfrist');
  return (
    <Skjema schema={korreksjonsfristSkjema} standardverdier={{ maneder }} handling={settKorreksjonsfristHandling}>
      <VelgFelt navn="maneder" etikett={t('etikett', { ar: String(ar) })} hjelp={t('hjelp', { ar: String(ar) })} tomt={false} valg={valg} bredde="middels" />
      <Bunnlinje>
        <SendKnapp variant="secondary">{t('lagre')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
