import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Godkjenningstabell } from '#components/godkjenning/godkjenningstabell.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { hentGodkjenninger } from '#lib/oversikt/godkjenning-service.ts';
import { hjemFor } from '#lib/server/meny.ts';
import { krevOkt } from '#lib/server/okt.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('godkjenning'))('tittel') };
}

export default async function GodkjenningSide() {
  const okt = await krevOkt('SE_GODKJENNING');
  const t = await getTranslations('godkjenning');
  const { tilMeg, fraMeg } = await hentGodkjenninger(okt);
  return (
    <>
      <Sidehode over={t('tittel')} tittel={t('funn', { antall: tilMeg.length })} under={t('under')} />
      <div className="stabel-luft">
        <Felt tittel={t('tilDeg')}>
          {tilMeg.length === 0 ? (
            <TomTilstand tekst={t('tomt')} neste={<Lenke href={hjemFor(okt.rolle)}>{t(`neste.${okt.rolle}`)}</Lenke>} />
          ) : (
            <Godkjenningstabell tittel={t('tilDeg')} rader={tilMeg} egne={false} />
          )}
        </Felt>
        {fraMeg.length > 0 ? (
          <Felt tittel={t('fraDeg')}>
            <Godkjenningstabell tittel={t('fraDeg')} rader={fraMeg} egne />
          </Felt>
        ) : null}
      </div>
    </>
  );
}
