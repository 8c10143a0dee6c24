import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { IgjenPanel } from '#components/ramme/igjen-panel.tsx';
import { GrunnSide } from '#components/sak/grunn-side.tsx';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt } from '#components/ui/adresse.ts';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { feltForTjeneste, kontraktfelter } from '#components/vedtak/felt-for-tjeneste.ts';
import { NyttVedtakSkjema } from '#components/vedtak/nytt-vedtak-skjema.tsx';
import { formatDato } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { hentIgjen } from '#lib/oversikt/bestillerramme-service.ts';
import { harTilgang, krevOkt, type Okt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import { apneNyttVedtak } from '#lib/vedtak/nytt-vedtak-service.ts';
import { serRammen } from '#lib/vedtak/rammevisning-service.ts';
import { fraUtkast, tomtSkjema } from '#lib/vedtak/nytt-vedtak-view.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('vedtak.nytt'))('tittel') };
}

/** What is left of the budget, for those who see it; sent after the form, which does not wait for it. */
async function Ramme({ okt, sprak }: { okt: Okt; sprak: string }) {
  const igjen = await lesKommune(okt, async (tx) => ((await serRammen(tx, okt.rolle)) ? hentIgjen(tx, tolkSprak(sprak)) : null));
  return igjen === null ? null : <IgjenPanel igjen={igjen} apner={harTilgang(okt, 'SE_BESTILLERRAMME')} />;
}

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function NyttVedtakSide({ params, searchParams }: Props) {
  const okt = await krevOkt('FATT_VEDTAK');
  const mottakerId = parseId((await params).id);
  if (mottakerId === null) notFound();
  const [t, s, sprak] = await Promise.all([getTranslations('vedtak.nytt'), getTranslations('sak'), getLocale()]);
  const side = await withKommune(okt, (tx) => apneNyttVedtak(tx, mottakerId, tolkSprak(sprak)));
  if (side.type === 'FINNES_IKKE') notFound();
  if (side.type === 'KREVER_GRUNN') return <GrunnSide mottakerId={mottakerId} />;
  const { view, utkast } = side;
  const onsket = ettFelt(await searchParams, 'tjeneste');
  const valgt = view.tjenester.find((en) => en.kode === onsket);
  const tomt = tomtSkjema(formatDato(view.idag));
  const fra_ = utkast ? fraUtkast(utkast.innhold) : null;
  // What a contract says is read from it each time, also into a draft that is older than the signatures.
  const utfylt = fra_ ? { ...fra_, ...kontraktfelter(view, fra_.tjeneste) } : valgt ? { ...tomt, tjeneste: valgt.kode, ...feltForTjeneste(view, valgt.kode) } : tomt;
  const fra = utkast ? tidspunkt(utkast.endret) : null;
  return (
    <>
      <Smuler sti={[{ tekst: s('mottakere'), href: '/mottakere' }, { tekst: view.mottaker.navn, href: `/mottakere/${mottakerId}` }, { tekst: t('tittel') }]} />
      <Sidehode
        tittel={t('tittel')}
        under={
          <>
            {t('under', view.mottaker)}
            {fra ? ` · ${t('utkastFra', { dato: fra.dato, klokke: fra.klokke })}` : null}
          </>
        }
      />
      {view.tjenester.length === 0 ? (
        <TomTilstand tekst={t('ingenTjenester')} />
      ) : (
        <Tekster navnerom={['skjema', 'vedtak']}>
          <NyttVedtakSkjema view={view} utfylt={utfylt} ramme={<Suspense fallback={null}><Ramme okt={okt} sprak={sprak} /></Suspense>} />
        </Tekster>
      )}
    </>
  );
}
