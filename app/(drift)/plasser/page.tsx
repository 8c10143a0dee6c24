import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Enhetsplasstabell, Ledigtabell, plassfaner, Ventetabell } from '#components/plasser/plasstabeller.tsx';
import { Faner } from '#components/skall/faner.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { visPlassoversikt } from '#lib/oversikt/plassoversikt-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plasser'))('tittel') };
}

export default async function PlasserSide() {
  const okt = await krevOkt('SE_PLASSER');
  const [t, sprak, faner] = await Promise.all([getTranslations('plasser'), getLocale(), plassfaner('plasser')]);
  const bilde = await withKommune(okt, (tx) => visPlassoversikt(tx, tolkSprak(sprak)));
  const ledige = bilde.ledige.filter((l) => l.tildelingId === null).length;
  return (
    <>
      <Sidehode tittel={t('funn', { ledige, venter: bilde.utenPlass })} under={t('under', { lengst: bilde.lengst ?? -1, median: bilde.median ?? 0 })} />
      <Faner {...faner} />
      <div className="stabel-luft">
        <Ledigtabell ledige={bilde.ledige} />
        <Ventetabell venter={bilde.venter} tjenestenavn={bilde.tjenestenavn} />
        <Enhetsplasstabell enheter={bilde.enheter} />
      </div>
    </>
  );
}
