import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { GrunnSide } from '#components/sak/grunn-side.tsx';
import { InnsynTabell } from '#components/sak/innsyn-tabell.tsx';
import { MappeFaner } from '#components/sak/mappe-faner.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { sidetall } from '#components/ui/adresse.ts';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { parseId } from '#lib/core/id.ts';
import { hentInnsyn, INNSYN_PER_SIDE } from '#lib/sak/sak-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sak.faner'))('innsyn') };
}

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function InnsynSide({ params, searchParams }: Props) {
  const okt = await krevOkt('SE_MOTTAKER');
  const mottakerId = parseId((await params).id);
  if (mottakerId === null) notFound();
  const felt = await searchParams;
  const [t, m] = await Promise.all([getTranslations('sak'), getTranslations('mottaker.utskrift')]);
  const side = sidetall(felt);
  const innsyn = await withKommune(okt, (tx) => hentInnsyn(tx, mottakerId, side));
  if (innsyn.type === 'FINNES_IKKE') notFound();
  if (innsyn.type === 'KREVER_GRUNN') return <GrunnSide mottakerId={mottakerId} />;
  const sti = `/mottakere/${mottakerId}`;
  const navn = `${innsyn.person.fornavn} ${innsyn.person.etternavn}`;
  const tittel = t('innsyn.tittel', { antall: innsyn.antall, navn });
  return (
    <>
      <Smuler sti={[{ tekst: t('mottakere'), href: '/mottakere' }, { tekst: navn, href: sti }, { tekst: t('faner.innsyn') }]} />
      <Sidehode tittel={tittel} under={t('innsyn.under')} handlinger={<a className="ds-button" data-variant="secondary" href={`${sti}/innsyn/pdf`}>{m('knapp')}</a>} />
      <MappeFaner mottakerId={mottakerId} her="innsyn" />
      <InnsynTabell oppslag={innsyn.oppslag} tittel={tittel} />
      <Sidevelger sti={`${sti}/innsyn`} sokefelt={felt} side={side} perSide={INNSYN_PER_SIDE} antall={innsyn.antall} />
    </>
  );
}
