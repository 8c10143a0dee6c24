import { getTranslations } from 'next-intl/server';
import { Faner } from '#components/skall/faner.tsx';
import { SLAG, type Slag } from '#lib/grunnlag/regnskap-view.ts';

/** The kinds as addresses. */
export async function Slagfaner({ valgt, sti }: { valgt: Slag; sti: string }) {
  const t = await getTranslations('regnskap');
  return <Faner navn={t('slagnavn')} faner={SLAG.map((slag) => ({ tekst: t(`slag.${slag}`), href: slag === 'REGNSKAP' ? sti : `${sti}?slag=${slag}`, her: slag === valgt }))} />;
}
