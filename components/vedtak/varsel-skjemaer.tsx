'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt, TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { RadioFelt } from '#components/form/valgfelter.tsx';
import { registrerVarselsvarHandling, sendVarselHandling, trekkVarselHandling, vurderVarselHandling } from '#lib/vedtak/actions-varsel.ts';
import { svarfelter, trekkfelter, varselfelter, vurderingsfelter } from '#lib/vedtak/varsel-schema.ts';

/** A new notice about a vedtak; `frist` is the proposed last day to answer, as one types it. */
export function NyttVarsel({ vedtakId, frist }: { vedtakId: number; frist: string }) {
  const t = useTranslations('forhandsvarsel');
  const router = useRouter();
  return (
    <Skjema schema={varselfelter} standardverdier={{ slag: 'REDUKSJON', hva: '', hvorfor: '', frist }} handling={(sendt) => sendVarselHandling({ ...sendt, vedtakId })} etterpa={() => router.refresh()} className="ro">
      <RadioFelt navn="slag" etikett={t('slag')} valg={[{ verdi: 'REDUKSJON', tekst: t('slagREDUKSJON') }, { verdi: 'OPPHOR', tekst: t('slagOPPHOR') }]} />
      <TekstomradeFelt navn="hva" etikett={t('hva')} hjelp={t('hvaHjelp')} linjer={2} />
      <TekstomradeFelt navn="hvorfor" etikett={t('hvorfor')} linjer={4} />
      <DatoFelt navn="frist" etikett={t('frist')} hjelp={t('fristHjelp')} />
      <Bunnlinje>
        <SendKnapp>{t('send')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** What came back. */
export function VarselSvar({ varselId, mottatt }: { varselId: number; mottatt: string }) {
  const t = useTranslations('forhandsvarsel');
  const router = useRouter();
  return (
    <Skjema schema={svarfelter} standardverdier={{ mottatt, svar: '' }} handling={(sendt) => registrerVarselsvarHandling({ ...sendt, varselId })} etterpa={() => router.refresh()} className="ro">
      <DatoFelt navn="mottatt" etikett={t('mottatt')} />
      <TekstomradeFelt navn="svar" etikett={t('svaret')} hjelp={t('svarHjelp')} linjer={3} />
      <Bunnlinje>
        <SendKnapp>{t('lagreSvar')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** The case seen again, with the answer in hand. */
export function VarselVurdering({ varselId }: { varselId: number }) {
  const t = useTranslations('forhandsvarsel');
  const router = useRouter();
  return (
    <Skjema schema={vurderingsfelter} standardverdier={{ vurdering: '' }} handling={(sendt) => vurderVarselHandling({ ...sendt, varselId })} etterpa={() => router.refresh()} className="ro">
      <TekstomradeFelt navn="vurdering" etikett={t('vurdering')} hjelp={t('vurderingHjelp')} linjer={5} />
      <Bunnlinje>
        <SendKnapp>{t('lagreVurdering')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

export function VarselTrekk({ varselId }: { varselId: number }) {
  const t = useTranslations('forhandsvarsel');
  const router = useRouter();
  return (
    <Skjema schema={trekkfelter} standardverdier={{ grunn: '' }} handling={(sendt) => trekkVarselHandling({ ...sendt, varselId })} etterpa={() => router.refresh()} className="ro">
      <TekstFelt navn="grunn" etikett={t('trekkGrunn')} />
      <Bunnlinje>
        <SendKnapp>{t('trekk')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
