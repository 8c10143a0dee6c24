import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { KaranteneSkjema } from '#components/felt/karantene-skjema.tsx';
import { karantenetid } from '#components/felt/karantenetabell.tsx';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Fakta, Felt } from '#components/ui/felt.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { HandlingKnapp, Meldingslinje } from '#components/utfort-tid/handling-knapp.tsx';
import { krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { taInnHandling } from '#lib/utfort-tid/actions-felt.ts';
import { visKarantenepost } from '#lib/utfort-tid/felt-karantene-service.ts';

const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('felt-leder'))('karantene.tittel') };
}

/** One registration from a phone whose session had ended: take it in, or put it away. */
export default async function KaranteneSide({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('AVGJOR_KARANTENE');
  const { id } = await params;
  if (!ID.test(id)) notFound();
  const linje = await withKommune(okt, (tx) => visKarantenepost(tx, id));
  if (linje === null) notFound();
  const [t, felles, kategorier, sprak] = await Promise.all([getTranslations('felt-leder'), getTranslations('felles'), getTranslations('utfort-tid'), getLocale()]);
  const navn = mottakerTekst(felles, linje);
  return (
    <Tekster navnerom={['skjema', 'felt-leder']}>
      <div className="uke-side">
        <Smuler sti={[{ tekst: t('karantene.tilbake'), href: '/uken/telefon' }, { tekst: navn }]} />
        <Sidehode tittel={t(linje.avgjort ? 'karantene.avgjortFunn' : 'karantene.funn', { navn })} under={t('karantene.under')} />
        <Meldingslinje />
        <Fakta
          fakta={[
            { navn: t('karantene.felt.tid'), verdi: karantenetid(t, linje) },
            { navn: t('karantene.felt.tjeneste'), verdi: sprak === 'nn' ? linje.tjenesteNn : linje.tjenesteNb },
            { navn: t('karantene.felt.slag'), verdi: linje.kategori === null ? '–' : kategorier(`kategori.${linje.kategori}`) },
            { navn: t('karantene.felt.foring'), verdi: t(linje.malt ? 'karantene.malt' : 'karantene.etterpa') },
            ...(linje.grunn ? [{ navn: t('karantene.felt.grunn'), verdi: linje.grunn }] : []),
            { navn: t('karantene.felt.ansatt'), verdi: linje.ansatt ?? t('telefon.ukjent') },
            { navn: t('karantene.felt.mottatt'), verdi: linje.mottatt },
          ]}
        />
        {linje.avgjort ? (
          <Varsel>{t('karantene.avgjortTekst')}</Varsel>
        ) : (
          <>
            <p>{t('karantene.taInnHjelp')}</p>
            <p>
              <HandlingKnapp handling={taInnHandling} data={{ klientId: linje.klientId }} kvittering={t('karantene.tattInn')} variant="primary">
                {t('karantene.taInn')}
              </HandlingKnapp>
            </p>
            <Felt tittel={t('karantene.leggBortTittel')}>
              <KaranteneSkjema klientId={linje.klientId} />
            </Felt>
          </>
        )}
      </div>
    </Tekster>
  );
}
