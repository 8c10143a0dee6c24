import { getTranslations } from 'next-intl/server';
import { AvgjorGjenapning } from '#components/avregning/lukkeskjema.tsx';
import { Status, type StatusType } from '#components/ui/status.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import type { Gjenapningview } from '#lib/avregning/lukking-view.ts';

const MERKE: Readonly<Record<Gjenapningview['tilstand'], StatusType>> = { VENTER: 'venter', APEN: 'varsel', OVER: 'ok', AVSLATT: 'av', UTLOPT: 'av' };

/** The month's reopenings: for whom, why, until when, by whom; those that wait can be decided by another person. */
export async function Gjenapninger({ rader, kanAvgjore }: { rader: readonly Gjenapningview[]; kanAvgjore: boolean }) {
  const t = await getTranslations('lukking.gjenapning');
  if (rader.length === 0) return null;
  const kolonner = [{ tekst: t('enhet') }, { tekst: t('grunn') }, { tekst: t('til') }, { tekst: t('av'), bareBred: true }, { tekst: t('tilstand') }];
  return (
    <>
      <Tabell tittel={t('tabell')} kolonner={kolonner}>
        {rader.map((r) => (
          <Rad key={r.id} id={`gjenapning-${r.id}`}>
            <th scope="row">{r.enhet ?? t('alle')}</th>
            <td>{r.grunn}</td>
            <td>{r.til}</td>
            <td className="bare-bred">{`${r.foreslattAv}, ${r.foreslatt}`}</td>
            <td>
              <Status type={MERKE[r.tilstand]}>{t(r.tilstand, { av: r.avgjortAv ?? '' })}</Status>
            </td>
          </Rad>
        ))}
      </Tabell>
      {kanAvgjore
        ? rader
            .filter((r) => r.tilstand === 'VENTER')
            .map((r) => (
              <div key={r.id} className="rekke" role="group" aria-label={`${t('avgjor')}: ${r.enhet ?? t('alle')}, ${r.til}`}>
                <Tekster navnerom={['skjema', 'lukking']}>
                  <AvgjorGjenapning id={r.id} svar="GODKJENN" variant="primary" />
                  <AvgjorGjenapning id={r.id} svar="AVSLA" variant="secondary" />
                </Tekster>
              </div>
            ))
        : null}
    </>
  );
}
