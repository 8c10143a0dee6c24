import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tilgjengelighet'))('tittel') };
}

/** The accessibility statement the regulation on universal design of ICT asks for. */
export default async function Tilgjengelighet() {
  const t = await getTranslations('tilgjengelighet');
  const liste = (navn: string): string[] => Object.values(t.raw(navn) as Record<string, string>);
  return (
    <>
      <h1>{t('tittel')}</h1>
      <p className="ingress">{t('ingress')}</p>
      <h2>{t('krav.tittel')}</h2>
      <p>{t('krav.tekst')}</p>
      <h2>{t('virker.tittel')}</h2>
      <ul>
        {liste('virker.punkter').map((punkt) => (
          <li key={punkt}>{punkt}</li>
        ))}
      </ul>
      <h2>{t('kjent.tittel')}</h2>
      <ul>
        {liste('kjent.punkter').map((punkt) => (
          <li key={punkt}>{punkt}</li>
        ))}
      </ul>
      <h2>{t('provd.tittel')}</h2>
      <p>{t('provd.tekst')}</p>
      <h2>{t('meld.tittel')}</h2>
      <p>{t('meld.tekst')}</p>
      <p>
        {t('meld.klage')}{' '}
        <a className="ds-link" href="https://www.uutilsynet.no/">
          uutilsynet.no
        </a>
      </p>
    </>
  );
}
