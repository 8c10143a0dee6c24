import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt, sidetall } from '#components/ui/adresse.ts';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { sorteringFra } from '#components/ui/sorter-hode.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { VedtakFilter } from '#components/vedtak/vedtak-filter.tsx';
import { VedtakTabell } from '#components/vedtak/vedtak-tabell.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import { MOTTAKERE_PER_SIDE, TELLETAK } from '#lib/oversikt/mottakerliste-service.ts';
import { hentVedtaksliste } from '#lib/oversikt/vedtaksliste-service.ts';
import { erFiltrert, lesVedtaksfilter } from '#lib/oversikt/vedtaksliste-view.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('vedtak'))('vedtak') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function VedtakslisteSide({ searchParams }: Props) {
  const okt = await krevOkt('SE_VEDTAK');
  const felt = await searchParams;
  const [t, sprak] = await Promise.all([getTranslations('vedtak.liste'), getLocale()]);
  const sortering = sorteringFra('/vedtak', felt, ['fattet'], 'synkende');
  const enkle = Object.fromEntries(Object.keys(felt).map((navn) => [navn, ettFelt(felt, navn)]));
  const filter = lesVedtaksfilter(enkle, { eldstForst: sortering.retning === 'stigende', side: sidetall(felt) });
  const liste = await lesKommune(okt, (tx) => hentVedtaksliste(tx, filter, tolkSprak(sprak)));
  const tak = formatHeltall(TELLETAK);
  const hva = erFiltrert(filter) ? 'treff' : 'funn';
  return (
    <>
      <Sidehode tittel={liste.overTaket ? t(`${hva}Mange`, { antall: tak }) : t(hva, { antall: liste.antall })} />
      <VedtakFilter filter={filter} sorter={ettFelt(felt, 'sorter')} tjenester={liste.tjenester} utforere={liste.utforere} />
      {liste.rader.length > 0 ? <VedtakTabell rader={liste.rader} sortering={sortering} /> : <TomTilstand tekst={t('tom')} />}
      <Sidevelger sti="/vedtak" sokefelt={felt} side={filter.side} perSide={MOTTAKERE_PER_SIDE} antall={liste.antall} />
      {liste.overTaket ? <p className="mikro dempet">{t('snevre', { antall: tak })}</p> : null}
    </>
  );
}
