'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt, TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { AvkryssFelt } from '#components/form/valgfelter.tsx';
import { lokalTidVed } from '#lib/core/oslo-tid.ts';
import { foreslaRapportHandling, lagreRapportHandling } from '#lib/oversikt/actions-rapport.ts';
import { KAPITLER, type Rapporttekster } from '#lib/oversikt/domain/rapport.ts';
import { lagreRapportSkjema } from '#lib/oversikt/rapport-schema.ts';
import type { HandlingFeil } from '#lib/server/handling-resultat.ts';

const WAIT_MS = 800;
type Status = { type: 'STILLE' | 'SKRIVER' | 'LAGRER' | 'UGYLDIG' } | { type: 'LAGRET'; tid: number } | { type: 'FEILET'; melding: string };
interface Props {
  id: number;
  utgave: number;
  kapitler: Rapporttekster;
  sykefravar: string;
  offentlig: boolean;
}
type Verdier = { kapitler: Rapporttekster; oppgitt: { SYKEFRAVAR: string }; offentlig: boolean };
type Utfall = { utgave: number } | { feil: HandlingFeil[] };

/**
 * The chapters, kept as one writes. Each save is on top of the edition before it, so a second window is told and overwrites nothing.
 * Sending saves what stands in the fields first.
 */
export function Skriveskjema({ id, utgave: forste, kapitler, sykefravar, offentlig }: Props) {
  const t = useTranslations('rapport');
  const { refresh } = useRouter();
  const [status, setStatus] = useState<Status>({ type: 'STILLE' });
  const utgave = useRef(forste);
  const ko = useRef<Promise<unknown>>(Promise.resolve());

  function lagre(verdier: Verdier): Promise<Utfall> {
    const neste = ko.current.then(() => lagreEtt(verdier));
    ko.current = neste;
    return neste;
  }
  async function lagreEtt(verdier: Verdier): Promise<Utfall> {
    if (!lagreRapportSkjema.safeParse({ ...verdier, id, utgave: utgave.current }).success) {
      setStatus({ type: 'UGYLDIG' });
      return { feil: [{ melding: t('skjema.ugyldig') }] };
    }
    setStatus({ type: 'LAGRER' });
    const svar = await lagreRapportHandling({ ...verdier, id, utgave: utgave.current, handlingId: crypto.randomUUID() }).catch(() => null);
    if (!svar?.ok) {
      const feil = svar?.feil ?? [{ melding: t('skjema.ikkeLagret') }];
      setStatus({ type: 'FEILET', melding: feil[0]?.melding ?? t('skjema.ikkeLagret') });
      return { feil };
    }
    utgave.current = svar.verdi.utgave;
    setStatus({ type: 'LAGRET', tid: svar.verdi.lagret });
    return { utgave: svar.verdi.utgave };
  }
  return (
    <Skjema
      schema={lagreRapportSkjema}
      className="max-w-[46rem]"
      standardverdier={{ id, utgave: forste, kapitler, oppgitt: { SYKEFRAVAR: sykefravar }, offentlig }}
      handling={async ({ kapitler: k, oppgitt, offentlig: o, handlingId }) => {
        const lagret = await lagre({ kapitler: k, oppgitt, offentlig: o });
        return 'feil' in lagret ? { ok: false as const, feil: lagret.feil } : foreslaRapportHandling({ id, utgave: lagret.utgave, handlingId });
      }}
      etterpa={refresh}
    >
      {KAPITLER.map((k) => (
        <TekstomradeFelt key={k} navn={`kapitler.${k}`} etikett={t(`kapittel.${k}`)} hjelp={t(`hjelp.${k}`)} linjer={k === 'sammendrag' ? 6 : 3} valgfri={k !== 'sammendrag'} />
      ))}
      <TekstFelt navn="oppgitt.SYKEFRAVAR" etikett={t('skjema.sykefravar')} hjelp={t('skjema.sykefravarHjelp')} bredde="middels" enhet="%" inputMode="decimal" hoyrestilt valgfri />
      <AvkryssFelt navn="offentlig" etikett={t('skjema.offentlig')} hjelp={t('ny.offentligHjelp')} />
      <Lagrer lagre={lagre} skriver={() => setStatus({ type: 'SKRIVER' })} />
      <Bunnlinje merknad={t('skjema.sendHjelp')}>
        <SendKnapp>{t('skjema.send')}</SendKnapp>
        <span className={status.type === 'FEILET' ? 'liten' : 'liten dempet'} role="status" data-lagring={status.type}>
          {status.type === 'LAGRER' ? t('skjema.lagrer') : null}
          {status.type === 'LAGRET' ? t('skjema.lagret', { klokke: lokalTidVed(status.tid).slice(11, 16).replace(':', '.') }) : null}
          {status.type === 'UGYLDIG' ? t('skjema.ugyldig') : null}
          {status.type === 'FEILET' ? status.melding : null}
        </span>
      </Bunnlinje>
    </Skjema>
  );
}

/** Saves a moment after the last key. */
function Lagrer({ lagre, skriver }: { lagre: (verdier: Verdier) => Promise<Utfall>; skriver: () => void }) {
  const { subscribe, getValues } = useFormContext<Verdier>();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const siste = useRef({ lagre, skriver });
  useEffect(() => {
    siste.current = { lagre, skriver };
  });
  useEffect(() => {
    const stopp = subscribe({
      formState: { values: true, dirtyFields: true },
      callback: ({ name }) => {
        if (name === undefined) return;
        siste.current.skriver();
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          const { kapitler, oppgitt, offentlig } = getValues();
          void siste.current.lagre({ kapitler, oppgitt, offentlig });
        }, WAIT_MS);
      },
    });
    return () => {
      stopp();
      clearTimeout(timer.current);
    };
  }, [subscribe, getValues]);
  return null;
}
