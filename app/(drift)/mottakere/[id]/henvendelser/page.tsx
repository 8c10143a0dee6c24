import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { GrunnSide } from '#components/sak/grunn-side.tsx';
import { InnboksTabell } from '#components/sak/innboks-tabell.tsx';
import { MappeFaner } from '#components/sak/mappe-faner.tsx';
import { MappeHode } from '#components/sak/mappe-hode.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { parseId } from '#lib/core/id.ts';
import { hentMottakersHenvendelser } from '#lib/sak/innboks-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('innboks.henvendelser'))('tittel') };
}

export default async function HenvendelserSide({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('SE_INNBOKS');
  const mottakerId = parseId((await params).id);
  if (mottakerId === null) notFound();
  const [t, sprak] = await Promise.all([getTranslations('innboks'), getLocale()]);
  const side = await withKommune(okt, (tx) => hentMottakersHenvendelser(tx, mottakerId, tolkSprak(sprak)));
  if (side.type === 'FINNES_IKKE') notFound();
  if (side.type === 'KREVER_GRUNN') return <GrunnSide mottakerId={mottakerId} />;
  return (
    <>
      <MappeHode person={side.person} under={t('henvendelser.tittel')} handlinger={<KnappLenke href={`/innboks/ny?mottaker=${mottakerId}`} hurtigtast="n">{t('ny')}</KnappLenke>} />
      <MappeFaner mottakerId={mottakerId} her="henvendelser" />
      {side.rader.length > 0 ? <InnboksTabell rader={side.rader} tjenestenavn={side.tjenestenavn} medMottaker={false} /> : <TomTilstand tekst={t('henvendelser.tom')} />}
    </>
  );
}
