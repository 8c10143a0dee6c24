import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';

/** From a recipient's record to a contract for them. */
export async function Kontraktlenke({ mottakerId }: { mottakerId: number }) {
  const t = await getTranslations('kontrakt');
  return (
    <p className="liten">
      <Lenke href={`/vedtak/kontrakter/ny?mottaker=${mottakerId}`}>{t('lenke')}</Lenke>
    </p>
  );
}
