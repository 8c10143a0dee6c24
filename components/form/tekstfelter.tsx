'use client';

import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute } from 'react';
import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { FeltRamme } from '#components/form/felt-ramme.tsx';
import type { FeltProps } from '#components/form/felt-ramme.tsx';

interface InputProps extends FeltProps {
  type?: HTMLInputTypeAttribute;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  /** Unit after the field: "kr", "min". */
  enhet?: string;
  hoyrestilt?: boolean;
  skrivebeskyttet?: boolean;
}

/** One line of text. */
export function TekstFelt({ type = 'text', autoComplete = 'off', inputMode, enhet, hoyrestilt, skrivebeskyttet, ...felt }: InputProps) {
  const { register } = useFormContext();
  return (
    <FeltRamme felt={felt}>
      {(binding) => {
        const input = (
          <input
            {...register(felt.navn)}
            {...binding}
            type={type}
            className={hoyrestilt ? 'ds-input tall' : 'ds-input'}
            autoComplete={autoComplete}
            inputMode={inputMode}
            readOnly={skrivebeskyttet}
            aria-required={felt.valgfri ? undefined : true}
          />
        );
        return enhet ? (
          <span className="med-enhet">
            {input}
            <span>{enhet}</span>
          </span>
        ) : (
          input
        );
      }}
    </FeltRamme>
  );
}

/** A whole number. */
export function TallFelt(felt: FeltProps & { enhet?: string }) {
  return <TekstFelt bredde="kort" {...felt} inputMode="numeric" hoyrestilt />;
}

/** An amount in kroner as people write it; the schema reads it to øre. */
export function BelopFelt(felt: FeltProps) {
  const t = useTranslations('skjema');
  return <TekstFelt bredde="middels" {...felt} inputMode="decimal" hoyrestilt enhet={t('kr')} />;
}

/** Time as "5,25", "5 t 15 min" or "5:15"; the schema reads it to minutes. */
export function MinutterFelt({ hjelp, ...felt }: FeltProps) {
  const t = useTranslations('skjema');
  return <TekstFelt bredde="kort" {...felt} hjelp={hjelp ?? t('minutterHjelp')} hoyrestilt />;
}

/** Several lines. */
export function TekstomradeFelt({ linjer = 5, ...felt }: FeltProps & { linjer?: number }) {
  const { register } = useFormContext();
  return (
    <FeltRamme felt={felt}>
      {(binding) => (
        <textarea
          {...register(felt.navn)}
          {...binding}
          className="ds-input"
          rows={linjer}
          aria-required={felt.valgfri ? undefined : true}
        />
      )}
    </FeltRamme>
  );
}
