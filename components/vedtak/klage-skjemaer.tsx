'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { AvkryssFelt, RadioFelt, VelgFelt } from '#components/form/valgfelter.tsx';
import { avgjorKlageHandling, registrerInstansHandling, registrerKlageHandling } from '#lib/vedtak/actions-klage.ts';
import { INSTANSUTFALL, KLAGERE, KLAGEUTFALL } from '#lib/vedtak/domain/klage.ts';
import { instansFelter, klageavgjorelseFelter, nyKlageFelter } from '#lib/vedtak/klage-schema.ts';
import type { Erstatning } from '#lib/vedtak/klage-view.ts';

/** An appeal that has come, by letter, by telephone or across the desk. */
export function NyKlage({ vedtakId, idag, antatt }: { vedtakId: number; idag: string; antatt: string }) {
  const t = useTranslations('klage');
  const router = useRouter();
  return (
    <Skjema schema={nyKlageFelter} standardverdier={{ klager: 'MOTTAKER', mottatt: idag, brevMottatt: antatt, innhold: '' }} handling={(sendt) => registrerKlageHandling({ ...sendt, vedtakId })} etterpa={(svar) => router.push(`/klager/${svar.klageId}`)} className="ro">
      <RadioFelt navn="klager" etikett={t('klager')} valg={KLAGERE.map((verdi) => ({ verdi, tekst: t(`klagere.${verdi}`) }))} />
      <div className="rekke">
        <DatoFelt navn="mottatt" etikett={t('mottatt')} />
        <DatoFelt navn="brevMottatt" etikett={t('brevMottatt')} hjelp={t('brevMottattHjelp')} valgfri />
      </div>
      <TekstomradeFelt navn="innhold" etikett={t('innhold')} hjelp={t('innholdHjelp')} linjer={6} />
      <Bunnlinje>
        <SendKnapp>{t('registrer')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

interface Props {
  klageId: number;
  versjon: number;
  erstatninger: readonly Erstatning[];
}

function Erstatningsfelt({ erstatninger }: { erstatninger: readonly Erstatning[] }) {
  const t = useTranslations('klage');
  return <VelgFelt navn="nyttVedtak" etikett={t('nyttVedtak')} hjelp={erstatninger.length === 0 ? t('ingenErstatning') : t('nyttVedtakHjelp')} bredde="middels" valgfri tomt={t('ikke')} valg={erstatninger.map((v) => ({ verdi: String(v.id), tekst: v.nummer }))} />;
}

/** What the municipality decides; the letter goes out with it. */
export function AvgjorKlage({ klageId, versjon, erstatninger, forSent }: Props & { forSent: boolean }) {
  const t = useTranslations('klage');
  const router = useRouter();
  const valg = KLAGEUTFALL.filter((u) => forSent || u !== 'AVVIST');
  return (
    <Skjema schema={klageavgjorelseFelter} standardverdier={{ oppreisning: false, nyttVedtak: '', vurdering: '' }} handling={(sendt) => avgjorKlageHandling({ ...sendt, klageId, versjon })} etterpa={() => router.refresh()} className="ro">
      <RadioFelt navn="utfall" etikett={t('utfallet')} valg={valg.map((verdi) => ({ verdi, tekst: t(`utfall.${verdi}`), om: t(`utfallOm.${verdi}`) }))} />
      {forSent ? <AvkryssFelt navn="oppreisning" etikett={t('oppreisning')} hjelp={t('oppreisningHjelp')} /> : null}
      <Erstatningsfelt erstatninger={erstatninger} />
      <TekstomradeFelt navn="vurdering" etikett={t('vurdering')} hjelp={t('vurderingHjelp')} linjer={6} />
      <Bunnlinje>
        <SendKnapp>{t('avgjor')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** What came back from the appeal body. */
export function RegistrerInstans({ klageId, versjon, erstatninger, idag }: Props & { idag: string }) {
  const t = useTranslations('klage');
  const router = useRouter();
  return (
    <Skjema schema={instansFelter} standardverdier={{ dato: idag, nyttVedtak: '', tekst: '' }} handling={(sendt) => registrerInstansHandling({ ...sendt, klageId, versjon })} etterpa={() => router.refresh()} className="ro">
      <RadioFelt navn="utfall" etikett={t('instansutfallet')} valg={INSTANSUTFALL.map((verdi) => ({ verdi, tekst: t(`instansutfall.${verdi}`) }))} />
      <DatoFelt navn="dato" etikett={t('instansdato')} />
      <Erstatningsfelt erstatninger={erstatninger} />
      <TekstomradeFelt navn="tekst" etikett={t('instanstekst')} linjer={4} />
      <Bunnlinje>
        <SendKnapp>{t('registrerInstans')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
