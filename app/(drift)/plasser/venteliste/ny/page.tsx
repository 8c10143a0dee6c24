import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { VentelisteSkjema } from '#components/plasser/plass-skjema.tsx';
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
  return { title: (await getTranslations('plasser.ny'))('tittel') };
}

export default async function NyVentendeSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('TILDEL_PLASS');
  const id = parseId(ettFelt(await searchParams, 'mottaker') ?? '');
  const bilde = id === null || id > 2_000_000_000 ? null : await withKommune(okt, (tx) => visNyVentende(tx, id));
  if (bilde === null) notFound();
  const [t, alt] = await Promise.all([getTranslations('plasser.ny'), getTranslations('plasser')]);
  return (
    <>
      <Smuler sti={[{ tekst: alt('tittel'), href: '/plasser' }, { tekst: t('tittel') }]} />
      <Sidehode tittel={t('tittel')} under={t('under', { navn: bilde.mottaker.navn })} />
      <Tekster navnerom={['skjema', 'plasser']}>
        <VentelisteSkjema
          mottakerId={bilde.mottaker.id}
          enheter={bilde.enheter.map((e) => ({ verdi: String(e.id), tekst: e.navn }))}
          vedtak={bilde.vedtak.map((v) => ({ verdi: String(v.id), tekst: t('vedtakValg', { nummer: v.nummer, dato: formatDato(v.dato) }) }))}
          iDag={formatDato(iDag())}
        />
      </Tekster>
    </>
  );
}
