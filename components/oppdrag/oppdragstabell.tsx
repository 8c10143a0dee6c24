import { getLocale, getTranslations } from 'next-intl/server';
import { VelgOppdrag } from '#components/oppdrag/bekreft-skjema.tsx';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { omfangLinje } from '#components/oppdrag/omfang.ts';
import { OppdragStatus } from '#components/oppdrag/oppdrag-status.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { DatoTekst, PeriodeTekst } from '#components/ui/tall.tsx';
import type { Oppdragsrad } from '#lib/oppdrag/oppdrag-view.ts';

/** The unit's orders; with `kanVelges` the new ones have a tick. */
export async function Oppdragstabell({ rader, kanVelges }: { rader: readonly Oppdragsrad[]; kanVelges: boolean }) {
  const [t, felles, sprak] = await Promise.all([getTranslations('oppdrag'), getTranslations('felles'), getLocale()]);
  return (
    <Tabell
      tittel={t('tittel')}
      festet
      kolonner={[
        ...(kanVelges ? [{ tekst: '', navn: t('kolonne.velg'), bredde: '32px' }] : []),
        { tekst: t('kolonne.mottaker') },
        { tekst: t('kolonne.tilstand') },
        { tekst: t('kolonne.tjeneste') },
        { tekst: t('kolonne.omfang') },
        { tekst: t('kolonne.vedtak'), bareBred: true },
        { tekst: t('kolonne.periode') },
        { tekst: t('kolonne.mottatt'), bareBred: true },
        { tekst: t('kolonne.start'), bareBred: true },
      ]}
    >
      {rader.map((rad) => {
        const navn = mottakerTekst(felles, rad);
        return (
          <Rad key={rad.id} kanVelges gammel={rad.tilstand === 'AVSLUTTET' || rad.tilstand === 'ANNULLERT'}>
            {kanVelges ? <td>{rad.tilstand === 'MOTTATT' ? <VelgOppdrag id={rad.id} navn={navn} /> : null}</td> : null}
            <th scope="row" className="nb">
              <Lenke href={`/oppdrag/${rad.id}`}>{navn}</Lenke>
            </th>
            <td className="nb">
              <OppdragStatus tilstand={rad.tilstand} />
            </td>
            <td>{sprak === 'nn' ? rad.tjenesteNn : rad.tjenesteNb}</td>
            <td className="nb">{omfangLinje(t as never, rad)}</td>
            <td className="bare-bred dempet nb">{rad.vedtakNummer}</td>
            <td>
              <PeriodeTekst fom={rad.fom} tom={rad.tom} />
            </td>
            <td className="bare-bred">
              <DatoTekst dato={rad.mottatt} />
            </td>
            <td className="bare-bred">
              <DatoTekst dato={rad.iverksatt} />
            </td>
          </Rad>
        );
      })}
    </Tabell>
  );
}
