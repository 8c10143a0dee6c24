import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import type { Manglende } from '#lib/bilag/bilag-view.ts';
import { prisgruppenavn } from '#lib/grunnlag/domain/prisgruppe.ts';

/** Every rule that is missing, what for, and the way to mend it. */
export async function Manglerliste({ mangler }: { mangler: readonly Manglende[] }) {
  const t = await getTranslations('bilag');
  return (
    <>
      <p className="liten">{t('mangler.innledning')}</p>
      <Tabell tittel={t('mangler.tittel')} kolonner={[{ tekst: t('mangler.felt') }, { tekst: t('mangler.gjelder') }, { tekst: '', navn: t('mangler.lenke') }]}>
        {mangler.map((m) => {
          const gjelder = [m.enhet, m.tjeneste, m.komponent, m.gruppe === null ? null : prisgruppenavn(m.gruppe)].filter((x) => x !== null).join(', ');
          return (
            <Rad key={`${m.felt} ${gjelder}`}>
              <th scope="row">
                <Status type="stopp">{t(`felt.${m.felt}`)}</Status>
              </th>
              <td>{gjelder}</td>
              <td>
                <Lenke href="/bilag/kontering#ny" navn={t('mangler.navn', { felt: t(`felt.${m.felt}`), gjelder })}>
                  {t('mangler.lenke')}
                </Lenke>
              </td>
            </Rad>
          );
        })}
      </Tabell>
    </>
  );
}
