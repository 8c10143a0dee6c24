'use client';

import { lazy, Suspense, useRef, useState, useTransition } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { enkelKontroll } from '#components/form/enkel-kontroll.ts';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { NyttVedtakFelter } from '#components/vedtak/nytt-vedtak-felter.tsx';
import { UtkastLagring } from '#components/vedtak/utkast-lagring.tsx';
import { Knapp } from '#components/ui/knapp.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import type { HandlingResultat } from '#lib/server/handling-resultat.ts';
import { fattVedtakHandling, forkastUtkastHandling } from '#lib/vedtak/actions.ts';
import type { FattEllerVenter } from '#lib/vedtak/fattet-view.ts';
import { konsekvens, overGrensen } from '#lib/vedtak/nytt-vedtak-view.ts';
import type { NyttVedtakView, Utfylt } from '#lib/vedtak/nytt-vedtak-view.ts';
import { kontrollerFelter } from '#lib/vedtak/kontroller-felter-view.ts';
import type { nyttVedtakSkjema, NyttVedtakInn } from '#lib/vedtak/vedtak-schema.ts';

interface Props {
  view: NyttVedtakView;
  /** The draft, or how an empty form starts. */
  utfylt: Utfylt;
  /** What stands between the price and the letter, for those who see it. */
  ramme?: React.ReactNode;
}

/** What happens with the order, in words; and the button says what it does. */
function Knapper({ view, forkast, children }: { view: NyttVedtakView; forkast: () => void; children: React.ReactNode }) {
  const t = useTranslations('vedtak.nytt');
  const { control } = useFormContext<Utfylt>();
  const utfylt = useWatch({ control }) as Utfylt;
  const { utfall, enhet, tjeneste, kort } = utfylt;
  const tilGodkjenning = overGrensen(view, konsekvens(view, utfylt).nyPris);
  const navn = view.tjenester.find((en) => en.kode === tjeneste)?.enheter.find((en) => String(en.id) === enhet)?.navn;
  const avslag = utfall === 'AVSLAG';
  return (
    <Bunnlinje merknad={avslag ? t('merknadAvslag') : tilGodkjenning ? t('merknadForslag') : navn ? t(kort ? 'merknadKort' : 'merknad', { enhet: navn }) : undefined}>
      <SendKnapp>
        {avslag ? t('fattAvslag') : tilGodkjenning ? t('sendForslag') : t('fatt')} <kbd aria-hidden="true">Ctrl ↵</kbd>
      </SendKnapp>
      <Knapp variant="tertiary" onClick={forkast}>
        {t('forkast')}
      </Knapp>
      {children}
    </Bunnlinje>
  );
}

/** After a refusal that concerns the whole case: fetch it as it is now, with what was typed kept. */
function HentSaken({ hentet, hent, venter }: { hentet: boolean; hent: () => void; venter: boolean }) {
  const t = useTranslations('vedtak.nytt');
  return (
    <Varsel farge={hentet ? 'success' : 'warning'} role="status" tittel={hentet ? t('hentet') : undefined}>
      <p>{t('seEndringOm')}</p>
      {hentet ? null : (
        <Knapp variant="secondary" tett onClick={hent} aria-busy={venter}>
          {t('seEndring')}
        </Knapp>
      )}
    </Varsel>
  );
}

// Fetched when there is a draft to show: the form is there before it.
const Forhandsvisning = lazy(() => import('#components/vedtak/brev-forhandsvisning.tsx'));

/** The letter beside the form, from the first time a draft is saved. */
function Brevfelt({ mottakerId, lagret, harUtkast }: { mottakerId: number; lagret: number; harUtkast: boolean }) {
  const t = useTranslations('vedtak.brev');
  const { control } = useFormContext<Utfylt>();
  const kort = useWatch({ control, name: 'kort' });
  const venter = <p className="liten dempet">{t('venter')}</p>;
  return (
    <section className="stabel" aria-labelledby="brev-forhandsvisning">
      <h2 id="brev-forhandsvisning">{t('navn')}</h2>
      {kort ? <p className="liten dempet">{t('utenBrev')}</p> : lagret === 0 && !harUtkast ? venter : <Suspense fallback={venter}><Forhandsvisning mottakerId={mottakerId} lagret={lagret} /></Suspense>}
    </section>
  );
}

const KONTROLL = enkelKontroll<typeof nyttVedtakSkjema>((verdier) => kontrollerFelter(verdier as Utfylt));

/** The form for a new vedtak: written, priced and checked at once; Ctrl+Enter issues it. */
export function NyttVedtakSkjema({ view, utfylt, ramme }: Props) {
  const router = useRouter();
  const stoppet = useRef(false);
  const [konflikt, setKonflikt] = useState<'INGEN' | 'OPPDAGET' | 'HENTET'>('INGEN');
  const [venter, startHenting] = useTransition();
  // When the draft was last saved: the preview follows it.
  const [lagret, setLagret] = useState(0);
  const { id, versjon } = view.mottaker;

  async function fatt(sendt: NyttVedtakInn & { handlingId: string }): Promise<HandlingResultat<FattEllerVenter>> {
    stoppet.current = true;
    const svar = await fattVedtakHandling({ ...sendt, mottakerId: id, versjon });
    if (!svar.ok) stoppet.current = false;
    setKonflikt(!svar.ok && svar.kode === 'avvist' && svar.feil.some((feil) => !feil.felt) ? 'OPPDAGET' : 'INGEN');
    return svar;
  }

  async function forkast(): Promise<void> {
    stoppet.current = true;
    await forkastUtkastHandling({ mottakerId: id, handlingId: crypto.randomUUID() });
    router.push(`/mottakere/${id}`);
  }

  return (
    <div role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.currentTarget.querySelector('form')?.requestSubmit();
      }}
    >
      <Skjema schema={KONTROLL} standardverdier={utfylt as NyttVedtakInn} handling={fatt} etterpa={(svar) => router.push('nummer' in svar ? `/mottakere/${id}?fattet=${svar.nummer}` : `/vedtak/forslag/${svar.forslagId}`)}>
        {konflikt === 'INGEN' ? null : (
          <HentSaken
            hentet={konflikt === 'HENTET'}
            venter={venter}
            hent={() =>
              startHenting(() => {
                router.refresh();
                setKonflikt('HENTET');
              })
            }
          />
        )}
        <NyttVedtakFelter view={view} brev={<>{ramme}<Brevfelt mottakerId={id} lagret={lagret} harUtkast={utfylt.begrunnelse !== '' || utfylt.tjeneste !== ''} /></>} />
        <Knapper view={view} forkast={() => void forkast()}>
          <UtkastLagring mottakerId={id} stoppet={stoppet} etterpa={setLagret} />
        </Knapper>
      </Skjema>
    </div>
  );
}
