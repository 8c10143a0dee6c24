'use client';

import { useFormContext } from 'react-hook-form';
import { Feilmelding, useFelt } from '#components/form/felt-ramme.tsx';

/** What the field holds in the page as sent, before the form has taken over. */
const startverdi = (verdi: unknown): string => (typeof verdi === 'string' ? verdi : '');

/** A field in a table cell: its name is read, not seen. `bredde` in px. */
export function CelleFelt({ navn, etikett, bredde = 92, enhet, tekst, hint }: { navn: string; etikett: string; bredde?: number; enhet?: string; tekst?: boolean; hint?: string }) {
  const { register, getValues } = useFormContext();
  const { binding, feil, feilId } = useFelt({ navn, etikett });
  return (
    <span className="cellefelt">
      <span className="med-enhet">
        <input {...register(navn)} {...binding} defaultValue={startverdi(getValues(navn))} aria-label={etikett} placeholder={hint} className={tekst ? 'ds-input' : 'ds-input tall'} style={{ width: bredde }} inputMode={tekst ? 'text' : 'decimal'} autoComplete="off" />
        {enhet ? <span aria-hidden="true">{enhet}</span> : null}
      </span>
      <Feilmelding id={feilId} feil={feil} />
    </span>
  );
}

/** A choice in a table cell. */
export function CelleValg({ navn, etikett, valg }: { navn: string; etikett: string; valg: { verdi: string; tekst: string }[] }) {
  const { register, getValues } = useFormContext();
  const { binding, feil, feilId } = useFelt({ navn, etikett });
  return (
    <span className="cellefelt">
      <select {...register(navn)} {...binding} defaultValue={startverdi(getValues(navn))} aria-label={etikett} className="ds-input">
        {valg.map((ett) => (
          <option key={ett.verdi} value={ett.verdi}>
            {ett.tekst}
          </option>
        ))}
      </select>
      <Feilmelding id={feilId} feil={feil} />
    </span>
  );
}

/** One of the rules, chosen where its outcome stands. */
export function CelleRadio({ navn, verdi, etikett }: { navn: string; verdi: string; etikett: string }) {
  const { register, getValues } = useFormContext();
  return <input {...register(navn)} type="radio" value={verdi} defaultChecked={getValues(navn) === verdi} aria-label={etikett} className="celleradio" />;
}
