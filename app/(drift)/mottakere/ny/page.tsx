import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NyMottakerSkjema } from '#components/sak/mottaker-skjema.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { hentMottakervalg } from '#lib/sak/mottaker-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mottaker.ny'))('tittel') };
}

export default async function NyMottakerSide() {
  const okt = await krevOkt('REGISTRER_MOTTAKER');
  const [t, s] = await Promise.all([getTranslations('mottaker.ny'), getTranslations('sak')]);
  const { demo, ...valg } = await lesKommune(okt, hentMottakervalg);
  return (
    <>
      <Smuler sti={[{ tekst: s('mottakere'), href: '/mottakere' }, { tekst: t('tittel') }]} />
      <Sidehode tittel={t('tittel')} under={demo ? `${t('under')} ${t('underDemo')}` : t('under')} />
      <Tekster navnerom={['skjema', 'mottaker']}>
        <NyMottakerSkjema valg={valg} saksbehandler={valg.saksbehandlere.some((k) => k.id === okt.kontoId) ? okt.kontoId : null} />
      </Tekster>
    </>
  );
}
