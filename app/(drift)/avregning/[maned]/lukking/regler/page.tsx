import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { GjenapnerSkjema, KorreksjonsfristSkjema, RegelSkjema } from '#components/avregning/lukkeskjema.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { GJENAPNERE } from '#lib/avregning/domain/lukketilstand.ts';
import { hentRegelside } from '#lib/avregning/lukking-historie-service.ts';
import { formatDato } from '#lib/core/format.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { leggTilManeder, manedAv, parseManed, sisteDag } from '#lib/core/maned.ts';
import { LENGST_FRIST } from '#lib/grunnlag/domain/korreksjonsfrist.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

interface Props {
  params: Promise<{ maned: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lukking.regelvalg'))('tittel') };
}

export default async function LukkereglerSide({ params }: Props) {
  const okt = await krevOkt('SETT_LUKKEREGLER');
  const maned = parseManed((await params).maned);
  if (!maned) notFound();
  const [t, frist, regler, felles, avregning] = await Promise.all([getTranslations('lukking.regelvalg'), getTranslations('lukking.korreksjonsfrist'), getTranslations('avregning.regler'), getTranslations('felles'), getTranslations('avregning')]);
  const bilde = await lesKommune(okt, (tx) => hentRegelside(tx, maned));
  const navn = stor(manedOgAr(maned));
  const desember = manedAv(bilde.frist.ar, 12);
  const fristvalg = Array.from({ length: LENGST_FRIST + 1 }, (_, n) => ({ verdi: String(n), tekst: frist('valg', { antall: n, dag: formatDato(sisteDag(leggTilManeder(desember, n))) }) }));
  const stopper = bilde.regler.filter((r) => r.valg === 'STOPPER').length;
  return (
    <>
      <Smuler sti={[{ tekst: avregning('tittel'), href: '/avregning' }, { tekst: navn, href: `/avregning/${maned}` }, { tekst: t('tittel') }]} />
      <Sidehode tittel={t('funn', { antall: stopper, maned: manedOgAr(maned) })} under={t('under', { maned: manedOgAr(maned) })} />
      <div className="stabel-luft">
        <Felt tittel={t('tittel')} skjultTittel>
          <Tekster navnerom={['skjema', 'lukking']}>
            <RegelSkjema maned={maned} regler={bilde.regler.map((r) => ({ ...r, navn: regler(r.regel) }))} />
          </Tekster>
        </Felt>
        <Felt tittel={t('gjenapner')} skjultTittel>
          <Tekster navnerom={['skjema', 'lukking']}>
            <GjenapnerSkjema rolle={bilde.gjenapner} roller={GJENAPNERE.map((rolle) => ({ verdi: rolle, tekst: felles(`roller.${rolle}`) }))} />
          </Tekster>
        </Felt>
        <Felt tittel={frist('tittel')}>
          <Tekster navnerom={['skjema', 'lukking']}>
            <KorreksjonsfristSkjema {...bilde.frist} valg={fristvalg} />
          </Tekster>
        </Felt>
      </div>
    </>
  );
}
