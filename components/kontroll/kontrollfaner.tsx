import { getTranslations } from 'next-intl/server';
import { Faner } from '#components/skall/faner.tsx';

export type Kontrollfane = 'kvalitet' | 'stikkprover' | 'meldinger' | 'gebyr' | 'import';
const STI: Readonly<Record<Kontrollfane, string>> = { kvalitet: '/kontroll', stikkprover: '/kontroll/stikkprover', meldinger: '/kontroll/meldinger', gebyr: '/kontroll/gebyr', import: '/kontroll/import' };

/** The parts of the control as addresses; fees and files from other systems only for those who see them. */
export async function Kontrollfaner({ her, gebyr, filer }: { her: Kontrollfane; gebyr: boolean; filer: boolean }) {
  const t = await getTranslations('kontroll');
  const faner: Kontrollfane[] = ['kvalitet', 'stikkprover', 'meldinger', ...(gebyr ? (['gebyr'] as const) : []), ...(filer ? (['import'] as const) : [])];
  return <Faner navn={t('deler')} faner={faner.map((f) => ({ tekst: t(`fane.${f}`), href: STI[f], her: f === her }))} />;
}
