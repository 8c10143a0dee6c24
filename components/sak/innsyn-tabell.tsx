import { getTranslations } from 'next-intl/server';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { erRolle } from '#lib/grunnlag/domain/rolle.ts';
import { KJENTE_OPPSLAG } from '#lib/sak/domain/innsyn.ts';
import type { Oppslag } from '#lib/sak/sak-view.ts';

/** Who has opened the record, as it may be printed and given to the recipient. */
export async function InnsynTabell({ oppslag, tittel }: { oppslag: readonly Oppslag[]; tittel: string }) {
  const [t, f] = await Promise.all([getTranslations('sak.innsyn'), getTranslations('felles.roller')]);
  return (
    <Tabell tittel={tittel} festet kolonner={[{ tekst: t('tid'), bredde: '16%' }, { tekst: t('navn') }, { tekst: t('rolle') }, { tekst: t('handling') }, { tekst: t('grunn'), bredde: '34%' }]}>
      {oppslag.map((rad) => {
        const tid = tidspunkt(rad.tid);
        const handling = KJENTE_OPPSLAG.find((en) => en === rad.handling);
        return (
          <Rad key={rad.lopenr}>
            <th scope="row">
              <time dateTime={tid.iso} className="nb">{`${tid.dato} ${tid.klokke}`}</time>
            </th>
            <td>{rad.navn ?? t('system')}</td>
            <td>{erRolle(rad.rolle) ? f(rad.rolle) : t('systemRolle')}</td>
            <td>{t(`h.${handling ?? 'annet'}`)}</td>
            <td>{rad.grunn ?? <span className="dempet">–</span>}</td>
          </Rad>
        );
      })}
    </Tabell>
  );
}
