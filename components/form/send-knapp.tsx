'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { useSkjemaTilstand } from '#components/form/skjema-tilstand.ts';

interface Props {
  variant?: 'primary' | 'secondary' | 'tertiary';
  fare?: boolean;
  children: ReactNode;
}

/** Sends the form; says so while it waits, and cannot send twice. */
export function SendKnapp({ variant = 'primary', fare, children }: Props) {
  const t = useTranslations('skjema');
  const { sender, klar } = useSkjemaTilstand();
  return (
    <button
      type="submit"
      className="ds-button"
      data-variant={variant}
      data-color={fare ? 'danger' : undefined}
      disabled={!klar}
      data-vent={klar ? undefined : ''}
      aria-disabled={sender || undefined}
      aria-busy={sender || undefined}
    >
      {sender ? t('sender') : children}
    </button>
  );
}

/** The line under a form: the primary button first, then the others, then a dimmed note. */
export function Bunnlinje({ merknad, children }: { merknad?: ReactNode; children: ReactNode }) {
  return (
    <div className="bunnlinje">
      {children}
      {merknad ? <span className="liten dempet" style={{ marginLeft: 'auto' }}>{merknad}</span> : null}
    </div>
  );
}
