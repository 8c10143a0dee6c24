'use client';

import { useId, useRef, useState } from 'react';
import { useFelttekst } from '#components/felt/tekster.tsx';
import type { Over } from '#components/felt/felt-app.tsx';
import { ALENE, registrer } from '#components/felt/registrering.ts';
import type { Flere } from '#components/felt/registrering.ts';
import { Flerevalg, Grunnvalg, grunnTekst, Tallfelt, UTEN_GRUNN, Valg } from '#components/felt/valgfelt.tsx';
import type { Grunn } from '#components/felt/valgfelt.tsx';
import { klokkeMs, lokalTidVed } from '#lib/core/oslo-tid.ts';
import { KATEGORIER } from '#lib/utfort-tid/domain/kategori.ts';
import type { Kategori } from '#lib/utfort-tid/domain/kategori.ts';
import { BOMTURGRUNNER, ETTERPAGRUNNER } from '#lib/utfort-tid/felt-view.ts';
import type { Feltliste, Feltoppdrag } from '#lib/utfort-tid/felt-view.ts';

interface Props {
  over: Exclude<Over, null | { slag: 'pagar' }>;
  liste: Feltliste | null;
  tilbake: (beskjed?: string) => void;
}

type Skjema = { oppdragId: number | null; dato: string; start: string; minutter: number | null; kategori: Kategori; bomtur: Grunn; hvorfor: Grunn; flere: Flere };
type Feil = Partial<Record<'hvem' | 'dato' | 'start' | 'minutter' | 'bomtur' | 'hvorfor' | 'kollega' | 'par' | 'lager', string>>;

function forst(over: Props['over'], liste: Feltliste | null): Skjema {
  const lokal = lokalTidVed(over.slag === 'rett' ? over.post.naar : klokkeMs());
  const felles = { dato: lokal.slice(0, 10), bomtur: UTEN_GRUNN, hvorfor: UTEN_GRUNN, flere: ALENE };
  if (over.slag === 'etterpa') {
    const o = liste?.oppdrag.find((en) => en.oppdragId === over.oppdragId);
    return { ...felles, oppdragId: over.oppdragId, start: '', minutter: o?.planlagtMinutter ?? null, kategori: 'BRUKERRETTET' };
  }
  const { post } = over.post;
  const egen: Grunn = post.grunn === null ? UTEN_GRUNN : { kode: 'ANNET', tekst: post.grunn };
  const bom = post.kategori === 'BOMTUR';
  return { ...felles, oppdragId: post.oppdragId, start: lokal.slice(11), minutter: post.minutter, kategori: post.kategori, bomtur: bom ? egen : UTEN_GRUNN, hvorfor: bom ? UTEN_GRUNN : egen };
}

function sjekk(t: (nokkel: string) => string, s: Skjema): Feil {
  const minutter = (m: number | null): boolean => m !== null && m >= 1 && m <= 1440;
  const grunn = (slag: 'bomtur' | 'hvorfor'): Feil => (grunnTekst(t, slag, s[slag]) === null ? { [slag]: t(s[slag].kode === 'ANNET' ? 'skjema.feil.annet' : 'skjema.feil.grunn') } : {});
  return {
    ...(s.oppdragId === null ? { hvem: t('skjema.feil.hvem') } : {}),
    ...(s.dato === '' || s.dato > lokalTidVed(klokkeMs()).slice(0, 10) ? { dato: t('skjema.feil.dato') } : {}),
    ...(/^\d\d:\d\d$/.test(s.start) ? {} : { start: t('skjema.feil.start') }),
    ...(minutter(s.minutter) ? {} : { minutter: t('skjema.feil.minutter') }),
    ...(s.kategori === 'BOMTUR' ? grunn('bomtur') : {}),
    ...grunn('hvorfor'),
    ...(s.flere.viErTo && s.flere.kollegaId !== null && !minutter(s.flere.kollegaMinutter) ? { kollega: t('skjema.feil.kollega') } : {}),
    ...(s.flere.parOppdragId === 0 || (s.flere.parOppdragId !== null && (s.minutter ?? 0) < 2) ? { par: t('skjema.feil.par') } : {}),
  };
}

/** A visit entered afterwards, or a refused one put right: what was typed stays until it is stored. */
export function ForEtterpa({ over, liste: naListe, tilbake }: Props) {
  const t = useFelttekst();
  // The list may grow too old while one types: the form keeps the one it was opened with.
  const [liste] = useState(naListe);
  const id = useId();
  const [s, settSkjema] = useState(() => forst(over, liste));
  const [feil, setFeil] = useState<Feil>({});
  const lagrer = useRef(false);
  const ramme = useRef<HTMLFormElement>(null);
  const endre = (del: Partial<Skjema>): void => settSkjema((for_) => ({ ...for_, ...del }));
  const rettes = over.slag === 'rett' ? over.post : null;
  const oppdrag = liste?.oppdrag.find((o) => o.oppdragId === s.oppdragId) ?? (rettes ? { oppdragId: rettes.post.oppdragId, navn: rettes.navn, tjeneste: rettes.tjeneste, planlagtMinutter: null } : undefined);
  const lagre = async (): Promise<void> => {
    const ny = sjekk(t, s);
    setFeil(ny);
    if (Object.keys(ny).length > 0) {
      requestAnimationFrame(() => ramme.current?.querySelector<HTMLElement>('[aria-invalid="true"] input, [aria-invalid="true"]')?.focus());
      return;
    }
    if (lagrer.current || oppdrag === undefined) return;
    lagrer.current = true;
    const ord = [s.kategori === 'BOMTUR' ? grunnTekst(t, 'bomtur', s.bomtur) : null, grunnTekst(t, 'hvorfor', s.hvorfor)].filter((en) => en !== null);
    // A refused id left no trace on the server, and is used again; but not one that something else holds.
    const samme = rettes !== null && rettes.avslag?.grunn !== 'klientIdBrukt' ? rettes.post.klientId : null;
    const gjort = { oppdrag, minutter: s.minutter ?? 0, kategori: s.kategori, grunn: ord.join('. '), merke: null, flere: s.flere, tid: { dato: s.dato, start: s.start } };
    try {
      await registrer(gjort, { id: samme, erstatter: rettes !== null && samme === null ? rettes.post.klientId : undefined });
      tilbake(t('lagret', { navn: oppdrag.navn, min: s.minutter ?? 0 }));
    } catch {
      setFeil({ lager: t('skjema.feil.lager') });
      lagrer.current = false;
    }
  };
  return (
    <form ref={ramme} className="felt-innhold felt-skjema" noValidate onSubmit={(e) => [e.preventDefault(), void lagre()]}>
      <header className="felt-hode">
        <h1>{t(rettes ? 'skjema.rett' : 'skjema.tittel')}</h1>
        <button type="button" className="ds-button" data-variant="tertiary" onClick={() => tilbake()}>{t('skjema.avbryt')}</button>
      </header>
      {rettes?.avslag ? <p className="felt-varsel advarsel">{rettes.avslag.melding}</p> : null}
      <Hvem id={`${id}-hvem`} liste={liste} s={s} endre={endre} feil={feil.hvem} />
      <div className="felt-rekke">
        <Linje id={`${id}-dato`} etikett={t('skjema.dato')} type="date" verdi={s.dato} sett={(dato) => endre({ dato })} feil={feil.dato} />
        <Linje id={`${id}-start`} etikett={t('skjema.start')} type="time" verdi={s.start} sett={(start) => endre({ start })} feil={feil.start} />
        <Tallfelt etikett={t('skjema.minutter')} verdi={s.minutter} sett={(minutter) => endre({ minutter })} feil={feil.minutter} />
      </div>
      <Grunnvalg slag="hvorfor" grunner={ETTERPAGRUNNER} verdi={s.hvorfor} sett={(hvorfor) => endre({ hvorfor })} feil={feil.hvorfor} />
      <Valg tittel={t('kategori.tittel')} valg={KATEGORIER.map((k) => ({ verdi: k, tekst: t(`kategori.${k}`) }))} valgt={s.kategori} velg={(k) => endre({ kategori: k as Kategori })} />
      {s.kategori === 'BOMTUR' ? <Grunnvalg slag="bomtur" grunner={BOMTURGRUNNER} verdi={s.bomtur} sett={(bomtur) => endre({ bomtur })} feil={feil.bomtur} /> : null}
      {liste === null || rettes !== null ? null : <Flerevalg liste={liste} oppdragId={s.oppdragId} minutter={s.minutter} flere={s.flere} sett={(flere) => endre({ flere })} feil={feil} />}
      <div className="felt-bunn">
        {feil.lager ? <p className="felt-feil" role="alert">{feil.lager}</p> : null}
        <button type="submit" className="ds-button felt-avslutt">{t(rettes ? 'skjema.lagreRettet' : 'skjema.lagre')}</button>
      </div>
    </form>
  );
}

function Hvem({ id, liste, s, endre, feil }: { id: string; liste: Feltliste | null; s: Skjema; endre: (del: Partial<Skjema>) => void; feil: string | undefined }) {
  const t = useFelttekst();
  if (liste === null) return null;
  const velg = (verdi: string): void => {
    const o: Feltoppdrag | undefined = liste.oppdrag.find((en) => en.oppdragId === Number(verdi));
    endre({ oppdragId: o?.oppdragId ?? null, ...(s.minutter === null && o ? { minutter: o.planlagtMinutter } : {}) });
  };
  return (
    <div className="felt-linje">
      <label htmlFor={id}>{t('skjema.hvem')}</label>
      <select id={id} className="ds-input" value={s.oppdragId ?? ''} aria-invalid={feil ? true : undefined} aria-describedby={feil ? `${id}-feil` : undefined} onChange={(e) => velg(e.target.value)}>
        <option value="">{t('par.velg')}</option>
        {liste.oppdrag.map((o) => <option key={o.oppdragId} value={o.oppdragId}>{o.navn} – {o.tjeneste}</option>)}
      </select>
      {feil ? <p id={`${id}-feil`} className="felt-feil">{feil}</p> : null}
    </div>
  );
}

function Linje({ id, etikett, type, verdi, sett, feil }: { id: string; etikett: string; type: 'date' | 'time'; verdi: string; sett: (verdi: string) => void; feil: string | undefined }) {
  return (
    <div className="felt-linje">
      <label htmlFor={id}>{etikett}</label>
      <input id={id} className="ds-input" type={type} value={verdi} aria-invalid={feil ? true : undefined} aria-describedby={feil ? `${id}-feil` : undefined} onChange={(e) => sett(e.target.value)} />
      {feil ? <p id={`${id}-feil`} className="felt-feil">{feil}</p> : null}
    </div>
  );
}
