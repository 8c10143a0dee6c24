import { getTranslations } from 'next-intl/server';
import { Godkjenn, SiNei } from '#components/arsslutt/skjemaer.tsx';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { Status } from '#components/ui/status.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import type { Dispensasjonsrad } from '#lib/avvik/arsslutt-view.ts';

/** The year's dispensations: who, why and how much, with date. */
export async function Dispensasjonene({ rader, kontoId, kanForesla, kanGodkjenne }: { rader: readonly Dispensasjonsrad[]; kontoId: number; kanForesla: boolean; kanGodkjenne: boolean }) {
  const t = await getTranslations('arsslutt');
  if (rader.length === 0) return null;
  return (
    <ul className="oppg liten">
      {rader.map((d) => {
        const egen = d.foreslattAv === kontoId;
        const venter = d.godkjent === null && d.avslatt === null;
        const nokkel = venter ? 'venter' : d.avslatt ? 'avslatt' : d.erstattet ? 'erstattet' : 'gjelder';
        return (
          <li key={d.id}>
            <span>
              <strong>{d.enhet}</strong>: {t('dispensasjon.hoyst', { belop: belopTekst(d.maksUnderskuddOre, 'ore', false, true) })}{' '}
              <Status type={nokkel === 'venter' ? 'venter' : nokkel === 'gjelder' ? 'ok' : 'av'}>{t(`dispensasjon.${nokkel}`)}</Status>
            </span>
            <span>{d.grunn}</span>
            <span className="mikro dempet">
              {t('hvem.foreslatt', { navn: d.foreslattAvNavn ?? '', tid: tidspunkt(d.foreslatt).dato })} {d.godkjent ? t('hvem.godkjent', { navn: d.godkjentAvNavn ?? '', tid: tidspunkt(d.godkjent).dato }) : null}
              {d.avslatt ? t('hvem.avslatt', { navn: d.godkjentAvNavn ?? '', tid: tidspunkt(d.avslatt).dato, grunn: d.avslagGrunn ?? '' }) : null}
            </span>
            {venter && kanGodkjenne && !egen ? <Godkjenn type="dispensasjon" id={d.id}>{t('skjema.godkjennDispensasjon')}</Godkjenn> : null}
            {venter && (kanGodkjenne || egen) && (kanForesla || kanGodkjenne) ? <SiNei type="dispensasjon" id={d.id} egen={egen} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
