'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TallFelt, TekstFelt, TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { RadioFelt, VelgFelt } from '#components/form/valgfelter.tsx';
import { meldingHandling, oppfolgingHandling, resultatHandling, trekkHandling } from '#lib/utfort-tid/actions-kontroll.ts';
import { MELDINGSKATEGORIER } from '#lib/utfort-tid/domain/melding.ts';
import { AVVIKSSLAG } from '#lib/utfort-tid/domain/stikkprove.ts';
import { meldingSkjema, oppfolgingSkjema, resultatSkjema, trekkSkjema } from '#lib/utfort-tid/kontroll-schema.ts';
import type { Enhetsvalg } from '#lib/utfort-tid/kontroll-view.ts';

const valgene = (enheter: readonly Enhetsvalg[]) => enheter.map((e) => ({ verdi: String(e.id), tekst: e.navn }));
const forste = (enheter: readonly Enhetsvalg[]) => (enheter.length === 1 ? String(enheter[0]?.id) : '');

/** Draws a spot check and goes to it. */
export function TrekkSkjema({ enheter, fom, tom }: { enheter: Enhetsvalg[]; fom: string; tom: string }) {
  const t = useTranslations('kontroll.prove');
  const { push } = useRouter();
  return (
    <Skjema schema={trekkSkjema} standardverdier={{ enhetId: forste(enheter), fom, tom, antall: '20', fro: '' }} handling={trekkHandling} etterpa={(svar) => push(`/kontroll/stikkprover/${svar.stikkproveId}`)}>
      <div className="rekke">
        <VelgFelt navn="enhetId" etikett={t('enhet')} valg={valgene(enheter)} bredde="middels" />
        <DatoFelt navn="fom" etikett={t('fom')} />
        <DatoFelt navn="tom" etikett={t('tom')} />
        <TallFelt navn="antall" etikett={t('antall')} bredde="kort" />
        <TallFelt navn="fro" etikett={t('fro')} valgfri bredde="middels" />
      </div>
      <p className="hjelp">{t('frohjelp')}</p>
      <SendKnapp>{t('trekk')}</SendKnapp>
    </Skjema>
  );
}

interface Radvalg {
  stikkproveId: number;
  nummer: number;
  /** where to go when it is done */
  neste: string;
}

/** What the control of a visit found. */
export function ResultatSkjema({ stikkproveId, nummer, neste, utfall, slag, merknad }: Radvalg & { utfall: string | null; slag: string | null; merknad: string | null }) {
  const t = useTranslations('kontroll');
  const { push } = useRouter();
  return (
    <Skjema
      schema={resultatSkjema}
      standardverdier={{ stikkproveId, nummer, utfall: (utfall ?? '') as 'STEMMER', slag: (slag ?? '') as '', merknad: merknad ?? '' }}
      handling={resultatHandling}
      etterpa={() => push(neste)}
    >
      <RadioFelt navn="utfall" etikett={t('prove.utfall')} valg={['STEMMER', 'AVVIK'].map((v) => ({ verdi: v, tekst: t(`utfall.${v}`) }))} />
      <VelgFelt navn="slag" etikett={t('prove.slag')} valgfri tomt={t('prove.ingenAvvik')} valg={AVVIKSSLAG.map((s) => ({ verdi: s, tekst: t(`slag.${s}`) }))} bredde="middels" />
      <TekstFelt navn="merknad" etikett={t('prove.merknad')} hjelp={t('prove.merknadhjelp')} valgfri bredde="full" />
      <SendKnapp>{t('prove.lagre')}</SendKnapp>
    </Skjema>
  );
}

/** What was done about a deviation. */
export function OppfolgingSkjema({ stikkproveId, nummer, neste }: Radvalg) {
  const t = useTranslations('kontroll.prove');
  const { push } = useRouter();
  return (
    <Skjema schema={oppfolgingSkjema} standardverdier={{ stikkproveId, nummer, oppfolging: '' }} handling={oppfolgingHandling} etterpa={() => push(neste)}>
      <TekstomradeFelt navn="oppfolging" etikett={t('oppfolging')} hjelp={t('merknadhjelp')} linjer={3} />
      <SendKnapp>{t('folgOpp')}</SendKnapp>
    </Skjema>
  );
}

/** How many of a kind a unit had in a month. */
export function MeldingSkjema({ enheter, maneder }: { enheter: Enhetsvalg[]; maneder: { verdi: string; tekst: string }[] }) {
  const t = useTranslations('kontroll');
  const { refresh } = useRouter();
  return (
    <Skjema schema={meldingSkjema} standardverdier={{ enhetId: forste(enheter), maned: maneder[0]?.verdi ?? '', slag: '' as 'KLAGE', kategori: '' as 'ANNET', antall: '' }} handling={meldingHandling} etterpa={() => refresh()}>
      <div className="rekke">
        <VelgFelt navn="enhetId" etikett={t('prove.enhet')} valg={valgene(enheter)} bredde="middels" />
        <VelgFelt navn="maned" etikett={t('melding.maned')} valg={maneder} tomt={false} bredde="middels" />
        <VelgFelt navn="slag" etikett={t('melding.slag')} valg={['KLAGE', 'AVVIK'].map((v) => ({ verdi: v, tekst: t(`meldingsslag.${v}`) }))} bredde="middels" />
        <VelgFelt navn="kategori" etikett={t('melding.kategori')} valg={MELDINGSKATEGORIER.map((v) => ({ verdi: v, tekst: t(`kategori.${v}`) }))} bredde="middels" />
        <TallFelt navn="antall" etikett={t('melding.antall')} bredde="kort" />
      </div>
      <SendKnapp>{t('melding.lagre')}</SendKnapp>
    </Skjema>
  );
}
