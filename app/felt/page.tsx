import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FeltApp } from '#components/felt/felt-app.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { hentFeltoppsett } from '#lib/utfort-tid/felt-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('felt'))('app.navn') };
}

/**
 * The field app's shell. It says nothing about anyone, so that a phone may keep it: who one is and what one does today
 * comes from /api/felt/v1. Where the municipality has the app off, there is no shell to keep.
 */
export default async function Felt() {
  const okt = await krevOkt('REGISTRER_BESOK');
  const [oppsett, t] = await Promise.all([lesKommune(okt, hentFeltoppsett), getTranslations('felt')]);
  if (!oppsett.paa) {
    return (
      <main id="innhold" tabIndex={-1} className="felt-innhold">
        <h1>{t('av.tittel')}</h1>
        <p>{t('av.tekst', { sted: oppsett.sted ?? '' })}</p>
      </main>
    );
  }
  return (
    <main id="innhold" tabIndex={-1} data-feltskall="">
      <noscript>
        <p className="felt-innhold">
          <a href="/registrer">{t('utenSkript')}</a>
        </p>
      </noscript>
      <Tekster navnerom={['felt']}>
        <FeltApp />
      </Tekster>
    </main>
  );
}
