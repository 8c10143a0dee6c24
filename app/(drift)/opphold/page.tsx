import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Beleggplott } from '#components/opphold/beleggplott.tsx';
import { oppholdfaner } from '#components/opphold/oppmotetabell.tsx';
import { Plasstabell, Typetabell, Venteliste } from '#components/opphold/plasstabell.tsx';
import { Faner } from '#components/skall/faner.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt, medFelt, sidetall, type Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Utvalg } from '#components/ui/filterfelt.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { formatDato, formatHeltall } from '#lib/core/format.ts';
import { iDag } from '#lib/server/clock.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { visOpphold } from '#lib/utfort-tid/opphold-service.ts';

const PER_SIDE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('opphold'))('tittel') };
}

export default async function OppholdSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_OPPHOLD');
  const [t, q, faner] = await Promise.all([getTranslations('opphold'), searchParams, oppholdfaner('plasser')]);
  const bilde = await withKommune(okt, visOpphold);
  const utvalg = { alle: bilde.plasser, tomme: bilde.plasser.filter((p) => p.oppholdId === null), borte: bilde.plasser.filter((p) => p.borteFra !== null) };
  const vis = (['tomme', 'borte'] as const).find((v) => v === ettFelt(q, 'vis')) ?? 'alle';
  const side = sidetall(q);
  const rader = utvalg[vis].slice((side - 1) * PER_SIDE, side * PER_SIDE);
  const ny = harTilgang(okt, 'MELD_LEDIG') ? '/opphold/ny' : null;
  const medEnhet = new Set(bilde.plasser.map((p) => p.enhetId)).size > 1;
  const tomme = bilde.summer.reduce((sum, s) => sum + s.tommeUtenMelding, 0);
  if (bilde.antallPlasser === 0) {
    return (
      <>
        <Sidehode tittel={t('tittel')} />
        <Faner {...faner} />
        <TomTilstand tekst={t('ingen')} neste={ny === null ? undefined : <Lenke href={ny}>{t('ingenNeste')}</Lenke>} />
      </>
    );
  }
  return (
    <>
      <Sidehode
        tittel={t('funn', { iBruk: bilde.antallPlasser - utvalg.tomme.length, plasser: bilde.antallPlasser, tomme })}
        under={t('under', { enhet: okt.enhetNavn ?? okt.kommuneNavn, dato: formatDato(iDag()) })}
        handlinger={ny === null ? undefined : <KnappLenke href={ny} variant="secondary">{t('nyPlass')}</KnappLenke>}
      />
      <Faner {...faner} />
      <div className="stabel-luft">
        <Typetabell summer={bilde.summer} />
        <Venteliste venter={bilde.venter} />
        <Felt tittel={t('tittel')}>
          <Utvalg
            navn={t('vis.navn')}
            valg={(['alle', 'tomme', 'borte'] as const).map((v) => ({ tekst: t(`vis.${v}`, { antall: formatHeltall(utvalg[v].length) }), href: medFelt('/opphold', q, { vis: v === 'alle' ? undefined : v, side: undefined }), her: vis === v }))}
          />
          {rader.length === 0 ? <TomTilstand tekst={t('ingenTreff')} /> : <Plasstabell plasser={rader} medEnhet={medEnhet} />}
          <Sidevelger sti="/opphold" sokefelt={q} side={side} perSide={PER_SIDE} antall={utvalg[vis].length} />
        </Felt>
        <Felt tittel={t('belegg.tittel', { dogn: bilde.belegg.length })}>
          <Beleggplott belegg={bilde.belegg} plasser={bilde.antallPlasser} />
        </Felt>
      </div>
    </>
  );
}
