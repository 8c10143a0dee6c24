'use client';

import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { get, useFormState } from 'react-hook-form';
import { useSkjemaTilstand } from '#components/form/skjema-tilstand.ts';

/** What every field takes. `navn` is the path in the schema ("periode.fom"). */
export interface FeltProps {
  navn: string;
  etikett: ReactNode;
  /** One line of help below the label. */
  hjelp?: ReactNode;
  /** Says "(valgfritt)" after the label. */
  valgfri?: boolean;
  bredde?: 'kort' | 'middels' | 'full';
}

export interface FeltBinding {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Ids, error and help of one field, the way assistive technology reads them. */
export function useFelt({ navn, etikett, hjelp }: FeltProps): { binding: FeltBinding; feil: string | undefined; hjelpId: string; feilId: string } {
  const { id, etiketter } = useSkjemaTilstand();
  useEffect(() => {
    etiketter.set(navn, etikett);
  }, [etiketter, navn, etikett]);
  const { errors } = useFormState({ name: navn });
  const { message: melding } = (get(errors, navn) ?? {}) as { message?: unknown };
  const feil = typeof melding === 'string' ? melding : undefined;
  const feltId = `${id}-${navn}`;
  const [hjelpId, feilId] = [`${feltId}-hjelp`, `${feltId}-feil`];
  const beskrevet = [hjelp && hjelpId, feil && feilId].filter(Boolean).join(' ');
  return {
    binding: { id: feltId, 'aria-describedby': beskrevet || undefined, 'aria-invalid': feil ? true : undefined },
    feil,
    hjelpId,
    feilId,
  };
}

/** The error of a field; empty space is not kept. */
export function Feilmelding({ id, feil }: { id: string; feil: string | undefined }) {
  return feil ? (
    <p className="ds-validation-message" id={id}>
      {feil}
    </p>
  ) : null;
}

export function Valgfritt({ vis }: { vis: boolean | undefined }) {
  const t = useTranslations('skjema');
  return vis ? <span className="valgfritt"> ({t('valgfritt')})</span> : null;
}

/** Label, help, the field, its error: in that order. */
export function FeltRamme({ felt, children }: { felt: FeltProps; children: (binding: FeltBinding) => ReactNode }) {
  const { binding, feil, hjelpId, feilId } = useFelt(felt);
  return (
    <div className="ds-field" data-bredde={felt.bredde ?? 'full'}>
      <label htmlFor={binding.id}>
        {felt.etikett}
        <Valgfritt vis={felt.valgfri} />
      </label>
      {felt.hjelp ? (
        <p className="hjelp" id={hjelpId}>
          {felt.hjelp}
        </p>
      ) : null}
      {children(binding)}
      <Feilmelding id={feilId} feil={feil} />
    </div>
  );
}
