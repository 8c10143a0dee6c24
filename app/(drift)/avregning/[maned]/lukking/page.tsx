import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Gjenapninger } from '#components/avregning/gjenapninger.tsx';
import { Lukkinger } from '#components/avregning/lukkinger.tsx';
import { GjenapneSkjema, LukkSkjema } from '#components/avregning/lukkeskjema.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { hentLukkeside, type LukkesideView } from '#lib/avregning/lukking-historie-service.ts';
import { manedOgAr, manedsnavn, stor } from '#lib/core/manedsnavn.ts';
import { type Maned, parseManed } from '#lib/core/maned.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';

interface Props {
  params: Promise<{ maned: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lukking.lukk'))('gaTil') };
}

async function funn(bilde: LukkesideView, maned: Maned): Promise<string> {
  const t = await getTranslations('lukking.lukk');
  const navn = stor(manedOgAr(maned));
  const apne = bilde.enheter.filter((e) => !e.lukket);
  if (apne.length === 0 || bilde.status === 'LUKKET') return t('funnLukket', { maned: navn });
  if (!bilde.kanLukkes) return t('funnIkkeOver', { maned: navn });
  const klare = apne.filter((e) => e.hindrer.length === 0).length;
  return klare === 0 ? t('funnHindret', { maned: navn }) : t('funnApen', { maned: navn, antall: klare });
}

/** The units that are open, with what hinders each, and the button. */
async function Lukk({ bilde, maned }: { bilde: LukkesideView; maned: Maned }) {
  const [t, regler] = await Promise.all([getTranslations('lukking.lukk'), getTranslations('avregning.regler')]);
  const apne = bilde.enheter.filter((e) => !e.lukket);
  const lukket = bilde.enheter.filter((e) => e.lukket).map((e) => e.navn);
  return (
    <Felt tittel={t('enheter')} id="lukk">
      {apne.some((e) => e.hindrer.length > 0) ? (
        <p>
          <Lenke href={`/avregning/${maned}`}>{t('tilHindringer')}</Lenke>
        </p>
      ) : null}
      <Tekster navnerom={['skjema', 'lukking']}>
        <LukkSkjema maned={maned} knapp={t('knapp', { maned: manedsnavn(maned) })} enheter={apne.map((e) => ({ id: e.id, navn: e.navn, hindring: e.hindrer.map((r) => regler(r)).join(', ') }))} />
      </Tekster>
      {lukket.length > 0 ? <p className="liten dempet">{t('alleredeLukket', { enheter: lukket.join(', ') })}</p> : null}
      {bilde.varsler.length > 0 ? (
        <p className="liten dempet">
          {t('varsler')}: {bilde.varsler.map((v) => `${regler(v.regel)} (${v.antall})`).join(', ')}
        </p>
      ) : null}
    </Felt>
  );
}

export default async function LukkingSide({ params }: Props) {
  const okt = await krevOkt('SE_AVREGNING');
  const maned = parseManed((await params).maned);
  if (!maned) notFound();
  const [t, gjenapning, felles, avregning] = await Promise.all([getTranslations('lukking.lukk'), getTranslations('lukking.gjenapning'), getTranslations('felles'), getTranslations('avregning')]);
  const bilde = await hentLukkeside(okt, maned);
  const navn = stor(manedOgAr(maned));
  const apne = bilde.enheter.filter((e) => !e.lukket);
  const lukkede = bilde.enheter.filter((e) => e.lukket);
  return (
    <>
      <Smuler sti={[{ tekst: avregning('tittel'), href: '/avregning' }, { tekst: navn, href: `/avregning/${maned}` }, { tekst: t('gaTil') }]} />
      <Sidehode tittel={await funn(bilde, maned)} under={bilde.kanLukkes || bilde.lukkinger.length > 0 ? t('under') : t('ikkeOver')} />
      <div className="stabel-luft">
        {harTilgang(okt, 'LUKK_MANED') && bilde.kanLukkes && apne.length > 0 ? <Lukk bilde={bilde} maned={maned} /> : null}
        {bilde.lukkinger.length > 0 ? (
          <Felt tittel={gjenapning('tittel')} id="gjenapning">
            <p className="liten dempet ro">{gjenapning('om', { rolle: felles(`roller.${bilde.gjenapner}`).toLowerCase() })}</p>
            <Gjenapninger rader={bilde.gjenapninger} kanAvgjore={okt.rolle === bilde.gjenapner} />
            {harTilgang(okt, 'FORESLA_GJENAPNING') && lukkede.length > 0 ? (
              <Tekster navnerom={['skjema', 'lukking']}>
                <GjenapneSkjema maned={maned} enheter={lukkede.map(({ id, navn: enhet }) => ({ id, navn: enhet }))} />
              </Tekster>
            ) : null}
          </Felt>
        ) : null}
        <Felt tittel={t('historie')}>{bilde.lukkinger.length === 0 ? <TomTilstand tekst={t('ingen')} /> : <Lukkinger maned={maned} lukkinger={bilde.lukkinger} kanLaste={harTilgang(okt, 'LAST_NED_KONTROLLGRUNNLAG')} />}</Felt>
      </div>
    </>
  );
}
