import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import type { StatusType } from '#components/ui/status.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { DatoTekst } from '#components/ui/tall.tsx';
import type { Klokke } from '#lib/vedtak/domain/klage.ts';
import type { Klageliste } from '#lib/vedtak/klage-view.ts';

const MERKE: Record<Klokke['type'], StatusType> = { I_TIDE: 'venter', NAER: 'varsel', FORFALT: 'stopp', HOS_INSTANS: 'venter', FERDIG: 'ok' };

/** Appeals, what waits longest first: the clock says what is late. */
export async function KlageTabell({ rader, tjenester }: { rader: Klageliste['rader']; tjenester: Readonly<Record<string, string>> }) {
  const t = await getTranslations('klage');
  return (
    <Tabell
      tittel={t('tittel')}
      festet
      kolonner={[{ tekst: t('mottaker') }, { tekst: t('vedtaket'), bareBred: true }, { tekst: t('tjeneste'), bareBred: true }, { tekst: t('mottatt'), bareBred: true }, { tekst: t('frist'), bareBred: true }, { tekst: t('status') }, { tekst: t('saksbehandler'), bareBred: true }]}
    >
      {rader.map((rad) => (
        <Rad key={rad.id} kanVelges>
          <th scope="row">
            <Lenke href={`/klager/${rad.id}`}>{rad.navn}</Lenke>
            <span className="bare-smal dempet nb">{rad.nummer}</span>
            <span className="bare-smal dempet"><DatoTekst dato={rad.mottatt} />{rad.forSent ? ` · ${t('sen')}` : ''}</span>
          </th>
          <td className="bare-bred">{rad.nummer}</td>
          <td className="bare-bred">{tjenester[rad.tjeneste] ?? rad.tjeneste}</td>
          <td className="bare-bred"><DatoTekst dato={rad.mottatt} />{rad.forSent ? <span className="dempet"> · {t('sen')}</span> : null}</td>
          <td className="bare-bred"><DatoTekst dato={rad.frist} /></td>
          <td><Status type={MERKE[rad.klokke.type]}>{rad.utfall !== null && rad.klokke.type === 'FERDIG' ? t(`utfall.${rad.utfall}`) : t(`klokke.${rad.klokke.type}`, { dager: rad.klokke.dager })}</Status></td>
          <td className="bare-bred">{rad.saksbehandler ?? '–'}</td>
        </Rad>
      ))}
    </Tabell>
  );
}
