import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { GrunnSide } from '#components/sak/grunn-side.tsx';
import { MappeFaner } from '#components/sak/mappe-faner.tsx';
import { MappeHode } from '#components/sak/mappe-hode.tsx';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { AlleUtredninger, Sammenligning, Tekstene } from '#components/sak/utredning-sammenlign.tsx';
import { ettFelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { formatDato } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { variabelsettFor } from '#lib/sak/domain/kpr.ts';
import { hentUtredninger } from '#lib/sak/utredning-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('utredning'))('tittel') };
}

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function UtredningSide({ params, searchParams }: Props) {
  const okt = await krevOkt('SKRIV_UTREDNING');
  const mottakerId = parseId((await params).id);
  if (mottakerId === null) notFound();
  const [t, sprak] = await Promise.all([getTranslations('utredning'), getLocale()]);
  const side = await withKommune(okt, (tx) => hentUtredninger(tx, mottakerId, tolkSprak(sprak)));
  if (side.type === 'FINNES_IKKE') notFound();
  if (side.type === 'KREVER_GRUNN') return <GrunnSide mottakerId={mottakerId} />;
  const { utredninger, tjenestenavn } = side;
  const na = utredninger.find((u) => !u.rettet) ?? null;
  const onsket = Number(ettFelt(await searchParams, 'mot'));
  const mot = utredninger.find((u) => u.id === onsket && u.id !== na?.id) ?? utredninger.find((u) => !u.rettet && u.id !== na?.id) ?? null;
  const ny = `/mottakere/${mottakerId}/utredning/ny`;
  return (
    <>
      <MappeHode person={side.person} under={t('tittel')} handlinger={<KnappLenke href={ny} hurtigtast="u">{side.utkast === null ? t('ny') : `${t('fortsett')} (${tidspunkt(side.utkast).dato})`}</KnappLenke>} />
      <MappeFaner mottakerId={mottakerId} her="utredning" />
      {na === null ? (
        <TomTilstand tekst={t('tom')} />
      ) : (
        <>
          <h2>{t('funn', { antall: 1, gruppe: t(`gruppe.${na.hjelpebehov}`) })}</h2>
          <p className="dempet">{t('under', { dato: formatDato(na.dato), hvem: na.utfortAv ?? '–' })}</p>
          {variabelsettFor(na.variabelsett).bekreftet ? null : <Varsel farge="warning">{t('ikkeBekreftet')}</Varsel>}
          <div className="rad">
            <div className="s7 stabel-luft">
              <Sammenligning na={na} mot={mot} />
              <AlleUtredninger mottakerId={mottakerId} utredninger={utredninger} />
            </div>
            <div className="s5 stabel-luft">
              <Tekstene u={na} tjenestenavn={tjenestenavn} />
              <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
                {na.forslagTjenester.map((kode) => (
                  <KnappLenke key={kode} href={`/mottakere/${mottakerId}/nytt-vedtak?tjeneste=${encodeURIComponent(kode)}`} variant="secondary">{t('vedtak', { tjeneste: (tjenestenavn[kode] ?? kode).toLowerCase() })}</KnappLenke>
                ))}
                <KnappLenke href={`${ny}?retter=${na.id}`} variant="tertiary">{t('rett')}</KnappLenke>
              </div>
              {mot === null ? null : (
                <Felt tittel={t('sammenlign')}>
                  <Tekstene u={mot} tjenestenavn={tjenestenavn} />
                </Felt>
              )}
            </div>
          </div>
        </>
      )}
    </>
  );
}
