import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Apidokument } from '#components/api/apidokument.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { krevOkt } from '#lib/server/okt.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('api'))('dokumentasjon') };
}

/** The API as a page, made of the same schemas as the OpenAPI document. */
export default async function ApidokumentSide() {
  await krevOkt('SE_APIDOK');
  const t = await getTranslations('api');
  return (
    <>
      <Sidehode
        tittel={t('dok.tittel')}
        under={t('dok.under')}
        handlinger={
          <a className="ds-link" href="/api/v1/openapi.json">
            {t('dok.openapi')}
          </a>
        }
      />
      <Apidokument />
    </>
  );
}
