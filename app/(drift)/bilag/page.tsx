import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { LagBilag } from '#components/bilag/bilag-skjema.tsx';
import { Bilagsfaner } from '#components/bilag/bilagsfaner.tsx';
import { Bilagsvisning } from '#components/bilag/forhandsvisning.tsx';
import { Manedstabell } from '#components/bilag/manedstabell.tsx';
import { Manglerliste } from '#components/bilag/manglerliste.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { SperretKnapp } from '#components/ui/knapp.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { forhandsvis, hentBilagsoversikt } from '#lib/bilag/bilag-service.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesStabilt } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bilag'))('tittel') };
}

export default async function BilagSide() {
  const okt = await krevOkt('SE_BILAG');
  const [t, sprak] = [await getTranslations('bilag'), tolkSprak(await getLocale())];
  const { oversikt, visning } = await lesStabilt(okt, async (tx) => {
    const bilde = await hentBilagsoversikt(tx);
    return { oversikt: bilde, visning: bilde.neste ? await forhandsvis(tx, bilde.neste.maned, sprak) : null };
  });
  const { neste, maneder, oppsett } = oversikt;
  const maned = neste ? manedOgAr(neste.maned) : '';
  const mangler = visning?.mangler ?? [];
  const tittel = neste ? t('liste.funnRest', { maned: stor(maned), antall: neste.restLinjer }) : t(maneder.length === 0 ? 'liste.funnTom' : 'liste.funnAlt');
  const knapp = !neste || !harTilgang(okt, 'LAG_BILAG') ? undefined : mangler.length > 0 ? (
    <SperretKnapp hindring="mangler">{t('liste.sperret', { maned, antall: mangler.length })}</SperretKnapp>
  ) : (
    <Tekster navnerom={['skjema']}>
      <LagBilag maned={neste.maned}>{t('liste.lag', { maned })}</LagBilag>
    </Tekster>
  );
  return (
    <>
      <Sidehode tittel={tittel} under={t('liste.under', { form: t(`form.${oppsett.form}`) })} handlinger={knapp} />
      <Bilagsfaner her="bilag" />
      <div className="stabel-luft">
        {mangler.length > 0 ? (
          <Felt tittel={t('mangler.tittel')} id="mangler">
            <Manglerliste mangler={mangler} />
          </Felt>
        ) : null}
        {visning && mangler.length === 0 ? (
          <Felt tittel={t('liste.visning', { maned: manedOgAr(visning.maned) })}>
            <Bilagsvisning visning={visning} />
          </Felt>
        ) : null}
        <Felt tittel={t('liste.tabell')}>{maneder.length === 0 ? <TomTilstand tekst={t('liste.tom')} /> : <Manedstabell maneder={maneder} />}</Felt>
      </div>
    </>
  );
}
