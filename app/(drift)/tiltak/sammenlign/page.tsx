import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Sammenligning } from '#components/tiltak/sammenligning.tsx';
import { type Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { hentScenarioer } from '#lib/oversikt/tiltak-scenario-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tiltak.sammenlign'))('tittel') };
}

/** Two to four scenarios side by side, as they were saved and as they are known now. */
export default async function SammenlignSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_TILTAK');
  const [t, sprak, { s }] = await Promise.all([getTranslations('tiltak.sammenlign'), getLocale(), searchParams]);
  const ider = [s ?? []].flat().map(Number).filter((n) => Number.isSafeInteger(n) && n > 0);
  const bilde = await lesKommune(okt, (tx) => hentScenarioer(tx, ider, tolkSprak(sprak)));
  if (bilde === null || bilde.scenarioer.length < 2) {
    return (
      <>
        <Sidehode tittel={t('velgTo')} />
        <TomTilstand tekst={t('velgToNeste')} neste={<Lenke href="/tiltak">{t('tilbake')}</Lenke>} />
      </>
    );
  }
  const synlige = bilde.scenarioer.filter((x) => x.naa !== null);
  const beste = synlige.toSorted((a, b) => (a.naa?.tolvOre ?? 0) - (b.naa?.tolvOre ?? 0))[0];
  return (
    <>
      <Sidehode
        stor over={t('over', { antall: bilde.scenarioer.length })}
        tittel={beste?.naa ? t('funn', { navn: beste.navn, belop: belopTekst(Math.abs(beste.naa.tolvOre), 'mill', false, true) }) : t('tittel')}
        under={<Lenke href="/tiltak">{t('tilbake')}</Lenke>}
        handlinger={<a className="ds-link" href={`/tiltak/sammenlign/pdf?${bilde.scenarioer.map((x) => `s=${x.id}`).join('&')}`} download>{t('pdf')}</a>}
      />
      <Felt tittel={t('tittel')} skjultTittel>
        <Sammenligning scenarioer={bilde.scenarioer} naaGapOre={bilde.naaGapOre} />
      </Felt>
    </>
  );
}
