import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NyPlassSkjema } from '#components/opphold/opphold-skjema.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { formatDato } from '#lib/core/format.ts';
import { iDag } from '#lib/server/clock.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { egneEnheter } from '#lib/utfort-tid/plass-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('opphold.ny'))('tittel') };
}

export default async function NyPlassSide() {
  const okt = await krevOkt('MELD_LEDIG');
  const [t, alt] = await Promise.all([getTranslations('opphold.ny'), getTranslations('opphold')]);
  const enheter = await lesKommune(okt, egneEnheter);
  return (
    <>
      <Smuler sti={[{ tekst: alt('tittel'), href: '/opphold' }, { tekst: t('tittel') }]} />
      <Sidehode tittel={t('tittel')} under={t('under')} />
      <Tekster navnerom={['skjema', 'opphold']}>
        <NyPlassSkjema enheter={enheter.map((e) => ({ verdi: String(e.id), tekst: e.navn }))} iDag={formatDato(iDag())} />
      </Tekster>
    </>
  );
}
