'use client';

import { useTranslations } from 'next-intl';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { Feilmelding, useFelt } from '#components/form/felt-ramme.tsx';
import type { Valg } from '#components/form/valgfelter.tsx';
import { Knapp } from '#components/ui/knapp.tsx';

export interface Radkolonne {
  navn: string;
  etikett: string;
  /** A list to choose from; absent: text. */
  valg?: Valg[];
  /** What an empty choice means. */
  tomt?: string;
  tall?: boolean;
  bredde?: number;
}

function Celle({ sti, kolonne, nr }: { sti: string; kolonne: Radkolonne; nr: number }) {
  const { register } = useFormContext();
  const t = useTranslations('ordning.rader');
  const etikett = t('celle', { felt: kolonne.etikett, nr: nr + 1 });
  const { binding, feil, feilId } = useFelt({ navn: sti, etikett });
  return (
    <td style={{ minWidth: kolonne.bredde ?? 120 }}>
      {kolonne.valg ? (
        <select {...register(sti)} {...binding} className="ds-input" aria-label={etikett}>
          <option value="">{kolonne.tomt ?? ''}</option>
          {kolonne.valg.map((v) => (
            <option key={v.verdi} value={v.verdi}>
              {v.tekst}
            </option>
          ))}
        </select>
      ) : (
        <input {...register(sti)} {...binding} className={kolonne.tall ? 'ds-input tall' : 'ds-input'} aria-label={etikett} inputMode={kolonne.tall ? 'decimal' : 'text'} autoComplete="off" />
      )}
      <Feilmelding id={feilId} feil={feil} />
    </td>
  );
}

/** Rows that are added and taken away; an empty row is not saved. */
export function Radfelt({ navn, tittel, hjelp, kolonner, leggTil }: { navn: string; tittel: string; hjelp?: string; kolonner: Radkolonne[]; leggTil: string }) {
  const t = useTranslations('ordning.rader');
  const { control } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name: navn });
  const tom = Object.fromEntries(kolonner.map((k) => [k.navn, '']));
  return (
    <fieldset id={`f-${navn}`} tabIndex={-1}>
      <legend>{tittel}</legend>
      {hjelp ? <p className="hjelp">{hjelp}</p> : null}
      {fields.length > 0 ? (
        <div className="tabellramme" role="region" aria-label={tittel} tabIndex={0}>
          <table className="ds-table tett">
            <caption className="ds-sr-only">{tittel}</caption>
            <thead>
              <tr>
                {kolonner.map((k) => (
                  <th key={k.navn} scope="col" className={k.tall ? 'tall' : undefined}>
                    {k.etikett}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {fields.map((felt, nr) => (
                <tr key={felt.id}>
                  {kolonner.map((k) => (
                    <Celle key={k.navn} sti={`${navn}.${nr}.${k.navn}`} kolonne={k} nr={nr} />
                  ))}
                  <td>
                    <Knapp variant="tertiary" tett onClick={() => remove(nr)} aria-label={t('fjernNr', { nr: nr + 1 })}>
                      {t('fjern')}
                    </Knapp>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <p style={{ marginTop: 8 }}>
        <Knapp variant="secondary" tett onClick={() => append(tom)}>
          {leggTil}
        </Knapp>
      </p>
    </fieldset>
  );
}
