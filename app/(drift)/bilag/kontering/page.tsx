import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Bilagsfaner } from '#components/bilag/bilagsfaner.tsx';
import { Bilagsvisning } from '#components/bilag/forhandsvisning.tsx';
import { NyRegel, OppsettSkjema } from '#components/bilag/kontering-skjema.tsx';
import { Manglerliste } from '#components/bilag/manglerliste.tsx';
import { Regeltabell } from '#components/bilag/regeltabell.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Felt, MedPanel, Sidepanel } from '#components/ui/felt.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { forhandsvis, hentBilagsoversikt } from '#lib/bilag/bilag-service.ts';
import { hentKontering } from '#lib/bilag/kontering-service.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { manedFor } from '#lib/core/maned.ts';
import { iDag } from '#lib/server/clock.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesStabilt } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bilag.faner'))('kontering') };
}

export default async function KonteringSide() {
  const okt = await krevOkt('SE_BILAG');
  const [t, sprak] = [await getTranslations('bilag'), tolkSprak(await getLocale())];
  const { bilde, visning } = await lesStabilt(okt, async (tx) => {
    const { neste } = await hentBilagsoversikt(tx);
    return { bilde: await hentKontering(tx, sprak), visning: neste ? await forhandsvis(tx, neste.maned, sprak) : null };
  });
  const maned = visning?.maned ?? manedFor(iDag());
  const mangler = visning?.mangler ?? [];
  const kanEndres = harTilgang(okt, 'ENDRE_KONTERING');
  const { form, toleranseMinutter, toleranseOre } = bilde.oppsett;
  return (
    <>
      <Sidehode
        tittel={mangler.length > 0 ? t('kontering.funnMangler', { antall: mangler.length, maned: manedOgAr(maned) }) : t('kontering.funn', { antall: bilde.regler.length })}
        under={t('kontering.under')}
      />
      <Bilagsfaner her="kontering" />
      <MedPanel
        panel={
          kanEndres ? (
            <Sidepanel navn={t('kontering.ny')} tittel={<span id="ny">{t('kontering.ny')}</span>}>
              <Tekster navnerom={['skjema', 'bilag']}>
                <NyRegel valg={bilde.valg} forslag={maned} />
              </Tekster>
            </Sidepanel>
          ) : null
        }
      >
        {mangler.length > 0 ? (
          <Felt tittel={t('mangler.tittel')} id="mangler">
            <Manglerliste mangler={mangler} />
          </Felt>
        ) : null}
        <Felt tittel={t('kontering.tabell')}>
          <Regeltabell regler={bilde.regler} forslag={maned} kanEndres={kanEndres} />
        </Felt>
        {mangler.length === 0 ? (
          <Felt tittel={t('kontering.visning', { maned: manedOgAr(maned) })}>
            <Bilagsvisning visning={visning} />
          </Felt>
        ) : null}
        {kanEndres ? (
          <Felt tittel={t('kontering.oppsett')}>
            <Tekster navnerom={['skjema', 'bilag']}>
              <OppsettSkjema oppsett={{ form, toleranseMinutter: String(toleranseMinutter), toleranseOre: belopTekst(toleranseOre) }} />
            </Tekster>
          </Felt>
        ) : null}
      </MedPanel>
    </>
  );
}
