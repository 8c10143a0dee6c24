import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Radliste } from '#components/mottak/radliste.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import { parseId, type KjoringId } from '#lib/core/id.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { visApileveranse } from '#lib/utfort-tid/mottak-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mottak'))('api.en') };
}

/** A delivery through the API: at most a thousand visits, each with what became of it. */
export default async function LeveranseSide({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('SE_BESOKSIMPORT');
  const id = parseId<KjoringId>((await params).id);
  const leveranse = id === null ? null : await withKommune(okt, (tx) => visApileveranse(tx, id));
  if (!leveranse) notFound();
  const t = await getTranslations('mottak');
  const { bilde, rader } = leveranse;
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: '/kontroll/import' }, { tekst: t('api.nr', { nr: bilde.id }) }]} />
      <Sidehode tittel={t('funn.tattInn', { nye: formatHeltall(bilde.nye), endret: formatHeltall(bilde.endret), avvist: formatHeltall(bilde.avvist) })} over={t('api.en')} />
      <Radliste rader={rader} />
    </>
  );
}
