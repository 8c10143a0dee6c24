import { getTranslations } from 'next-intl/server';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { formatPeriode } from '#lib/core/format.ts';
import { HINDRER_IKKE } from '#lib/oppdrag/domain/register-import.ts';
import type { Registertall, Ryddrad } from '#lib/oppdrag/register-import-view.ts';

/** How many rows do what. */
export async function Utfalltabell({ tall }: { tall: Partial<Registertall> }) {
  const t = await getTranslations('register.en');
  return (
    <Tabell tittel={t('utfall')} kolonner={[{ tekst: t('utfall') }, { tekst: t('antall'), tall: true }]}>
      {(['NY', 'ENDRET', 'LIK', 'RETTES'] as const).map((utfall) => (
        <Rad key={utfall}>
          <th scope="row">{t(utfall)}</th>
          <TallCelle>{tall[utfall] ?? 0}</TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}

/** What is wrong, row by row, with the words to find it by in the other system. The number itself is not shown. */
export async function Ryddliste({ rader }: { rader: readonly Ryddrad[] }) {
  const [t, m] = await Promise.all([getTranslations('register.en'), getTranslations('register.mangel')]);
  if (rader.length === 0) return <p className="liten dempet">{t('ryddTom')}</p>;
  return (
    <Tabell tittel={t('rydd')} festet kolonner={[{ tekst: t('rad'), tall: true, bredde: '7%' }, { tekst: t('mottaker') }, { tekst: t('vedtak') }, { tekst: t('hva') }]}>
      {rader.map((rad) => (
        <Rad key={rad.rad}>
          <TallCelle>{rad.rad}</TallCelle>
          <th scope="row">{rad.navn.replace(/^, |, $/g, '')}</th>
          <td>
            {[rad.kildeId, rad.tjeneste, rad.enhet].filter(Boolean).join(' · ')}
            {rad.fom === null ? null : <div className="mikro dempet">{formatPeriode(rad.fom, rad.tom)}</div>}
          </td>
          <td>
            {rad.mangler.map((mangel) => (
              <div key={mangel}>
                <Status type={HINDRER_IKKE.includes(mangel) ? 'varsel' : 'stopp'}>{mangel === 'CELLE' && rad.celler ? t('celler', { celler: rad.celler }) : m(mangel)}</Status>
              </div>
            ))}
          </td>
        </Rad>
      ))}
    </Tabell>
  );
}
