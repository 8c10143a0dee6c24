import { getTranslations } from 'next-intl/server';
import { Faner } from '#components/skall/faner.tsx';

export type Mappefane = 'oversikt' | 'opplysninger' | 'henvendelser' | 'utredning' | 'innsyn';

/** The parts of a record, the same on each of its pages. */
export async function MappeFaner({ mottakerId, her }: { mottakerId: number; her: Mappefane }) {
  const [t, m] = await Promise.all([getTranslations('sak.faner'), getTranslations('mottaker.fane')]);
  const sti = `/mottakere/${mottakerId}`;
  const faner: { navn: Mappefane; tekst: string; href: string }[] = [
    { navn: 'oversikt', tekst: t('oversikt'), href: sti },
    { navn: 'opplysninger', tekst: m('opplysninger'), href: `${sti}/opplysninger` },
    { navn: 'henvendelser', tekst: m('henvendelser'), href: `${sti}/henvendelser` },
    { navn: 'utredning', tekst: m('utredning'), href: `${sti}/utredning` },
    { navn: 'innsyn', tekst: t('innsyn'), href: `${sti}/innsyn` },
  ];
  return <Faner navn={t('navn')} faner={faner.map(({ navn, tekst, href }) => ({ tekst, href, her: navn === her }))} />;
}
