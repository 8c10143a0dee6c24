'use client';

import { useEffect, useState } from 'react';
import { useRouter } from 'next/navigation';

/** What the address of a job answers. */
export interface JobbTilstand {
  gjort: number;
  totalt: number | null;
  tilstand: 'venter' | 'kjorer' | 'ferdig' | 'feilet';
  melding?: string;
}

interface Props {
  /** Answers a JobbTilstand as JSON. */
  url: string;
  /** What was known when the page was made. */
  start: JobbTilstand;
  tekst: {
    tittel: string;
    starter: string;
    /** With {gjort} and {totalt} left in it: use t.raw(). */
    avTotalt: string;
    ferdig: string;
    feilet: string;
    forlat: string;
    utenKontakt: string;
  };
}

const INTERVAL_MS = 1500;
const erSlutt = (jobb: JobbTilstand) => jobb.tilstand === 'ferdig' || jobb.tilstand === 'feilet';

/** Asks until the job ends, then renders the page again with its result. Keeps trying through a lost connection. */
function usePolling(url: string, start: JobbTilstand): { jobb: JobbTilstand; utenKontakt: boolean } {
  const [jobb, setJobb] = useState(start);
  const [utenKontakt, setUtenKontakt] = useState(false);
  const { refresh } = useRouter();
  const slutt = erSlutt(jobb);
  useEffect(() => {
    if (slutt) return;
    const avbrytes = new AbortController();
    async function sporr() {
      try {
        const svar = await fetch(url, { signal: avbrytes.signal, cache: 'no-store' });
        if (!svar.ok) throw new Error(String(svar.status));
        const ny = (await svar.json()) as JobbTilstand;
        setJobb(ny);
        setUtenKontakt(false);
        if (erSlutt(ny)) refresh();
      } catch {
        if (!avbrytes.signal.aborted) setUtenKontakt(true);
      }
    }
    const timer = setInterval(() => void sporr(), INTERVAL_MS);
    return () => {
      avbrytes.abort();
      clearInterval(timer);
    };
  }, [url, slutt, refresh]);
  return { jobb, utenKontakt };
}

/** A job's progress: what is done of what. The page can be left; the job goes on. */
export function Fremdrift({ url, start, tekst }: Props) {
  const { jobb, utenKontakt } = usePolling(url, start);
  const { gjort, totalt, tilstand } = jobb;
  const tall = tekst.avTotalt.replace('{gjort}', gjort.toLocaleString('nb')).replace('{totalt}', (totalt ?? 0).toLocaleString('nb'));
  const ord = tilstand === 'ferdig' ? tekst.ferdig : tilstand === 'feilet' ? tekst.feilet : totalt === null ? tekst.starter : tall;
  return (
    <div className="fremdrift stabel">
      <p className="sterk liten">{tekst.tittel}</p>
      {erSlutt(jobb) ? null : <progress aria-label={tekst.tittel} value={totalt === null ? undefined : gjort} max={totalt ?? undefined} />}
      <p className="liten" role="status">
        <span className="status" data-s={tilstand === 'ferdig' ? 'ok' : tilstand === 'feilet' ? 'stopp' : 'venter'}>
          {jobb.melding ? `${ord}. ${jobb.melding}` : ord}
        </span>
      </p>
      {erSlutt(jobb) ? null : <p className="mikro dempet">{utenKontakt ? tekst.utenKontakt : tekst.forlat}</p>}
    </div>
  );
}
