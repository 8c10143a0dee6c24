'use client';

import { useState, useTransition } from 'react';
import { useTranslations } from 'next-intl';
import { ikkeUtfortHandling } from '#lib/oppdrag/actions-plan.ts';
import { somPlanlagtHandling } from '#lib/utfort-tid/actions.ts';
import type { HandlingResultat } from '#lib/server/handling-resultat.ts';

export interface Hullrad {
  nokkel: string;
  planId: number;
  dato: string;
  dag: string;
  kl: string;
  navn: string;
  href: string;
  forHref: string;
  vedtak: string;
  minutter: number;
  ansatt: string | null;
}

interface Props {
  rader: readonly Hullrad[];
  grunner: readonly { verdi: string; tekst: string }[];
  laast: boolean;
}

/** Planned visits that nobody has registered: tick, and say that they were made as planned, or why they were not. */
export function Hulltabell({ rader, grunner, laast }: Props) {
  const [t, s] = [useTranslations('planhull'), useTranslations('skjema')];
  const [valgt, setValgt] = useState<ReadonlySet<string>>(new Set());
  const [grunn, setGrunn] = useState('');
  const [forklaring, setForklaring] = useState('');
  const [feil, setFeil] = useState<string | null>(null);
  const [sender, start] = useTransition();
  const valgte = rader.filter((r) => valgt.has(r.nokkel));
  const veksle = (nokkel: string) => setValgt(new Set(valgt.has(nokkel) ? [...valgt].filter((n) => n !== nokkel) : [...valgt, nokkel]));
  const send = (handling: (sendt: object) => Promise<HandlingResultat<unknown>>, ekstra: object, kvittering: string) => {
    if (sender || valgte.length === 0) return;
    setFeil(null);
    start(async () => {
      const besok = valgte.map(({ planId, dato }) => ({ planId, dato }));
      const svar = await handling({ besok, ...ekstra, handlingId: crypto.randomUUID() }).catch((): HandlingResultat<unknown> => ({ ok: false, feil: [{ melding: s('feil.nett') }] }));
      if (!svar.ok) return setFeil(svar.feil.map((en) => en.melding).join(' '));
      setValgt(new Set());
      const linje = document.getElementById('melding');
      if (linje) linje.textContent = kvittering;
      linje?.focus();
    });
  };
  return (
    <>
      <div className="tabellramme" role="region" aria-label={t('tittel')} tabIndex={0}>
        <table className="ds-table tett festet hulltabell">
          <caption className="ds-sr-only">{t('tittel')}</caption>
          <thead>
            <tr>
              <th scope="col" style={{ width: 32 }}>
                {laast ? null : (
                  <input
                    type="checkbox"
                    className="ds-input"
                    aria-label={t('velgAlle')}
                    checked={rader.length > 0 && valgte.length === rader.length}
                    onChange={(e) => setValgt(new Set(e.target.checked ? rader.map((r) => r.nokkel) : []))}
                  />
                )}
              </th>
              <th scope="col">{t('dag')}</th>
              <th scope="col">{t('mottaker')}</th>
              <th scope="col" className="bare-bred">{t('vedtak')}</th>
              <th scope="col" className="tall bare-bred">{t('minutter')}</th>
              <th scope="col" className="bare-bred">{t('ansatt')}</th>
              <th scope="col"><span className="ds-sr-only">{t('handling')}</span></th>
            </tr>
          </thead>
          <tbody>
            {rader.map((r) => (
              <tr key={r.nokkel} data-velges="" tabIndex={-1}>
                <td>{laast ? null : <input type="checkbox" className="ds-input" aria-label={t('velg', { navn: r.navn, dag: r.dag, kl: r.kl })} checked={valgt.has(r.nokkel)} onChange={() => veksle(r.nokkel)} />}</td>
                <td className="tab">
                  {r.dag} {r.kl}
                </td>
                <th scope="row">
                  <a className="ds-link" href={r.href}>
                    {r.navn}
                  </a>
                </th>
                <td className="bare-bred dempet nb">{r.vedtak}</td>
                <td className="tall bare-bred">{r.minutter}</td>
                <td className="bare-bred">{r.ansatt ?? t('ingen')}</td>
                <td className="tall">
                  <a className="ds-link" href={r.forHref} aria-label={t('forNavn', { navn: r.navn, dag: r.dag, kl: r.kl })}>
                    {t('for')}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {laast || valgte.length === 0 ? null : (
        <div className="hullinje" role="group" aria-label={t('valgt', { antall: valgte.length })}>
          <strong>{t('valgt', { antall: valgte.length })}</strong>
          <span className="linjefelt">
            <input className="ds-input tett" style={{ width: 220 }} aria-label={t('forklaring')} placeholder={t('forklaring')} value={forklaring} onChange={(e) => setForklaring(e.target.value)} />
            <button type="button" className="ds-button" data-variant="secondary" data-tett="" aria-busy={sender || undefined} onClick={() => send(somPlanlagtHandling, { grunn: forklaring }, t('fortNa', { antall: valgte.length }))}>
              {t('somPlanlagt')}
            </button>
          </span>
          <span className="linjefelt">
            <select className="ds-input tett" aria-label={t('grunn')} value={grunn} onChange={(e) => setGrunn(e.target.value)}>
              <option value="">{t('velgGrunn')}</option>
              {grunner.map((g) => (
                <option key={g.verdi} value={g.verdi}>
                  {g.tekst}
                </option>
              ))}
            </select>
            <button type="button" className="ds-button" data-variant="secondary" data-tett="" aria-busy={sender || undefined} onClick={() => (grunn === '' ? setFeil(t('velgGrunnForst')) : send(ikkeUtfortHandling, { grunn }, t('meldtNa', { antall: valgte.length })))}>
              {t('ikkeUtfort')}
            </button>
          </span>
        </div>
      )}
      {feil ? (
        <p className="handlingsfeil" role="alert">
          {feil}
        </p>
      ) : null}
    </>
  );
}
