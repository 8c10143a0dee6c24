import { getTranslations } from 'next-intl/server';
import { Skall } from '#components/skall/skall.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';

/** The login knows the person, but no kommune here does. */
export default async function IngenTilgang() {
  const t = await getTranslations('innlogging');
  return (
    <Skall>
      <div className="tekst">
        <h1>{t('ingenTilgang.tittel')}</h1>
        <p>{t('ingenTilgang.tekst')}</p>
        <ol>
          <li>{t('ingenTilgang.steg1')}</li>
          <li>{t('ingenTilgang.steg2')}</li>
          <li>{t('ingenTilgang.steg3')}</li>
        </ol>
        <KnappLenke href="/logg-inn" variant="secondary">
          {t('ingenTilgang.tilbake')}
        </KnappLenke>
      </div>
    </Skall>
  );
}
