import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { GrunnSide } from '#components/sak/grunn-side.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt } from '#components/ui/adresse.ts';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { NyForhandling } from '#components/vedtak/kontrakt-skjemaer.tsx';
import { formatDato } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { apneNyKontrakt } from '#lib/vedtak/kontrakt-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kontrakt'))('ny') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The first bid, to a provider that may deliver the service. */
export default async function NyForhandlingSide({ searchParams }: Props) {
  const okt = await krevOkt('FORHANDLE_KONTRAKT');
  const felt = await searchParams;
  const mottakerId = parseId(ettFelt(felt, 'mottaker') ?? '');
  if (mottakerId === null) notFound();
  const [t, sprak] = await Promise.all([getTranslations('kontrakt'), getLocale()]);
  const side = await withKommune(okt, (tx) => apneNyKontrakt(tx, mottakerId, tolkSprak(sprak)));
  if (side.type === 'FINNES_IKKE') notFound();
  if (side.type === 'KREVER_GRUNN') return <GrunnSide mottakerId={mottakerId} />;
  const { mottaker, tjenester, idag, frist } = side.view;
  const onsket = ettFelt(felt, 'tjeneste');
  const valgt = tjenester.find((en) => en.kode === onsket) ?? (tjenester.length === 1 ? tjenester[0] : undefined);
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: '/vedtak/kontrakter' }, { tekst: mottaker.navn, href: `/mottakere/${mottaker.id}` }, { tekst: t('ny') }]} />
      <Sidehode tittel={t('nyTittel', { navn: mottaker.navn })} under={t('nyUnder')} />
      {tjenester.length === 0 ? (
        <TomTilstand tekst={t('ingenTjenester')} />
      ) : (
        <Tekster navnerom={['skjema', 'kontrakt']}>
          <NyForhandling mottakerId={mottaker.id} tjenester={tjenester} valgt={valgt?.kode ?? ''} fom={formatDato(idag)} frist={formatDato(frist)} />
        </Tekster>
      )}
    </>
  );
}
