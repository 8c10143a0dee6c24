import { getTranslations } from 'next-intl/server';
import { omfangTekst } from '#components/vedtak/omfang-tekst.ts';
import type { VedtakTekst } from '#components/vedtak/omfang-tekst.ts';
import { VedtakTilstand } from '#components/vedtak/vedtak-tilstand.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import type { Sortering } from '#components/ui/sorter-hode.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { DatoTekst, PeriodeTekst } from '#components/ui/tall.tsx';
import type { Vedtakstabellrad } from '#lib/oversikt/vedtaksliste-view.ts';

/** Issued vedtak, one row each; whose it is by name for those who may see it, by pseudonym for the others. */
export async function VedtakTabell({ rader, sortering }: { rader: readonly Vedtakstabellrad[]; sortering: Sortering }) {
  const [t, v] = await Promise.all([getTranslations('vedtak.liste'), getTranslations('vedtak')]);
  return (
    <Tabell
      tittel={t('tittel')}
      festet
      sortering={sortering}
      kolonner={[
        { tekst: t('nummer'), bredde: '11%' },
        { tekst: t('mottaker') },
        { tekst: t('tjeneste') },
        { tekst: t('omfang'), bareBred: true },
        { tekst: t('utforer'), bareBred: true },
        { tekst: t('periode') },
        { tekst: t('tilstand') },
        { tekst: t('fattet'), bareBred: true, sorter: 'fattet' },
      ]}
    >
      {rader.map((rad) => (
        <Rad key={rad.id} kanVelges>
          <th scope="row" className="nb">
            <Lenke href={`/vedtak/${rad.id}`}>{rad.nummer}</Lenke>
          </th>
          <td>{rad.mottaker ?? (rad.skjermet ? <span className="dempet">{`${t('skjermet')}, ${rad.pseudonym}`}</span> : rad.pseudonym)}</td>
          <td>{rad.tjeneste}</td>
          <td className="bare-bred">{rad.omfang === null ? <span className="dempet">–</span> : omfangTekst(v as unknown as VedtakTekst, rad.omfang)}</td>
          <td className="bare-bred">{rad.utforer ?? <span className="dempet">–</span>}</td>
          <td>{rad.fom === null ? <span className="dempet">–</span> : <PeriodeTekst fom={rad.fom} tom={rad.tom} />}</td>
          <td>
            <VedtakTilstand tilstand={rad.tilstand} />
          </td>
          <td className="bare-bred">
            <DatoTekst dato={rad.fattetDato} />
          </td>
        </Rad>
      ))}
    </Tabell>
  );
}
