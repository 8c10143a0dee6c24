import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OppsettSkjema } from '#components/felt/oppsett-skjema.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { hentFeltoppsett } from '#lib/utfort-tid/felt-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('felt-leder'))('oppsett.tittel') };
}

/** Whether the municipality uses the field app. */
export default async function Feltapp() {
  const okt = await krevOkt('SETT_FELTAPP');
  const [oppsett, t] = await Promise.all([lesKommune(okt, hentFeltoppsett), getTranslations('felt-leder')]);
  return (
    <>
      <Sidehode tittel={oppsett.paa ? t('oppsett.paaNa') : t('oppsett.avNa', { sted: oppsett.sted ?? '' })} under={t('oppsett.under')} />
      <Tekster navnerom={['skjema', 'felt-leder']}>
        <div className="ro">
          <OppsettSkjema key={JSON.stringify(oppsett)} oppsett={oppsett} />
        </div>
      </Tekster>
    </>
  );
}
