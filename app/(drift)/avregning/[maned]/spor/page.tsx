import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { SporbesokTabell } from '#components/avregning/sporbesok.tsx';
import { OverforingssporDel } from '#components/arsslutt/overforingsspor.tsx';
import { Sporformel } from '#components/avregning/sporformel.tsx';
import { Sporvei } from '#components/avregning/sporvei.tsx';
import { ManuelleForklart } from '#components/kalender/beslutninger.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt, sidetall, type Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { BESOK_PER_SIDE, hentSpor } from '#lib/avregning/spor-service.ts';
import type { Sporvalg, SporView } from '#lib/avregning/spor-view.ts';
import { formatDesimal } from '#lib/core/format.ts';
import { forklarManuelle } from '#lib/avregning/manuell-service.ts';
import { parseId, type EnhetId, type OrdningId, type VedtakId } from '#lib/core/id.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { type Maned, parseManed } from '#lib/core/maned.ts';
import { hentOverforingsspor } from '#lib/avvik/overforing-spor-service.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

interface Props {
  params: Promise<{ maned: string }>;
  searchParams: Promise<Sokefelt>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('avregning.spor'))('tittel') };
}

function lesValg(maned: Maned | null, sok: Sokefelt): Sporvalg | null {
  const enhetId = parseId<EnhetId>(ettFelt(sok, 'enhet') ?? '');
  const ordningId = parseId<OrdningId>(ettFelt(sok, 'ordning') ?? '');
  const komponent = ettFelt(sok, 'komponent');
  const vedtak = ettFelt(sok, 'vedtak');
  const vedtakId = vedtak === undefined ? null : parseId<VedtakId>(vedtak);
  const gjelder = parseManed(ettFelt(sok, 'gjelder') ?? maned ?? '');
  if (!maned || !gjelder || enhetId === null || ordningId === null || !komponent || (vedtak !== undefined && vedtakId === null)) return null;
  return { maned, gjelder, enhetId, ordningId, komponent, vedtakId };
}

async function funn(bilde: SporView): Promise<string> {
  const t = await getTranslations('avregning.spor');
  const kr = (ore: number): string => belopTekst(ore, 'ore', false, true);
  if (bilde.volum === null || bilde.prisOre === null) return t('funnIngen');
  if (bilde.type === 'FASTLEDD') return t('funnFast', { belop: kr(bilde.naOre) });
  if (bilde.type === 'MANUELL') return t('funnManuell', { belop: kr(bilde.naOre) });
  return t('funn', { belop: kr(bilde.naOre), volum: formatDesimal(bilde.volum, 2), enhet: t(`enhetVolum.${bilde.enhetVolum}`), pris: kr(bilde.prisOre) });
}

export default async function SporSide({ params, searchParams }: Props) {
  const okt = await krevOkt('SPOR_BELOP');
  const [felt, sok, t, sprak] = await Promise.all([params, searchParams, getTranslations('avregning'), getLocale()]);
  const valg = lesValg(parseManed(felt.maned), sok);
  if (!valg) notFound();
  const side = sidetall(sok);
  const bilde = await hentSpor(okt, valg, side, tolkSprak(sprak));
  if (!bilde) notFound();
  const overforing = await hentOverforingsspor(okt, valg.komponent, valg.enhetId);
  const tittel = overforing ? (await getTranslations('arsslutt.spor'))('funn', { belop: belopTekst(overforing.linje.bokforesOre, 'ore', true, true), ar: String(overforing.vedtak.ar) }) : await funn(bilde);
  const manuelle = await lesKommune(okt, (tx) => forklarManuelle(tx, [valg.komponent], tolkSprak(sprak)));
  const navn = stor(manedOgAr(valg.maned));
  const enhetsside = { tekst: bilde.enhet, href: `/avregning/${valg.maned}/enhet/${valg.enhetId}` };
  const opp = okt.enheter === null ? [{ tekst: t('tittel'), href: '/avregning' }, { tekst: navn, href: `/avregning/${valg.maned}` }, enhetsside] : [{ tekst: t('maneden.tittel'), href: `/maneden?maned=${valg.maned}` }, enhetsside];
  return (
    <>
      <Smuler sti={[...opp, { tekst: bilde.vedtak?.nummer ?? bilde.ledd }]} />
      <Sidehode over={t('spor.tittel')} tittel={tittel} under={`${bilde.enhet} · ${bilde.ledd} · ${manedOgAr(valg.gjelder)}`} />
      <div className="rad">
        <div className="s6 stabel-luft">
          <Felt tittel={t('spor.veien')}>
            <Sporvei valg={valg} bilde={bilde} />
          </Felt>
          <Felt tittel={t('spor.formel')}>
            {overforing ? <OverforingssporDel spor={overforing} lenke={harTilgang(okt, 'SE_ARSSLUTT')} /> : <Sporformel bilde={bilde} lenker={{ pris: harTilgang(okt, 'SE_PRISER') ? '/priser' : null, ordning: harTilgang(okt, 'SE_ORDNINGER') ? `/ordninger/${valg.ordningId}` : null }} />}
            <ManuelleForklart beslutninger={manuelle} />
          </Felt>
        </div>
        <Felt tittel={t('spor.besok')} className="s6" id="besok">
          <SporbesokTabell bilde={bilde} />
          <Sidevelger sti={`/avregning/${valg.maned}/spor`} sokefelt={sok} side={side} perSide={BESOK_PER_SIDE} antall={bilde.antallBesok} />
        </Felt>
      </div>
    </>
  );
}
