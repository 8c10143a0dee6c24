import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Faner } from '#components/skall/faner.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt, sidetall } from '#components/ui/adresse.ts';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { KontraktTabell } from '#components/vedtak/kontrakt-tabell.tsx';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { hentKontrakter } from '#lib/vedtak/kontrakt-service.ts';
import { KONTRAKTER_PER_SIDE, KONTRAKTSUTVALG } from '#lib/vedtak/kontrakt-view.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kontrakt'))('tittel') };
}

const STI = '/vedtak/kontrakter';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Negotiations by where they stand, what waits for the reader counted in the heading. */
export default async function KontrakterSide({ searchParams }: Props) {
  const okt = await krevOkt('SE_KONTRAKTER');
  const felt = await searchParams;
  const t = await getTranslations('kontrakt');
  const utvalg = KONTRAKTSUTVALG.find((en) => en === ettFelt(felt, 'utvalg')) ?? 'APNE';
  const side = sidetall(felt);
  const liste = await lesKommune(okt, (tx) => hentKontrakter(tx, utvalg, side));
  return (
    <>
      <Sidehode tittel={t('funn.BESTILLER', { antall: liste.minTur })} under={t('under.BESTILLER', { enhet: okt.enhetNavn ?? okt.kommuneNavn })} />
      <Faner navn={t('utvalg')} faner={KONTRAKTSUTVALG.map((en) => ({ tekst: t(`utvalgene.${en}`), href: en === 'APNE' ? STI : `${STI}?utvalg=${en}`, her: en === utvalg }))} />
      {liste.rader.length > 0 ? <KontraktTabell rader={liste.rader} sti={STI} /> : <TomTilstand tekst={t('tom.BESTILLER')} />}
      <Sidevelger sti={STI} sokefelt={felt} side={side} perSide={KONTRAKTER_PER_SIDE} antall={liste.antall} />
    </>
  );
}
