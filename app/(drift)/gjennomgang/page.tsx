import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Faner } from '#components/skall/faner.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt, sidetall } from '#components/ui/adresse.ts';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { GjennomgangTabell } from '#components/vedtak/gjennomgang-tabell.tsx';
import { GJENNOMGANG_PER_SIDE, hentGjennomgang } from '#lib/oversikt/gjennomgang-service.ts';
import { GJENNOMGANGER } from '#lib/oversikt/gjennomgang-view.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { hentTjenestenavn } from '#lib/vedtak/vedtaksregler-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gjennomgang'))('tittel') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What ends, what is short, what is old, what should have ended, and what is not delivered as decided. */
export default async function GjennomgangSide({ searchParams }: Props) {
  const okt = await krevOkt('SE_GJENNOMGANG');
  const felt = await searchParams;
  const [t, sprak] = await Promise.all([getTranslations('gjennomgang'), getLocale()]);
  const hva = GJENNOMGANGER.find((en) => en === ettFelt(felt, 'hva')) ?? 'UTLOPER';
  const side = sidetall(felt);
  const forlenget = /^V-\d{4}-\d{1,6}$/.exec(ettFelt(felt, 'forlenget') ?? '')?.[0];
  const [liste, tjenester] = await lesKommune(okt, async (tx) => [await hentGjennomgang(tx, hva, side), await hentTjenestenavn(tx, tolkSprak(sprak))] as const);
  return (
    <>
      <Sidehode tittel={t('funn', liste.telling)} under={t('under', liste.telling)} />
      {forlenget ? <Varsel farge="success" role="status" tittel={t('forlenget', { nummer: forlenget })} /> : null}
      <Faner navn={t('tittel')} faner={GJENNOMGANGER.map((en) => ({ tekst: t(`faner.${en}`), href: en === 'UTLOPER' ? '/gjennomgang' : `/gjennomgang?hva=${en}`, her: en === hva }))} />
      <p className="liten dempet ro">{t(`om.${hva}`)}</p>
      {liste.rader.length > 0 ? (
        <Tekster navnerom={['skjema', 'gjennomgang']}><GjennomgangTabell hva={hva} rader={liste.rader} tjenester={tjenester} /></Tekster>
      ) : <TomTilstand tekst={t(`tom.${hva}`)} />}
      <Sidevelger sti="/gjennomgang" sokefelt={felt} side={side} perSide={GJENNOMGANG_PER_SIDE} antall={liste.antall} />
    </>
  );
}
