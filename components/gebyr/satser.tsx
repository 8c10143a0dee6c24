import { getTranslations } from 'next-intl/server';
import { BekreftSats, SatsSkjema } from '#components/gebyr/sats-skjema.tsx';
import { Detaljer } from '#components/ui/felt.tsx';
import { Merke } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, PeriodeTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import type { Gebyrside } from '#lib/utfort-tid/gebyr-view.ts';

/** The rates with the time they hold, where they are from, and whether anyone has checked. */
export async function Satser({ satser, tjenester, skriver, sprak }: Pick<Gebyrside, 'satser' | 'tjenester'> & { skriver: boolean; sprak: 'nb' | 'nn' }) {
  const t = await getTranslations('gebyr.satser');
  return (
    <>
      {satser.length > 0 ? (
        <Tabell tittel={t('tittel')} kolonner={[{ tekst: t('tjeneste') }, { tekst: t('periode') }, { tekst: t('perTime'), tall: true }, { tekst: t('avrunding'), bareBred: true }, { tekst: t('kilde') }, { tekst: '', navn: t('bekreft') }]}>
          {satser.map((s) => (
            <Rad key={s.id}>
              <th scope="row">{sprak === 'nn' ? s.navnNn : s.navnNb}</th>
              <td>
                <PeriodeTekst fom={s.fom} tom={s.tom} />
              </td>
              <TallCelle><Belop ore={s.orePerTime} /></TallCelle>
              <td className="bare-bred">{t(`avrundinger.${s.avrunding}`)}</td>
              <td className="bryt">
                {s.kilde} {s.bekreftet ? null : <Merke farge="warning">{t('ikkeBekreftet')}</Merke>}
              </td>
              <td>
                {skriver && !s.bekreftet ? (
                  <Tekster navnerom={['skjema', 'gebyr']}>
                    <BekreftSats satsId={s.id} />
                  </Tekster>
                ) : null}
              </td>
            </Rad>
          ))}
        </Tabell>
      ) : null}
      {skriver ? (
        <Detaljer tittel={t('ny')}>
          <p className="liten dempet">{t('nyOm')}</p>
          <Tekster navnerom={['skjema', 'gebyr']}>
            <SatsSkjema tjenester={tjenester.map((x) => ({ verdi: x.kode, tekst: sprak === 'nn' ? x.navnNn : x.navnNb }))} />
          </Tekster>
        </Detaljer>
      ) : null}
    </>
  );
}
