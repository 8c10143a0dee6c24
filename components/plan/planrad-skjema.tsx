'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TallFelt, TekstFelt } from '#components/form/tekstfelter.tsx';
import { FlervalgFelt, VelgFelt } from '#components/form/valgfelter.tsx';
import type { Valg } from '#components/form/valgfelter.tsx';
import { ikkeUtfortHandling, lagrePlanradHandling } from '#lib/oppdrag/actions-plan.ts';
import { IKKE_UTFORT, OPPGAVER, type Oppgave } from '#lib/oppdrag/domain/besoksplan.ts';
import { ikkeUtfortSkjema, planradSkjema } from '#lib/oppdrag/plan-schema.ts';

interface Props {
  start: { planId: number | null; oppdragId: number; ukedag: string; start: string; minutter: string; personer: string; ansattId: string; oppgaver: Oppgave[]; fom: string; tom: string };
  ansatte: Valg[];
  tilbake: string;
}

/** A row of the week's plan, from a day on. */
export function PlanradSkjema({ start, ansatte, tilbake }: Props) {
  const t = useTranslations('plan');
  const router = useRouter();
  return (
    <Skjema schema={planradSkjema} handling={lagrePlanradHandling} etterpa={() => router.push(tilbake)} standardverdier={start}>
      <div className="rekke">
        <VelgFelt navn="ukedag" etikett={t('rad.ukedag')} tomt={false} bredde="kort" valg={[1, 2, 3, 4, 5, 6, 7].map((d) => ({ verdi: String(d), tekst: t(`dag.${d}` as never) }))} />
        <TekstFelt navn="start" etikett={t('rad.start')} hjelp={t('rad.startHjelp')} inputMode="numeric" bredde="kort" />
        <TallFelt navn="minutter" etikett={t('rad.minutter')} />
        <VelgFelt navn="personer" etikett={t('rad.personer')} tomt={false} bredde="kort" valg={['1', '2', '3', '4'].map((n) => ({ verdi: n, tekst: n }))} />
      </div>
      <VelgFelt navn="ansattId" etikett={t('rad.ansatt')} valg={ansatte} tomt={t('rad.ingenAnsatt')} valgfri />
      <div className="oppgavevalg">
        <FlervalgFelt navn="oppgaver" etikett={t('rad.oppgaver')} valgfri valg={OPPGAVER.map((o) => ({ verdi: o, tekst: t(`oppgave.${o}`) }))} />
      </div>
      <div className="rekke">
        <DatoFelt navn="fom" etikett={t('rad.fom')} hjelp={t('rad.om')} />
        <DatoFelt navn="tom" etikett={t('rad.tom')} valgfri />
      </div>
      <SendKnapp>{start.planId === null ? t('rad.leggTil') : t('rad.lagre')}</SendKnapp>
    </Skjema>
  );
}

/** The visit of one day was not delivered. */
export function IkkeUtfortSkjema({ planId, dato, tilbake }: { planId: number; dato: string; tilbake: string }) {
  const t = useTranslations('plan');
  const router = useRouter();
  return (
    <Skjema schema={ikkeUtfortSkjema} handling={ikkeUtfortHandling} etterpa={() => router.push(tilbake)} standardverdier={{ besok: [{ planId, dato }], grunn: '' as never }}>
      <VelgFelt navn="grunn" etikett={t('rad.grunn')} valg={IKKE_UTFORT.map((g) => ({ verdi: g, tekst: t(`ikke.${g}`) }))} />
      <SendKnapp variant="secondary">{t('rad.meld')}</SendKnapp>
    </Skjema>
  );
}
