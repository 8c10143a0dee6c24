'use client';

import { useState } from 'react';
import { useFeltsprak, useFelttekst } from '#components/felt/tekster.tsx';
import { hentNyttSkall } from '#components/felt/oppdatering.ts';
import { hentListe, kall, loggUt, sendKoen } from '#components/felt/sending.ts';
import { klokkeslett } from '#components/felt/tid-tekst.ts';
import { naa } from '#components/felt/tilstand.ts';
import type { Felttilstand } from '#components/felt/tilstand.ts';

/** Who one is, the language, what the phone keeps, and the way out. */
export function Meg({ tilstand }: { tilstand: Felttilstand }) {
  const t = useFelttekst();
  const sprak = useFeltsprak();
  const { lagret } = tilstand;
  const byttTil = async (ny: string): Promise<void> => {
    const svar = await kall('sprak', { sprak: ny });
    if (svar?.status === 200 && (await hentNyttSkall())) {
      await hentListe();
      location.reload();
    }
  };
  return (
    <div className="felt-innhold">
      <header className="felt-hode">
        <h1>{lagret?.liste.navn ?? t('meg.tittel')}</h1>
        {lagret ? <p className="dempet">{lagret.liste.enhet}</p> : null}
      </header>
      {lagret ? <p className="liten dempet">{t('meg.hentet', { kl: klokkeslett(lagret.hentet) })}</p> : null}
      <button type="button" className="ds-button felt-stor" data-variant="secondary" onClick={() => void hentListe().then(sendKoen)}>{t('meg.hent')}</button>
      <fieldset className="felt-valg">
        <legend>{t('meg.sprak')}</legend>
        <div>
          {(['nb', 'nn'] as const).map((en) => (
            <label key={en}>
              <input type="radio" name="sprak" checked={en === sprak} onChange={() => void byttTil(en)} />
              <span lang={en}>{t(`meg.${en}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <h2>{t('meg.lagret')}</h2>
      <p className="liten">{t('meg.lagretTekst')}</p>
      <p className="liten dempet">{t('meg.installer')}</p>
      <Utlogging tilstand={tilstand} />
    </div>
  );
}

/** Nothing unsent is left behind unseen: the person chooses. */
function Utlogging({ tilstand }: { tilstand: Felttilstand }) {
  const t = useFelttekst();
  const [spor, setSpor] = useState(false);
  const [feil, setFeil] = useState(false);
  const usendt = (s: Felttilstand): number => s.poster.filter((p) => p.slag !== 'SENDT').length + (s.pagar ? 1 : 0);
  const antall = usendt(tilstand);
  const sendForst = async (): Promise<void> => {
    await sendKoen();
    if (usendt(naa()) === 0) await loggUt();
    else setFeil(true);
  };
  if (!spor || antall === 0) {
    return <button type="button" className="ds-button felt-stor" data-variant="secondary" onClick={() => (antall > 0 ? setSpor(true) : void loggUt())}>{t('meg.loggUt')}</button>;
  }
  return (
    <div className="felt-varsel advarsel" role="group" aria-labelledby="usendt">
      <h2 id="usendt">{t('meg.usendt.tittel', { antall })}</h2>
      <p>{t('meg.usendt.tekst')}</p>
      {feil ? <p className="felt-feil" role="alert">{t('meg.usendt.nett')}</p> : null}
      <button type="button" className="ds-button felt-stor" onClick={() => void sendForst()}>{t('meg.usendt.send')}</button>
      <button type="button" className="ds-button felt-stor" data-variant="secondary" onClick={() => void loggUt()}>{t('meg.usendt.behold')}</button>
      <p className="liten dempet">{t('meg.usendt.beholdHjelp')}</p>
      <button type="button" className="ds-button felt-stor" data-variant="tertiary" onClick={() => setSpor(false)}>{t('meg.usendt.bli')}</button>
    </div>
  );
}
