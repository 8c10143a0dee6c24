'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt, TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { AvkryssFelt, FlervalgFelt, RadioFelt, VelgFelt } from '#components/form/valgfelter.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { avsluttHenvendelseHandling, fordelHenvendelseHandling, registrerHenvendelseHandling, sendForelopigSvarHandling } from '#lib/sak/actions-henvendelse.ts';
import { avsluttFelter, AVSLUTNINGER, fordelFelter, HENVENDELSESTYPER, henvendelseSkjema, KANALER, svarFelter } from '#lib/sak/henvendelse-schema.ts';

interface NyProps {
  mottakerId: number;
  tjenester: readonly { readonly kode: string; readonly navn: string }[];
  /** dd.mm.åååå */
  idag: string;
}

/** An application or a referral for a recipient. */
export function HenvendelseSkjema({ mottakerId, tjenester, idag }: NyProps) {
  const [t, i] = [useTranslations('innboks.registrer'), useTranslations('innboks')];
  const router = useRouter();
  return (
    <Skjema
      schema={henvendelseSkjema}
      standardverdier={{ type: 'SOKNAD', kanal: 'SKJEMA', mottatt: idag, fra: '', innhold: '', tjenester: [], taDen: true }}
      handling={(sendt) => registrerHenvendelseHandling({ ...sendt, mottakerId })}
      etterpa={({ henvendelseId }: { henvendelseId: number }) => router.push(`/innboks/${henvendelseId}`)}
      className="ro"
    >
      <RadioFelt navn="type" etikett={t('type')} valg={HENVENDELSESTYPER.map((verdi) => ({ verdi, tekst: i(`type.${verdi}`) }))} />
      <div className="rekke">
        <VelgFelt navn="kanal" etikett={t('kanal')} tomt={false} valg={KANALER.map((verdi) => ({ verdi, tekst: i(`kanal.${verdi}`) }))} />
        <DatoFelt navn="mottatt" etikett={t('mottatt')} />
      </div>
      <TekstFelt navn="fra" etikett={t('fra')} hjelp={t('fraHjelp')} />
      <TekstomradeFelt navn="innhold" etikett={t('innhold')} linjer={4} />
      <FlervalgFelt navn="tjenester" etikett={t('tjenester')} valg={tjenester.map((en) => ({ verdi: en.kode, tekst: en.navn }))} valgfri />
      <AvkryssFelt navn="taDen" etikett={t('taDen')} />
      <Bunnlinje>
        <SendKnapp>{t('send')}</SendKnapp>
        <Lenke href="/innboks">{t('avbryt')}</Lenke>
      </Bunnlinje>
    </Skjema>
  );
}

/** Gives the application to a caseworker. */
export function FordelSkjema({ henvendelseId, saksbehandlere }: { henvendelseId: number; saksbehandlere: readonly { readonly id: number; readonly navn: string }[] }) {
  const t = useTranslations('innboks.en');
  const router = useRouter();
  return (
    <Skjema schema={fordelFelter} standardverdier={{ konto: '' }} handling={(sendt) => fordelHenvendelseHandling({ ...sendt, henvendelseId })} etterpa={() => router.refresh()}>
      <VelgFelt navn="konto" etikett={t('til')} valg={saksbehandlere.map((k) => ({ verdi: String(k.id), tekst: k.navn }))} />
      <SendKnapp variant="secondary">{t('fordelKnapp')}</SendKnapp>
    </Skjema>
  );
}

/** The preliminary reply: when, and why it takes time. */
export function SvarSkjema({ henvendelseId }: { henvendelseId: number }) {
  const t = useTranslations('innboks.en');
  const router = useRouter();
  return (
    <Skjema schema={svarFelter} standardverdier={{ forventet: '', grunn: '' }} handling={(sendt) => sendForelopigSvarHandling({ ...sendt, henvendelseId })} etterpa={() => router.refresh()}>
      <DatoFelt navn="forventet" etikett={t('forventet')} />
      <TekstomradeFelt navn="grunn" etikett={t('svarGrunn')} hjelp={t('svarGrunnHjelp')} linjer={3} />
      <SendKnapp variant="secondary">{t('svarSend')}</SendKnapp>
    </Skjema>
  );
}

/** Ends the application without a vedtak. */
export function AvsluttHenvendelseSkjema({ henvendelseId }: { henvendelseId: number }) {
  const [t, i] = [useTranslations('innboks.en'), useTranslations('innboks.utfall')];
  const router = useRouter();
  return (
    <Skjema schema={avsluttFelter} standardverdier={{ utfall: 'BESVART', grunn: '' }} handling={(sendt) => avsluttHenvendelseHandling({ ...sendt, henvendelseId })} etterpa={() => router.refresh()}>
      <RadioFelt navn="utfall" etikett={t('avsluttUtfall')} valg={AVSLUTNINGER.map((verdi) => ({ verdi, tekst: i(verdi) }))} />
      <TekstomradeFelt navn="grunn" etikett={t('avsluttGrunn')} linjer={2} />
      <SendKnapp variant="secondary">{t('avsluttSend')}</SendKnapp>
    </Skjema>
  );
}
