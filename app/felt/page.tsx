import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { FeltApp } from '#components/felt/felt-app.tsx';
import { Felttekster } from '#components/felt/tekster.tsx';
import { lesTekster } from '#lib/server/sprak/tekster.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
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
  const sprak = tolkSprak(await getLocale());
  // What only the server says (refusals, notices) is said by the server.
  const { avslag: _avslag, beskjed: _beskjed, ...feltTekster } = lesTekster(sprak)['felt'] ?? {};
  return (
    <main id="innhold" tabIndex={-1} data-feltskall="">
      <noscript>
        <p className="felt-innhold">
          <a href="/registrer">{t('utenSkript')}</a>
        </p>
      </noscript>
      <Felttekster sprak={sprak} tekster={feltTekster}>
        <FeltApp />
      </Felttekster>
    </main>
  );
}
