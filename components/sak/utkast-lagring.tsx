'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { useSkjemaTilstand } from '#components/form/skjema-tilstand.ts';
import { lokalTidVed } from '#lib/core/oslo-tid.ts';
import { lagreUtredningUtkastHandling } from '#lib/sak/actions-utredning.ts';

const WAIT_MS = 700;
type Status = { type: 'STILLE' } | { type: 'LAGRER' } | { type: 'LAGRET'; tid: number } | { type: 'FEILET' };

/** Keeps the assessment as one types, a moment after the last key. Nothing is saved behind one that is being finished. */
export function UtredningLagring({ mottakerId, stoppet }: { mottakerId: number; stoppet: { readonly current: boolean } }) {
  const t = useTranslations('utredning.skjema');
  const { subscribe, getValues } = useFormContext();
  const { sender } = useSkjemaTilstand();
  const [status, setStatus] = useState<Status>({ type: 'STILLE' });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    if (sender) clearTimeout(timer.current);
  }, [sender]);
  useEffect(() => {
    async function lagre() {
      if (stoppet.current) return;
      setStatus({ type: 'LAGRER' });
      const svar = await lagreUtredningUtkastHandling({ mottakerId, innhold: getValues(), handlingId: crypto.randomUUID() }).catch(() => null);
      setStatus(svar?.ok ? { type: 'LAGRET', tid: svar.verdi.lagret } : { type: 'FEILET' });
    }
    const stopp = subscribe({
      formState: { values: true, dirtyFields: true },
      callback: ({ name }) => {
        if (name === undefined || stoppet.current) return;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void lagre(), WAIT_MS);
      },
    });
    return () => {
      stopp();
      clearTimeout(timer.current);
    };
  }, [subscribe, getValues, mottakerId, stoppet]);
  return (
    <span className="liten dempet" data-utkast={status.type}>
      {status.type === 'LAGRER' ? t('lagrer') : null}
      {status.type === 'LAGRET' ? t('lagret', { klokke: lokalTidVed(status.tid).slice(11).replace(':', '.') }) : null}
      {status.type === 'FEILET' ? t('ikkeLagret') : null}
    </span>
  );
}
