import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Alternativer } from '#components/tiltak/alternativer.tsx';
import { LagreScenario, Prisvirkemiddel } from '#components/tiltak/lagre-scenario.tsx';
import { Scenarioer } from '#components/tiltak/scenarioer.tsx';
import { tiltaksfunn } from '#components/tiltak/tiltaks-funn.ts';
import { Tiltaksskjema } from '#components/tiltak/tiltaksskjema.tsx';
import { Enhetsdeler, Manedseffekt, Tjenestedeler } from '#components/tiltak/tiltakstabeller.tsx';
import { lesTiltaksvalg, type Skrevet } from '#components/tiltak/tiltaksvalg.ts';
import { medFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { hentTiltak, standardstart, tidligste } from '#lib/oversikt/tiltak-service.ts';
import type { Tiltakside } from '#lib/oversikt/tiltak-view.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tiltak'))('tittel') };
}

const METODE = ['vedtak', 'prosent', 'mottakere', 'pris', 'skjermet', 'bruk'] as const;

/** The choice when the forecast breaks the frame: the ways side by side, and a measure worked out vedtak by vedtak. */
export default async function TiltakSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_TILTAK');
  const [t, sprak, sokefelt] = await Promise.all([getTranslations('tiltak'), getLocale(), searchParams]);
  const { skrevet, valg, feil } = lesTiltaksvalg(sokefelt, tidligste(), standardstart());
  const side = await lesKommune(okt, (tx) => hentTiltak(tx, valg, tolkSprak(sprak), t('nye')));
  if (side === null) {
    return (
      <>
        <Sidehode tittel={t('ingen')} />
        <TomTilstand tekst={t('ingenNeste')} />
      </>
    );
  }
  const funn = tiltaksfunn(side);
  const bareSummer = okt.rolle === 'radmann';
  return (
    <>
      <Sidehode stor over={t('over', { ar: String(side.ar), maned: manedOgAr(side.maned) })} tittel={t(`funn.${funn.nokkel}`, funn.verdier)} ingress={t('lov')} />
      {feil.length > 0 ? <div className="mb-3"><Varsel farge="danger">{t('feil.flere', { antall: feil.length })}</Varsel></div> : null}
      <div className="rad">
        <Alternativer side={side} bareSummer={bareSummer} reviderer={harTilgang(okt, 'REDIGER_BUDSJETT')} />
        <Felt tittel={t('skjema.tittel')} className="s12">
          <Tiltaksskjema side={side} skrevet={skrevet} feil={feil} bareSummer={bareSummer} />
        </Felt>
        {side.provd ? <Provd side={side} skrevet={skrevet} sokefelt={sokefelt} kanLaste={harTilgang(okt, 'LAST_NED_TILTAK')} /> : null}
        <Felt tittel={t('scenario.tittel')} className="s8">
          <Scenarioer rader={side.scenarioer} />
        </Felt>
        <div className="s4">
          <Detaljer tittel={t('metode.tittel')}>
            <ul className="liten ro grid gap-2">{METODE.map((nokkel) => <li key={nokkel}>{t(`metode.${nokkel}`)}</li>)}</ul>
          </Detaljer>
          <Detaljer tittel={t(side.brukerPris ? 'virkemiddel.brukes' : 'virkemiddel.brukesIkke')}>
            {harTilgang(okt, 'SETT_PRISVIRKEMIDDEL') ? <Tekster navnerom={['skjema', 'tiltak']}><Prisvirkemiddel bruk={side.brukerPris} /></Tekster> : <p className="liten">{t('virkemiddel.hvem')}</p>}
          </Detaljer>
        </div>
      </div>
    </>
  );
}

/** What the measure means: services, months and units, the list behind it, and the way to keep it. */
async function Provd({ side, skrevet, sokefelt, kanLaste }: { side: Tiltakside; skrevet: Skrevet; sokefelt: Sokefelt; kanLaste: boolean }) {
  const t = await getTranslations('tiltak');
  const { tall } = side;
  if (tall === null) return <Felt tittel={t('tabell.perTjeneste')} className="s12"><p className="liten">{t('skjult')}</p></Felt>;
  return (
    <>
      <Felt tittel={t('tabell.perTjeneste')} className="s8">
        <Tjenestedeler tall={tall} ar={side.ar} />
        {tall.utenPris > 0 ? <p className="liten">{t('utenPris', { antall: tall.utenPris })}</p> : null}
        {tall.utenMengde > 0 && side.valg.promille > 0 ? <p className="mikro dempet">{t('utenMengde', { antall: tall.utenMengde })}</p> : null}
        {kanLaste ? (
          <p className="liten">
            {t('liste')}{': '}
            <a className="ds-link" href={medFelt('/tiltak/eksport', sokefelt, { format: 'csv' })} download aria-label={`${t('liste')} CSV`}>CSV</a>{' · '}
            <a className="ds-link" href={medFelt('/tiltak/eksport', sokefelt, { format: 'xlsx' })} download aria-label={`${t('liste')} XLSX`}>XLSX</a>
          </p>
        ) : (
          <p className="mikro dempet">{t('bareSummer')}</p>
        )}
      </Felt>
      <Felt tittel={t('tabell.perManed')} className="s4">
        <Manedseffekt tall={tall} />
      </Felt>
      {tall.enheter.length > 0 ? (
        <Felt tittel={t('tabell.perEnhet')} className="s8">
          <Enhetsdeler tall={tall} ar={side.ar} />
        </Felt>
      ) : null}
      <Felt tittel={t('scenario.lagreTittel')} className="s12">
        <Tekster navnerom={['skjema', 'tiltak']}>
          <LagreScenario key={JSON.stringify(side.valg)} verdier={{ ...skrevet, tjenester: side.valg.tjenester }} />
        </Tekster>
      </Felt>
    </>
  );
}
