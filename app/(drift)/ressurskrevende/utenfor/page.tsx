import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Parametervarsel } from '#components/ressurskrevende/parametervarsel.tsx';
import { Ressursfaner } from '#components/ressurskrevende/ressursfaner.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { Utvalg } from '#components/ui/filterfelt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, belopTekst } from '#components/ui/tall.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { type Helhetsside, hentHelhetsside } from '#lib/toppfinansiering/helhet-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('varsel.utenfor'))('tittel') };
}

type Sumrad = Pick<NonNullable<Helhetsside['sum']>, 'kommunenOre' | 'samletOre' | 'tilskuddOre' | 'tellerOre' | 'skoleOre' | 'andreOre' | 'utenfor'>;

function Belopene({ rad }: { rad: Sumrad }) {
  return (
    <>
      <TallCelle sterk><Belop ore={rad.kommunenOre} form="hele" /></TallCelle>
      {[rad.samletOre, rad.tilskuddOre, rad.tellerOre, rad.utenfor.IKKE_LONN, rad.skoleOre, rad.andreOre, rad.utenfor.MANGLER_VEDTAK, rad.utenfor.OVER_ALDERSGRENSE].map((ore, i) => (
        <TallCelle key={i} bareBred><Belop ore={ore} form="hele" /></TallCelle>
      ))}
    </>
  );
}

async function Helhetstabell({ side, sum }: { side: Helhetsside; sum: Sumrad }) {
  const t = await getTranslations('varsel.utenfor');
  const tall = (tekst: string, bareBred = true) => ({ tekst, tall: true, bareBred });
  return (
    <Tabell
      tittel={t('tittel')}
      kolonner={[{ tekst: t('mottaker') }, tall(t('dekker'), false), tall(t('samlet')), tall(t('tilskudd')), tall(t('teller')), tall(t('IKKE_LONN')), tall(t('skole')), tall(t('andre')), tall(t('MANGLER_VEDTAK')), tall(t('OVER_ALDERSGRENSE'))]}
      sum={<SumRad><th scope="row">{t('sum')}</th><Belopene rad={sum} /></SumRad>}
    >
      {side.rader.map((rad) => (
        <Rad key={rad.mottakerId}>
          <th scope="row">
            <Lenke href={`/ressurskrevende/mottaker/${rad.mottakerId}?ar=${side.ar}`}>{rad.pseudonym}</Lenke>
            {rad.alder < 18 ? <span className="blokk mikro dempet normal">{t('ung')}</span> : null}
            {rad.medAnslag ? <span className="blokk mikro dempet normal">{t('anslag')}</span> : null}
          </th>
          <Belopene rad={rad} />
        </Rad>
      ))}
    </Tabell>
  );
}

export default async function UtenforSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_RESSURSKREVENDE');
  const [t, v, r] = await Promise.all([getTranslations('varsel.utenfor'), getTranslations('varsel'), getTranslations('ressurskrevende')]);
  const onsket = Number(ettFelt(await searchParams, 'ar'));
  const side = await hentHelhetsside(okt, Number.isInteger(onsket) ? onsket : null, harTilgang(okt, 'SE_RESSURSKREVENDE_MOTTAKER'));
  return (
    <>
      <Sidehode tittel={side.sum ? t('funn', { belop: belopTekst(side.sum.kommunenOre, 'hele', false, true), ar: String(side.ar) }) : t('tittel')} under={t('under')} />
      <Ressursfaner her="utenfor" />
      <Parametervarsel parametre={side.parametre} tilskuddsar={side.ar + 1} lenke={harTilgang(okt, 'REGISTRER_RESSURSKREVENDE')} />
      {side.arene.length > 1 ? <Utvalg navn={r('velgAr')} valg={side.arene.map((a) => ({ tekst: String(a), href: `/ressurskrevende/utenfor?ar=${a}`, her: a === side.ar }))} /> : null}
      <div className="stabel-luft">
        {side.navngitt ? null : <Varsel>{v('bareNavngitte')}</Varsel>}
        {side.sum && side.rader.length > 0 ? <Helhetstabell side={side} sum={side.sum} /> : side.navngitt ? <TomTilstand tekst={t('ingen')} /> : null}
        {side.sum && side.sum.tilskuddOre !== side.rader.reduce((sum, rad) => sum + rad.tilskuddOre, 0) ? <p className="liten dempet">{t('samletTilskudd')} <Lenke href={`/ressurskrevende?ar=${side.ar}`}>{t('linjene')}</Lenke></p> : null}
        <p className="liten dempet">{t('om')}</p>
      </div>
    </>
  );
}
