'use client';

import { useId, useState, useTransition } from 'react';
import { useTranslations } from 'next-intl';
import { flyttDagHandling } from '#lib/oppdrag/actions-plan.ts';
import type { HandlingResultat } from '#lib/server/handling-resultat.ts';

interface Props {
  planId: number;
  dato: string;
  navn: string;
  kl: string;
  minutter: number;
  ansatt: string;
}

/** The id of an employee's name in the page's list; null for no name, undefined for one that is not there. */
export function ansattMed(navn: string): number | null | undefined {
  if (navn.trim() === '') return null;
  const valg = [...document.querySelectorAll<HTMLOptionElement>('#planansatte option')].find((o) => o.value.toLowerCase() === navn.trim().toLowerCase());
  return valg ? Number(valg.dataset['konto']) : undefined;
}

export function siFra(tekst: string): void {
  const linje = document.getElementById('melding');
  if (linje) linje.textContent = tekst;
}

/** Three cells: time, minutes and employee of one day's visit. Enter saves; so does the button that comes when something is changed. */
export function Dagfelter({ planId, dato, navn, kl, minutter, ansatt }: Props) {
  const [t, s] = [useTranslations('plan'), useTranslations('skjema')];
  // only what is typed and not saved; the rest follows the plan when others change it
  const [utkast, setUtkast] = useState<Partial<Record<'kl' | 'minutter' | 'ansatt', string>>>({});
  const verdi = { kl, minutter: String(minutter), ansatt, ...utkast };
  const [feil, setFeil] = useState<string | null>(null);
  const [sender, start] = useTransition();
  const feilId = useId();
  const endret = verdi.kl !== kl || verdi.minutter !== String(minutter) || verdi.ansatt !== ansatt;
  const lagre = () => {
    if (sender || !endret) return;
    const ansattId = ansattMed(verdi.ansatt);
    if (ansattId === undefined) return setFeil(t('ukjentAnsatt'));
    setFeil(null);
    start(async () => {
      const sendt = { planId, dato, start: verdi.kl, minutter: verdi.minutter, ansattId: ansattId === null ? '' : String(ansattId), handlingId: crypto.randomUUID() };
      const svar = await flyttDagHandling(sendt).catch((): HandlingResultat<unknown> => ({ ok: false, feil: [{ melding: s('feil.nett') }] }));
      if (svar.ok) {
        setUtkast({});
        siFra(t('lagretNa'));
      } else setFeil(svar.feil.map((en) => en.melding).join(' '));
    });
  };
  const felt = (navnet: 'kl' | 'minutter' | 'ansatt', bredde: string) => (
    <input
      className="ds-input tett tab"
      style={{ width: bredde }}
      aria-label={t(`felt.${navnet}`, { navn })}
      aria-invalid={feil ? true : undefined}
      aria-describedby={feil ? feilId : undefined}
      inputMode={navnet === 'ansatt' ? undefined : 'decimal'}
      list={navnet === 'ansatt' ? 'planansatte' : undefined}
      autoComplete="off"
      value={verdi[navnet]}
      onChange={(e) => setUtkast({ ...utkast, [navnet]: e.target.value })}
      onKeyDown={(e) => {
        if (e.key === 'Enter') lagre();
        if (e.key === 'Escape') setUtkast({});
      }}
    />
  );
  return (
    <>
      <td>{felt('kl', '64px')}</td>
      <td>{felt('minutter', '56px')}</td>
      <td>
        <span className="linjefelt">
          {felt('ansatt', '160px')}
          {endret ? (
            <button type="button" className="ds-button" data-variant="secondary" data-tett="" aria-busy={sender || undefined} onClick={lagre}>
              {t('lagre')}
            </button>
          ) : null}
        </span>
        {feil ? (
          <span className="handlingsfeil" id={feilId} role="alert">
            {feil}
          </span>
        ) : null}
      </td>
    </>
  );
}
