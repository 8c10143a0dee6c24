import { getTranslations } from 'next-intl/server';
import { Godkjenn, SiNei } from '#components/arsslutt/skjemaer.tsx';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall, Belop } from '#components/ui/tall.tsx';
import type { Arssluttside } from '#lib/avvik/arsslutt-view.ts';
import type { Anslagsrad } from '#lib/avvik/arsslutt-view.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';

/** What came late, unit by unit: already accrued by the settlement, and what nobody has approved yet. */
export async function Senttabell({ side }: { side: Arssluttside }) {
  const t = await getTranslations('arsslutt.sent');
  const ider = [...new Set([...side.etterslep.map((e) => e.enhetId), ...side.seneBesok.map((b) => b.enhetId)])];
  const rader = ider.map((id) => ({
    id,
    navn: side.navn.get(id) ?? String(id),
    belopOre: side.etterslep.filter((e) => e.enhetId === id).reduce((s, e) => s + e.belopOre, 0),
    maneder: side.etterslep.filter((e) => e.enhetId === id).map((e) => manedOgAr(e.maned)),
    besok: side.seneBesok.find((b) => b.enhetId === id),
  })).toSorted((a, b) => a.navn.localeCompare(b.navn, 'nb'));
  if (rader.length === 0) return <p className="liten">{t('ingen')}</p>;
  const kolonner = [{ tekst: t('enhet') }, { tekst: t('belop'), tall: true }, { tekst: t('gjelder') }, { tekst: t('ikkeKvittert'), tall: true }, { tekst: t('registrertEtter'), tall: true }];
  return (
    <Tabell tittel={t('tittel')} kolonner={kolonner}>
      {rader.map((r) => (
        <Rad key={r.id}>
          <th scope="row">{r.navn}</th>
          <TallCelle><Belop ore={r.belopOre} fortegn /></TallCelle>
          <td>{r.maneder.length === 0 ? '–' : r.maneder.join(', ')}</td>
          <TallCelle><Antall antall={r.besok?.ikkeKvittert ?? 0} /></TallCelle>
          <TallCelle><Antall antall={r.besok?.registrertEtter ?? 0} /></TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}

/** Estimates of months that are not settled: who, why, how much, and another controller's word. */
export async function Anslagene({ anslag, kontoId, kanForesla, kanGodkjenne, uavregnet }: { anslag: readonly Anslagsrad[]; kontoId: number; kanForesla: boolean; kanGodkjenne: boolean; uavregnet: readonly string[] }) {
  const t = await getTranslations('arsslutt');
  if (anslag.length === 0) return null;
  return (
    <ul className="oppg liten">
      {anslag.map((a) => {
        const egen = a.foreslattAv === kontoId;
        const venter = a.godkjent === null && a.avslatt === null;
        const nokkel = venter ? 'venter' : a.avslatt ? 'avslatt' : a.erstattet ? 'erstattet' : uavregnet.includes(a.maned) ? 'gjelder' : 'falt';
        return (
          <li key={a.id}>
            <span>
              <strong>{a.enhet}</strong>, {stor(manedOgAr(a.maned))}: <Belop ore={a.belopOre} fortegn enhet />{' '}
              <Status type={nokkel === 'venter' ? 'venter' : nokkel === 'gjelder' ? 'ok' : 'av'}>{t(`anslag.${nokkel}`)}</Status>
            </span>
            <span>{a.grunn}</span>
            <span className="mikro dempet">
              {t('hvem.foreslatt', { navn: a.foreslattAvNavn ?? '', tid: tidspunkt(a.foreslatt).dato })} {a.godkjent ? t('hvem.godkjent', { navn: a.godkjentAvNavn ?? '', tid: tidspunkt(a.godkjent).dato }) : null}
              {a.avslatt ? t('hvem.avslatt', { navn: a.godkjentAvNavn ?? '', tid: tidspunkt(a.avslatt).dato, grunn: a.avslagGrunn ?? '' }) : null}
            </span>
            {venter && kanGodkjenne && !egen ? <Godkjenn type="arsslutt_anslag" id={a.id}>{t('skjema.godkjennAnslag')}</Godkjenn> : null}
            {venter && (kanForesla || kanGodkjenne) ? <SiNei type="arsslutt_anslag" id={a.id} egen={egen} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
