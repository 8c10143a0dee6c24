'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { FeltRamme, Feilmelding, Valgfritt, useFelt } from '#components/form/felt-ramme.tsx';
import type { FeltProps } from '#components/form/felt-ramme.tsx';

export interface Valg {
  verdi: string;
  tekst: ReactNode;
  /** Dimmed beside the choice: what it means, or when it can start. */
  om?: ReactNode;
  sperret?: boolean;
}

/** A list to choose from. `tomt` is the text of "nothing chosen"; false leaves it out. */
export function VelgFelt({ valg, tomt, ...felt }: FeltProps & { valg: Valg[]; tomt?: string | false }) {
  const t = useTranslations('skjema');
  const { register } = useFormContext();
  return (
    <FeltRamme felt={felt}>
      {(binding) => (
        <select {...register(felt.navn)} {...binding} className="ds-input" aria-required={felt.valgfri ? undefined : true}>
          {tomt === false ? null : <option value="">{tomt ?? t('velg')}</option>}
          {valg.map((ett) => (
            <option key={ett.verdi} value={ett.verdi} disabled={ett.sperret}>
              {ett.tekst}
            </option>
          ))}
        </select>
      )}
    </FeltRamme>
  );
}

function Gruppe({ felt, children }: { felt: FeltProps; children: (binding: ReturnType<typeof useFelt>['binding']) => ReactNode }) {
  const { binding, feil, hjelpId, feilId } = useFelt(felt);
  return (
    <fieldset aria-describedby={binding['aria-describedby']} data-bredde={felt.bredde ?? 'full'}>
      <legend>
        {felt.etikett}
        <Valgfritt vis={felt.valgfri} />
      </legend>
      {felt.hjelp ? (
        <p className="hjelp" id={hjelpId}>
          {felt.hjelp}
        </p>
      ) : null}
      <div className="valg" style={{ marginTop: 4 }}>
        {children(binding)}
      </div>
      <Feilmelding id={feilId} feil={feil} />
    </fieldset>
  );
}

function Valgene({ type, navn, valg, ugyldig, id }: { type: 'radio' | 'checkbox'; navn: string; valg: Valg[]; ugyldig: true | undefined; id: string }) {
  const { register } = useFormContext();
  return valg.map((ett, nummer) => (
    <label key={ett.verdi}>
      <input
        {...register(navn)}
        type={type}
        value={ett.verdi}
        disabled={ett.sperret}
        id={nummer === 0 ? id : undefined}
        aria-invalid={ugyldig}
      />
      <span>{ett.tekst}</span>
      {ett.om ? <span className="dempet mikro">{ett.om}</span> : null}
    </label>
  ));
}

/** One of a few, all visible. */
export function RadioFelt({ valg, ...felt }: FeltProps & { valg: Valg[] }) {
  return (
    <Gruppe felt={felt}>
      {(binding) => <Valgene type="radio" navn={felt.navn} valg={valg} ugyldig={binding['aria-invalid']} id={binding.id} />}
    </Gruppe>
  );
}

/** Any number of several; the value is a list of strings. */
export function FlervalgFelt({ valg, ...felt }: FeltProps & { valg: Valg[] }) {
  return (
    <Gruppe felt={felt}>
      {(binding) => <Valgene type="checkbox" navn={felt.navn} valg={valg} ugyldig={binding['aria-invalid']} id={binding.id} />}
    </Gruppe>
  );
}

/** Yes or no; the value is a boolean. */
export function AvkryssFelt(felt: FeltProps) {
  const { register } = useFormContext();
  const { binding, feil, hjelpId, feilId } = useFelt(felt);
  return (
    <div>
      <label className="avkryss">
        <input {...register(felt.navn)} {...binding} type="checkbox" />
        <span>
          {felt.etikett}
          {felt.hjelp ? (
            <span className="hjelp" id={hjelpId} style={{ display: 'block' }}>
              {felt.hjelp}
            </span>
          ) : null}
        </span>
      </label>
      <Feilmelding id={feilId} feil={feil} />
    </div>
  );
}
