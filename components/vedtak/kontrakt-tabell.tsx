import { getLocale, getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import type { StatusType } from '#components/ui/status.tsx';
import { Rad, TallCelle, Tabell } from '#components/ui/tabell.tsx';
import { Belop, DatoTekst, PeriodeTekst } from '#components/ui/tall.tsx';
import type { Kontraktstilstand } from '#lib/vedtak/domain/kontrakt.ts';
import type { Kontraktsliste } from '#lib/vedtak/kontrakt-view.ts';

const MERKE: Readonly<Record<Kontraktstilstand, StatusType>> = { VENTER_UTFORER: 'venter', VENTER_BESTILLER: 'venter', UTLOPT: 'varsel', SIGNERT: 'ok', I_BRUK: 'ok', TRUKKET: 'av', AVSLATT: 'stopp', BORTFALT: 'av' };

/** Who a negotiation stands with, marked where it waits for the reader. */
export async function KontraktStatus({ tilstand, minTur = false }: { tilstand: Kontraktstilstand; minTur?: boolean }) {
  const t = await getTranslations('kontrakt');
  return <Status type={minTur && tilstand !== 'UTLOPT' ? 'mangler' : MERKE[tilstand]}>{t(`tilstand.${tilstand}`)}</Status>;
}

/** Negotiations, what has the nearest deadline first. */
export async function KontraktTabell({ rader, sti }: { rader: Kontraktsliste['rader']; sti: string }) {
  const [t, sprak] = await Promise.all([getTranslations('kontrakt'), getLocale()]);
  return (
    <Tabell
      tittel={t('tittel')}
      festet
      kolonner={[{ tekst: t('mottaker') }, { tekst: t('tjeneste'), bareBred: true }, { tekst: t('utforer'), bareBred: true }, { tekst: t('belop'), tall: true }, { tekst: t('periode'), bareBred: true }, { tekst: t('frist'), bareBred: true }, { tekst: t('status') }]}
    >
      {rader.map((rad) => (
        <Rad key={rad.id} kanVelges>
          <th scope="row">
            <Lenke href={`${sti}/${rad.id}`}>{rad.navn ?? rad.pseudonym ?? t('ukjentMottaker')}</Lenke>
            <span className="dempet nb"> {t('nr', { nr: rad.nr })}</span>
            <span className="bare-smal dempet">{rad.enhet}</span>
          </th>
          <td className="bare-bred">{sprak === 'nn' ? rad.tjenesteNn : rad.tjenesteNb}</td>
          <td className="bare-bred">{rad.enhet}</td>
          <TallCelle><Belop ore={rad.manedsbelopOre} /></TallCelle>
          <td className="bare-bred"><PeriodeTekst fom={rad.fom} tom={rad.tom} /></td>
          <td className="bare-bred"><DatoTekst dato={rad.frist} /></td>
          <td><KontraktStatus tilstand={rad.tilstand} minTur={rad.minTur} /></td>
        </Rad>
      ))}
    </Tabell>
  );
}
