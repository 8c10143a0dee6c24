import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { krevOkt } from '#lib/server/okt.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('felles'))('meny.rapporter') };
}

/** Published reports, for those who only read them. None is published until the rådmann has approved one. */
export default async function Rapporter() {
  const okt = await krevOkt('SE_RAPPORTER');
  const t = await getTranslations('innlogging');
  return (
    <>
      <Sidehode tittel={t('rapporter.tittel')} />
      <div className="tomt ro">
        <p>{t('rapporter.tomt', { kommune: okt.kommuneNavn })}</p>
        <p className="dempet">{t('rapporter.hvor')}</p>
      </div>
    </>
  );
}
