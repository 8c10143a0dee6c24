'use client';

import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { formatDato } from '#lib/core/format.ts';
import { lesDato } from '#lib/core/tolk-felt.ts';
import { FeltRamme } from '#components/form/felt-ramme.tsx';
import type { FeltProps } from '#components/form/felt-ramme.tsx';

/** A date typed as dd.mm.åååå; "5.1.26" is tidied to "05.01.2026" when one leaves the field. */
export function DatoFelt({ hjelp, ...felt }: FeltProps) {
  const t = useTranslations('skjema');
  const { register, setValue } = useFormContext();
  const feltet = register(felt.navn, {
    onBlur: (event: { target: { value: string } }) => {
      const lest = lesDato(event.target.value);
      if (lest) setValue(felt.navn, formatDato(lest));
    },
  });
  return (
    <FeltRamme felt={{ bredde: 'kort', ...felt, hjelp: hjelp ?? t('datoHjelp') }}>
      {(binding) => (
        <input
          {...feltet}
          {...binding}
          type="text"
          className="ds-input tab"
          inputMode="numeric"
          autoComplete="off"
          maxLength={10}
          aria-required={felt.valgfri ? undefined : true}
        />
      )}
    </FeltRamme>
  );
}

interface PeriodeProps {
  /** Path of the object with fom and tom. */
  navn: string;
  /** Of both fields together, read before each. */
  etikett: string;
  /** Open-ended is allowed: tom may be empty. */
  apen?: boolean;
}

/** From and to, inclusive. */
export function PeriodeFelt({ navn, etikett, apen = true }: PeriodeProps) {
  const t = useTranslations('skjema');
  return (
    <fieldset>
      <legend className="ds-sr-only">{etikett}</legend>
      <div className="rekke">
        <DatoFelt navn={`${navn}.fom`} etikett={t('fom')} />
        <DatoFelt navn={`${navn}.tom`} etikett={t('tom')} valgfri={apen} />
      </div>
    </fieldset>
  );
}
