import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Holdttabell } from '#components/regnskap/holdttabell.tsx';
import { Slagfaner } from '#components/regnskap/slagfaner.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { hentHoldt } from '#lib/grunnlag/regnskap-service.ts';
import { erSlag, type Holdt } from '#lib/grunnlag/regnskap-view.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('regnskap'))('tittel') };
}

async function funn({ slag, siste, manglerSiste, hull }: Holdt): Promise<string> {
  const t = await getTranslations('regnskap');
  const navn = t(`iTekst.${slag}`);
  if (siste === null) return t('funn.ingen', { slag: navn });
  if (manglerSiste > 0) return t('funn.manglerSiste', { antall: manglerSiste, slag: navn, maned: manedOgAr(siste) });
  if (hull > 0) return t('funn.hull', { antall: hull, slag: navn });
  return t('funn.komplett', { slag: t(`slag.${slag}`), maned: manedOgAr(siste) });
}

export default async function RegnskapSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_REGNSKAP');
  const t = await getTranslations('regnskap');
  const onsket = ettFelt(await searchParams, 'slag');
  const slag = erSlag(onsket) ? onsket : 'REGNSKAP';
  const holdt = await lesKommune(okt, (tx) => hentHoldt(tx, slag));
  const eksport = `/regnskap/eksport?slag=${slag}&fra=${holdt.maneder[0]}&til=${holdt.maneder.at(-1)}`;
  return (
    <>
      <Sidehode
        tittel={await funn(holdt)}
        under={t('under')}
        handlinger={harTilgang(okt, 'TA_INN_REGNSKAP') ? <KnappLenke href={`/regnskap/import?slag=${slag}`}>{t(`knapp.${slag}`)}</KnappLenke> : undefined}
      />
      <Slagfaner valgt={slag} sti="/regnskap" />
      {holdt.rader.length === 0 ? <TomTilstand tekst={t('tom')} /> : <Holdttabell holdt={holdt} />}
      <p className="liten under-tabell">
        <Lenke href="/regnskap/import">{t('historikk')}</Lenke>
        {' · '}
        <a className="ds-link" href={`${eksport}&format=csv`} download>
          {t('csv')}
        </a>
        {' · '}
        <a className="ds-link" href={`${eksport}&format=xlsx`} download>
          {t('xlsx')}
        </a>
      </p>
    </>
  );
}
