'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Skjema } from '#components/form/skjema.tsx';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { BelopFelt, TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { type Valg, VelgFelt } from '#components/form/valgfelter.tsx';
import {
  avslaDispensasjonHandling,
  avvisOverforingHandling,
  foreslaAnslagHandling,
  foreslaDispensasjonHandling,
  foreslaOverforingHandling,
  godkjennAnslagHandling,
  godkjennDispensasjonHandling,
  trekkArsvedtakHandling,
  trekkOverforingHandling,
  vedtaOverforingHandling,
} from '#lib/avvik/actions.ts';
import { anslagSkjema, avslaArsvedtakSkjema, avvisSkjema, dispensasjonSkjema, godkjennDispensasjonSkjema, overforingSkjema, vedtaSkjema } from '#lib/avvik/arsslutt-schema.ts';

export type Sakstype = 'overforing' | 'dispensasjon' | 'arsslutt_anslag';

/** Proposes the year's carry-over, a correction of it, or its reversal. The amounts are not typed: they are computed. */
export function ForeslaOverforing({ ar, maneder, tilbakefor }: { ar: number; maneder: Valg[]; tilbakefor: boolean }) {
  const t = useTranslations('arsslutt.skjema');
  const { refresh } = useRouter();
  return (
    <Skjema schema={overforingSkjema} className="max-w-[42rem]" handling={foreslaOverforingHandling} standardverdier={{ ar, bokfortManed: maneder[0]?.verdi ?? '', begrunnelse: '', tilbakefor }} etterpa={refresh}>
      <VelgFelt navn="bokfortManed" etikett={t('bokfortManed')} hjelp={t('bokfortManedHjelp')} valg={maneder} tomt={false} bredde="middels" />
      <TekstomradeFelt navn="begrunnelse" etikett={t('begrunnelse')} linjer={3} />
      <Bunnlinje merknad={t('annen')}>
        <SendKnapp variant={tilbakefor ? 'secondary' : 'primary'}>{t(tilbakefor ? 'foreslaTilbake' : 'foresla')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

export function ForeslaDispensasjon({ ar, enheter }: { ar: number; enheter: Valg[] }) {
  const t = useTranslations('arsslutt.skjema');
  const { refresh } = useRouter();
  return (
    <Skjema schema={dispensasjonSkjema} className="max-w-[42rem]" handling={foreslaDispensasjonHandling} standardverdier={{ ar, enhetId: '', maksUnderskuddOre: '', grunn: '' }} etterpa={refresh}>
      <VelgFelt navn="enhetId" etikett={t('enhet')} valg={enheter} bredde="middels" />
      <BelopFelt navn="maksUnderskuddOre" etikett={t('maksUnderskudd')} hjelp={t('maksUnderskuddHjelp')} />
      <TekstomradeFelt navn="grunn" etikett={t('grunn')} linjer={3} />
      <Bunnlinje merknad={t('radmannAvgjor')}>
        <SendKnapp variant="secondary">{t('foreslaDispensasjon')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

export function ForeslaAnslag({ maneder, enheter }: { maneder: Valg[]; enheter: Valg[] }) {
  const t = useTranslations('arsslutt.skjema');
  const { refresh } = useRouter();
  return (
    <Skjema schema={anslagSkjema} className="max-w-[42rem]" handling={foreslaAnslagHandling} standardverdier={{ maned: maneder[0]?.verdi ?? '', enhetId: '', belopOre: '', grunn: '' }} etterpa={refresh}>
      <VelgFelt navn="maned" etikett={t('maned')} valg={maneder} tomt={false} bredde="middels" />
      <VelgFelt navn="enhetId" etikett={t('enhet')} valg={enheter} bredde="middels" />
      <BelopFelt navn="belopOre" etikett={t('anslag')} hjelp={t('anslagHjelp')} />
      <TekstomradeFelt navn="grunn" etikett={t('grunn')} linjer={3} />
      <Bunnlinje merknad={t('controllerAvgjor')}>
        <SendKnapp variant="secondary">{t('foreslaAnslag')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** Another person's yes. */
export function Godkjenn({ type, id, children }: { type: Sakstype; id: number; children: ReactNode }) {
  const { refresh } = useRouter();
  const felles = { standardverdier: { id: String(id) }, etterpa: refresh };
  const knapp = <SendKnapp variant={type === 'overforing' ? 'primary' : 'secondary'}>{children}</SendKnapp>;
  if (type === 'overforing') return <Skjema schema={vedtaSkjema} handling={vedtaOverforingHandling} {...felles}>{knapp}</Skjema>;
  const handling = type === 'dispensasjon' ? godkjennDispensasjonHandling : godkjennAnslagHandling;
  return <Skjema schema={godkjennDispensasjonSkjema} handling={handling} {...felles}>{knapp}</Skjema>;
}

/** No, or the proposer's taking back: both with a reason. Opens from one line. */
export function SiNei({ type, id, egen }: { type: Sakstype; id: number; egen: boolean }) {
  const t = useTranslations('arsslutt.skjema');
  const { refresh } = useRouter();
  const felt = (
    <>
      <TekstomradeFelt navn="grunn" etikett={t('neiGrunn')} linjer={2} />
      <Bunnlinje>
        <SendKnapp variant="secondary">{t(egen ? 'trekk' : 'avsla')}</SendKnapp>
      </Bunnlinje>
    </>
  );
  const viaTabell = type !== 'overforing' && (egen || type === 'arsslutt_anslag');
  const handling = type === 'overforing' ? (egen ? trekkOverforingHandling : avvisOverforingHandling) : avslaDispensasjonHandling;
  return (
    <details className="detaljer">
      <summary>{t(egen ? 'trekk' : 'avsla')}</summary>
      {viaTabell ? (
        <Skjema schema={avslaArsvedtakSkjema} className="max-w-[42rem]" handling={trekkArsvedtakHandling} standardverdier={{ tabell: type, id: String(id), grunn: '' }} etterpa={refresh}>
          {felt}
        </Skjema>
      ) : (
        <Skjema schema={avvisSkjema} className="max-w-[42rem]" handling={handling} standardverdier={{ id: String(id), grunn: '' }} etterpa={refresh}>
          {felt}
        </Skjema>
      )}
    </details>
  );
}
