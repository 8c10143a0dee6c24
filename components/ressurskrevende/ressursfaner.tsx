import { getTranslations } from 'next-intl/server';
import { Faner } from '#components/skall/faner.tsx';

const DELER = [['krav', '/ressurskrevende'], ['varsel', '/ressurskrevende/varsel'], ['utenfor', '/ressurskrevende/utenfor'], ['historikk', '/ressurskrevende/historikk']] as const;

/** The year's claim, this year as it is heading, what the grant does not count, and the years. */
export async function Ressursfaner({ her }: { her: (typeof DELER)[number][0] }) {
  const t = await getTranslations('varsel.faner');
  return <Faner navn={t('navn')} faner={DELER.map(([del, href]) => ({ tekst: t(del), href, her: del === her }))} />;
}
