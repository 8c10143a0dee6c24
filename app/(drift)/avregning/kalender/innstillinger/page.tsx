import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { KalenderSkjema } from '#components/kalender/kalender-skjema.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { hentRegler } from '#lib/avregning/kalender-service.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { forrige, leggTilManeder, manedFor, manederFraTil } from '#lib/core/maned.ts';
import { iDag } from '#lib/server/clock.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kalender.kalender'))('felt.tittel') };
}

export default async function KalenderinnstillingerSide() {
  const okt = await krevOkt('SETT_KALENDER');
  const [t, avregning] = await Promise.all([getTranslations('kalender.kalender'), getTranslations('avregning')]);
  const denne = manedFor(iDag());
  const { regler, iKraft } = await lesKommune(okt, (tx) => hentRegler(tx, denne));
  const maneder = manederFraTil(forrige(denne), leggTilManeder(denne, 12)).map((m) => ({ verdi: m, tekst: stor(manedOgAr(m)) }));
  return (
    <>
      <Smuler sti={[{ tekst: avregning('tittel'), href: '/avregning' }, { tekst: t('tittel'), href: '/avregning/kalender' }, { tekst: t('felt.tittel') }]} />
      <Sidehode tittel={iKraft ? t('felt.funn') : t('felt.funnIngen')} under={t('felt.under')} />
      <Tekster navnerom={['skjema', 'kalender']}>
        <KalenderSkjema regler={regler} maneder={maneder} />
      </Tekster>
    </>
  );
}
