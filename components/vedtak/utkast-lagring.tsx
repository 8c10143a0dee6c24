'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { useSkjemaTilstand } from '#components/form/skjema-tilstand.ts';
import { lokalTidVed } from '#lib/core/oslo-tid.ts';
import { lagreUtkastHandling } from '#lib/vedtak/actions.ts';
import type { Utfylt } from '#lib/vedtak/nytt-vedtak-view.ts';

const WAIT_MS = 700;
type Status = { type: 'STILLE' } | { type: 'LAGRER' } | { type: 'LAGRET'; tid: number } | { type: 'FEILET' };

/** Keeps a draft as one types, a moment after the last key. Stops for good once the vedtak is on its way. */
export function UtkastLagring({ mottakerId, stoppet, etterpa }: { mottakerId: number; stoppet: { readonly current: boolean }; etterpa: (tid: number) => void }) {
  const t = useTranslations('vedtak.nytt');
  const { subscribe, getValues } = useFormContext<Utfylt>();
  const { sender } = useSkjemaTilstand();
  const [status, setStatus] = useState<Status>({ type: 'STILLE' });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const ulagret = useRef(false);
  const planlegg = useRef<() => void>(() => undefined);
  // Nothing may be saved behind the vedtak that is being issued: it would bring a finished draft back. One that was refused is saved
  // when the answer has come, also what was typed just before.
  useEffect(() => {
    if (sender) clearTimeout(timer.current);
    else if (ulagret.current && !stoppet.current) planlegg.current();
  }, [sender, stoppet]);
  useEffect(() => {
    async function lagre() {
      if (stoppet.current) return;
      ulagret.current = false;
      setStatus({ type: 'LAGRER' });
      const svar = await lagreUtkastHandling({ mottakerId, innhold: getValues(), handlingId: crypto.randomUUID() }).catch(() => null);
      setStatus(svar?.ok ? { type: 'LAGRET', tid: svar.verdi.lagret } : { type: 'FEILET' });
      if (svar?.ok) etterpa(svar.verdi.lagret);
    }
    planlegg.current = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void lagre(), WAIT_MS);
    };
    const stopp = subscribe({
      formState: { values: true, dirtyFields: true },
      callback: ({ name }) => {
        if (name === undefined || stoppet.current) return;
        ulagret.current = true;
        planlegg.current();
      },
    });
    return () => {
      stopp();
      clearTimeout(timer.current);
    };
  }, [subscribe, getValues, mottakerId, stoppet, etterpa]);
  return (
    <span className="liten dempet" data-utkast={status.type}>
      {status.type === 'LAGRER' ? t('lagrer') : null}
      {status.type === 'LAGRET' ? t('lagret', { klokke: lokalTidVed(status.tid).slice(11).replace(':', '.') }) : null}
      {status.type === 'FEILET' ? t('ikkeLagret') : null}
    </span>
  );
}
