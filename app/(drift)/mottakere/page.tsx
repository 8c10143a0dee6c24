import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { MottakerFilter } from '#components/sak/mottaker-filter.tsx';
import { MottakerTabell } from '#components/sak/mottaker-tabell.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt, sidetall } from '#components/ui/adresse.ts';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { sorteringFra } from '#components/ui/sorter-hode.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import { hentMottakere, MOTTAKERE_PER_SIDE, TELLETAK } from '#lib/oversikt/mottakerliste-service.ts';
import { erFiltrert, lesMottakerfilter } from '#lib/oversikt/mottakerliste-view.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sak'))('mottakere') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function MottakereSide({ searchParams }: Props) {
  const okt = await krevOkt('SE_MOTTAKERE');
  const felt = await searchParams;
  const [t, m, r, sprak] = await Promise.all([getTranslations('sak.liste'), getTranslations('mottaker.ny'), getTranslations('register'), getLocale()]);
  const sortering = sorteringFra('/mottakere', felt, ['navn', 'alder']);
  const enkle = Object.fromEntries(Object.keys(felt).map((navn) => [navn, ettFelt(felt, navn)]));
  const filter = lesMottakerfilter(enkle, { sorter: sortering.felt, retning: sortering.retning, side: sidetall(felt) });
  const liste = await lesKommune(okt, (tx) => hentMottakere(tx, filter, tolkSprak(sprak)));
  const tak = formatHeltall(TELLETAK);
  const tittel = erFiltrert(filter)
    ? liste.overTaket ? t('treffMange', { antall: tak }) : t('treff', { antall: liste.antall })
    : liste.overTaket ? t('funnMange', { antall: tak }) : t('funn', { antall: liste.antall, uten: liste.uten ?? 0 });
  return (
    <>
      <Sidehode tittel={tittel} under={t('under')} handlinger={
          <>
            {harTilgang(okt, 'TA_INN_REGISTER') ? <KnappLenke href="/mottakere/register" variant="secondary">{r('inngang')}</KnappLenke> : null}
            <KnappLenke href="/mottakere/ny" hurtigtast="n">{m('knapp')}</KnappLenke>
          </>
        } />
      <MottakerFilter filter={filter} sorter={ettFelt(felt, 'sorter')} tjenester={liste.tjenester} utforere={liste.utforere} />
      {liste.rader.length > 0 ? <MottakerTabell rader={liste.rader} sortering={sortering} /> : <TomTilstand tekst={t('tom')} />}
      <Sidevelger sti="/mottakere" sokefelt={felt} side={filter.side} perSide={MOTTAKERE_PER_SIDE} antall={liste.antall} />
      {liste.overTaket ? <p className="mikro dempet">{t('snevre', { antall: tak })}</p> : null}
    </>
  );
}
