import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Enhetene } from '#components/avregning/enhetene.tsx';
import { KjorKnapp } from '#components/avregning/kjor-knapp.tsx';
import { KjoringFremdrift } from '#components/avregning/kjoring-fremdrift.tsx';
import { Kjoringsfeilene, kjoringLinje } from '#components/avregning/kjoringslinje.tsx';
import { Lukkelinje } from '#components/avregning/lukkelinje.tsx';
import { Brovedtakene, MeldtKjent } from '#components/avregning/meldt-kjent.tsx';
import { Regeltavle } from '#components/avregning/regeltavle.tsx';
import { Rettelser } from '#components/avregning/rettelser.tsx';
import { Stipulerte } from '#components/kalender/beslutninger.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { KnappLenke, SperretKnapp } from '#components/ui/knapp.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { type Brovalg, hentBro } from '#lib/avregning/lukking-bro-service.ts';
import { hentManuelle } from '#lib/avregning/manuell-service.ts';
import { type AvregningsmanedView, hentAvregningsmaned } from '#lib/avregning/tavle-service.ts';
import { manedOgAr, manedsnavn, stor } from '#lib/core/manedsnavn.ts';
import { type Maned, parseManed } from '#lib/core/maned.ts';
import { harTilgang, krevOkt, type Okt } from '#lib/server/okt.ts';
import { type Sprak, tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

interface Props {
  params: Promise<{ maned: string }>;
  searchParams: Promise<Sokefelt>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const maned = parseManed((await params).maned);
  const t = await getTranslations('avregning');
  return { title: maned ? `${t('tittel')}, ${manedOgAr(maned)}` : t('tittel') };
}

function brovalg(sok: Sokefelt): Brovalg | null {
  const [enhetId, ordningId] = [Number(ettFelt(sok, 'enhet')), Number(ettFelt(sok, 'ordning'))];
  const komponent = ettFelt(sok, 'komponent');
  return Number.isInteger(enhetId) && Number.isInteger(ordningId) && komponent ? { enhetId, ordningId, komponent } : null;
}

/** What the month was reported as, what it is known to be now, and why. */
async function MeldtDa({ okt, maned, sok, sprak }: { okt: Okt; maned: Maned; sok: Sokefelt; sprak: Sprak }) {
  const t = await getTranslations('lukking.bro');
  const kanSpore = harTilgang(okt, 'SPOR_BELOP');
  const funnet = await hentBro(okt, maned, kanSpore ? brovalg(sok) : null, sprak);
  if (funnet === null) return null;
  return (
    <>
      <Felt tittel={t('tittel')}>{funnet === 'STOPPET' ? <Varsel farge="warning">{t('stoppet')}</Varsel> : <MeldtKjent bro={funnet.bro} kanSpore={kanSpore} />}</Felt>
      {funnet !== 'STOPPET' && funnet.antall > 0 ? (
        <Felt tittel={t('vedtakene')} id="brovedtak">
          <Brovedtakene maned={maned} vedtak={funnet.vedtak} antall={funnet.antall} />
        </Felt>
      ) : null}
    </>
  );
}

/** The way to close the month, or why it cannot be yet. */
async function Lukkeknapp({ bilde }: { bilde: AvregningsmanedView }) {
  const t = await getTranslations('lukking.lukk');
  const maned = manedsnavn(bilde.maned);
  const stopper = bilde.brudd.filter((b) => b.alvor === 'stopp');
  const [forste] = stopper;
  if (forste) return <SperretKnapp hindring={`regel-${forste.regel}`}>{t('knappHindret', { maned, antall: stopper.length })}</SperretKnapp>;
  return <KnappLenke href={`/avregning/${bilde.maned}/lukking`}>{t('knapp', { maned })}</KnappLenke>;
}

async function Handlinger({ okt, bilde, underveis }: { okt: Okt; bilde: AvregningsmanedView; underveis: boolean }) {
  const t = await getTranslations('avregning.knapp');
  const { maned, kjoring } = bilde;
  const knapp = kjoring ? t('igjen') : t(bilde.forelopig ? 'kjorForelopig' : 'kjor', { maned: manedsnavn(maned) });
  return (
    <>
      <div className="knappepar" id="kjor" tabIndex={-1}>
        {harTilgang(okt, 'LAST_NED_KONTROLLGRUNNLAG') && bilde.ferdig ? (
          <a className="ds-button" data-variant="tertiary" href={`/avregning/${maned}/kontroll`} download>
            {t('kontroll')}
          </a>
        ) : null}
        {harTilgang(okt, 'KJOR_AVREGNING') && bilde.kanKjores && !underveis ? (
          <Tekster navnerom={['skjema']}>
            {bilde.ferdig ? (
              <KjorKnapp maned={maned} variant="tertiary" alt>
                {t('alt')}
              </KjorKnapp>
            ) : null}
            <KjorKnapp maned={maned} variant={kjoring ? 'secondary' : 'primary'}>
              {knapp}
            </KjorKnapp>
          </Tekster>
        ) : null}
      </div>
      {harTilgang(okt, 'LUKK_MANED') && bilde.kanLukkes && !underveis ? <Lukkeknapp bilde={bilde} /> : null}
    </>
  );
}

export default async function AvregningsmanedSide({ params, searchParams }: Props) {
  const okt = await krevOkt('SE_AVREGNING');
  const maned = parseManed((await params).maned);
  if (!maned) notFound();
  const [t, lukk, sok] = await Promise.all([getTranslations('avregning'), getTranslations('lukking.lukk'), searchParams]);
  const sprak = tolkSprak(await getLocale());
  const kal = await getTranslations('kalender.lenker');
  const [bilde, manuelle] = await Promise.all([hentAvregningsmaned(okt, maned, sprak), lesKommune(okt, (tx) => hentManuelle(tx, maned, sprak))]);
  const { kjoring, funn } = bilde;
  const navn = stor(manedOgAr(maned));
  const underveis = kjoring?.status === 'VENTER' || kjoring?.status === 'KJORER';
  const kanSpore = harTilgang(okt, 'SPOR_BELOP');
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: '/avregning' }, { tekst: navn }]} />
      <Sidehode
        tittel={t(`maned.${funn.nokkel}`, { maned: navn, antall: funn.antall })}
        under={bilde.ferdig ? await kjoringLinje(bilde.ferdig) : undefined}
        handlinger={<Handlinger okt={okt} bilde={bilde} underveis={underveis} />}
      />
      <div className="stabel-luft">
        {bilde.lukking ? <Lukkelinje linje={bilde.lukking} lukket={bilde.status === 'LUKKET'} /> : null}
        {kjoring && underveis ? <KjoringFremdrift maned={maned} kjoring={kjoring} /> : null}
        {kjoring && kjoring.feil.length > 0 && bilde.status !== 'LUKKET' ? <Kjoringsfeilene kjoring={kjoring} ferdig={bilde.ferdig} /> : null}
        {kjoring ? null : <TomTilstand tekst={t('maned.ikkeKjortTekst')} />}
        {bilde.brudd.length > 0 ? (
          <Felt tittel={t('regler.tittel')}>
            <Regeltavle maned={maned} linjer={bilde.brudd} harRett={(kommando) => harTilgang(okt, kommando)} />
          </Felt>
        ) : null}
        {bilde.lukking ? <MeldtDa okt={okt} maned={maned} sok={sok} sprak={sprak} /> : null}
        {bilde.enheter.length > 0 ? (
          <Felt tittel={t('enheter.tittel')}>
            <Enhetene maned={maned} enheter={bilde.enheter} kanSpore={kanSpore} />
            <Stipulerte beslutninger={manuelle} maned={maned} />
          </Felt>
        ) : null}
        <p className="liten tegn">
          {harTilgang(okt, 'SE_KALENDER') ? <Lenke href={`/avregning/kalender?maned=${maned}`}>{kal('kalender')}</Lenke> : null}{' '}
          {harTilgang(okt, 'SE_ATTEST') ? <Lenke href={`/avregning/${maned}/attest`}>{kal('attest')}</Lenke> : null}{' '}
          {harTilgang(okt, 'SE_MANUELLE') ? <Lenke href={`/avregning/${maned}/manuelle`}>{kal('manuelle')}</Lenke> : null}{' '}
          {bilde.kanLukkes || bilde.lukking ? <Lenke href={`/avregning/${maned}/lukking`}>{lukk('gaTil')}</Lenke> : null}
        </p>
        {bilde.ferdig && kanSpore ? (
          <Felt tittel={t('rettelser.tittel')}>
            <Rettelser maned={maned} rettelser={bilde.rettelser} />
          </Felt>
        ) : null}
      </div>
    </>
  );
}
