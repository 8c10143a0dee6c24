import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt, medFelt } from '#components/ui/adresse.ts';
import type { Sokefelt } from '#components/ui/adresse.ts';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Utvalg } from '#components/ui/filterfelt.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Meldingslinje } from '#components/utfort-tid/handling-knapp.tsx';
import { Brevark } from '#components/vedtak/brevark.tsx';
import { Malendringer } from '#components/vedtak/malendringer.tsx';
import { BegynnMalutkast, ForkastMalutkast, MalIKraftSkjema, RettskilderSkjema, SeksjonSkjema } from '#components/vedtak/brevmal-skjemaer.tsx';
import { formatDato } from '#lib/core/format.ts';
import { iDag } from '#lib/server/clock.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { visMalutkast } from '#lib/vedtak/brevmalutkast-service.ts';
import type { Malutkastside, Malvalg } from '#lib/vedtak/brevmalutkast-service.ts';
import { EKSEMPLER } from '#lib/vedtak/domain/brev/eksempelbrev.ts';
import { MALSEKSJONER, navnFor, SEKSJONSNAVN } from '#lib/vedtak/domain/brev/malseksjoner.ts';
import type { Malseksjon } from '#lib/vedtak/domain/brev/malseksjoner.ts';
import { STANDARDMAL } from '#lib/vedtak/domain/brev/standardmal.ts';

const STI = '/vedtak/regler/brevmal';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('brevmal'))('tittel') };
}

/** The next version of the municipality's letters while it is written. */
export default async function BrevmalSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SETT_VEDTAKSREGLER');
  const q = await searchParams;
  const [t, r] = await Promise.all([getTranslations('brevmal'), getTranslations('vedtaksregler')]);
  const valg: Malvalg = { eksempel: EKSEMPLER.find((e) => e === ettFelt(q, 'brev')) ?? 'INNVILGET', sprak: ettFelt(q, 'sprak') === 'nn' ? 'nn' : 'nb' };
  const seksjon = SEKSJONSNAVN.find((s) => s === ettFelt(q, 'del')) ?? (ettFelt(q, 'del') === 'rettskilder' ? 'rettskilder' : 'overskrift');
  const side = await lesKommune(okt, (tx) => visMalutkast(tx, valg));
  if (side === null) return <Ingen />;
  const antall = side.endringer.length + side.endredeKilder.length;
  const med = (navn: string, n: number) => (n === 0 ? navn : t('medEndret', { navn, antall: n }));
  return (
    <>
      <Smuler sti={[{ tekst: r('tittel'), href: '/vedtak/regler' }, { tekst: t('tittel') }]} />
      <Sidehode tittel={antall === 0 ? t('ingenEndret', { versjon: side.byggerPa }) : t('funn', { antall, versjon: side.byggerPa })} under={t('sistLagret', { naar: side.endret, hvem: side.endretAv ?? '–' })} />
      <Meldingslinje />
      <Utvalg
        navn={t('deler')}
        valg={[...SEKSJONSNAVN, 'rettskilder' as const].map((s) => ({ tekst: med(t(`seksjon.${s}`), s === 'rettskilder' ? side.endredeKilder.length : (side.perSeksjon[s] ?? 0)), href: medFelt(STI, q, { del: s }), her: s === seksjon }))}
      />
      <Tekster navnerom={['skjema', 'brevmal', 'ordning']}>
        <div className="rad">
          <div className={seksjon === 'rettskilder' ? 's12' : 's7'}>
            <Felt tittel={t(`seksjon.${seksjon}`)}>{await Del({ side, seksjon })}</Felt>
          </div>
          <div className={seksjon === 'rettskilder' ? 's12' : 's5'}>
            <Felt tittel={t('forhandsvisning')} ved={<a className="ds-link" href={`${STI}/pdf?brev=${valg.eksempel}&sprak=${valg.sprak}`}>{t('somPdf')}</a>}>
              <Utvalg navn={t('hvilketBrev')} valg={EKSEMPLER.map((e) => ({ tekst: t(`eksempel.${e}`), href: medFelt(STI, q, { brev: e }), her: e === valg.eksempel }))} />
              <Utvalg navn={t('malform')} valg={(['nb', 'nn'] as const).map((s) => ({ tekst: t(s === 'nb' ? 'bokmal' : 'nynorsk'), href: medFelt(STI, q, { sprak: s }), her: s === valg.sprak }))} />
              <Brevark brev={side.brev} niva={3} liten />
            </Felt>
          </div>
        </div>
        <div className="stabel-luft">
          <Malendringer endringer={side.endringer} kilder={side.endredeKilder} rettskilder={side.innhold.rettskilder} versjon={side.byggerPa} />
          <Felt tittel={t('ikraft')}>
            <p className="liten dempet ro">{t('ikraftOm')}</p>
            <MalIKraftSkjema key={side.utgave} utgave={side.utgave} fom={formatDato(iDag())} />
            <Detaljer tittel={t('forkast')}><ForkastMalutkast key={side.utgave} utgave={side.utgave} /></Detaljer>
          </Felt>
        </div>
      </Tekster>
    </>
  );
}

async function Ingen() {
  const [t, r] = await Promise.all([getTranslations('brevmal'), getTranslations('vedtaksregler')]);
  return (
    <>
      <Smuler sti={[{ tekst: r('tittel'), href: '/vedtak/regler' }, { tekst: t('tittel') }]} />
      <Sidehode tittel={t('tittel')} />
      <TomTilstand tekst={t('ingen')} />
      <Tekster navnerom={['skjema', 'brevmal']}><BegynnMalutkast /></Tekster>
    </>
  );
}

async function Del({ side, seksjon }: { side: Malutkastside; seksjon: Malseksjon | 'rettskilder' }) {
  const t = await getTranslations('brevmal');
  const { innhold, utgave } = side;
  if (seksjon === 'rettskilder') {
    const rader = Object.entries(innhold.rettskilder).map(([kode, { nb, nn, bekreftet }]) => ({ kode, nb, nn, bekreftet: bekreftet ? ('ja' as const) : ('' as const) }));
    return <RettskilderSkjema key={utgave} utgave={utgave} klageuker={innhold.klageuker} rader={rader} />;
  }
  const felter = MALSEKSJONER[seksjon].map((nokkel) => ({ nokkel, etikett: t(`tekst.${nokkel}`), nb: innhold.tekst.nb[nokkel], nn: innhold.tekst.nn[nokkel], navn: navnFor(nokkel, 'nb', STANDARDMAL).join(' ') }));
  return (
    <>
      <p className="liten dempet ro">{t('lovOm', { koder: Object.keys(innhold.rettskilder).map((kode) => `{lov.${kode}}`).join(' ') })}</p>
      <SeksjonSkjema key={`${seksjon}/${utgave}`} seksjon={seksjon} utgave={utgave} felter={felter} />
    </>
  );
}
