import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { KildetabellDel, tellKilderader } from '#components/ressurskrevende/simulering/kildetabell.tsx';
import { Simuleringsfaner } from '#components/ressurskrevende/simulering/simuleringsfaner.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { krevOkt } from '#lib/server/okt.ts';
import { kildetabeller } from '#lib/toppfinansiering/domain/kildetabeller.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('simulering'))('kilden.sidetittel') };
}

/** The source's tables: ours, the printed figure, and the difference. */
export default async function KildenSide() {
  await krevOkt('SE_SIMULERING');
  const t = await getTranslations('simulering');
  const tabeller = kildetabeller();
  const { alle, LIK, AVRUNDING, TRYKKFEIL, FORENKLET } = tellKilderader(tabeller);
  return (
    <>
      <Simuleringsfaner her="kilden" />
      <Sidehode tittel={t('kilden.funn', { alle, lik: LIK, avrunding: AVRUNDING, trykkfeil: TRYKKFEIL, forenklet: FORENKLET })} under={t('kilden.under')} />
      <Felt tittel={t('kilden.slurv')}>
        <ul className="liten ro list-disc pl-5">
          {(['snitt', 'vekst', 'nummer', 'sekstall', 'gruppe', 'befolkning', 'innsats'] as const).map((nokkel) => (
            <li key={nokkel}>{t(`kilden.feil.${nokkel}`)}</li>
          ))}
        </ul>
      </Felt>
      {tabeller.map((tabell) => {
        const nokkel = `t${tabell.nummer.replace('.', '_')}`;
        return (
          <Felt key={tabell.nummer} tittel={t(`kilden.${nokkel}.tittel`)} id={nokkel} ved={t(`kilden.${nokkel}.sted`)}>
            <p className="liten ro">{t(`kilden.${nokkel}.om`)}</p>
            <KildetabellDel tabell={tabell} />
          </Felt>
        );
      })}
    </>
  );
}
