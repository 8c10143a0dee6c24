'use client';

import { useId, useState } from 'react';
import { useFelttekst } from '#components/felt/tekster.tsx';
import { forkast } from '#components/felt/registrering.ts';
import { sendKoen } from '#components/felt/sending.ts';
import { klokkeslett } from '#components/felt/tid-tekst.ts';
import type { Telefonpost } from '#components/felt/tilstand.ts';
import { klokkeMs, lokalTidVed } from '#lib/core/oslo-tid.ts';

interface Props {
  poster: readonly Telefonpost[];
  rett: (post: Telefonpost) => void;
}

/** What is here alone, what was refused and needs a person, and what the server has. */
export function IkkeSendt({ poster, rett }: Props) {
  const t = useFelttekst();
  const [venter, avvist, sendt] = (['IKKE_SENDT', 'AVVIST', 'SENDT'] as const).map((slag) => poster.filter((p) => p.slag === slag)) as [Telefonpost[], Telefonpost[], Telefonpost[]];
  return (
    <div className="felt-innhold">
      <header className="felt-hode">
        <h1>{t('ko.tittel')}</h1>
        <p className="dempet">{t('ko.under', { antall: venter.length + avvist.length })}</p>
      </header>
      <section>
        <h2>{t('ko.venter')} <span>{venter.length}</span></h2>
        {venter.length === 0 ? <p className="dempet felt-luft">{t('ko.ingen')}</p> : null}
        <ul className="felt-rader">{venter.map((p) => <Postrad key={p.post.klientId} p={p} merke="venter" tekst={t('ko.ikkeSendt')} />)}</ul>
        {venter.length > 0 ? <button type="button" className="ds-button felt-stor" data-variant="secondary" onClick={() => void sendKoen()}>{t('ko.sendNa')}</button> : null}
      </section>
      {avvist.length > 0 ? (
        <section>
          <h2>{t('ko.trenger')} <span>{avvist.length}</span></h2>
          <ul className="felt-rader">{avvist.map((p) => <Avvistrad key={p.post.klientId} p={p} rett={rett} />)}</ul>
        </section>
      ) : null}
      {sendt.length > 0 ? (
        <section>
          <h2>{t('ko.sendt')} <span>{sendt.length}</span></h2>
          <ul className="felt-rader">{sendt.map((p) => <Postrad key={p.post.klientId} p={p} merke="ok" tekst={t('ko.sendtKl', { kl: klokkeslett(p.endret) })} />)}</ul>
        </section>
      ) : null}
    </div>
  );
}

function Nar({ p }: { p: Telefonpost }) {
  const t = useFelttekst();
  const lokal = lokalTidVed(p.naar);
  const idag = lokal.slice(0, 10) === lokalTidVed(klokkeMs()).slice(0, 10);
  return <span className="liten dempet">{t('ko.tid', { dag: idag ? '' : `${lokal.slice(8, 10)}.${lokal.slice(5, 7)}.`, kl: klokkeslett(p.naar), min: p.post.minutter }).trim()} · {t(`kategori.${p.post.kategori}`)}</span>;
}

function Postrad({ p, merke, tekst }: { p: Telefonpost; merke: string; tekst: string }) {
  return (
    <li className="felt-post">
      <span>
        <span className="sterk">{p.navn}</span>
        <Nar p={p} />
        {p.beskjeder.map((b) => <span key={b} className="liten felt-beskjed">{b}</span>)}
      </span>
      <span className="liten felt-hoyre" data-merke={merke}>{tekst}</span>
    </li>
  );
}

/** A refused one is kept, with two ways out: mend and send, or throw away with a reason. */
function Avvistrad({ p, rett }: { p: Telefonpost; rett: (post: Telefonpost) => void }) {
  const t = useFelttekst();
  const id = useId();
  const [apen, setApen] = useState(false);
  const [grunn, setGrunn] = useState('');
  const [feil, setFeil] = useState('');
  const send = async (): Promise<void> => {
    if (grunn.trim().length < 3) return setFeil(t('skjema.feil.annet'));
    if (!(await forkast(p, grunn.trim()))) setFeil(t('ko.forkastNett'));
  };
  return (
    <li className="felt-post felt-avvist">
      <span>
        <span className="sterk">{p.navn}</span>
        <Nar p={p} />
        <span className="felt-beskjed">{t('ko.avvist', { grunn: p.avslag?.melding ?? '' })}</span>
      </span>
      {apen ? (
        <div className="felt-linje">
          <label htmlFor={id}>{t('ko.forkastTittel')}</label>
          <p id={`${id}-h`} className="liten dempet">{t('ko.forkastHjelp')}</p>
          <input id={id} className="ds-input" value={grunn} maxLength={200} aria-describedby={`${id}-h`} aria-invalid={feil ? true : undefined} onChange={(e) => setGrunn(e.target.value)} />
          {feil ? <p className="felt-feil" role="alert">{feil}</p> : null}
          <div className="felt-knapper">
            <button type="button" className="ds-button felt-stor" data-color="danger" onClick={() => void send()}>{t('ko.forkastJa')}</button>
            <button type="button" className="ds-button felt-stor" data-variant="secondary" onClick={() => setApen(false)}>{t('skjema.avbryt')}</button>
          </div>
        </div>
      ) : (
        <div className="felt-knapper">
          <button type="button" className="ds-button felt-stor" onClick={() => rett(p)}>{t('ko.rett')}</button>
          <button type="button" className="ds-button felt-stor" data-variant="secondary" onClick={() => setApen(true)}>{t('ko.forkast')}</button>
        </div>
      )}
    </li>
  );
}
