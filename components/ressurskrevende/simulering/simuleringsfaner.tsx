import { getTranslations } from 'next-intl/server';
import { Faner } from '#components/skall/faner.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { SIMULERING_STI } from '#lib/toppfinansiering/simulering-view.ts';

const DELER = [
  ['simulering', SIMULERING_STI],
  ['vekst', `${SIMULERING_STI}/vekst`],
  ['kilden', `${SIMULERING_STI}/kilden`],
] as const;

/** Where this is, and the three parts of the simulation. */
export async function Simuleringsfaner({ her }: { her: (typeof DELER)[number][0] }) {
  const t = await getTranslations('simulering');
  return (
    <>
      <Smuler sti={[{ tekst: t('rommet'), href: '/ressurskrevende' }, { tekst: t('faner.simulering') }]} />
      <Faner navn={t('faner.navn')} faner={DELER.map(([del, href]) => ({ tekst: t(`faner.${del}`), href, her: del === her }))} />
    </>
  );
}
