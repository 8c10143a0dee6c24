import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { AvsluttVentingSkjema } from '#components/plasser/plass-skjema.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { parseId } from '#lib/core/id.ts';
import { visVentende } from '#lib/oversikt/plassoversikt-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plasser'))('tittel') };
}

export default async function AvsluttVentingSide({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('TILDEL_PLASS');
  const id = parseId((await params).id);
  const rad = id === null ? null : await withKommune(okt, (tx) => visVentende(tx, id));
  if (rad === null) notFound();
  const [t, alt] = await Promise.all([getTranslations('plasser.avslutt'), getTranslations('plasser')]);
  return (
    <>
      <Smuler sti={[{ tekst: alt('tittel'), href: '/plasser' }, { tekst: rad.navn }]} />
      <Sidehode tittel={t('tittel', { navn: rad.navn })} />
      <Tekster navnerom={['skjema', 'plasser']}>
        <AvsluttVentingSkjema id={rad.id} />
      </Tekster>
    </>
  );
}
