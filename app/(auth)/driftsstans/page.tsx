import { getTranslations } from 'next-intl/server';
import { ProvKontakt } from '#components/innlogging/prov-kontakt.tsx';
import { Skall } from '#components/skall/skall.tsx';
import { tryggSti } from '#lib/server/trygg-sti.ts';

/** The database is away: what is safe, what to do; goes on by itself when it is back. Reads nothing. */
export default async function Driftsstans({ searchParams }: { searchParams: Promise<{ til?: string }> }) {
  const [t, { til }] = await Promise.all([getTranslations('innlogging'), searchParams]);
  return (
    <Skall>
      <div className="tekst" role="alert">
        <h1>{t('driftsstans.tittel')}</h1>
        <p>{t('driftsstans.lagret')}</p>
        <p>{t('driftsstans.videre')}</p>
        <ProvKontakt til={tryggSti(til)}>{t('driftsstans.prov')}</ProvKontakt>
      </div>
    </Skall>
  );
}
