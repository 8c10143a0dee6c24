import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ManuellSkjema } from '#components/kalender/manuell-skjema.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { hentManuellvalg } from '#lib/avregning/manuell-service.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { parseManed } from '#lib/core/maned.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

interface Props {
  params: Promise<{ maned: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kalender.manuelle'))('ny') };
}

export default async function NyManuellSide({ params }: Props) {
  const okt = await krevOkt('FORESLA_MANUELL');
  const maned = parseManed((await params).maned);
  if (!maned) notFound();
  const [t, felles, sprak] = await Promise.all([getTranslations('kalender.manuelle'), getTranslations('avregning'), getLocale()]);
  const valg = await lesKommune(okt, (tx) => hentManuellvalg(tx, tolkSprak(sprak)));
  const maneder = valg.maneder.map((m) => ({ verdi: m, tekst: m < valg.forsteApne ? t('etterFrist', { maned: stor(manedOgAr(m)) }) : stor(manedOgAr(m)) }));
  return (
    <>
      <Smuler sti={[{ tekst: felles('tittel'), href: '/avregning' }, { tekst: stor(manedOgAr(maned)), href: `/avregning/${maned}` }, { tekst: t('tittel'), href: `/avregning/${maned}/manuelle` }, { tekst: t('ny') }]} />
      <Sidehode tittel={t('ny')} under={t('nyUnder')} />
      <Tekster navnerom={['skjema', 'kalender']}>
        <ManuellSkjema
          maned={maned}
          enheter={valg.enheter.map((e) => ({ verdi: e.verdi, tekst: `${e.enhet} · ${e.ordning}` }))}
          maneder={maneder}
          komponenter={valg.komponenter.map((k) => ({ verdi: k.kode, tekst: k.navn }))}
        />
      </Tekster>
    </>
  );
}
