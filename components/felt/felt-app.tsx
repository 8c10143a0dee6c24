'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { useFelttekst } from '#components/felt/tekster.tsx';
import { BesokPagar } from '#components/felt/besok-pagar.tsx';
import { ForEtterpa } from '#components/felt/for-etterpa.tsx';
import { IDagListe } from '#components/felt/i-dag-liste.tsx';
import { IkkeSendt } from '#components/felt/ikke-sendt.tsx';
import { Meg } from '#components/felt/meg.tsx';
import { byttVersjon, registrerArbeider } from '#components/felt/oppdatering.ts';
import { fullforUtlogging, hentListe, lesTelefonen, lyttPaaAndreFaner, sendKoen } from '#components/felt/sending.ts';
import { klokkeslett } from '#components/felt/tid-tekst.ts';
import { lytt, naa, sett, start } from '#components/felt/tilstand.ts';
import type { Felttilstand, Telefonpost } from '#components/felt/tilstand.ts';
import { klokkeMs } from '#lib/core/oslo-tid.ts';
import { TILLATT_AVVIK_SEKUNDER } from '#lib/utfort-tid/domain/felt-klokke.ts';

type Fane = 'idag' | 'ko' | 'meg';
/** What stands over the tabs: the visit one is at, or a form. */
export type Over = { readonly slag: 'pagar' } | { readonly slag: 'etterpa'; readonly oppdragId: number | null } | { readonly slag: 'rett'; readonly post: Telefonpost } | null;

/** The code of a scanned tag, taken out of the address so that it is not left there. */
function tagMerke(): string | null {
  const treff = /^#d=([A-Za-z0-9_-]{22})$/.exec(location.hash);
  if (treff) history.replaceState(null, '', location.pathname);
  return treff?.[1] ?? null;
}

async function begynn(): Promise<void> {
  try {
    await lesTelefonen();
  } catch {
    sett({ fase: 'UTEN_LAGER' });
    return;
  }
  // The first time on this phone nobody is known yet: one is not logged out until the server has said so.
  if (naa().konto === null && naa().venterPaaInnlogging === 0) sett({ fase: 'LASTER' });
  await registrerArbeider();
  await hentOgSend();
  if (naa().fase === 'LASTER') await lesTelefonen();
}

/** A list that cannot be stored holds nothing back: the queue is sent all the same. */
const hentOgSend = (): Promise<void> => hentListe().catch(() => undefined).then(sendKoen);
/** An app that stands open looks this often whether what it shows has grown too old. */
const ALDER_MS = 10 * 60_000;

function useLiv(): void {
  useEffect(() => {
    void begynn();
    const igjen = (): void => {
      if (document.visibilityState === 'visible') void hentOgSend();
    };
    const borte = (): void => sett({ utenNettSiden: naa().utenNettSiden ?? klokkeMs() });
    const slutt = lyttPaaAndreFaner();
    const alder = setInterval(() => void lesTelefonen(), ALDER_MS);
    window.addEventListener('online', igjen);
    window.addEventListener('offline', borte);
    document.addEventListener('visibilitychange', igjen);
    return () => {
      slutt();
      clearInterval(alder);
      window.removeEventListener('online', igjen);
      window.removeEventListener('offline', borte);
      document.removeEventListener('visibilitychange', igjen);
    };
  }, []);
}

/** The field app: one page, three tabs, and what one is doing on top. */
export function FeltApp() {
  const t = useFelttekst();
  const tilstand = useSyncExternalStore(lytt, naa, () => start);
  const [fane, setFane] = useState<Fane>('idag');
  const [over, setOver] = useState<Over>(null);
  const [merke, setMerke] = useState<string | null>(null);
  const [lagret, setLagret] = useState('');
  useLiv();
  useEffect(() => {
    const les = (): void => setMerke((for_) => tagMerke() ?? for_);
    les();
    window.addEventListener('hashchange', les);
    return () => window.removeEventListener('hashchange', les);
  }, []);
  const tilListen = (beskjed = ''): void => {
    setLagret(beskjed);
    setOver(null);
    window.scrollTo(0, 0);
  };
  if (tilstand.fase === 'LASTER') return <p className="felt-laster" role="status">{t('laster')}</p>;
  if (tilstand.fase === 'UTEN_LAGER') return <Stopp tittel={t('utenLager.tittel')} tekst={t('utenLager.tekst')} href="/registrer" />;
  if (tilstand.fase === 'UTLOGGET') return <Utlogget antall={tilstand.venterPaaInnlogging} hosLeder={tilstand.hosLeder} />;
  return (
    <>
      <p className="felt-melding" role="status">{lagret}</p>
      <Varsler tilstand={tilstand} />
      {over?.slag === 'pagar' && tilstand.pagar ? (
        <BesokPagar pagar={tilstand.pagar} liste={tilstand.lagret?.liste ?? null} tilbake={tilListen} />
      ) : over?.slag === 'etterpa' || over?.slag === 'rett' ? (
        <ForEtterpa key={over.slag === 'rett' ? over.post.post.klientId : over.oppdragId} over={over} liste={tilstand.lagret?.liste ?? null} tilbake={tilListen} />
      ) : fane === 'idag' ? (
        <IDagListe tilstand={tilstand} merke={merke} bruktMerke={() => setMerke(null)} apne={setOver} />
      ) : fane === 'ko' ? (
        <IkkeSendt poster={tilstand.poster} rett={(post) => setOver({ slag: 'rett', post })} />
      ) : (
        <Meg tilstand={tilstand} />
      )}
      {over === null || (over.slag === 'pagar' && !tilstand.pagar) ? <Faner valgt={fane} velg={(ny) => [setFane(ny), setLagret(''), window.scrollTo(0, 0)]} poster={tilstand.poster} /> : null}
    </>
  );
}

function Varsler({ tilstand }: { tilstand: Felttilstand }) {
  const t = useFelttekst();
  const { lagret } = tilstand;
  const avvik = lagret === null ? 0 : Math.round((lagret.hentet - lagret.liste.tjenertid) / 1000);
  return (
    <>
      {tilstand.nyVersjon ? (
        <div className="felt-varsel">
          <p>{t('nyVersjon.tekst')}</p>
          <button type="button" className="ds-button" data-variant="secondary" onClick={() => void byttVersjon()}>{t('nyVersjon.knapp')}</button>
        </div>
      ) : null}
      {tilstand.utenNettSiden === null ? null : (
        <div className="felt-varsel advarsel" role="status">
          <p>
            <strong>{t('utenNett.tittel', { kl: klokkeslett(tilstand.utenNettSiden) })}</strong> {t('utenNett.tekst')}
          </p>
        </div>
      )}
      {Math.abs(avvik) > TILLATT_AVVIK_SEKUNDER ? (
        <div className="felt-varsel advarsel" role="status">
          <p>{t('klokke', { min: Math.round(Math.abs(avvik) / 60) })}</p>
        </div>
      ) : null}
      {tilstand.fase === 'AV' ? (
        <div className="felt-varsel">
          <h2>{t('av.tittel')}</h2>
          {tilstand.sted === null ? null : <p>{t('av.tekst', { sted: tilstand.sted })}</p>}
          {tilstand.poster.some((p) => p.slag !== 'SENDT') ? <p>{t('av.venter', { antall: tilstand.poster.filter((p) => p.slag !== 'SENDT').length })}</p> : null}
        </div>
      ) : null}
    </>
  );
}

function Faner({ valgt, velg, poster }: { valgt: Fane; velg: (fane: Fane) => void; poster: readonly Telefonpost[] }) {
  const t = useFelttekst();
  const usendt = poster.filter((p) => p.slag !== 'SENDT').length;
  return (
    <nav className="felt-faner" aria-label={t('faner.navn')}>
      {(['idag', 'ko', 'meg'] as const).map((fane) => (
        <button key={fane} type="button" aria-current={fane === valgt ? 'page' : undefined} onClick={() => velg(fane)}>
          {t(`faner.${fane}`)}
          {fane === 'ko' && usendt > 0 ? <span className="felt-antall">{usendt}</span> : null}
        </button>
      ))}
    </nav>
  );
}

function Stopp({ tittel, tekst, href }: { tittel: string; tekst: string; href: string }) {
  return (
    <div className="felt-innhold">
      <h1>{tittel}</h1>
      <p>
        <a className="ds-link" href={href}>{tekst}</a>
      </p>
    </div>
  );
}

/** Nobody is logged in: nothing of anyone is shown, and what waits is counted. */
function Utlogget({ antall, hosLeder }: { antall: number; hosLeder: number }) {
  const t = useFelttekst();
  const loggInn = async (): Promise<void> => {
    await fullforUtlogging();
    location.assign('/logg-inn?til=/felt');
  };
  return (
    <div className="felt-innhold felt-midt">
      <h1>{t('oktUte.tittel')}</h1>
      <p>{t('oktUte.tekst', { antall })}</p>
      {hosLeder > 0 ? <p role="status">{t('oktUte.hosLeder', { antall: hosLeder })}</p> : null}
      <button type="button" className="ds-button felt-stor" onClick={() => void loggInn()}>{t('oktUte.knapp')}</button>
    </div>
  );
}
