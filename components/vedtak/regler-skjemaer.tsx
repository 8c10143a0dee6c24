'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { BelopFelt, TallFelt, TekstFelt, TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { AvkryssFelt, VelgFelt } from '#components/form/valgfelter.tsx';
import type { Valg } from '#components/form/valgfelter.tsx';
import { leggTilBrevmalHandling, leggTilKlageregelHandling, settBrukervalgHandling, settGrenseHandling, settNivaHandling } from '#lib/vedtak/actions-regler.ts';
import { brukervalgSkjema, grenseSkjema, klageregelSkjema, malfilSkjema, nivaSkjema } from '#lib/vedtak/regler-schema.ts';

export function GrenseSkjema({ grense }: { grense: string }) {
  const t = useTranslations('vedtaksregler');
  const router = useRouter();
  return (
    <Skjema schema={grenseSkjema} standardverdier={{ grense }} handling={settGrenseHandling} etterpa={() => router.refresh()} className="ro">
      <BelopFelt navn="grense" etikett={t('grense')} hjelp={t('grenseHjelp')} valgfri />
      <Bunnlinje>
        <SendKnapp>{t('lagreGrense')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

export function NivaSkjema({ tjenester }: { tjenester: readonly Valg[] }) {
  const t = useTranslations('vedtaksregler');
  const router = useRouter();
  return (
    <Skjema schema={nivaSkjema} standardverdier={{ tjeneste: '', niva: '', nb: '', nn: '' }} handling={settNivaHandling} etterpa={() => router.refresh()} className="ro">
      <VelgFelt navn="tjeneste" etikett={t('tjeneste')} valg={[...tjenester]} />
      <VelgFelt navn="niva" etikett={t('niva')} bredde="kort" valg={['1', '2', '3', '4', '5', '6', '7'].map((verdi) => ({ verdi, tekst: verdi }))} />
      <TekstFelt navn="nb" etikett={t('nivaNb')} hjelp={t('nivaHjelp')} />
      <TekstFelt navn="nn" etikett={t('nivaNn')} />
      <Bunnlinje>
        <SendKnapp>{t('lagreNiva')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

export function KlageregelSkjema({ tjenester, idag }: { tjenester: readonly Valg[]; idag: string }) {
  const t = useTranslations('vedtaksregler');
  const router = useRouter();
  return (
    <Skjema schema={klageregelSkjema} standardverdier={{ tjeneste: '', fom: idag, uker: '4', instansNb: '', instansNn: '', rettskilde: '', bekreftet: false }} handling={leggTilKlageregelHandling} etterpa={() => router.refresh()} className="ro">
      <VelgFelt navn="tjeneste" etikett={t('tjeneste')} tomt={t('alle')} valg={[...tjenester]} valgfri />
      <div className="rekke">
        <DatoFelt navn="fom" etikett={t('fom')} />
        <TallFelt navn="uker" etikett={t('uker')} />
      </div>
      <TekstFelt navn="instansNb" etikett={t('instansNb')} />
      <TekstFelt navn="instansNn" etikett={t('instansNn')} />
      <TekstFelt navn="rettskilde" etikett={t('rettskilde')} />
      <AvkryssFelt navn="bekreftet" etikett={t('bekreftet')} />
      <Bunnlinje>
        <SendKnapp>{t('leggTilRegel')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

export function MalSkjema() {
  const t = useTranslations('vedtaksregler');
  const router = useRouter();
  return (
    <Skjema schema={malfilSkjema} standardverdier={{ innhold: '' }} handling={leggTilBrevmalHandling} etterpa={() => router.refresh()}>
      <TekstomradeFelt navn="innhold" etikett={t('malinnhold')} hjelp={t('malinnholdHjelp')} linjer={10} />
      <Bunnlinje>
        <SendKnapp>{t('leggTilMal')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

export function BrukervalgSkjema({ tjenester, utforere, idag }: { tjenester: readonly Valg[]; utforere: readonly Valg[]; idag: string }) {
  const t = useTranslations('vedtaksregler');
  const router = useRouter();
  return (
    <Skjema schema={brukervalgSkjema} standardverdier={{ tjeneste: '', fom: idag, tilbys: true, standard: '', byttefrist: '14' }} handling={settBrukervalgHandling} etterpa={() => router.refresh()} className="ro">
      <VelgFelt navn="tjeneste" etikett={t('tjeneste')} valg={[...tjenester]} />
      <DatoFelt navn="fom" etikett={t('fom')} />
      <AvkryssFelt navn="tilbys" etikett={t('tilbys')} />
      <VelgFelt navn="standard" etikett={t('standard')} hjelp={t('standardHjelp')} valgfri valg={[...utforere]} />
      <TallFelt navn="byttefrist" etikett={t('byttefrist')} />
      <Bunnlinje>
        <SendKnapp>{t('lagreBrukervalg')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
