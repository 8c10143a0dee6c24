import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Ordningsliste, Utkastliste } from '#components/ordning/ordningsliste.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { hentOrdninger } from '#lib/grunnlag/ordning-service.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ordning'))('tittel') };
}

export default async function OrdningerSide() {
  const okt = await krevOkt('SE_ORDNINGER');
  const t = await getTranslations('ordning');
  const { ordninger, utkast } = await lesKommune(okt, hentOrdninger);
  const iKraft = ordninger.filter((o) => o.tilstand === 'I_KRAFT').length;
  const venter = utkast.filter((u) => u.status === 'FORESLATT').length;
  return (
    <>
      <Sidehode
        tittel={t('liste.funn', { antall: iKraft, venter })}
        under={t('liste.under')}
        handlinger={harTilgang(okt, 'REDIGER_ORDNING') ? <KnappLenke href="/ordninger/ny" hurtigtast="n">{t('liste.ny')}</KnappLenke> : undefined}
      />
      <div className="stabel-luft">
        {utkast.length > 0 ? (
          <Felt tittel={t('liste.utkast')}>
            <Utkastliste utkast={utkast} />
          </Felt>
        ) : null}
        <Felt tittel={t('liste.ordninger')}>{ordninger.length === 0 ? <TomTilstand tekst={t('liste.tom')} /> : <Ordningsliste ordninger={ordninger} />}</Felt>
      </div>
    </>
  );
}
