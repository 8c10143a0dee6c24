'use client';

import { useId, useState, useTransition } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { useKlar } from '#components/ui/klar.ts';
import type { HandlingResultat } from '#lib/server/handling-resultat.ts';

/** Where the page says what was done; rows that are done disappear, and focus goes here. */
const MELDING = 'melding';

/** Says in the page's message line what was done, and takes focus there. */
export function siMelding(tekst: string): void {
  const linje = document.getElementById(MELDING);
  if (linje) linje.textContent = tekst;
  linje?.focus();
}

interface Props<D extends object> {
  handling: (sendt: D & { handlingId: string }) => Promise<HandlingResultat<unknown>>;
  data: D;
  /** said in the page's message line when it is done */
  kvittering: string;
  variant?: 'primary' | 'secondary' | 'tertiary' | 'lenke';
  tett?: boolean;
  /** fuller name where the visible word is the same in every row */
  navn?: string;
  children: ReactNode;
}

/** One act without a form. A double press is one act, and a refusal is said beside the button. */
export function HandlingKnapp<D extends object>({ handling, data, kvittering, variant = 'secondary', tett, navn, children }: Props<D>) {
  const t = useTranslations('skjema');
  const klar = useKlar();
  const [sender, start] = useTransition();
  const [feil, setFeil] = useState<string | null>(null);
  const feilId = useId();
  const press = () => {
    if (sender) return;
    setFeil(null);
    const handlingId = crypto.randomUUID();
    start(async () => {
      const svar = await handling({ ...data, handlingId }).catch((): HandlingResultat<unknown> => ({ ok: false, feil: [{ melding: t('feil.nett') }] }));
      if (!svar.ok) return setFeil(svar.feil.map((en) => en.melding).join(' '));
      siMelding(kvittering);
    });
  };
  return (
    <>
      <button
        type="button"
        className={variant === 'lenke' ? 'ds-link' : 'ds-button'}
        data-variant={variant === 'lenke' ? undefined : variant}
        data-tett={tett ? '' : undefined}
        aria-label={navn}
        disabled={!klar}
        data-vent={klar ? undefined : ''}
        aria-busy={sender || undefined}
        aria-disabled={sender || undefined}
        aria-describedby={feil ? feilId : undefined}
        onClick={press}
      >
        {sender && variant !== 'lenke' ? t('sender') : children}
      </button>
      {feil ? (
        <span className="handlingsfeil" id={feilId} role="alert">
          {feil}
        </span>
      ) : null}
    </>
  );
}

/** The page's message line. */
export function Meldingslinje() {
  return <div id={MELDING} className="melding" role="status" tabIndex={-1} />;
}
