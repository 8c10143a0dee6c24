import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Beslutningstabell } from '#components/kalender/beslutninger.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Meldingslinje } from '#components/utfort-tid/handling-knapp.tsx';
import { hentManuelle } from '#lib/avregning/manuell-service.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { parseManed } from '#lib/core/maned.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

interface Props {
  params: Promise<{ maned: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kalender.manuelle'))('tittel') };
}

export default async function ManuelleSide({ params }: Props) {
  const okt = await krevOkt('SE_MANUELLE');
  const maned = parseManed((await params).maned);
  if (!maned) notFound();
  const [t, felles, sprak] = await Promise.all([getTranslations('kalender.manuelle'), getTranslations('avregning'), getLocale()]);
  const alle = await lesKommune(okt, (tx) => hentManuelle(tx, maned, tolkSprak(sprak)));
  const venter = alle.filter((b) => b.tilstand === 'FORESLATT' || b.tilstand === 'TREKKES');
  const andre = alle.filter((b) => !venter.includes(b));
  const navn = manedOgAr(maned);
  const kanForesla = harTilgang(okt, 'FORESLA_MANUELL');
  const kanAvgjore = harTilgang(okt, 'GODKJENN_MANUELL');
  const iKraft = andre.filter((b) => b.tilstand === 'I_KRAFT').length;
  return (
    <>
      <Smuler sti={[{ tekst: felles('tittel'), href: '/avregning' }, { tekst: stor(navn), href: `/avregning/${maned}` }, { tekst: t('tittel') }]} />
      <Sidehode
        tittel={venter.length > 0 ? t('funnVenter', { antall: venter.length }) : t('funn', { antall: iKraft, maned: navn })}
        under={t('under')}
        handlinger={
          kanForesla ? (
            <>
              <KnappLenke variant="secondary" href={`/avregning/${maned}/manuelle/stipuler`}>
                {t('stipuler')}
              </KnappLenke>
              <KnappLenke href={`/avregning/${maned}/manuelle/ny`}>{t('ny')}</KnappLenke>
            </>
          ) : undefined
        }
      />
      <Meldingslinje />
      <div className="stabel-luft">
        {venter.length > 0 ? (
          <Felt tittel={t('venter')}>
            <Beslutningstabell tittel={t('venter')} beslutninger={venter} kanAvgjore={kanAvgjore} />
          </Felt>
        ) : null}
        {andre.length > 0 ? (
          <Felt tittel={t('avgjorte', { maned: navn })}>
            <Beslutningstabell tittel={t('avgjorte', { maned: navn })} beslutninger={andre} kanAvgjore={kanAvgjore} />
          </Felt>
        ) : null}
        {alle.length === 0 ? <TomTilstand tekst={t('tom')} /> : null}
      </div>
    </>
  );
}
