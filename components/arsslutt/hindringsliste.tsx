import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import type { Arsslutthindring } from '#lib/avvik/domain/overforingsforslag.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import type { Maned } from '#lib/core/maned.ts';

const VEIEN: Readonly<Partial<Record<Arsslutthindring['grunn'], string>>> = {
  DISPENSASJON_VENTER: '#dispensasjoner',
  ANSLAG_VENTER: '#anslag',
  FORSLAG_VENTER: '#forslag',
};

/** What is in the way, each with what it is about and where it is mended. */
export async function Hindringsliste({ hindringer, ordningHref }: { hindringer: readonly Arsslutthindring[]; ordningHref: string | null }) {
  const t = await getTranslations('arsslutt.hindring');
  return (
    <ul className="oppg liten">
      {hindringer.map((h) => {
        const enheter = 'enheter' in h ? h.enheter.join(', ') : '';
        const maned = h.grunn === 'MANED_IKKE_AVREGNET' ? manedOgAr(h.maned) : h.grunn === 'REGNSKAP_MANGLER' ? h.maneder.map((m) => manedOgAr(m as Maned)).join(', ') : '';
        const href = h.grunn === 'MANED_IKKE_AVREGNET' ? `/avregning/${h.maned}` : h.grunn === 'REGEL_USIKKER' || h.grunn === 'INGEN_REGEL' ? ordningHref : (VEIEN[h.grunn] ?? null);
        return (
          <li key={`${h.grunn}${maned}`}>
            <Status type="stopp">{t(h.grunn, { enheter, maned })}</Status>
            <span className="mikro dempet">
              {t(`raad.${h.grunn}`)} {href ? <Lenke href={href}>{t('gaDit')}</Lenke> : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
