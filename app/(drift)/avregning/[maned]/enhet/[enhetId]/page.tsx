import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Leddtabell } from '#components/avregning/leddtabell.tsx';
import { Linjetabell } from '#components/avregning/linjetabell.tsx';
import { sporAdresse } from '#components/avregning/spor-adresse.ts';
import { ManuelleForklart } from '#components/kalender/beslutninger.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt, sidetall, type Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import type { Leddvalg } from '#lib/avregning/avregning-view.ts';
import { hentEnhet, LINJER_PER_SIDE } from '#lib/avregning/enhet-service.ts';
import { forklarManuelle } from '#lib/avregning/manuell-service.ts';
import { parseId, type EnhetId, type OrdningId } from '#lib/core/id.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { parseManed } from '#lib/core/maned.ts';
import { loggfor } from '#lib/server/logg.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';

interface Props {
  params: Promise<{ maned: string; enhetId: string }>;
  searchParams: Promise<Sokefelt>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('avregning'))('enheter.tittel') };
}

function valgtLedd(sok: Sokefelt): Leddvalg | null {
  const ordningId = parseId<OrdningId>(ettFelt(sok, 'ordning') ?? '');
  const komponent = ettFelt(sok, 'komponent');
  return ordningId === null || !komponent ? null : { ordningId, komponent };
}

export default async function EnhetSide({ params, searchParams }: Props) {
  const okt = await krevOkt('SPOR_BELOP');
  const [felt, sok, t, sprak] = await Promise.all([params, searchParams, getTranslations('avregning'), getLocale()]);
  const maned = parseManed(felt.maned);
  const enhetId = parseId<EnhetId>(felt.enhetId);
  if (!maned || enhetId === null || (okt.enheter !== null && !okt.enheter.includes(enhetId))) notFound();
  const side = sidetall(sok);
  const bilde = await withKommune(okt, async (tx) => {
    const funnet = await hentEnhet(tx, maned, enhetId, valgtLedd(sok), side, tolkSprak(sprak));
    if (funnet) await loggfor(tx, { handling: 'SE_AVREGNINGSLINJER', objektType: 'enhet', objektId: enhetId, grunn: maned });
    return funnet;
  });
  if (!bilde) notFound();
  const manuelle = await lesKommune(okt, (tx) => forklarManuelle(tx, bilde.ledd.map((l) => l.komponent), tolkSprak(sprak)));
  const navn = stor(manedOgAr(maned));
  const apent = bilde.ledd.find((l) => l.ordningId === bilde.apent?.ordningId && l.komponent === bilde.apent.komponent);
  const sti = `/avregning/${maned}/enhet/${enhetId}`;
  const opp = okt.rolle === 'utforerleder' ? [{ tekst: t('maneden.tittel'), href: `/maneden?maned=${maned}` }] : [{ tekst: t('tittel'), href: '/avregning' }, { tekst: navn, href: `/avregning/${maned}` }];
  return (
    <>
      <Smuler sti={[...opp, { tekst: bilde.enhet }]} />
      <Sidehode
        tittel={t('enhet.funn', { enhet: bilde.enhet, belop: belopTekst(bilde.sumOre, 'ore', false, true), maned: manedOgAr(maned) })}
        handlinger={
          <a className="ds-button" data-variant="secondary" href={`${sti}/csv`} download>
            {t('enhet.csv')}
          </a>
        }
      />
      {bilde.ledd.length === 0 ? (
        <TomTilstand tekst={t('enhet.tom')} />
      ) : (
        <div className="stabel-luft">
          <Felt tittel={t('enhet.leddene')}>
            <Leddtabell maned={maned} enhetId={enhetId} bilde={bilde} />
            <ManuelleForklart beslutninger={manuelle} />
          </Felt>
          {apent ? (
            <Felt tittel={t('enhet.linjer', { komponent: apent.navn ?? apent.komponent })} id="linjer">
              <Linjetabell
                tittel={t('enhet.linjer', { komponent: apent.navn ?? apent.komponent })}
                medMottaker
                linjer={bilde.linjer.map((l) => ({ ...l, href: sporAdresse(maned, { ...l, enhetId, gjelder: l.gjelderManed }) }))}
              />
              <Sidevelger sti={sti} sokefelt={sok} side={side} perSide={LINJER_PER_SIDE} antall={bilde.antall} />
            </Felt>
          ) : null}
        </div>
      )}
    </>
  );
}
