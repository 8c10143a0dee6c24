import { getTranslations } from 'next-intl/server';
import { Faner } from '#components/skall/faner.tsx';

const DELER = [['krav', '/ressurskrevende'], ['varsel', '/ressurskrevende/varsel'], ['utenfor', '/ressurskrevende/utenfor']] as const;

/** The year's claim, this year as it is heading, and what the grant does not count. */
export async function Ressursfaner({ her }: { her: (typeof DELER)[number][0] }) {
  const t = await getTranslations('varsel.faner');
  return <Faner navn={t('navn')} faner={DELER.map(([del, href]) => ({ tekst: t(del), href, her: del === her }))} />;
}
