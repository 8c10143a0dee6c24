'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt, TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { AvkryssFelt, RadioFelt, VelgFelt } from '#components/form/valgfelter.tsx';
import { avvisRapportHandling, forkastRapportHandling, lagreParametervalgHandling, publiserRapportHandling, rettRapportHandling, startRapportHandling, trekkRapportHandling } from '#lib/oversikt/actions-rapport.ts';
import { nyRapportSkjema, parametervalgSkjema, publiserRapportSkjema, rapportTilbakeSkjema, rapportUtgaveSkjema, rettRapportSkjema } from '#lib/oversikt/rapport-schema.ts';

/** Which report, in which language, and for whom. */
export function NyRapport({ valg, sprak }: { valg: { verdi: string; tekst: string }[]; sprak: 'nb' | 'nn' }) {
  const t = useTranslations('rapport.ny');
  const { push } = useRouter();
  return (
    <Skjema schema={nyRapportSkjema} className="max-w-[42rem]" standardverdier={{ periode: '', sprak, offentlig: true }} handling={startRapportHandling} etterpa={({ id }) => push(`/rapporter/${id}`)}>
      <VelgFelt navn="periode" etikett={t('periode')} valg={valg} tomt={t('velg')} bredde="middels" />
      <RadioFelt navn="sprak" etikett={t('sprak')} valg={[{ verdi: 'nb', tekst: t('nb') }, { verdi: 'nn', tekst: t('nn') }]} />
      <AvkryssFelt navn="offentlig" etikett={t('offentlig')} hjelp={t('offentligHjelp')} />
      <Bunnlinje>
        <SendKnapp>{t('start')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** Another person's yes, to what was shown. */
export function PubliserRapport({ id, avtrykk }: { id: number; avtrykk: string }) {
  const t = useTranslations('rapport.skjema');
  const { refresh } = useRouter();
  return (
    <Skjema schema={publiserRapportSkjema} standardverdier={{ id, avtrykk }} handling={publiserRapportHandling} etterpa={refresh}>
      <Bunnlinje merknad={t('publiserHjelp')}>
        <SendKnapp>{t('publiser')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** Another person's no, or one's own taken back: with a reason. */
export function TilbakeRapport({ id, egen }: { id: number; egen: boolean }) {
  const t = useTranslations('rapport.skjema');
  const { refresh } = useRouter();
  return (
    <Skjema schema={rapportTilbakeSkjema} className="max-w-[42rem]" standardverdier={{ id, grunn: '' }} handling={egen ? trekkRapportHandling : avvisRapportHandling} etterpa={refresh}>
      <TekstomradeFelt navn="grunn" etikett={t(egen ? 'trekkGrunn' : 'avvisGrunn')} linjer={2} />
      <Bunnlinje>
        <SendKnapp variant="secondary">{t(egen ? 'trekk' : 'avvis')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

export function ForkastRapport({ id, utgave }: { id: number; utgave: number }) {
  const t = useTranslations('rapport.skjema');
  const { push } = useRouter();
  return (
    <Skjema schema={rapportUtgaveSkjema} standardverdier={{ id, utgave }} handling={forkastRapportHandling} etterpa={() => push('/rapporter')}>
      <SendKnapp variant="secondary" fare>{t('forkast')}</SendKnapp>
    </Skjema>
  );
}

/** A new version of a published report, with why. */
export function RettRapport({ id }: { id: number }) {
  const t = useTranslations('rapport.skjema');
  const { push } = useRouter();
  return (
    <Skjema schema={rettRapportSkjema} className="max-w-[42rem]" standardverdier={{ id, rettelse: '' }} handling={rettRapportHandling} etterpa={(svar) => push(`/rapporter/${svar.id}`)}>
      <TekstomradeFelt navn="rettelse" etikett={t('rettGrunn')} hjelp={t('rettHjelp')} linjer={2} />
      <Bunnlinje>
        <SendKnapp variant="secondary">{t('rett')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

export type Parameterlinje = { readonly kode: string; readonly navn: string; readonly kilde: string; readonly enhet: string; readonly plass: string; readonly mal: string; readonly grense: string };

/** Which parameters, in which order, with which targets and limits. */
export function Parametervalg({ rader }: { rader: readonly Parameterlinje[] }) {
  const t = useTranslations('rapport.parametervalg');
  return (
    <Skjema schema={parametervalgSkjema} standardverdier={{ rader: rader.map(({ kode, plass, mal, grense }) => ({ kode, plass, mal, grense })) as never }} handling={lagreParametervalgHandling}>
      <p className="liten dempet">{t('hjelp')}</p>
      <div style={{ display: 'grid', gap: '20px 32px', gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 27rem), 1fr))' }}>
        {rader.map((r, i) => (
          <div key={r.kode} role="group" aria-label={r.navn}>
            <p>
              <strong>{r.navn}</strong> <span className="mikro dempet">{`${r.kilde} · ${r.enhet}`}</span>
            </p>
            <div className="rekke">
              <TekstFelt navn={`rader.${i}.plass`} etikett={t('plass')} bredde="kort" inputMode="numeric" hoyrestilt valgfri />
              <TekstFelt navn={`rader.${i}.mal`} etikett={t('mal')} bredde="kort" inputMode="decimal" hoyrestilt valgfri />
              <TekstFelt navn={`rader.${i}.grense`} etikett={t('grense')} bredde="kort" inputMode="decimal" hoyrestilt valgfri />
            </div>
          </div>
        ))}
      </div>
      <Bunnlinje>
        <SendKnapp>{t('lagre')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
