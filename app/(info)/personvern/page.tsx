import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';

const AVSNITT = ['ansvarlig', 'hva', 'hvorfor', 'hvem', 'skjerming', 'informasjonskapsler', 'lagring', 'rettigheter'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('personvern'))('tittel') };
}

/** What is kept about whom, why, who sees it, and what one can ask for. */
export default async function Personvern() {
  const t = await getTranslations('personvern');
  return (
    <>
      <h1>{t('tittel')}</h1>
      <p className="ingress">{t('ingress')}</p>
      {AVSNITT.map((navn) => (
        <section key={navn} className="stabel">
          <h2 style={{ marginTop: 28 }}>{t(`${navn}.tittel`)}</h2>
          <p>{t(`${navn}.tekst`)}</p>
        </section>
      ))}
      <p>
        <a className="ds-link" href="https://www.datatilsynet.no/">
          datatilsynet.no
        </a>
      </p>
    </>
  );
}
