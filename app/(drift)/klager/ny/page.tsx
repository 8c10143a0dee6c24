import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { GrunnSide } from '#components/sak/grunn-side.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt } from '#components/ui/adresse.ts';
import { MedPanel, Sidepanel } from '#components/ui/felt.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { NyKlage } from '#components/vedtak/klage-skjemaer.tsx';
import { formatDato } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { apneNyKlage } from '#lib/vedtak/klage-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('klage'))('ny') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** An appeal over a vedtak is registered, also when it is late. */
export default async function NyKlageSide({ searchParams }: Props) {
  const okt = await krevOkt('BEHANDLE_KLAGE');
  const vedtakId = parseId(ettFelt(await searchParams, 'vedtak') ?? '');
  if (vedtakId === null) notFound();
  const [t, sprak] = await Promise.all([getTranslations('klage'), getLocale()]);
  const side = await withKommune(okt, (tx) => apneNyKlage(tx, vedtakId));
  if (side.type === 'FINNES_IKKE') notFound();
  if (side.type === 'KREVER_GRUNN') return <GrunnSide mottakerId={side.mottakerId} />;
  const { vedtak } = side;
  const dato = (iso: string) => formatDato(iso as Parameters<typeof formatDato>[0]);
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: '/klager' }, { tekst: vedtak.nummer, href: `/vedtak/${vedtakId}` }, { tekst: t('ny') }]} />
      <Sidehode tittel={t('nyTittel', { nummer: vedtak.nummer })} under={t('nyUnder', { navn: side.navn, dato: dato(vedtak.fattet) })} />
      <MedPanel
        panel={
          <Sidepanel navn={t('fristen')} tittel={t('fristen')}>
            <p className="liten">{t('fristForklart', { uker: side.uker, antatt: dato(side.antatt), frist: dato(side.frist) })}</p>
            <p className="liten">{t('instansForklart', { instans: side.instans[tolkSprak(sprak)] })}</p>
          </Sidepanel>
        }
      >
        <Tekster navnerom={['skjema', 'klage']}>
          <NyKlage vedtakId={Number(vedtakId)} idag={dato(side.idag)} antatt={dato(side.antatt)} />
        </Tekster>
      </MedPanel>
    </>
  );
}
