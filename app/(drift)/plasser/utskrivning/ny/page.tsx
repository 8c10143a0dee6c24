import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { NyUtskrivningSkjema } from '#components/plasser/utskrivning-skjema.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { Tekster } from '#components/ui/tekster.tsx';
import { formatDato } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { visNyVentende } from '#lib/oversikt/plassoversikt-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plasser.nyUtskrivning'))('tittel') };
}

export default async function NyUtskrivningSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('TILDEL_PLASS');
  const id = parseId(ettFelt(await searchParams, 'mottaker') ?? '');
  const bilde = id === null || id > 2_000_000_000 ? null : await withKommune(okt, (tx) => visNyVentende(tx, id));
  if (bilde === null) notFound();
  const [t, alt] = await Promise.all([getTranslations('plasser.nyUtskrivning'), getTranslations('plasser.utskrivning')]);
  return (
    <>
      <Smuler sti={[{ tekst: alt('tittel'), href: '/plasser/utskrivning' }, { tekst: t('tittel') }]} />
      <Sidehode tittel={t('tittel')} under={t('under', { navn: bilde.mottaker.navn })} />
      <Tekster navnerom={['skjema', 'plasser']}>
        <NyUtskrivningSkjema mottakerId={bilde.mottaker.id} dag={formatDato(iDag())} />
      </Tekster>
    </>
  );
}
