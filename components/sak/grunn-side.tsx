import { getTranslations } from 'next-intl/server';
import { GrunnSkjema } from '#components/sak/grunn-skjema.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Tekster } from '#components/ui/tekster.tsx';

/** The page one meets before a record that is not one's own case. It says nothing about whose it is. */
export async function GrunnSide({ mottakerId }: { mottakerId: number }) {
  const t = await getTranslations('sak');
  return (
    <>
      <Smuler sti={[{ tekst: t('mottakere'), href: '/mottakere' }, { tekst: t('mappe') }]} />
      <Sidehode tittel={t('grunn.tittel')} />
      <p className="ro">{t('grunn.tekst')}</p>
      <Tekster navnerom={['skjema', 'sak']}>
        <GrunnSkjema mottakerId={mottakerId} />
      </Tekster>
    </>
  );
}
