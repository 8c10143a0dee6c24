import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Innsigelser } from '#components/kalender/innsigelser.tsx';
import { Kalendertabell } from '#components/kalender/kalendertabell.tsx';
import { Paminnelser } from '#components/kalender/paminnelser.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt, medFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { hentPaminnelser } from '#lib/avregning/kalender-paminnelse-service.ts';
import { hentKalender } from '#lib/avregning/kalender-service.ts';
import { manedOgAr, manedsnavn, stor } from '#lib/core/manedsnavn.ts';
import { forrige, manedFor, neste, parseManed } from '#lib/core/maned.ts';
import { iDag } from '#lib/server/clock.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

interface Props {
  searchParams: Promise<Sokefelt>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kalender.kalender'))('tittel') };
}

export default async function KalenderSide({ searchParams }: Props) {
  const okt = await krevOkt('SE_KALENDER');
  const [sok, t, avregning] = await Promise.all([searchParams, getTranslations('kalender.kalender'), getTranslations('avregning')]);
  const denne = manedFor(iDag());
  const maned = parseManed(ettFelt(sok, 'maned') ?? '') ?? forrige(denne);
  const { bilde, paminnelser } = await lesKommune(okt, async (tx) => ({ bilde: await hentKalender(tx, maned), paminnelser: await hentPaminnelser(tx) }));
  const navn = stor(manedOgAr(maned));
  const til = (m: string): string => medFelt('/avregning/kalender', {}, { maned: m });
  const ferdig = bilde.rader.length > 0 && bilde.rader.every((r) => r.steg.every((s) => s.status === 'GJORT'));
  return (
    <>
      <Smuler sti={[{ tekst: avregning('tittel'), href: '/avregning' }, { tekst: t('tittel') }]} />
      <Sidehode
        tittel={ferdig ? t('funnFerdig', { maned: navn }) : bilde.forsent > 0 ? t('funnForsent', { maned: navn, antall: bilde.forsent }) : t(bilde.iKraft ? 'funn' : 'funnForslag', { maned: navn })}
        under={t('under')}
        handlinger={
          <>
            <KnappLenke variant="tertiary" href={til(forrige(maned))}>{`‹ ${stor(manedsnavn(forrige(maned)))}`}</KnappLenke>
            {maned < denne ? <KnappLenke variant="tertiary" href={til(neste(maned))}>{`${stor(manedsnavn(neste(maned)))} ›`}</KnappLenke> : null}
            {harTilgang(okt, 'SE_ATTEST') ? <KnappLenke href={`/avregning/${maned}/attest`}>{t('tilAttest')}</KnappLenke> : null}
          </>
        }
      />
      <div className="stabel-luft">
        <Paminnelser paminnelser={paminnelser} />
        {bilde.iKraft ? null : <Varsel farge="info">{t('ikkeIKraft')}</Varsel>}
        {bilde.rader.length === 0 ? <TomTilstand tekst={t('tom')} /> : <Kalendertabell bilde={bilde} tittel={t('tabell', { maned: navn })} />}
        {bilde.innsigelser.length > 0 ? (
          <Felt tittel={t('innsigelser')}>
            <Innsigelser innsigelser={bilde.innsigelser} kanSvare={harTilgang(okt, 'AVGJOR_INNSIGELSE')} />
          </Felt>
        ) : null}
        <p className="liten tegn">
          {harTilgang(okt, 'SE_MANUELLE') ? <Lenke href={`/avregning/${maned}/manuelle`}>{t('tilManuelle')}</Lenke> : null}{' '}
          {harTilgang(okt, 'SETT_KALENDER') ? <Lenke href="/avregning/kalender/innstillinger">{t('tilInnstillinger')}</Lenke> : null}{' '}
          {harTilgang(okt, 'NAVNGI_STEDFORTREDER') ? <Lenke href="/avregning/kalender/stedfortredere">{t('tilStedfortredere')}</Lenke> : null}
        </p>
      </div>
    </>
  );
}
