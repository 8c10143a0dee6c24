import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { EnhetensArDel } from '#components/arsslutt/enhetens-ar.tsx';
import { Inntektstabell } from '#components/avregning/inntektstabell.tsx';
import { HvaOmFelt, Hvorfor, Sykefravar, TilManedsslutt } from '#components/avregning/ledermaned.tsx';
import { Linjetabell } from '#components/avregning/linjetabell.tsx';
import { Manedstall } from '#components/avregning/manedstall.tsx';
import { sporAdresse } from '#components/avregning/spor-adresse.ts';
import { Tidsbruk } from '#components/avregning/tidsbruk.tsx';
import { ManuelleForklart } from '#components/kalender/beslutninger.tsx';
import { Paminnelser } from '#components/kalender/paminnelser.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt, medFelt, sidetall, type Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { hentPaminnelser } from '#lib/avregning/kalender-paminnelse-service.ts';
import { hentLederbilde } from '#lib/avregning/ledermaned-service.ts';
import { lesHvaOm } from '#lib/avregning/ledermaned-view.ts';
import { hentManeden, hentManedensEnheter, type Manedsvalg, VEDTAK_PER_SIDE } from '#lib/avregning/maneden-service.ts';
import { hentEnhetensAr } from '#lib/avvik/arsslutt-service.ts';
import { forklarManuelle } from '#lib/avregning/manuell-service.ts';
import { parseId, type EnhetId, type OrdningId } from '#lib/core/id.ts';
import { manedOgAr, manedsnavn, stor } from '#lib/core/manedsnavn.ts';
import { forrige, manedFor, neste, parseManed } from '#lib/core/maned.ts';
import { iDag } from '#lib/server/clock.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

interface Props {
  searchParams: Promise<Sokefelt>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('avregning'))('maneden.tittel') };
}

async function VelgEnhet({ enheter }: { enheter: { id: number; navn: string }[] }) {
  const t = await getTranslations('avregning.maneden');
  return (
    <>
      <Sidehode tittel={t('velgEnhet')} under={t('ingenEnhet')} />
      <ul className="oppg liten">
        {enheter.map((e) => (
          <li key={e.id}>
            <Lenke href={`/maneden?enhet=${e.id}`}>{e.navn}</Lenke>
          </li>
        ))}
      </ul>
    </>
  );
}

function lesValg(sok: Sokefelt, enhetId: number, medVedtak: boolean): Manedsvalg {
  const denne = manedFor(iDag());
  const onsket = parseManed(ettFelt(sok, 'maned') ?? '') ?? denne;
  const ordningId = parseId<OrdningId>(ettFelt(sok, 'ordning') ?? '');
  const komponent = ettFelt(sok, 'komponent') ?? null;
  return { maned: onsket > denne ? denne : onsket, enhetId, ordningId, komponent: ordningId === null ? null : komponent, side: sidetall(sok), medVedtak };
}

export default async function ManedenSide({ searchParams }: Props) {
  const okt = await krevOkt('SE_ENHETENS_MANED');
  const [sok, t, sprak] = await Promise.all([searchParams, getTranslations('avregning'), getLocale()]);
  const enheter = await hentManedensEnheter(okt);
  const enhetId = parseId<EnhetId>(ettFelt(sok, 'enhet') ?? '') ?? (enheter.length === 1 ? (enheter[0]?.id ?? null) : null);
  if (enhetId === null) return <VelgEnhet enheter={enheter} />;
  const medVedtak = harTilgang(okt, 'SPOR_BELOP');
  const valg = lesValg(sok, enhetId, medVedtak);
  const { maned } = valg;
  const [bilde, aret, paminnelser] = await Promise.all([hentManeden(okt, valg, tolkSprak(sprak)), hentEnhetensAr(okt, enhetId), lesKommune(okt, hentPaminnelser)]);
  if (!bilde) notFound();
  // A running month has an outlook; one that is settled has its figures.
  const leder = bilde.avregnet || !medVedtak ? null : await hentLederbilde(okt, enhetId, maned, lesHvaOm({ ny: ettFelt(sok, 'ny'), bemanning: ettFelt(sok, 'bemanning'), pris: ettFelt(sok, 'pris') }));
  const manuelle = await lesKommune(okt, (tx) => forklarManuelle(tx, bilde.ledd.map((l) => l.komponent), tolkSprak(sprak)));
  const kal = await getTranslations('kalender.lenker');
  const til = (m: string): string => medFelt('/maneden', { enhet: enheter.length > 1 ? String(enhetId) : undefined }, { maned: m });
  const valgt = bilde.ledd.find((l) => l.komponent === valg.komponent && l.ordningId === valg.ordningId);
  return (
    <>
      <Smuler sti={[{ tekst: t('maneden.tittel'), href: '/maneden' }, { tekst: stor(manedOgAr(maned)) }]} />
      <Sidehode
        tittel={t(`maneden.${bilde.funn.nokkel}`, { maned: stor(manedOgAr(maned)), belop: belopTekst(bilde.funn.ore, 'ore', false, true) })}
        under={t(bilde.avregnet ? 'maneden.underAvregnet' : 'maneden.underHittil', { enhet: bilde.enhet })}
        handlinger={
          <>
            <KnappLenke variant="tertiary" href={til(forrige(maned))}>
              {t('maneden.forrige', { maned: stor(manedsnavn(forrige(maned))) })}
            </KnappLenke>
            {okt.rolle === 'utforerleder' && maned < manedFor(iDag()) ? (
              <KnappLenke variant="secondary" href={`/avregning/kalender/erklaring/${maned}?enhet=${enhetId}`}>
                {kal('erklar')}
              </KnappLenke>
            ) : null}
            {maned < manedFor(iDag()) ? (
              <KnappLenke variant="tertiary" href={til(neste(maned))}>
                {t('maneden.neste', { maned: stor(manedsnavn(neste(maned))) })}
              </KnappLenke>
            ) : null}
          </>
        }
      />
      <div className="stabel-luft">
        <Paminnelser paminnelser={paminnelser} />
        {bilde.stoppet ? <Varsel farge="warning">{t('maneden.stopper')}</Varsel> : null}
        <Manedstall maned={maned} bilde={bilde} />
        {leder ? (
          <>
            <TilManedsslutt bilde={leder} hittilOre={bilde.hittilOre} naOre={bilde.inntekt.naOre} />
            <Hvorfor bilde={leder} medVedtak={medVedtak} oppdragslenker={harTilgang(okt, 'SE_OPPDRAG')} />
          </>
        ) : null}
        {bilde.ledd.length === 0 ? (
          <TomTilstand tekst={t('maneden.ingen')} />
        ) : (
          <Felt tittel={t('maneden.slik')}>
            <Inntektstabell maned={maned} enhetId={enhetId} bilde={bilde} valgt={valgt ? `${valgt.ordningId} ${valgt.komponent}` : null} medVedtak={medVedtak} />
            <ManuelleForklart beslutninger={manuelle} />
          </Felt>
        )}
        {valgt && medVedtak ? (
          <Felt tittel={t('maneden.vedtakene', { komponent: valgt.navn })} id="vedtakene">
            <Linjetabell
              tittel={t('maneden.vedtakene', { komponent: valgt.navn })}
              medMottaker={okt.rolle !== 'utforerleder'}
              linjer={bilde.linjer.map((l) => ({ ...l, href: sporAdresse(maned, { ...l, enhetId, gjelder: l.gjelderManed }) }))}
            />
            <Sidevelger sti="/maneden" sokefelt={sok} side={valg.side} perSide={VEDTAK_PER_SIDE} antall={bilde.antall} />
          </Felt>
        ) : null}
        {leder ? (
          <>
            <Tidsbruk bilde={leder} enhetId={enhetId} ukelenker={harTilgang(okt, 'SE_UKEN')} />
            <Sykefravar bilde={leder} enhetId={enhetId} />
            <HvaOmFelt bilde={leder} skjulte={{ maned, ...(enheter.length > 1 ? { enhet: String(enhetId) } : {}) }} tilbake={til(maned)} />
          </>
        ) : null}
        {aret ? <EnhetensArDel ar={aret} /> : null}
      </div>
    </>
  );
}
