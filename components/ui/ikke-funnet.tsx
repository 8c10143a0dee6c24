import { getTranslations } from 'next-intl/server';
import { KnappLenke } from '#components/ui/knapp.tsx';

/** What one sees for an address that is wrong, and for a thing whose existence is itself a secret. */
export async function IkkeFunnet() {
  const t = await getTranslations('felles');
  return (
    <div className="tekst">
      <h1>{t('ikkeFunnet.tittel')}</h1>
      <p>{t('ikkeFunnet.tekst')}</p>
      <KnappLenke href="/">{t('ikkeFunnet.hjem')}</KnappLenke>
    </div>
  );
}
