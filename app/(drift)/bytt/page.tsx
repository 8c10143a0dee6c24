import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { byttRolle } from '#app/(auth)/actions.ts';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { hjemFor } from '#lib/server/meny.ts';
import { krevInnlogget } from '#lib/server/okt.ts';
import { kontoerFor } from '#lib/server/okt-lager.ts';
import { tryggSti } from '#lib/server/trygg-sti.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('innlogging'))('bytt.tittel') };
}

/** Where every login ends: those with one role go straight on, the others choose. */
export default async function Bytt({ searchParams }: { searchParams: Promise<{ til?: string; feil?: string }> }) {
  const okt = await krevInnlogget();
  const sok = await searchParams;
  const til = tryggSti(sok.til);
  if (!okt.flere) redirect(til === '/' ? hjemFor(okt.rolle) : til);
  const [t, felles, valg] = await Promise.all([getTranslations('innlogging'), getTranslations('felles'), kontoerFor(okt)]);
  return (
    <>
      <Sidehode tittel={t('bytt.tittel')} ingress={t('bytt.ingress')} />
      {sok.feil === undefined ? null : (
        <Varsel farge="danger" role="alert">
          {t('bytt.feil')}
        </Varsel>
      )}
      <form action={byttRolle} className="stabel ro">
        <input type="hidden" name="til" value={til} />
        {valg.map((konto) => {
          const her = konto.kommuneId === okt.kommuneId && konto.rolle === okt.rolle;
          return (
            <button
              key={`${konto.kommuneId}:${konto.rolle}`}
              type="submit"
              name="valg"
              value={`${konto.kommuneId}:${konto.rolle}`}
              className="ds-button"
              data-variant={her ? 'primary' : 'secondary'}
              data-fullwidth=""
            >
              {konto.kommuneNavn} · {felles(`roller.${konto.rolle}`)}
              {konto.enhetNavn ? `, ${konto.enhetNavn}` : ''}
              {her ? ` (${t('bytt.na')})` : ''}
            </button>
          );
        })}
      </form>
    </>
  );
}
