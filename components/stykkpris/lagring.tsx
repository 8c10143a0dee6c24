'use client';

import { createContext, use, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { lokalTidVed } from '#lib/core/oslo-tid.ts';
import type { HandlingResultat } from '#lib/server/handling-resultat.ts';
import { prisforslagSkjema } from '#lib/stykkpris/stykkpris-schema.ts';
import type { PrisforslagInn } from '#lib/stykkpris/stykkpris-schema.ts';

const WAIT_MS = 900;
type Status = { type: 'STILLE' | 'LAGRER' | 'UGYLDIG' } | { type: 'LAGRET'; tid: number } | { type: 'FEILET'; melding: string };
type Lagret = { id: number; versjon: number };
export type Lagresvar = HandlingResultat<Lagret & { lagret: number }>;
interface Tilstand {
  status: Status;
  /** Saves what stands in the fields now; null when it could not be saved, and the status says why. */
  lagreNa: () => Promise<Lagret | null>;
}

const Lagringen = createContext<Tilstand | null>(null);

/** @throws Error outside <Lagring>. */
export function useLagring(): Tilstand {
  const tilstand = use(Lagringen);
  if (!tilstand) throw new Error('Must be inside <Lagring>');
  return tilstand;
}

/**
 * Keeps the draft as one types, a moment after the last key; then the figures of the page are computed anew.
 * `send` saves what it is given, one at a time and on top of the version before.
 */
export function Lagring({ send, children }: { send: (verdier: PrisforslagInn) => Promise<Lagresvar>; children: ReactNode }) {
  const { subscribe, getValues } = useFormContext<PrisforslagInn>();
  const { refresh } = useRouter();
  const t = useTranslations('stykkpris.verksted');
  const [status, setStatus] = useState<Status>({ type: 'STILLE' });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  async function lagre(): Promise<Lagret | null> {
    clearTimeout(timer.current);
    const verdier = getValues();
    if (!prisforslagSkjema.safeParse(verdier).success) {
      setStatus({ type: 'UGYLDIG' });
      return null;
    }
    setStatus({ type: 'LAGRER' });
    const svar = await send(verdier).catch(() => null);
    if (!svar?.ok) {
      setStatus({ type: 'FEILET', melding: svar?.feil[0]?.melding ?? t('ikkeLagret') });
      return null;
    }
    setStatus({ type: 'LAGRET', tid: svar.verdi.lagret });
    refresh();
    return svar.verdi;
  }
  const siste = useRef(lagre);
  useEffect(() => {
    siste.current = lagre;
  });
  useEffect(() => {
    const stopp = subscribe({
      formState: { values: true, dirtyFields: true },
      callback: ({ name }) => {
        if (name === undefined) return;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void siste.current(), WAIT_MS);
      },
    });
    return () => {
      stopp();
      clearTimeout(timer.current);
    };
  }, [subscribe]);
  return <Lagringen value={{ status, lagreNa: lagre }}>{children}</Lagringen>;
}

/** What became of the last change. */
export function Lagringsstatus() {
  const { status } = useLagring();
  const t = useTranslations('stykkpris.verksted');
  return (
    <span className="liten dempet" role="status" data-lagring={status.type}>
      {status.type === 'LAGRER' ? t('lagrer') : null}
      {status.type === 'LAGRET' ? t('lagret', { klokke: lokalTidVed(status.tid).slice(11, 16).replace(':', '.') }) : null}
      {status.type === 'UGYLDIG' ? t('ugyldig') : null}
      {status.type === 'FEILET' ? status.melding : null}
    </span>
  );
}
