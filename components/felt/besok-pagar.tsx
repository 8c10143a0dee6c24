'use client';

import { useEffect, useState } from 'react';
import { useFelttekst } from '#components/felt/tekster.tsx';
import { Igjen } from '#components/felt/i-dag-liste.tsx';
import { ALENE, registrer, taBortPagar } from '#components/felt/registrering.ts';
import type { Flere } from '#components/felt/registrering.ts';
import { klokkeslett } from '#components/felt/tid-tekst.ts';
import type { Pagar } from '#components/felt/tilstand.ts';
import { Flerevalg, Grunnvalg, grunnTekst, UTEN_GRUNN, Valg } from '#components/felt/valgfelt.tsx';
import { klokkeMs, lokalTidVed } from '#lib/core/oslo-tid.ts';
import { KATEGORIER } from '#lib/utfort-tid/domain/kategori.ts';
import type { Kategori } from '#lib/utfort-tid/domain/kategori.ts';
import { BOMTURGRUNNER } from '#lib/utfort-tid/felt-view.ts';
import type { Feltliste } from '#lib/utfort-tid/felt-view.ts';

interface Props {
  pagar: Pagar;
  liste: Feltliste | null;
  tilbake: (beskjed?: string) => void;
}

/** Whole minutes since the start, at least one: a visit that was, was. */
function useMinutter(startMs: number): number {
  const [naa, setNaa] = useState(klokkeMs);
  useEffect(() => {
    const id = setInterval(() => setNaa(klokkeMs()), 5_000);
    return () => clearInterval(id);
  }, []);
  return Math.max(1, Math.round((naa - startMs) / 60_000));
}

/** The visit one is at: how long, what to do, and the end of it under the thumb. */
export function BesokPagar({ pagar, liste, tilbake }: Props) {
  const t = useFelttekst();
  const minutter = useMinutter(pagar.startMs);
  const [kategori, setKategori] = useState<Kategori>('BRUKERRETTET');
  const [grunn, setGrunn] = useState(UTEN_GRUNN);
  const [flere, setFlere] = useState<Flere>(ALENE);
  const [feil, setFeil] = useState<{ grunn?: string; kollega?: string; par?: string; lager?: string }>({});
  const [lagrer, setLagrer] = useState(false);
  const oppdrag = liste?.oppdrag.find((o) => o.oppdragId === pagar.oppdragId);
  const avslutt = async (): Promise<void> => {
    const naaMinutter = Math.max(1, Math.round((klokkeMs() - pagar.startMs) / 60_000));
    const ord = kategori === 'BOMTUR' ? grunnTekst(t, 'bomtur', grunn) : null;
    const ny = {
      ...(kategori === 'BOMTUR' && ord === null ? { grunn: t(grunn.kode === 'ANNET' ? 'skjema.feil.annet' : 'skjema.feil.grunn') } : {}),
      ...(flere.viErTo && flere.kollegaId !== null && !((flere.kollegaMinutter ?? 0) >= 1 && (flere.kollegaMinutter ?? 0) <= 1440) ? { kollega: t('skjema.feil.kollega') } : {}),
      ...(flere.parOppdragId === 0 || (flere.parOppdragId !== null && naaMinutter < 2) ? { par: t('skjema.feil.par') } : {}),
    };
    setFeil(ny);
    if (Object.keys(ny).length > 0 || lagrer) return;
    setLagrer(true);
    const gjort = { oppdrag: oppdrag ?? pagar, minutter: naaMinutter, kategori, grunn: ord, merke: pagar.merke, flere, tid: { startMs: pagar.startMs } };
    try {
      const skrevet = await registrer(gjort, { avslutter: pagar });
      tilbake(skrevet ? t('lagret', { navn: pagar.navn, min: naaMinutter }) : t('besok.alt'));
    } catch {
      setFeil({ lager: t('skjema.feil.lager') });
      setLagrer(false);
    }
  };
  return (
    <div className="felt-innhold felt-besok">
      <header className="felt-hode">
        <h1>{pagar.navn}</h1>
        <button type="button" className="ds-button" data-variant="tertiary" onClick={() => tilbake()}>{t('besok.tilListen')}</button>
        <p className="dempet">{pagar.tjeneste}</p>
      </header>
      <Tiden pagar={pagar} minutter={minutter} planlagt={pagar.planlagtMinutter} />
      {pagar.oppgaver.length > 0 ? (
        <section>
          <h2>{t('besok.gjor')}</h2>
          <ul className="felt-oppgaver">{pagar.oppgaver.map((en) => <li key={en}>{en}</li>)}</ul>
        </section>
      ) : null}
      <Valg tittel={t('kategori.tittel')} valg={KATEGORIER.map((k) => ({ verdi: k, tekst: t(`kategori.${k}`) }))} valgt={kategori} velg={(k) => setKategori(k as Kategori)} />
      {kategori === 'BOMTUR' ? <Grunnvalg slag="bomtur" grunner={BOMTURGRUNNER} verdi={grunn} sett={setGrunn} feil={feil.grunn} /> : null}
      {liste === null ? null : <Flerevalg liste={liste} oppdragId={pagar.oppdragId} minutter={minutter} flere={flere} sett={setFlere} feil={feil} />}
      <TaBort pagar={pagar} tilbake={tilbake} />
      <div className="felt-bunn">
        {oppdrag ? <Igjen o={oppdrag} /> : null}
        {feil.lager ? <p className="felt-feil" role="alert">{feil.lager}</p> : null}
        <button type="button" className="ds-button felt-avslutt" aria-disabled={lagrer} onClick={() => void avslutt()}>{t('besok.avslutt')}</button>
      </div>
    </div>
  );
}

function Tiden({ pagar, minutter, planlagt }: { pagar: Pagar; minutter: number; planlagt: number | null }) {
  const t = useFelttekst();
  const idag = lokalTidVed(klokkeMs()).slice(0, 10);
  const dag = lokalTidVed(pagar.startMs).slice(0, 10);
  const startet = dag === idag ? t('besok.startet', { kl: klokkeslett(pagar.startMs) }) : t('besok.startetFor', { dag: `${dag.slice(8)}.${dag.slice(5, 7)}.`, kl: klokkeslett(pagar.startMs) });
  const lengde = Math.max(minutter, planlagt ?? 0) || 1;
  return (
    <section>
      <p className="felt-minutter"><span>{minutter}</span> min</p>
      <p className="dempet">{planlagt === null ? startet : `${startet} · ${t('besok.planlagt', { min: planlagt })}`}</p>
      {pagar.merke === null ? null : <p className="liten" data-merke="ok">{t('besok.dor')}</p>}
      {planlagt === null ? null : (
        <>
          <div className="felt-strek" aria-hidden="true">
            <span style={{ width: `${(100 * minutter) / lengde}%` }} />
            <i style={{ left: `${(100 * planlagt) / lengde}%` }} />
          </div>
          {minutter === planlagt ? null : <p>{minutter > planlagt ? t('besok.over', { min: minutter - planlagt }) : t('besok.under', { min: planlagt - minutter })}</p>}
        </>
      )}
    </section>
  );
}

function TaBort({ pagar, tilbake }: { pagar: Pagar; tilbake: () => void }) {
  const t = useFelttekst();
  const [spor, setSpor] = useState(false);
  if (!spor) return <button type="button" className="ds-button" data-variant="tertiary" onClick={() => setSpor(true)}>{t('besok.avbryt')}</button>;
  return (
    <div className="felt-varsel" role="group" aria-label={t('besok.avbrytSporsmal')}>
      <p>{t('besok.avbrytSporsmal')}</p>
      <div className="felt-knapper">
        <button type="button" className="ds-button felt-stor" data-variant="secondary" onClick={() => void taBortPagar(pagar).then(() => tilbake())}>{t('besok.avbrytJa')}</button>
        <button type="button" className="ds-button felt-stor" data-variant="secondary" onClick={() => setSpor(false)}>{t('besok.avbrytNei')}</button>
      </div>
    </div>
  );
}
