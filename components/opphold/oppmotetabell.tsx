import { getTranslations } from 'next-intl/server';
import { Oppmotevalg } from '#components/opphold/oppmote-skjema.tsx';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { motVedtatt } from '#lib/utfort-tid/domain/oppmote.ts';
import type { Oppmoterad } from '#lib/utfort-tid/oppmote-view.ts';

/** Those who are expected at the centre, with what is kept of the day; `kanFores`: the day has come and the centre is open. */
export async function Oppmotetabell({ rader, kanFores }: { rader: readonly Oppmoterad[]; kanFores: boolean }) {
  const [t, felles] = await Promise.all([getTranslations('oppmote'), getTranslations('felles')]);
  return (
    <Tabell tittel={t('tittel')} kolonner={[{ tekst: t('kolonne.hvem') }, { tekst: t('kolonne.oppmote') }, { tekst: t('kolonne.uken') }]}>
      {rader.map((rad) => {
        const navn = mottakerTekst(felles, rad);
        return (
          <Rad key={rad.oppdragId}>
            <th scope="row"><Lenke href={`/oppdrag/${rad.oppdragId}`}>{navn}</Lenke></th>
            <td>{kanFores ? <Oppmotevalg oppdragId={rad.oppdragId} navn={navn} fort={rad.oppmote !== null} /> : t(`valg.${rad.oppmote ?? 'ingen'}`)}</td>
            <td>
              {rad.perUker === 1 ? t('uke', { mott: rad.mottIUken, antall: rad.antall }) : t('ukePer', { mott: rad.mottIUken, antall: rad.antall, uker: rad.perUker })}
              {motVedtatt(rad.mottIUken, rad.antall, rad.perUker) === 'OVER' ? <span className="blokk mikro"><Status type="varsel">{t('over')}</Status></span> : null}
            </td>
          </Rad>
        );
      })}
    </Tabell>
  );
}

/** The two halves of what a unit with places keeps. */
export async function oppholdfaner(her: 'plasser' | 'dag'): Promise<{ navn: string; faner: { tekst: string; href: string; her: boolean }[] }> {
  const t = await getTranslations('oppmote.faner');
  return { navn: t('navn'), faner: [{ tekst: t('plasser'), href: '/opphold', her: her === 'plasser' }, { tekst: t('dag'), href: '/opphold/dag', her: her === 'dag' }] };
}
