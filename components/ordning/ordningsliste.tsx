import { useLocale, useTranslations } from 'next-intl';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { formatDato } from '#lib/core/format.ts';
import type { Maned } from '#lib/core/maned.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { datoVed } from '#lib/core/oslo-tid.ts';
import { finnMal } from '#lib/grunnlag/domain/maler/maler.ts';
import type { Ordningslinje } from '#lib/grunnlag/ordning-view.ts';

const MERKE = { I_KRAFT: 'ok', KOMMENDE: 'venter', AVSLUTTET: 'av' } as const;

function malnavn(kode: string | null, sprak: string): string {
  const mal = kode === null ? null : finnMal(kode);
  return mal ? mal.navn[sprak === 'nn' ? 'nn' : 'nb'] : '–';
}

/** Every scheme, those in force first. */
export function Ordningsliste({ ordninger }: { ordninger: readonly Ordningslinje[] }) {
  const t = useTranslations('ordning.liste');
  const sprak = useLocale();
  const kolonner = [{ tekst: t('navn') }, { tekst: t('status') }, { tekst: t('fra') }, { tekst: t('til') }, { tekst: t('enheter'), bareBred: true }, { tekst: t('ledd'), tall: true }, { tekst: t('mal'), bareBred: true }];
  return (
    <Tabell tittel={t('ordninger')} kolonner={kolonner}>
      {ordninger.map((o) => (
        <Rad key={o.id} kanVelges>
          <th scope="row">
            <Lenke href={`/ordninger/${o.id}`}>{o.navn}</Lenke>
          </th>
          <td>
            <Status type={MERKE[o.tilstand]}>{t(`tilstand.${o.tilstand}`)}</Status>
          </td>
          <td>{manedOgAr(o.fom)}</td>
          <td>{o.tom === null ? '–' : manedOgAr(o.tom)}</td>
          <td className="bare-bred">{o.enheter.join(', ')}</td>
          <TallCelle>{o.antallLedd}</TallCelle>
          <td className="bare-bred">{malnavn(o.mal, sprak)}</td>
        </Rad>
      ))}
    </Tabell>
  );
}

export interface Utkastlinje {
  id: number;
  slag: 'NY' | 'AVSLUTT';
  status: string;
  navn: string;
  mal: string | null;
  maned: Maned | null;
  endretAv: string | null;
  endret: Date;
  foreslattAv: string | null;
}

/** What is written, and what waits for another person. */
export function Utkastliste({ utkast }: { utkast: readonly Utkastlinje[] }) {
  const t = useTranslations('ordning.liste');
  const sprak = useLocale();
  return (
    <Tabell tittel={t('utkast')} kolonner={[{ tekst: t('navn') }, { tekst: t('status') }, { tekst: t('fra') }, { tekst: t('endret') }, { tekst: t('mal'), bareBred: true }]}>
      {utkast.map((u) => (
        <Rad key={u.id} kanVelges>
          <th scope="row">
            <Lenke href={`/ordninger/utkast/${u.id}`}>{u.navn === '' ? t('utenNavn') : u.navn}</Lenke>
          </th>
          <td>
            <Status type={u.status === 'FORESLATT' ? 'venter' : 'mangler'}>
              {u.slag === 'AVSLUTT' ? t('avslutning', { hvem: u.foreslattAv ?? '' }) : u.status === 'FORESLATT' ? t('foreslatt', { hvem: u.foreslattAv ?? '' }) : t('erUtkast')}
            </Status>
          </td>
          <td>{u.maned === null ? '–' : u.slag === 'AVSLUTT' ? t('etter', { maned: manedOgAr(u.maned) }) : manedOgAr(u.maned)}</td>
          <td>{t('endretAv', { dato: formatDato(datoVed(u.endret.getTime())), hvem: u.endretAv ?? '' })}</td>
          <td className="bare-bred">{malnavn(u.mal, sprak)}</td>
        </Rad>
      ))}
    </Tabell>
  );
}
