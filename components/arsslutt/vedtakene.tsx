import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import type { Overforingsar, Vedtaksvisning } from '#lib/avvik/arsslutt-view.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';

/** One proposal or decision with every unit's amounts as they were shown. */
export async function Forslaget({ o, navn, lenkeManed }: { o: Vedtaksvisning; navn: ReadonlyMap<number, string>; lenkeManed: boolean }) {
  const t = await getTranslations('arsslutt');
  const kolonner = ['enhet', 'resultat', 'overfores', 'inn', 'akkumulert', 'bokfores'].map((k) => ({ tekst: t(`resultat.${k}`), tall: k !== 'enhet' }));
  const linjer = o.linjer.toSorted((a, b) => (navn.get(a.enhetId) ?? '').localeCompare(navn.get(b.enhetId) ?? '', 'nb'));
  const maned = manedOgAr(o.bokfortManed);
  return (
    <div className="stabel">
      <p className="liten">
        <Status type={o.status === 'FORESLATT' ? 'venter' : o.gjelder ? 'ok' : 'av'}>{t(`status.${o.status === 'VEDTATT' && !o.gjelder ? 'RETTET' : o.status}`)}</Status>{' '}
        {t(`slag.${o.slag}`, { nummer: o.id, retter: o.retterId ?? 0 })} {t('bokforesI')} {lenkeManed ? <Lenke href={`/avregning/${o.bokfortManed}`}>{maned}</Lenke> : maned}.
      </p>
      <p className="liten">{o.begrunnelse}</p>
      <p className="mikro dempet">
        {t('hvem.foreslatt', { navn: o.foreslattAvNavn ?? '', tid: tidspunkt(o.foreslatt).dato })}{' '}
        {o.avgjort ? t(`hvem.${o.status}`, { navn: o.avgjortAvNavn ?? '', tid: tidspunkt(o.avgjort).dato, grunn: o.avslagGrunn ?? '' }) : null}
      </p>
      <Tabell tittel={t('forslag.tabell', { nummer: o.id })} kolonner={kolonner} bred>
        {linjer.map((l) => (
          <Rad key={l.enhetId}>
            <th scope="row">{navn.get(l.enhetId) ?? l.enhetId}</th>
            <TallCelle><Belop ore={l.resultatOre} fortegn /></TallCelle>
            <TallCelle><Belop ore={l.overforesOre} fortegn /></TallCelle>
            <TallCelle dempet={l.innOre === 0}><Belop ore={l.innOre} fortegn /></TallCelle>
            <TallCelle sterk><Belop ore={l.akkumulertOre} fortegn /></TallCelle>
            <TallCelle><Belop ore={l.bokforesOre} fortegn /></TallCelle>
          </Rad>
        ))}
      </Tabell>
    </div>
  );
}

/** What each unit took along, year by year. */
export async function Overforingshistorikk({ historikk, navn }: { historikk: readonly Overforingsar[]; navn: ReadonlyMap<number, string> }) {
  const t = await getTranslations('arsslutt.historikk');
  const enheter = [...new Set(historikk.flatMap((h) => [...h.perEnhet.keys()]))].map((id) => ({ id, navn: navn.get(id) ?? String(id) })).toSorted((a, b) => a.navn.localeCompare(b.navn, 'nb'));
  return (
    <Tabell tittel={t('tittel')} kolonner={[{ tekst: t('enhet') }, ...historikk.map((h) => ({ tekst: t('fra', { ar: String(h.ar), neste: String(h.ar + 1) }), tall: true }))]}>
      {enheter.map((e) => (
        <Rad key={e.id}>
          <th scope="row">{e.navn}</th>
          {historikk.map((h) => (
            <TallCelle key={h.ar}><Belop ore={h.perEnhet.get(e.id) ?? null} fortegn /></TallCelle>
          ))}
        </Rad>
      ))}
    </Tabell>
  );
}
