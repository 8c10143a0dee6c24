'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';

interface Felles {
  id: string;
  navn: string;
  etikett: string;
  feil: string | undefined;
  hjelp?: string | undefined;
  valgfri?: boolean;
  bredde?: 'kort' | 'middels' | 'full';
}

/** What ties an input to its help and its error. */
function binding({ id, feil, hjelp, valgfri }: Felles) {
  const beskrevet = [hjelp && `${id}-hjelp`, feil && `${id}-feil`].filter(Boolean).join(' ');
  return { id, 'aria-describedby': beskrevet || undefined, 'aria-invalid': feil ? (true as const) : undefined, 'aria-required': valgfri ? undefined : (true as const) };
}

function Etikett({ etikett, valgfri }: Felles) {
  const t = useTranslations('skjema');
  return (
    <>
      {etikett}
      {valgfri ? <span className="valgfritt"> ({t('valgfritt')})</span> : null}
    </>
  );
}

function Feil({ id, feil }: Felles) {
  return feil ? (
    <p className="ds-validation-message" id={`${id}-feil`}>
      {feil}
    </p>
  ) : null;
}

/** Label, help, the field, its error: in that order. */
export function Ramme({ children, ...felt }: Felles & { children: (bundet: ReturnType<typeof binding>) => ReactNode }) {
  return (
    <div className="ds-field" data-bredde={felt.bredde ?? 'full'}>
      <label htmlFor={felt.id}>
        <Etikett {...felt} />
      </label>
      {felt.hjelp ? (
        <p className="hjelp" id={`${felt.id}-hjelp`}>
          {felt.hjelp}
        </p>
      ) : null}
      {children(binding(felt))}
      <Feil {...felt} />
    </div>
  );
}

interface LinjeProps extends Felles {
  verdi?: string;
  inputMode?: 'numeric';
  className?: string;
  /** the text as it is written when one leaves the field */
  rydd?: (tekst: string) => string;
}

/** One line of text. */
export function Linjefelt({ verdi = '', inputMode, className = 'ds-input', rydd, ...felt }: LinjeProps) {
  return (
    <Ramme {...felt}>
      {(bundet) => (
        <input
          {...bundet}
          name={felt.navn}
          type="text"
          className={className}
          inputMode={inputMode}
          autoComplete="off"
          defaultValue={verdi}
          onBlur={(event) => {
            if (rydd) event.target.value = rydd(event.target.value);
          }}
        />
      )}
    </Ramme>
  );
}

/** One of a few, all visible. */
export function Valgfelt({ valg, valgt, ...felt }: Felles & { valg: readonly { verdi: string; tekst: string }[]; valgt: string }) {
  const { id, 'aria-describedby': beskrevet } = binding(felt);
  return (
    <fieldset aria-describedby={beskrevet} data-bredde="full">
      <legend>
        <Etikett {...felt} />
      </legend>
      <div className="valg" style={{ marginTop: 4 }}>
        {valg.map((ett, nummer) => (
          <label key={ett.verdi}>
            <input name={felt.navn} type="radio" value={ett.verdi} defaultChecked={ett.verdi === valgt} id={nummer === 0 ? id : undefined} />
            <span>{ett.tekst}</span>
          </label>
        ))}
      </div>
      <Feil {...felt} />
    </fieldset>
  );
}
