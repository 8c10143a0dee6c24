import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { GrunnSide } from '#components/sak/grunn-side.tsx';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Detaljer, Fakta, Felt } from '#components/ui/felt.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { AvvisForslag, GodkjennForslag } from '#components/vedtak/forslag-knapper.tsx';
import { omfangTekst } from '#components/vedtak/omfang-tekst.ts';
import type { VedtakTekst } from '#components/vedtak/omfang-tekst.ts';
import { formatPeriode } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { apneForslag } from '#lib/vedtak/forslag-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('vedtak'))('vedtak') };
}

/** A vedtak above the limit, as its writer left it, for the one who issues it or sends it back. */
export default async function ForslagSide({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('FATT_VEDTAK');
  const id = parseId((await params).id);
  if (id === null) notFound();
  const [t, v, sprak] = await Promise.all([getTranslations('vedtak.forslag'), getTranslations('vedtak'), getLocale()]);
  const side = await withKommune(okt, (tx) => apneForslag(tx, id));
  if (side.type === 'FINNES_IKKE') notFound();
  if (side.type === 'KREVER_GRUNN') return <GrunnSide mottakerId={side.mottakerId} />;
  const { forslag, navn, eget } = side;
  const f = forslag.innhold.forslag;
  const nar = tidspunkt(forslag.foreslatt);
  const tjeneste = side.tjeneste[tolkSprak(sprak)];
  const venter = forslag.status === 'VENTER';
  return (
    <>
      <Smuler sti={[{ tekst: v('vedtak'), href: '/vedtak' }, { tekst: navn, href: `/mottakere/${forslag.mottakerId}` }, { tekst: t(`status.${forslag.status}`) }]} />
      <Sidehode tittel={venter ? t('tittel', { tjeneste, navn }) : t('tittelAvgjort', { tjeneste, navn, status: t(`status.${forslag.status}`) })} under={t('under', { dato: nar.dato, hvem: forslag.foreslattAvNavn ?? '–' })} />
      <Fakta
        fakta={[
          { navn: t('koster'), verdi: forslag.arOre > 0 ? belopTekst(forslag.arOre) : t('ukjent') },
          { navn: t('grense'), verdi: belopTekst(forslag.grenseOre) },
          { navn: t('utfall'), verdi: v(`utfall.${f.utfall}`) },
          { navn: t('omfang'), verdi: omfangTekst(v as unknown as VedtakTekst, f.omfang) },
          { navn: t('gjelder'), verdi: formatPeriode(f.fom, f.tom) },
        ]}
      />
      <Felt tittel={t('begrunnelse')}><p className="ro" style={{ whiteSpace: 'pre-line' }}>{f.begrunnelse}</p></Felt>
      {forslag.grunn === null ? null : <p className="ro liten"><span className="sterk">{t('avvisGrunn')}:</span> {forslag.grunn}</p>}
      <p className="mikro dempet">{t('budsjett')}</p>
      {venter ? (
        <Tekster navnerom={['skjema', 'vedtak']}>
          {eget ? <p className="liten">{t('eget')}</p> : harTilgang(okt, 'GODKJENN_VEDTAK') ? <GodkjennForslag forslagId={id} /> : null}
          {eget || harTilgang(okt, 'GODKJENN_VEDTAK') ? <Detaljer tittel={eget ? t('trekk') : t('avvis')}><AvvisForslag forslagId={id} eget={eget} /></Detaljer> : null}
        </Tekster>
      ) : null}
    </>
  );
}
