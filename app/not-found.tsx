import { getTranslations } from 'next-intl/server';
import { Skall } from '#components/skall/skall.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';

/** Also what one sees when the existence of a thing is itself a secret. */
export default async function NotFound() {
  const t = await getTranslations('felles');
  return (
    <Skall>
      <div className="tekst">
        <h1>{t('ikkeFunnet.tittel')}</h1>
        <p>{t('ikkeFunnet.tekst')}</p>
        <KnappLenke href="/">{t('ikkeFunnet.hjem')}</KnappLenke>
      </div>
    </Skall>
  );
}
