import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { TaTilbakeSkjema } from '#components/plasser/plass-skjema.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { parseId } from '#lib/core/id.ts';
import { visLedigtildeling } from '#lib/oversikt/plassoversikt-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plasser'))('tittel') };
}

export default async function TaTilbakeSide({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('TILDEL_PLASS');
  const id = parseId((await params).id);
  const rad = id === null ? null : await withKommune(okt, (tx) => visLedigtildeling(tx, id));
  if (rad === null || id === null) notFound();
  const [t, alt, felles] = await Promise.all([getTranslations('plasser.taTilbake'), getTranslations('plasser'), getTranslations('felles')]);
  return (
    <>
      <Smuler sti={[{ tekst: alt('tittel'), href: '/plasser' }, { tekst: `${rad.enhet} ${rad.kode}` }]} />
      <Sidehode tittel={t('tittel', { kode: rad.kode, enhet: rad.enhet })} under={t('under', { navn: rad.navn ?? `${felles('ord.skjermet')} ${rad.pseudonym ?? ''}` })} />
      <Tekster navnerom={['skjema', 'plasser']}>
        <TaTilbakeSkjema id={id} />
      </Tekster>
    </>
  );
}
