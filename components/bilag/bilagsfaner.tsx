import { getTranslations } from 'next-intl/server';
import { Faner } from '#components/skall/faner.tsx';

/** The parts of the room. */
export async function Bilagsfaner({ her }: { her: 'bilag' | 'kontering' | 'faktura' }) {
  const t = await getTranslations('bilag.faner');
  const sti = { bilag: '/bilag', kontering: '/bilag/kontering', faktura: '/bilag/faktura' } as const;
  return <Faner navn={t('navn')} faner={(['bilag', 'kontering', 'faktura'] as const).map((del) => ({ tekst: t(del), href: sti[del], her: del === her }))} />;
}
