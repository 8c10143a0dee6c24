'use client';

import { useEffect, useState } from 'react';
import { useFelttekst } from '#components/felt/tekster.tsx';
import type { Over } from '#components/felt/felt-app.tsx';
import { startBesok } from '#components/felt/registrering.ts';
import { dagsdato, varighet } from '#components/felt/tid-tekst.ts';
import type { Feltlinje, Felttilstand, Telefonpost } from '#components/felt/tilstand.ts';
import { datoI, lokalTidVed } from '#lib/core/oslo-tid.ts';
import type { Feltliste, Feltoppdrag } from '#lib/utfort-tid/felt-view.ts';

const FORSTE = 40;

interface Props {
  tilstand: Felttilstand;
  merke: string | null;
  bruktMerke: () => void;
  apne: (over: Over) => void;
}

async function sha256(tekst: string): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(tekst)));
  return [...sum].map((b) => b.toString(16).padStart(2, '0')).join('');
}

/** Which order a scanned tag belongs to: the phone knows the tag's sum, never its code. */
function useMerket(merke: string | null, oppdrag: readonly Feltoppdrag[]): number | 'UKJENT' | null {
  const [hash, setHash] = useState<{ merke: string; hash: string } | null>(null);
  useEffect(() => {
    if (merke !== null) void sha256(merke).then((sum) => setHash({ merke, hash: sum }));
  }, [merke]);
  if (merke === null || hash?.merke !== merke || oppdrag.length === 0) return null;
  return oppdrag.find((o) => o.merkeHash === hash.hash)?.oppdragId ?? 'UKJENT';
}

/** The lines of the list: the day's plan, or every order; a search is always among every order. */
function linjene(liste: Feltliste, soker: boolean): Feltlinje[] {
  if (liste.plan.length === 0 || soker) return liste.oppdrag.map((o) => ({ ...o, linje: `o${o.oppdragId}`, kl: null, personer: 1, oppgaver: [] }));
  return liste.plan.flatMap(({ planId, oppdragId, minutter, ...p }) => {
    const o = liste.oppdrag.find((en) => en.oppdragId === oppdragId);
    return o ? [{ ...o, ...p, planlagtMinutter: minutter, linje: `p${planId}` }] : [];
  });
}

/** The visits of each order fill its lines from the first: two planned and one done is one line done. */
function fyll(linjer: readonly Feltlinje[], per: ReadonlyMap<number, readonly number[]>): Map<string, number> {
  const brukt = new Map<number, number>();
  return new Map(
    linjer.flatMap((l) => {
      const nr = brukt.get(l.oppdragId) ?? 0;
      brukt.set(l.oppdragId, nr + 1);
      const besok = per.get(l.oppdragId) ?? [];
      const siste = !linjer.some((en, i) => en.oppdragId === l.oppdragId && i > linjer.indexOf(l));
      const minutter = siste ? besok.slice(nr).reduce((sum, m) => sum + m, 0) : (besok[nr] ?? 0);
      return besok.length > nr ? [[l.linje, minutter] as const] : [];
    }),
  );
}

/** Minutes of today's visits by order: what the server had when the list was fetched, and what has been done on the phone since. */
function dagensMinutter(liste: Feltliste, poster: readonly Telefonpost[]): { per: Map<number, number[]>; antall: number; sum: number } {
  const per = new Map<number, number[]>();
  const dagens = poster.filter((p) => datoI(lokalTidVed(p.naar)) === liste.dag && p.post.ansattId === null && p.slag !== 'AVVIST' && !(p.slag === 'SENDT' && p.endret <= liste.tjenertid));
  const alle = [...liste.gjort.map((g) => [g.oppdragId, g.minutter] as const), ...dagens.map((p) => [p.post.oppdragId, p.post.minutter] as const)];
  for (const [id, minutter] of alle) per.set(id, [...(per.get(id) ?? []), minutter]);
  return { per, antall: alle.length, sum: alle.reduce((sum, [, m]) => sum + m, 0) };
}

/** Today: in the plan's order, else who has time left this week. What is done is dimmed and stays. */
export function IDagListe({ tilstand, merke, bruktMerke, apne }: Props) {
  const t = useFelttekst();
  const liste = tilstand.lagret?.liste ?? null;
  const [sok, setSok] = useState('');
  // Until a line is chosen the next of the plan stands open; '' is none.
  const [valgt, setValgt] = useState<string | null>(null);
  const [alle, setAlle] = useState(false);
  const [ikkeLagret, setIkkeLagret] = useState(false);
  const merket = useMerket(merke, liste?.oppdrag ?? []);
  if (liste === null) {
    return (
      <div className="felt-innhold">
        <h1>{t('tittel')}</h1>
        <Pagaende tilstand={tilstand} apne={apne} />
        {tilstand.fase === 'AV' ? null : <p>{tilstand.utenNettSiden === null ? t('laster') : t('liste.borte')}</p>}
      </div>
    );
  }
  const begynn = async (o: Feltlinje): Promise<void> => {
    const startet = await startBesok(o, o.oppdragId === merket ? merke : null).catch(() => null);
    setIkkeLagret(startet === null);
    bruktMerke();
    if (startet === true) apne({ slag: 'pagar' });
  };
  const gjort = dagensMinutter(liste, tilstand.poster);
  const sokt = sok.trim().toLocaleLowerCase('nb');
  const linjer = linjene(liste, sokt !== '' || (typeof merket === 'number' && !liste.plan.some((p) => p.oppdragId === merket)));
  const fort = fyll(linjer, gjort.per);
  const apen = typeof merket === 'number' ? linjer.find((l) => l.oppdragId === merket && !fort.has(l.linje))?.linje ?? linjer.find((l) => l.oppdragId === merket)?.linje : (valgt ?? (tilstand.pagar || sokt !== '' ? undefined : linjer.find((l) => l.kl !== null && !fort.has(l.linje))?.linje));
  const passer = linjer.filter((l) => (sokt === '' ? l.kl !== null || l.igjenMinutter !== 0 || fort.has(l.linje) || l.linje === apen : `${l.navn} ${l.tjeneste}`.toLocaleLowerCase('nb').includes(sokt)));
  const vist = alle || sokt !== '' ? passer : passer.filter((l, i) => l.kl !== null || i < FORSTE || l.linje === apen);
  return (
    <div className="felt-innhold">
      <header className="felt-hode">
        <h1>{t('tittel')}</h1>
        <Status tilstand={tilstand} />
        <p className="dempet">{dagsdato(t, liste.dag)} · {liste.enhet}</p>
        <p className="sterk">{t('liste.gjort', { gjort: gjort.antall, minutter: varighet(gjort.sum) })}</p>
      </header>
      <Pagaende tilstand={tilstand} apne={apne} />
      {ikkeLagret ? <p className="felt-feil" role="alert">{t('skjema.feil.lager')}</p> : null}
      {merket === 'UKJENT' ? <p className="felt-varsel advarsel" role="status">{t('liste.ukjentMerke')}</p> : null}
      <p className="liten dempet">{liste.oppdrag.length === 0 ? t('liste.tom') : liste.plan.length > 0 ? t('liste.etterPlan') : t('liste.utenPlan')}</p>
      {liste.oppdrag.length > 8 ? (
        <div className="felt-sok">
          <label htmlFor="felt-sok" className="sterk liten">{t('liste.sok')}</label>
          <input id="felt-sok" type="search" className="ds-input" value={sok} autoComplete="off" onChange={(e) => setSok(e.target.value)} />
        </div>
      ) : null}
      {vist.length === 0 && sokt !== '' ? <p>{t('liste.ingenTreff', { sok })}</p> : null}
      <ul className="felt-rader">
        {vist.map((o) => (
          <Rad
            key={o.linje}
            o={o}
            gjort={fort.get(o.linje) ?? null}
            apen={o.linje === apen}
            merket={o.oppdragId === merket}
            velg={() => [setValgt(o.linje === apen ? '' : o.linje), bruktMerke()]}
            start={tilstand.pagar ? null : () => void begynn(o)}
            etterpa={() => apne({ slag: 'etterpa', oppdragId: o.oppdragId })}
          />
        ))}
      </ul>
      {passer.length > vist.length ? (
        <button type="button" className="ds-button felt-stor" data-variant="secondary" onClick={() => setAlle(true)}>{t('liste.flere', { antall: passer.length - vist.length })}</button>
      ) : null}
    </div>
  );
}

/** The visit one is at: reached also when the list is gone. */
function Pagaende({ tilstand, apne }: Pick<Props, 'tilstand' | 'apne'>) {
  const t = useFelttekst();
  if (!tilstand.pagar) return null;
  return (
    <div className="felt-pagar">
      <p className="sterk">{t('liste.pagar', { navn: tilstand.pagar.navn })}</p>
      <button type="button" className="ds-button felt-stor" onClick={() => apne({ slag: 'pagar' })}>{t('liste.tilBesoket')}</button>
    </div>
  );
}

function Status({ tilstand }: { tilstand: Felttilstand }) {
  const t = useFelttekst();
  const venter = tilstand.poster.filter((p) => p.slag === 'IKKE_SENDT').length;
  const avvist = tilstand.poster.filter((p) => p.slag === 'AVVIST').length;
  const [merke, tekst] = avvist > 0 ? ['stopp', t('status.avvist', { antall: avvist })] : venter > 0 ? ['venter', t('status.venter', { antall: venter })] : ['ok', t('status.altSendt')];
  return <p className="felt-status" data-merke={merke} role="status">{tekst}</p>;
}

interface RadProps {
  o: Feltlinje;
  gjort: number | null;
  apen: boolean;
  merket: boolean;
  velg: () => void;
  start: (() => void) | null;
  etterpa: () => void;
}

function Rad({ o, gjort, apen, merket, velg, start, etterpa }: RadProps) {
  const t = useFelttekst();
  return (
    <li data-oppdrag={o.oppdragId} data-apen={apen ? '' : undefined} data-gjort={gjort === null ? undefined : ''}>
      <button type="button" className="felt-rad" aria-expanded={apen} onClick={velg}>
        {o.kl === null ? null : <span className="tab">{o.kl}</span>}
        <span>
          <span className="sterk">{o.navn}</span>
          <span className="liten dempet">{[o.tjeneste, ...(o.personer > 1 ? [t('liste.personer', { antall: o.personer })] : [])].join(' · ')}</span>
        </span>
        <span className="liten felt-hoyre">{gjort === null ? (o.planlagtMinutter === null ? '' : t('min', { antall: o.planlagtMinutter })) : <span data-merke="ok">{t('liste.fort', { min: gjort })}</span>}</span>
      </button>
      {apen ? (
        <div className="felt-radvalg">
          {merket ? <p className="liten" data-merke="ok">{t('liste.merke')}</p> : null}
          {o.oppgaver.length > 0 ? <p className="liten">{o.oppgaver.join(' · ')}</p> : null}
          <Igjen o={o} />
          <div className="felt-knapper">
            {start === null ? null : <button type="button" className="ds-button felt-stor" onClick={start}>{t('liste.start')}</button>}
            <button type="button" className="ds-button felt-stor" data-variant="secondary" onClick={etterpa}>{t('liste.etterpa')}</button>
          </div>
        </div>
      ) : null}
    </li>
  );
}

export function Igjen({ o }: { o: Feltoppdrag }) {
  const t = useFelttekst();
  if (o.vedtattMinutter === null || o.igjenMinutter === null) return null;
  const vedtatt = varighet(o.vedtattMinutter);
  return <p className="liten">{o.igjenMinutter === 0 ? t('liste.brukt', { vedtatt }) : t('liste.igjen', { igjen: varighet(o.igjenMinutter), vedtatt })}</p>;
}
