import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Faner } from '#components/skall/faner.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt, sidetall } from '#components/ui/adresse.ts';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { KlageTabell } from '#components/vedtak/klage-tabell.tsx';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { hentKlageliste, KLAGER_PER_SIDE } from '#lib/vedtak/klage-service.ts';
import { KLAGEUTVALG } from '#lib/vedtak/klage-view.ts';
import { hentTjenestenavn } from '#lib/vedtak/vedtaksregler-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('klage'))('tittel') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Appeals by who they wait on. */
export default async function KlagerSide({ searchParams }: Props) {
  const okt = await krevOkt('SE_KLAGER');
  const felt = await searchParams;
  const [t, sprak] = await Promise.all([getTranslations('klage'), getLocale()]);
  const utvalg = KLAGEUTVALG.find((en) => en === ettFelt(felt, 'utvalg')) ?? 'APNE';
  const side = sidetall(felt);
  const [liste, tjenester] = await lesKommune(okt, async (tx) => [await hentKlageliste(tx, utvalg, side), await hentTjenestenavn(tx, tolkSprak(sprak))] as const);
  const { OMGJORT = 0, DELVIS = 0, OPPRETTHOLDT = 0, AVVIST = 0 } = liste.utfall;
  return (
    <>
      <Sidehode tittel={t('funn', { antall: liste.hosOss, forfalt: liste.forfalt })} under={t('iAr', { omgjort: OMGJORT + DELVIS, opprettholdt: OPPRETTHOLDT, avvist: AVVIST })} />
      <Faner navn={t('utvalg')} faner={KLAGEUTVALG.map((en) => ({ tekst: t(`utvalgene.${en}`), href: en === 'APNE' ? '/klager' : `/klager?utvalg=${en}`, her: en === utvalg }))} />
      {liste.rader.length > 0 ? <KlageTabell rader={liste.rader} tjenester={tjenester} /> : <TomTilstand tekst={t('tom')} />}
      <Sidevelger sti="/klager" sokefelt={felt} side={side} perSide={KLAGER_PER_SIDE} antall={liste.antall} />
    </>
  );
}
