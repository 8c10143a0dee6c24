import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { InnboksTabell } from '#components/sak/innboks-tabell.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt, sidetall } from '#components/ui/adresse.ts';
import { Utvalg } from '#components/ui/filterfelt.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { INNBOKSVALG, lesInnboksvalg } from '#lib/sak/henvendelse-view.ts';
import { hentInnboks, HENVENDELSER_PER_SIDE } from '#lib/sak/innboks-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('innboks'))('navn') };
}

export default async function InnboksSide({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const okt = await krevOkt('SE_INNBOKS');
  const felt = await searchParams;
  const [t, sprak] = await Promise.all([getTranslations('innboks'), getLocale()]);
  const valg = lesInnboksvalg(ettFelt(felt, 'vis'));
  const side = sidetall(felt);
  const innboks = await lesKommune(okt, (tx) => hentInnboks(tx, valg, side, tolkSprak(sprak)));
  const { tall } = innboks;
  const antall = { MINE: tall.mine, UFORDELTE: tall.ufordelte, OVER: tall.over, APNE: tall.apne, BESVARTE: 0 };
  return (
    <>
      <Sidehode
        tittel={t('tittel', { over: tall.over, apne: tall.apne })}
        under={t('under')}
        handlinger={
          <>
            <KnappLenke href="/innboks/ventetid" variant="secondary">{t('ventetid')}</KnappLenke>
            <KnappLenke href="/innboks/ny" hurtigtast="n">{t('ny')}</KnappLenke>
          </>
        }
      />
      <Utvalg navn={t('utvalg')} valg={INNBOKSVALG.map((en) => ({ tekst: t(en, { antall: antall[en] }), href: en === 'APNE' ? '/innboks' : `/innboks?vis=${en}`, her: en === valg }))} />
      {innboks.rader.length > 0 ? <InnboksTabell rader={innboks.rader} tjenestenavn={innboks.tjenestenavn} /> : <TomTilstand tekst={t('tom')} />}
      <Sidevelger sti="/innboks" sokefelt={felt} side={side} perSide={HENVENDELSER_PER_SIDE} antall={innboks.antall} />
    </>
  );
}
