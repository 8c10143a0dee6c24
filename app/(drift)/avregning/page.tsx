import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { KjorKnapp } from '#components/avregning/kjor-knapp.tsx';
import { Manedsliste } from '#components/avregning/manedsliste.tsx';
import { Paminnelser } from '#components/kalender/paminnelser.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { hentPaminnelser } from '#lib/avregning/kalender-paminnelse-service.ts';
import { hentAvregninger } from '#lib/avregning/tavle-service.ts';
import type { AvregningerView } from '#lib/avregning/tavle-service.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { manedFor } from '#lib/core/maned.ts';
import { iDag } from '#lib/server/clock.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('avregning'))('tittel') };
}

async function funn({ linjer }: AvregningerView): Promise<string> {
  const t = await getTranslations('avregning.liste');
  const forste = linjer[0];
  const avregnet = linjer.find((l) => l.siste?.status === 'FERDIG' || l.status !== 'APEN');
  if (forste?.siste?.status === 'VENTER' || forste?.siste?.status === 'KJORER') return t('funnUnderveis', { maned: stor(manedOgAr(forste.maned)) });
  if (forste?.siste?.status === 'STOPPET') return t('funnStoppet', { maned: manedOgAr(forste.maned) });
  if (forste?.siste && forste.siste.feil.length > 0) return t('funnDelvis', { maned: stor(manedOgAr(forste.maned)) });
  if (!avregnet) return t('funnIngen');
  return t('funnAvregnet', { maned: stor(manedOgAr(avregnet.maned)), belop: belopTekst(avregnet.belopOre + avregnet.rettelserOre, 'ore', false, true) });
}

export default async function AvregningSide() {
  const okt = await krevOkt('SE_AVREGNING');
  const t = await getTranslations('avregning');
  const bilde = await lesKommune(okt, hentAvregninger);
  const underveis = bilde.linjer.some((l) => l.siste?.status === 'VENTER' || l.siste?.status === 'KJORER');
  const forelopig = bilde.neste === manedFor(iDag());
  const igjen = bilde.linjer.some((l) => l.maned === bilde.neste && l.status === 'AVREGNET');
  const knapp =
    harTilgang(okt, 'KJOR_AVREGNING') && !underveis ? (
      <Tekster navnerom={['skjema']}>
        <KjorKnapp maned={bilde.neste} variant="primary">
          {t(forelopig ? 'knapp.kjorForelopig' : igjen ? 'knapp.kjorIgjen' : 'knapp.kjor', { maned: manedOgAr(bilde.neste) })}
        </KjorKnapp>
      </Tekster>
    ) : undefined;
  return (
    <>
      <Sidehode tittel={await funn(bilde)} under={t('liste.under')} handlinger={knapp} />
      <Paminnelser paminnelser={await lesKommune(okt, hentPaminnelser)} />
      {bilde.linjer.length === 0 ? <TomTilstand tekst={t('liste.tom')} /> : <Manedsliste linjer={bilde.linjer} />}
    </>
  );
}
