import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import type { Sortering } from '#components/ui/sorter-hode.tsx';
import { Merke } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { formatDato } from '#lib/core/format.ts';
import type { Mottakerrad } from '#lib/oversikt/mottakerliste-view.ts';

/** The recipients of a page, one row each; the name opens the record. */
export async function MottakerTabell({ rader, sortering }: { rader: readonly Mottakerrad[]; sortering: Sortering }) {
  const [t, s] = await Promise.all([getTranslations('sak.liste'), getTranslations('sak')]);
  return (
    <Tabell
      tittel={s('mottakere')}
      festet
      sortering={sortering}
      kolonner={[
        { tekst: t('navn'), sorter: 'navn', bredde: '22%' },
        { tekst: t('alder'), tall: true, sorter: 'alder', bredde: '6%' },
        { tekst: t('behov'), bareBred: true, bredde: '14%' },
        { tekst: t('tjenester') },
        { tekst: t('utforer'), bareBred: true, bredde: '22%' },
        { tekst: t('saksbehandler'), bareBred: true, bredde: '14%' },
      ]}
    >
      {rader.map((rad) => (
        <Rad key={rad.id} kanVelges>
          <th scope="row">
            <Lenke href={`/mottakere/${rad.id}`}>{`${rad.etternavn}, ${rad.fornavn}`}</Lenke>
            {rad.skjermet ? <> <Merke farge="danger">{s('gradering.skjermet')}</Merke></> : null}
          </th>
          <TallCelle>{rad.alder}</TallCelle>
          <td className="bare-bred">{rad.behov === null ? <span className="dempet">–</span> : s(`behov.${rad.behov}`)}</td>
          <td>
            {rad.avsluttet !== null ? (
              <span className="dempet">
                {t('avsluttet', { dato: formatDato(rad.avsluttet) })}
              </span>
            ) : rad.tjenester.length > 0 ? (
              rad.tjenester.join(', ')
            ) : (
              <span className="dempet">{t('ingenVedtak')}</span>
            )}
          </td>
          <td className="bare-bred">{rad.enheter.length > 0 ? rad.enheter.join(', ') : <span className="dempet">–</span>}</td>
          <td className="bare-bred">{rad.saksbehandler ?? <span className="dempet">–</span>}</td>
        </Rad>
      ))}
    </Tabell>
  );
}
