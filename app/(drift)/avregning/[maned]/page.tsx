import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Enhetene } from '#components/avregning/enhetene.tsx';
import { KjorKnapp } from '#components/avregning/kjor-knapp.tsx';
import { KjoringFremdrift } from '#components/avregning/kjoring-fremdrift.tsx';
import { Kjoringsfeilene, kjoringLinje } from '#components/avregning/kjoringslinje.tsx';
import { Regeltavle } from '#components/avregning/regeltavle.tsx';
import { Rettelser } from '#components/avregning/rettelser.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { hentAvregningsmaned } from '#lib/avregning/tavle-service.ts';
import { manedOgAr, manedsnavn, stor } from '#lib/core/manedsnavn.ts';
import { parseManed } from '#lib/core/maned.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

interface Props {
  params: Promise<{ maned: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const maned = parseManed((await params).maned);
  const t = await getTranslations('avregning');
  return { title: maned ? `${t('tittel')}, ${manedOgAr(maned)}` : t('tittel') };
}

export default async function AvregningsmanedSide({ params }: Props) {
  const okt = await krevOkt('SE_AVREGNING');
  const maned = parseManed((await params).maned);
  if (!maned) notFound();
  const t = await getTranslations('avregning');
  const sprak = tolkSprak(await getLocale());
  const bilde = await lesKommune(okt, (tx) => hentAvregningsmaned(tx, maned, sprak));
  const { kjoring, funn } = bilde;
  const navn = stor(manedOgAr(maned));
  const underveis = kjoring?.status === 'VENTER' || kjoring?.status === 'KJORER';
  const kanSpore = harTilgang(okt, 'SPOR_BELOP');
  const knapp = kjoring ? t('knapp.igjen') : t(bilde.forelopig ? 'knapp.kjorForelopig' : 'knapp.kjor', { maned: manedsnavn(maned) });
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: '/avregning' }, { tekst: navn }]} />
      <Sidehode
        tittel={t(`maned.${funn.nokkel}`, { maned: navn, antall: funn.antall })}
        under={bilde.ferdig ? await kjoringLinje(bilde.ferdig) : undefined}
        handlinger={
          <>
            {kanSpore && okt.rolle !== 'bestillerleder' && bilde.ferdig ? (
              <a className="ds-button" data-variant="tertiary" href={`/avregning/${maned}/kontroll`} download>
                {t('knapp.kontroll')}
              </a>
            ) : null}
            {harTilgang(okt, 'KJOR_AVREGNING') && bilde.kanKjores && !underveis ? (
              <Tekster navnerom={['skjema']}>
                <KjorKnapp maned={maned} variant={kjoring ? 'secondary' : 'primary'}>
                  {knapp}
                </KjorKnapp>
              </Tekster>
            ) : null}
          </>
        }
      />
      <div className="stabel-luft">
        {kjoring && underveis ? <KjoringFremdrift maned={maned} kjoring={kjoring} /> : null}
        {kjoring?.status === 'STOPPET' ? <Kjoringsfeilene kjoring={kjoring} ferdig={bilde.ferdig} /> : null}
        {bilde.status === 'LUKKET' ? <Varsel farge="info">{t('maned.lukketTekst')}</Varsel> : null}
        {kjoring ? null : <TomTilstand tekst={t('maned.ikkeKjortTekst')} />}
        {bilde.brudd.length > 0 ? (
          <Felt tittel={t('regler.tittel')}>
            <Regeltavle maned={maned} brudd={bilde.brudd} kanSpore={kanSpore} />
          </Felt>
        ) : null}
        {bilde.enheter.length > 0 ? (
          <Felt tittel={t('enheter.tittel')}>
            <Enhetene maned={maned} enheter={bilde.enheter} kanSpore={kanSpore} />
          </Felt>
        ) : null}
        {bilde.ferdig && kanSpore ? (
          <Felt tittel={t('rettelser.tittel')}>
            <Rettelser maned={maned} rettelser={bilde.rettelser} />
          </Felt>
        ) : null}
      </div>
    </>
  );
}
