import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Avvisttabell } from '#components/avregning/avvisttabell.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt, sidetall, type Sokefelt } from '#components/ui/adresse.ts';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { AVVISTE_PER_SIDE, hentAvviste } from '#lib/avregning/tavle-service.ts';
import { AVVISTGRUNNER } from '#lib/avregning/tavle-view.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { parseManed } from '#lib/core/maned.ts';
import { loggfor } from '#lib/server/logg.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

interface Props {
  params: Promise<{ maned: string }>;
  searchParams: Promise<Sokefelt>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('avregning.avvist'))('tabell') };
}

export default async function AvvistSide({ params, searchParams }: Props) {
  const okt = await krevOkt('SPOR_BELOP');
  const [felt, sok, t] = await Promise.all([params, searchParams, getTranslations('avregning')]);
  const maned = parseManed(felt.maned);
  const grunn = AVVISTGRUNNER.find((g) => g === ettFelt(sok, 'grunn'));
  if (!maned || !grunn) notFound();
  const side = sidetall(sok);
  const bilde = await withKommune(okt, async (tx) => {
    const funnet = await hentAvviste(tx, maned, grunn, side);
    await loggfor(tx, { handling: 'SE_AVVISTE_BESOK', objektType: 'avregning', objektId: maned, grunn });
    return funnet;
  });
  const navn = stor(manedOgAr(maned));
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: '/avregning' }, { tekst: navn, href: `/avregning/${maned}` }, { tekst: t(`avvist.${grunn}`) }]} />
      <Sidehode tittel={t('avvist.funn', { antall: bilde.antall, grunn: t(`avvist.${grunn}`) })} under={t(`avvist.utvei${grunn}`)} />
      <Avvisttabell rader={bilde.rader} />
      <Sidevelger sti={`/avregning/${maned}/avvist`} sokefelt={sok} side={side} perSide={AVVISTE_PER_SIDE} antall={bilde.antall} />
    </>
  );
}
