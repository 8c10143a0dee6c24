import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { plassfaner } from '#components/plasser/plasstabeller.tsx';
import { DognsatsSkjema } from '#components/plasser/utskrivning-skjema.tsx';
import { Dognkostnad, Satstabell, Utskrivningstabell } from '#components/plasser/utskrivningstabeller.tsx';
import { Faner } from '#components/skall/faner.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { visUtskrivninger } from '#lib/sak/utskrivning-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plasser.utskrivning'))('tittel') };
}

export default async function UtskrivningSide() {
  const okt = await krevOkt('SE_PLASSER');
  const [t, faner] = await Promise.all([getTranslations('plasser.utskrivning'), plassfaner('utskrivning')]);
  const bilde = await withKommune(okt, visUtskrivninger);
  return (
    <>
      <Sidehode tittel={t('funn', { apne: bilde.apne, ubesvarte: bilde.ubesvarte })} under={t('under')} />
      <Faner {...faner} />
      <div className="stabel-luft">
        <Utskrivningstabell rader={bilde.rader} />
        <Dognkostnad maneder={bilde.maneder} satser={bilde.satser} />
        <Felt tittel={t('sats.tittel')}>
          <Satstabell satser={bilde.satser} />
          {harTilgang(okt, 'SETT_DOGNSATS') ? (
            <Detaljer tittel={t('sats.ny')}>
              <Tekster navnerom={['skjema', 'plasser']}>
                <DognsatsSkjema />
              </Tekster>
            </Detaljer>
          ) : null}
        </Felt>
      </div>
    </>
  );
}
