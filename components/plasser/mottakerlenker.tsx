import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';

/** From a recipient's record to the waiting list and the hospital's message. */
export async function Plasslenker({ mottakerId }: { mottakerId: number }) {
  const t = await getTranslations('plasser.mottaker');
  return (
    <p className="liten">
      {t('tittel')}: <Lenke href={`/plasser/venteliste/ny?mottaker=${mottakerId}`}>{t('venteliste')}</Lenke>
      {' · '}
      <Lenke href={`/plasser/utskrivning/ny?mottaker=${mottakerId}`}>{t('utskrivning')}</Lenke>
    </p>
  );
}
