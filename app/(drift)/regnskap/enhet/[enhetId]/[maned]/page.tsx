import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { maltekst } from '#components/filimport/maltall.tsx';
import { Enhetsrader } from '#components/regnskap/enhetsrader.tsx';
import { Slagfaner } from '#components/regnskap/slagfaner.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt, sidetall, type Sokefelt } from '#components/ui/adresse.ts';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import { parseId, type EnhetId } from '#lib/core/id.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { parseManed } from '#lib/core/maned.ts';
import { hentEnhetsmaned } from '#lib/grunnlag/regnskap-service.ts';
import { erSlag, erTimer } from '#lib/grunnlag/regnskap-view.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

const PER_SIDE = 50;

export default async function EnhetsmanedSide({ params, searchParams }: { params: Promise<{ enhetId: string; maned: string }>; searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_REGNSKAP');
  const { enhetId, maned: tekst } = await params;
  const sokefelt = await searchParams;
  const [enhet, maned, onsket, side] = [parseId<EnhetId>(enhetId), parseManed(tekst), ettFelt(sokefelt, 'slag'), sidetall(sokefelt)];
  const slag = erSlag(onsket) ? onsket : 'REGNSKAP';
  const bilde = enhet === null || maned === null ? null : await lesKommune(okt, (tx) => hentEnhetsmaned(tx, slag, enhet, maned, PER_SIDE, (side - 1) * PER_SIDE));
  if (!bilde) notFound();
  const t = await getTranslations('regnskap');
  const sti = `/regnskap/enhet/${bilde.enhetId}/${bilde.maned}`;
  const navn = t(`slag.${slag}`);
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: '/regnskap' }, { tekst: `${bilde.navn}, ${manedOgAr(bilde.maned)}` }]} />
      <Sidehode
        tittel={
          bilde.antall === 0
            ? t('enhet.ingen', { navn: bilde.navn, slag: t(`iTekst.${slag}`), maned: manedOgAr(bilde.maned) })
            : t(`enhet.funn.${erTimer(slag) ? 'minutter' : 'ore'}`, { navn: bilde.navn, slag: navn, maned: manedOgAr(bilde.maned), sum: maltekst(bilde.sum, erTimer(slag) ? 'minutter' : 'ore') })
        }
        under={bilde.antall === 0 ? undefined : t('enhet.rader', { antall: bilde.antall, tall: formatHeltall(bilde.antall) })}
      />
      <Slagfaner valgt={slag} sti={sti} />
      {bilde.rader.length === 0 ? <TomTilstand tekst={t('tom')} /> : <Enhetsrader bilde={bilde} />}
      <Sidevelger sti={sti} sokefelt={sokefelt} side={side} perSide={PER_SIDE} antall={bilde.antall} />
    </>
  );
}
