import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { OmfangFordelt, UtfallFordelt } from '#components/likebehandling/tabeller.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt, medFelt } from '#components/ui/adresse.ts';
import { Filterfelt, FilterValg, Utvalg } from '#components/ui/filterfelt.tsx';
import { formatTimer } from '#lib/core/format.ts';
import { hentLikebehandling } from '#lib/oversikt/likebehandling-service.ts';
import { INNDELINGER, lesInndeling } from '#lib/oversikt/likebehandling-view.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('likebehandling'))('tittel') };
}

export default async function LikebehandlingSide({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const okt = await krevOkt('SE_LIKEBEHANDLING');
  const felt = await searchParams;
  const [t, locale] = await Promise.all([getTranslations('likebehandling'), getLocale()]);
  const inndeling = lesInndeling(ettFelt(felt, 'etter'));
  const tjeneste = ettFelt(felt, 'tjeneste') || null;
  const liste = await lesKommune(okt, (tx) => hentLikebehandling(tx, inndeling, tjeneste, tolkSprak(locale)));
  const alle = liste.alle === null || liste.alle.skjult ? null : liste.alle;
  return (
    <>
      <Sidehode tittel={t('funn', { antall: alle?.antall ?? 0, median: formatTimer(alle?.median ?? 0) })} under={t('under')} />
      <Filterfelt sti="/likebehandling" skjulte={{ etter: inndeling }} aktivt={tjeneste !== null}>
        <FilterValg navn="tjeneste" etikett={t('tjeneste')} verdi={tjeneste ?? undefined} tomt={t('alleTjenester')} valg={liste.tjenester.map((en) => ({ verdi: en.kode, tekst: en.navn }))} />
      </Filterfelt>
      <Utvalg navn={t('inndeling')} valg={INNDELINGER.map((en) => ({ tekst: t(en), href: medFelt('/likebehandling', felt, { etter: en }), her: en === inndeling }))} />
      <OmfangFordelt liste={liste} />
      <UtfallFordelt liste={liste} />
      <p className="mikro dempet">{t('merknad')}</p>
    </>
  );
}
