import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Karantenetabell } from '#components/felt/karantenetabell.tsx';
import { ForkastetTabell, Telefontabell } from '#components/felt/telefontabell.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Meldingslinje } from '#components/utfort-tid/handling-knapp.tsx';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { visKarantene } from '#lib/utfort-tid/felt-karantene-service.ts';
import { visTelefonmeldinger } from '#lib/utfort-tid/telefonmelding-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('felt-leder'))('telefon.tittel') };
}

/** What phones said of visits: a wrong clock, two phones on one visit, and what was thrown away. */
export default async function FraTelefonene() {
  const okt = await krevOkt('SE_TELEFONMELDINGER');
  const [[side, karantene], t] = await Promise.all([lesKommune(okt, async (tx) => [await visTelefonmeldinger(tx), await visKarantene(tx)] as const), getTranslations('felt-leder')]);
  return (
    <div className="uke-side">
      <Sidehode tittel={t('telefon.funn', { antall: side.meldinger.length + karantene.length })} under={t('telefon.under')} />
      <Meldingslinje />
      <Tekster navnerom={['skjema']}>{side.meldinger.length === 0 ? <TomTilstand tekst={t('telefon.tom')} /> : <Telefontabell meldinger={side.meldinger} />}</Tekster>
      <Felt tittel={t('karantene.tittel')}>
        {karantene.length === 0 ? (
          <TomTilstand tekst={t('karantene.tom')} />
        ) : (
          <>
            <p className="liten dempet">{t('karantene.under')}</p>
            <Karantenetabell linjer={karantene} />
          </>
        )}
      </Felt>
      <Felt tittel={t('telefon.forkastet')}>{side.forkastet.length === 0 ? <TomTilstand tekst={t('telefon.forkastetTom')} /> : <ForkastetTabell forkastet={side.forkastet} />}</Felt>
    </div>
  );
}
