'use client';

import { useState, useTransition } from 'react';
import { useTranslations } from 'next-intl';
import { avslaJusteringHandling, godkjennJusteringHandling } from '#lib/oppdrag/actions-justering.ts';
import type { HandlingResultat } from '#lib/server/handling-resultat.ts';

export interface Ventende {
  id: number;
  navn: string;
  href: string;
  vedtak: string;
  enhet: string;
  hva: string;
  gjelder: string;
  grunn: string;
  meldt: string;
}

/** The purchaser's queue: one answer for one, or for all that are ticked. */
export function VentendeJusteringer({ rader }: { rader: readonly Ventende[] }) {
  const [t, s] = [useTranslations('justering'), useTranslations('skjema')];
  const [valgt, setValgt] = useState<readonly number[]>([]);
  const [grunn, setGrunn] = useState('');
  const [feil, setFeil] = useState<string | null>(null);
  const [sender, start] = useTransition();
  const ider = rader.map((r) => r.id).filter((id) => valgt.includes(id));
  const send = (handling: (sendt: unknown) => Promise<HandlingResultat<unknown>>, ekstra: object, kvittering: string) => {
    if (sender || ider.length === 0) return;
    setFeil(null);
    start(async () => {
      const svar = await handling({ ider, ...ekstra, handlingId: crypto.randomUUID() }).catch((): HandlingResultat<unknown> => ({ ok: false, feil: [{ melding: s('feil.nett') }] }));
      if (!svar.ok) return setFeil(svar.feil.map((en) => en.melding).join(' '));
      setValgt([]);
      const linje = document.getElementById('melding');
      if (linje) linje.textContent = kvittering;
      linje?.focus();
    });
  };
  return (
    <>
      <div className="tabellramme" role="region" aria-label={t('venter')} tabIndex={0}>
        <table className="ds-table tett festet">
          <caption className="ds-sr-only">{t('venter')}</caption>
          <thead>
            <tr>
              <th scope="col" style={{ width: 32 }}>
                <input type="checkbox" className="ds-input" aria-label={t('velgAlle')} checked={ider.length === rader.length} onChange={(e) => setValgt(e.target.checked ? rader.map((r) => r.id) : [])} />
              </th>
              <th scope="col">{t('kolonne.mottaker')}</th>
              <th scope="col">{t('kolonne.hva')}</th>
              <th scope="col" className="bare-bred">{t('kolonne.gjelder')}</th>
              <th scope="col" className="bare-bred">{t('kolonne.grunn')}</th>
              <th scope="col" className="bare-bred">{t('kolonne.enhet')}</th>
              <th scope="col" className="bare-bred">{t('kolonne.meldt')}</th>
            </tr>
          </thead>
          <tbody>
            {rader.map((r) => (
              <tr key={r.id}>
                <td>
                  <input type="checkbox" className="ds-input" aria-label={t('velg', { navn: r.navn })} checked={valgt.includes(r.id)} onChange={() => setValgt(valgt.includes(r.id) ? valgt.filter((id) => id !== r.id) : [...valgt, r.id])} />
                </td>
                <th scope="row">
                  <a className="ds-link" href={r.href}>
                    {r.navn}
                  </a>
                </th>
                <td>
                  {r.hva}
                  <div className="bare-smal mikro dempet">
                    {r.gjelder}: {r.grunn}. {r.enhet}
                  </div>
                </td>
                <td className="bare-bred">{r.gjelder}</td>
                <td className="bare-bred">{r.grunn}</td>
                <td className="bare-bred">{r.enhet}</td>
                <td className="bare-bred liten">{r.meldt}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {ider.length === 0 ? null : (
        <div className="hullinje" role="group" aria-label={t('valgt', { antall: ider.length })}>
          <strong>{t('valgt', { antall: ider.length })}</strong>
          <button type="button" className="ds-button" data-variant="primary" data-tett="" aria-busy={sender || undefined} onClick={() => send(godkjennJusteringHandling, {}, t('godkjentNa', { antall: ider.length }))}>
            {t('godkjenn')}
          </button>
          <span className="linjefelt">
            <input className="ds-input tett" style={{ width: 200 }} aria-label={t('avslagGrunn')} placeholder={t('avslagGrunn')} value={grunn} onChange={(e) => setGrunn(e.target.value)} />
            <button type="button" className="ds-button" data-variant="secondary" data-tett="" aria-busy={sender || undefined} onClick={() => (grunn.trim().length < 3 ? setFeil(t('skrivGrunn')) : send(avslaJusteringHandling, { grunn }, t('avslattNa', { antall: ider.length })))}>
              {t('avsla')}
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
