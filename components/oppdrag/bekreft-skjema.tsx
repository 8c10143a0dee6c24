'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { bekreftOppdragHandling } from '#lib/oppdrag/actions.ts';
import { bekreftSkjema } from '#lib/oppdrag/oppdrag-schema.ts';

/** The list with a tick per new order, and one button under it. */
export function BekreftSkjema({ children }: { children: ReactNode }) {
  const t = useTranslations('oppdrag');
  return (
    <Skjema schema={bekreftSkjema} handling={bekreftOppdragHandling} standardverdier={{ ider: [] }}>
      {children}
      <Bunnlinje>
        <SendKnapp>{t('bekreftValgte')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** The tick of one order. */
export function VelgOppdrag({ id, navn }: { id: number; navn: string }) {
  const t = useTranslations('oppdrag');
  const { register } = useFormContext();
  return <input {...register('ider')} type="checkbox" value={String(id)} className="ds-input" aria-label={t('velgRad', { navn })} />;
}

/** Confirms one order, on its own page. */
export function BekreftEtt({ id }: { id: number }) {
  const t = useTranslations('oppdrag');
  return (
    <Skjema schema={bekreftSkjema} handling={bekreftOppdragHandling} standardverdier={{ ider: [String(id)] }}>
      <SendKnapp>{t('bekreftEtt')}</SendKnapp>
    </Skjema>
  );
}
